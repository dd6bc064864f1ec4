import PostilModel
import PostilRules

/// One way in which an example's text is tried: rules must hold in all of them.
enum ExampleVariant: String, CaseIterable {
  case asWritten = "as written"
  case afterMultiByteText = "after multi-byte text"
  case withCRLF = "with CR LF line ends"
  case onAnotherDate = "on another date"

  private static let prefix = "«ünïcödé» 🙂 …\n\n"

  /// The date of the document: that of the example, or another where it gives none.
  func date(of example: Example) -> DocumentDate? {
    (example.date ?? (self == .onAnotherDate ? "2011-05-18" : nil)).map { DocumentDate(value: $0, origin: .record) }
  }

  /// The text and the spans expected in it; nil where the variant changes nothing.
  func apply(to example: Example) -> (text: String, spans: [Span])? {
    switch self {
    case .onAnotherDate:
      // What features say may depend on the date, what is found may not.
      return example.date == nil && example.features.isEmpty ? (example.text, example.spans) : nil
    case .asWritten:
      return (example.text, example.spans)
    case .afterMultiByteText:
      let shift = Self.prefix.utf8.count
      return (Self.prefix + example.text, example.spans.map { Span(start: $0.start + shift, end: $0.end + shift) })
    case .withCRLF:
      let bytes = Array(example.text.utf8)
      guard bytes.contains(.lineFeed), !bytes.contains(.carriageReturn) else { return nil }
      func moved(_ offset: Int) -> Int { offset + bytes[..<offset].count { $0 == .lineFeed } }
      let text = String(decoding: bytes.flatMap { $0 == .lineFeed ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
      return (text, example.spans.map { Span(start: moved($0.start), end: moved($0.end)) })
    }
  }
}
