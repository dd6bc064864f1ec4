import PostilMatching
import PostilModel

/// Patterns made by chance at low limits: a search ends, a limit is told, and what is found within it is found without it.
struct LimitsTarget: FuzzTarget {
  static let name = "limits"
  private static let parts = [
    "a", "b", "[ab]", "[^b]", "\\w", "\\s", ".", "é", "(?:", "(?>", "(", ")", "|", "*", "+", "?", "*+", "*?", "{0,9}",
    "{2,}",
    "\\b", "(?=", "(?<=a", "(?!", "\\1", "\\K", "\\G", "\\R", "\\X", "(?i)", "(?R)", "(*NO_JIT)", "(*COMMIT)",
    "(*SKIP)", "$",
  ]

  private let workplace: Workplace
  private let matcher = Matcher()

  init(_ workplace: Workplace) throws { self.workplace = workplace }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let source = (0..<Int.random(in: 2...12, using: &generator)).map { _ in generator.pick(Self.parts) }.joined()
    guard let pattern = try? Pattern(source) else { return nil }
    let text = (0..<Int.random(in: 0...300, using: &generator)).map { _ in generator.pick(["a", "ab", " ", "é", "\n"]) }
      .joined()
    let low = MatchLimits(matches: 1000, backtracking: 5000, steps: Int.random(in: 100...50_000, using: &generator))
    let high = MatchLimits(matches: 1000, backtracking: 5000, steps: .max)
    return Array(text.utf8).withUnsafeBufferPointer { bytes -> String? in
      let (one, other) = (found(pattern, in: bytes, low), found(pattern, in: bytes, high))
      guard one.breaches.isEmpty, other.breaches.isEmpty, one.matches.map(\.span) != other.matches.map(\.span) else {
        return nil
      }
      return "counting changes what is found by \(source)"
    }
  }

  private func found(
    _ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, _ limits: MatchLimits
  ) -> PatternSet.Result {
    PatternSet([.init(pattern: pattern, scope: 0, limits: limits)]).matches(
      in: text, regions: [[Span(start: 0, end: text.count)]], using: matcher)
  }
}
