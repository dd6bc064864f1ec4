import PostilMatching

/// What the patterns and terms of rules found in a document.
///
/// A class, since all steps share it.
final class RuleFindings {
  /// By pattern, then from left to right.
  let matches: MatchTable
  /// For each pattern, the place of its first match; one more for the end.
  private let firstMatch: [Int]
  /// The limits that patterns hit, by pattern.
  let breaches: [PatternSet.Breach]
  let terms: TermFindings

  init(patterns: PatternSet.Result, patternCount: Int, terms: TermFindings) {
    matches = patterns.matches
    breaches = patterns.breaches
    self.terms = terms
    var first = [Int](repeating: 0, count: patternCount + 1)
    for match in matches { first[match.pattern + 1] += 1 }
    for pattern in 0..<patternCount { first[pattern + 1] += first[pattern] }
    firstMatch = first
  }

  /// The places in ``matches`` of what the patterns of a range found.
  func matches(of patterns: Range<Int>) -> Range<Int> {
    firstMatch[patterns.lowerBound]..<firstMatch[patterns.upperBound]
  }
}
