import PostilMatching
import PostilModel
import Testing

/// Patterns of which a match must begin where the search does, or end where the subject does.
@Suite struct BoundPatternTests {
  static let patterns = [
    "a+", "a+?", "a|ab|abc", "(?i)AB|b(?<rest>c)?", #"\b\w+(?=\s|$)"#, "é.*?", #"(?:\w+\s)?(?<last>\w+)"#, "^a", "x*",
    "(?x) a b # c",
  ]
  static let texts = ["", "aab", "abc", "é abc", "x é aaa", "ABC bc", "abé\u{301} a"]

  private static func match(
    _ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int
  ) -> PatternMatch? {
    pattern.firstMatch(in: text, from: start, end: end, using: Matcher())
  }

  @Test(arguments: patterns, texts) func `they match as with an assertion`(source: String, text: String) throws {
    let pattern = try Pattern(source)
    // A comment ends with its line.
    let end = source.hasPrefix("(?x)") ? "\n)" : ")"
    let begins = try Pattern(#"\G(?:"# + source + end)
    let ends = try Pattern("(?:" + source + end + #"\z"#)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
        #expect(
          Self.match(pattern.beginningThere, in: bytes, from: offset, end: bytes.count)
            == Self.match(begins, in: bytes, from: offset, end: bytes.count))
        #expect(
          Self.match(pattern.endingThere, in: bytes, from: 0, end: offset)
            == Self.match(ends, in: bytes, from: 0, end: offset))
      }
    }
  }
}
