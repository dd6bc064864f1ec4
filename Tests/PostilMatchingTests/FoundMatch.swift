import PostilMatching
import PostilModel

/// A match of a set with what its groups matched.
struct FoundMatch: Hashable {
  let pattern: Int
  let span: Span
  let captures: [Span?]

  static func all(in table: MatchTable) -> [FoundMatch] {
    table.map { FoundMatch(pattern: $0.pattern, span: $0.span, captures: table.captures(of: $0)) }
  }
}
