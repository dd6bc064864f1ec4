import PostilModel

/// A document's text as rules are run over it.
struct Subject {
  /// The text's UTF-8; valid while the document is worked on.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The spans that each ``RuleScope`` matches by itself, by its raw value.
  let regions: [[Span]]

  init(bytes: UnsafeBufferPointer<UInt8>, structure: TextStructure) {
    self.bytes = bytes
    let whole = bytes.isEmpty ? [] : [Span(start: 0, end: bytes.count)]
    regions = [whole, structure.paragraphs, structure.sentences, structure.lines]
  }

  /// The text that `span` covers.
  func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The number of code points that `span` covers.
  func codePoints(in span: Span) -> Int {
    bytes[span.start..<span.end].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
