import PostilMatching
import PostilModel
import PostilRules

/// One place where a rule matched, before conditions, features and conflicts.
struct Sighting {
  /// The rule's place in its phase.
  let rule: Int
  /// The whole match.
  let span: Span
  let captures: [Candidate.Capture]
  /// The lexicon and row of the term found, for a rule with `terms`.
  let term: (lexicon: Lexicon, row: Int)?
  /// The pattern that matched, for a rule with `pattern` or `anyOf`.
  let pattern: CompiledPattern?
}

extension [Sighting] {
  /// The sightings of one rule from left to right without overlap: at one place the longer, then the earlier pattern.
  func withoutOverlap() -> [Sighting] {
    guard count > 1 else { return self }
    var end = 0
    return enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }.compactMap {
      guard $0.element.span.start >= end else { return nil }
      end = $0.element.span.end
      return $0.element
    }
  }
}
