import PostilModuleKit
import PostilNames

extension NameText {
  /// The span without a possessive at its end.
  static func trimmed(_ span: Span, in utf8: [UInt8]) -> Span {
    guard span.count > 2, utf8[span.end - 1] | 0x20 == UInt8(ascii: "s") else { return span }
    if utf8[span.end - 2] == UInt8(ascii: "'") { return Span(start: span.start, end: span.end - 2) }
    guard span.count > 4, utf8[span.end - 2] == apostrophe.2, utf8[span.end - 3] == apostrophe.1,
      utf8[span.end - 4] == apostrophe.0
    else { return span }
    return Span(start: span.start, end: span.end - 4)
  }

  /// The span with the Arabic article that stands before it with a hyphen: `as-Suwayda`, `al-Najaf`.
  static func withArticle(_ span: Span, in utf8: [UInt8]) -> Span {
    guard span.start > 2, utf8[span.start - 1] == Byte.hyphen else { return span }
    var start = span.start - 1
    while start > 0, span.start - start < 5, utf8[start - 1].isASCIISmall || utf8[start - 1].isASCIICapital {
      start -= 1
    }
    guard start == 0 || !Byte.isWord(utf8[start - 1]) && utf8[start - 1] != Byte.hyphen else { return span }
    return PersonName.isArticle(utf8[start..<span.start - 1]) ? Span(start: start, end: span.end) : span
  }

  /// The bytes of `’`.
  private static let apostrophe: (UInt8, UInt8, UInt8) = (0xE2, 0x80, 0x99)
}
