import PostilMatching
import PostilModel

/// Tries a pattern on texts that make nested repetitions backtrack.
enum SlowPatternProbe {
  private static let pieces = ["a", "aa ", "A", "Aa ", "Aa, ", "1", "1,", "1 ", "- ", "\"a ", "a-", "the "]
  private static let repetitions = 40
  /// Backtracking steps from one place: more than the square of the text's length, which a pattern of two repetitions takes.
  private static let limit: UInt32 = 30_000
  /// Every printable ASCII character, so that no pattern fails early for want of a literal.
  private static let ending =
    "\u{1}" + String(String.UnicodeScalarView((0x20..<0x7F).compactMap { Unicode.Scalar($0) }))

  /// The piece of text whose repetition makes the pattern hit its limit; nil when none does.
  static func text(thatSlows pattern: Pattern) -> String? {
    let matcher = Matcher()
    return pieces.first { piece in
      let bytes = Array((String(repeating: piece, count: repetitions) + ending).utf8)
      return bytes.withUnsafeBufferPointer { text in
        let region = Span(start: 0, end: text.count)
        let limits = MatchLimits(matches: 10, backtracking: limit)
        return (try? pattern.matches(in: text, region: region, using: matcher, limits: limits)) == nil
      }
    }
  }
}
