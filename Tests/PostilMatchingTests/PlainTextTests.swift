import PostilModel
import Testing

@testable import PostilMatching

@Suite struct PlainTextTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let plain: String
  }

  static let cases = [
    Case(testDescription: "soft hyphens", text: "Bas\u{AD}ra and Fri\u{AD}day", plain: "Basra and Friday"),
    Case(testDescription: "one behind the other", text: "a\u{AD}\u{AD}\u{200B}b", plain: "ab"),
    Case(testDescription: "at both ends", text: "\u{FEFF}ab\u{AD}", plain: "ab"),
    Case(testDescription: "separate accents", text: "Asuncio\u{301}n e\u{301}te\u{301}", plain: "Asunción été"),
    Case(testDescription: "an accent without a letter of its own", text: "q\u{301}a\u{AD}b", plain: "q\u{301}ab"),
    Case(testDescription: "line ends", text: "a\r\nb\r\u{AD}\nc", plain: "a\r\nb\r\nc"),
  ]

  /// What each byte of the plain text comes from, character by character.
  private static func origins(of text: String, plain: (Character) -> String) -> [Range<Int>] {
    var (origins, offset): ([Range<Int>], Int) = ([], 0)
    for character in text {
      let end = offset + character.utf8.count
      origins += plain(character).utf8.map { _ in offset..<end }
      offset = end
    }
    return origins
  }

  @Test(arguments: cases, ["", "é👩\u{200D}👩 ", "“Ü\u{308}” 🇮🇶\u{AD}", "العراق\n"])
  func `plain bytes lead back to the characters they come from`(_ c: Case, prefix: String) throws {
    let text = prefix + (prefix.isEmpty ? "" : " ") + c.text
    let plain = try #require(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) })
    #expect(String(decoding: plain.bytes, as: UTF8.self).hasSuffix(c.plain))
    // A character in two texts: what is left of each is found by making it plain alone.
    let origins = Self.origins(of: text) { character in
      let bytes = Array(String(character).utf8)
      return bytes.withUnsafeBufferPointer { PlainText($0) }.map { String(decoding: $0.bytes, as: UTF8.self) }
        ?? String(character)
    }
    #expect(plain.bytes.count == origins.count)
    let starts = plain.bytes.indices.filter { !plain.bytes[$0].isContinuation } + [plain.bytes.count]
    for (number, start) in starts.enumerated() {
      for end in starts[(number + 1)...] {
        let wanted = Span(start: origins[start].lowerBound, end: origins[end - 1].upperBound)
        let isWithinLineEnd = plain.bytes[..<start].last == 0x0D || plain.bytes[..<end].last == 0x0D
        if !isWithinLineEnd { #expect(plain.origin(of: Span(start: start, end: end)) == wanted) }
      }
    }
  }

  @Test(arguments: ["", "ß👩\u{200D}👩 العراق "])
  func `a text with a thousand hidden places keeps all of them`(prefix: String) throws {
    let text = prefix + String(repeating: "Bas\u{AD}ra é o\u{301} ", count: 1000)
    let plain = try #require(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) })
    let prefixCount = plain.bytes.count - 1000 * "Basra é ó ".utf8.count
    for number in [0, 1, 499, 999] {
      let start = prefixCount + number * "Basra é ó ".utf8.count
      let begin = prefix.utf8.count + number * "Bas\u{AD}ra é o\u{301} ".utf8.count
      #expect(plain.origin(of: Span(start: start, end: start + 5)) == Span(start: begin, end: begin + 7))
      #expect(plain.origin(of: Span(start: start + 9, end: start + 11)) == Span(start: begin + 11, end: begin + 14))
    }
  }

  @Test(arguments: ["", "Ünïcode “quoted” — 🇮🇶", "a\r\nb"]) func `a text without hidden characters has no other form`(
    text: String
  ) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) } == nil)
  }
}
