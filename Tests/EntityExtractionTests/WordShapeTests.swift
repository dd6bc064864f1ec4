import PostilModuleKit
import PostilNames
import Testing

@testable import EntityExtraction

/// How words are written: the answers from bytes are those that the characters give.
@Suite struct WordShapeTests {
  static let words = [
    "Ildra", "ildra", "VWX", "V.W.X.", "J.", "J.R.", "Jr.", "J", ".", "&", "A&B", "H2O", "4x4", "Forty-two", "Al-Quar",
    "al-", "-x", "-", "a-B-c", "VWX-", "iPhone", "McHolm", "ABCDEFG", "ABCDEFGH", "A1", "…", "É.", "Élan", "élan",
    "ÉLAN",
    "ÉL.", "Straße", "ßA", "ǅ", "ǅungla", "İzmir", "ﬁn", "Ⅷ", "٣", "Quar٣", "е́к", "E\u{301}K", "e\u{301}k",
    "Dvo\u{AD}rak",
    "\u{200B}VWX", "\u{AD}", "Al\u{AD}-quar", "العراق", "習近平", "👩‍👩‍👧", "VW\u{301}X", "Quar-\u{301}x", "Forty-é", "Forty-É",
    "K", "‐x", "ΑΒΓ", "αβγ", "A\u{200D}B", "&\u{AD}", "Й.", "И\u{306}.",
  ]

  @Test(arguments: words, ["", "é 👩‍👩‍👧 العراق "])
  func `a word's shape is told by its characters`(word: String, prefix: String) {
    let made = HandMade(word, behind: prefix, [])
    let shape = WordShape(
      of: Span(start: prefix.utf8.count, end: made.document.utf8.count), in: made.document.utf8)
    let text = NameText.clean(word)
    let isAbbreviation = text.count > 2 && !text.dropLast().contains(".")
    let capitals = text.unicodeScalars.count { $0.properties.isUppercase }
    let hasSmall = text.contains(where: \.isLowercase)
    #expect(shape.contains(.small) == (text.unicodeScalars.first?.properties.isLowercase ?? false))
    #expect(
      shape.contains(.initial)
        == (text.hasSuffix(".") && text.count <= 4 && text.first?.isUppercase ?? false && !isAbbreviation))
    #expect(shape.contains(.acronym) == (capitals > 1 && text.count < 8 && !hasSmall))
    #expect(shape.contains(.hasSmall) == hasSmall)
    #expect(shape.contains(.hasNumber) == text.contains(where: \.isNumber))
    #expect(shape.contains(.hasHyphen) == text.contains("-"))
    #expect(shape.contains(.ampersand) == (text == "&"))
    let behind = text.unicodeScalars.lastIndex(of: "-").map { text.unicodeScalars[$0...].dropFirst().first }
    #expect(shape.contains(.endsSmall) == (behind.flatMap { $0?.properties.isLowercase } ?? false))
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق "])
  func `a word with a small part behind a hyphen is known by its first part`(prefix: String) {
    let made = HandMade("Forty-two Forty-Two", behind: prefix, ChunkJudgeTests.candidates)
    let whole = Span(start: prefix.utf8.count, end: made.document.utf8.count)
    let words = ChunkWord.words(of: whole, in: made.document, made.known)
    #expect(words.map { $0.traits.contains(.word) } == [true, false])
    #expect(words.map { made.words($0.span) } == ["Forty-two", "Forty-Two"])
  }
}
