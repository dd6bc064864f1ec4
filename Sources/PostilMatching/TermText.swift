import PostilModel

/// A text cut into words, as term indexes search it: made once for all of them.
public struct TermText {
  /// SAFETY: the caller's text, read only by ``TermIndex/matches(in:each:)``; the caller keeps it for that long.
  private let text: UnsafeBufferPointer<UInt8>
  /// The text as terms see it, where that is another.
  private let plain: PlainText?
  let words: [WordScanner.Word]
  /// For each word its hash, letters of ASCII folded.
  let hashes: [UInt32]
  /// The folded forms of the words beyond ASCII, by the words' places.
  let folded: [Int: (word: [UInt8], hash: UInt32)]

  /// Cuts a text, which must stay where it is as long as this is searched.
  ///
  /// Soft hyphens, zero-width marks and separate accents in the text hide no term.
  ///
  /// - Parameter text: Valid UTF-8.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    let plain = PlainText(text)
    self.text = text
    self.plain = plain
    (words, hashes, folded) =
      plain?.bytes.withUnsafeBufferPointer { Self.cut($0) } ?? Self.cut(text)
  }

  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (words: [WordScanner.Word], hashes: [UInt32], folded: [Int: (word: [UInt8], hash: UInt32)]) {
    let words = WordScanner.words(in: text)
    var folded: [Int: (word: [UInt8], hash: UInt32)] = [:]
    let hashes = words.enumerated().map { place, word in
      let bytes = UnsafeBufferPointer(rebasing: text[word.span.start..<word.span.end])
      if let form = TermVocabulary.foldedBeyondASCII(bytes) {
        folded[place] = (form, form.withUnsafeBufferPointer { TermVocabulary.hash($0) })
      }
      return TermVocabulary.hash(bytes)
    }
    return (words, hashes, folded)
  }

  /// Calls `body` with the bytes that the words' spans are of.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let plain { plain.bytes.withUnsafeBufferPointer(body) } else { body(text) }
  }

  /// The span in the text that `span` of the words comes from.
  func origin(of span: Span) -> Span { plain?.origin(of: span) ?? span }
}
