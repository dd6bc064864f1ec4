import PostilModel

/// The text of an example with the spans that it marks as `[[…]]`; `\[[` and `\]]` stand for the brackets themselves.
public struct MarkedText: Sendable {
  /// A mark without its other half.
  struct Unpaired: Error {
    /// Where it stands.
    let utf8Offset: Int
  }

  /// The text without the marks.
  public let text: String
  /// What was marked.
  public let spans: [Span]
  private static let (opening, closing) = (Array("[[".utf8), Array("]]".utf8))
  private static let (escapedOpening, escapedClosing) = (Array("\\[[".utf8), Array("\\]]".utf8))

  /// Where each span's first mark stands.
  private let marks: [Int]

  /// Reads the marks of `written`.
  init(_ written: String) throws(Unpaired) {
    let bytes = Array(written.utf8)
    var plain: [UInt8] = []
    var spans: [Span] = []
    var marks: [Int] = []
    var open: (mark: Int, start: Int)?
    var offset = 0
    while offset < bytes.count {
      let rest = bytes[offset...]
      if rest.starts(with: Self.escapedOpening) || rest.starts(with: Self.escapedClosing) {
        plain += rest.dropFirst().prefix(2)
        offset += 3
      } else if rest.starts(with: Self.opening) {
        if open != nil { throw Unpaired(utf8Offset: offset) }
        open = (offset, plain.count)
        offset += 2
      } else if rest.starts(with: Self.closing) {
        guard let begun = open else { throw Unpaired(utf8Offset: offset) }
        spans.append(Span(start: begun.start, end: plain.count))
        marks.append(begun.mark)
        open = nil
        offset += 2
      } else {
        plain.append(bytes[offset])
        offset += 1
      }
    }
    if let open { throw Unpaired(utf8Offset: open.mark) }
    text = String(decoding: plain, as: UTF8.self)
    self.spans = spans
    self.marks = marks
  }

  /// Where the mark in front of `span` stands in the text as written.
  func utf8OffsetOfMark(before span: Span) -> Int? { spans.firstIndex(of: span).map { marks[$0] } }

  /// `text` with `spans`, in order and without overlap, marked.
  public static func marked(_ text: String, _ spans: [Span]) -> String {
    var marked = ""
    var end = 0
    for span in spans {
      marked += escaped(text[Span(start: end, end: span.start)]) + "[[" + escaped(text[span]) + "]]"
      end = span.end
    }
    return marked + escaped(text[Span(start: end, end: text.utf8.count)])
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("[[", with: "\\[[").replacing("]]", with: "\\]]")
  }
}
