import PostilModel
import PostilRecords

/// Two columns, a token and its BIO label; blank lines between lines of the text, `# id = …` before a document.
///
/// Of annotations that overlap the longest is kept; statements and polls, which hold others, are left out.
struct ConllWriter: ReportWriter {
  private static let containers: Set<String> = ["statement", "poll"]

  let sink: ByteSink

  func begin(_ run: RunInformation) {}
  func end(_ outcome: RunOutcome) {}

  func write(_ document: AnnotatedDocument) throws {
    guard document.error == nil else { return }
    let bytes = Array(document.document.text.utf8)
    let spans = Self.flat(document.annotations)
    var text = "# id = \(document.document.id.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    var next = 0
    var isLineEnded = false
    for token in Self.tokens(document.document.text) {
      guard let token else {
        isLineEnded = true
        continue
      }
      while next < spans.count, spans[next].span.end <= token.start { next += 1 }
      var label = "O"
      if next < spans.count, spans[next].span.overlaps(token) {
        let isFirst = spans[next].span.start >= token.start || !Self.began(spans[next].span, before: token, bytes)
        label = (isFirst ? "B-" : "I-") + spans[next].type
      }
      // A blank line ends names too, so none stands inside one.
      if isLineEnded, !label.hasPrefix("I-"), !text.hasSuffix("\n\n") { text += "\n" }
      isLineEnded = false
      text += String(decoding: bytes[token.start..<token.end], as: UTF8.self) + "\t\(label)\n"
    }
    try sink(Array((text + "\n").utf8)[...])
  }

  /// Whether words of `span` stand before `token`.
  private static func began(_ span: Span, before token: Span, _ bytes: [UInt8]) -> Bool {
    bytes[span.start..<token.start].contains { $0 > 0x20 }
  }

  private static func flat(_ annotations: [Annotation]) -> [Annotation] {
    var kept: [Annotation] = []
    let candidates = annotations.filter { !containers.contains($0.type) && !$0.span.isEmpty }
    for annotation in candidates.sorted(by: { ($1.span.count, $0.span.start) < ($0.span.count, $1.span.start) })
    where !kept.contains(where: { $0.span.overlaps(annotation.span) }) { kept.append(annotation) }
    return kept.sorted { $0.span < $1.span }
  }

  /// Runs of letters, digits and marks, other characters one by one, nil for a line end.
  private static func tokens(_ text: String) -> [Span?] {
    var tokens: [Span?] = []
    var open: Int?
    var at = 0
    func close() {
      if let start = open { tokens.append(Span(start: start, end: at)) }
      open = nil
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark {
        if open == nil { open = at }
      } else {
        close()
        if scalar == "\n" {
          tokens.append(nil)
        } else if !properties.isWhitespace, properties.generalCategory != .control {
          tokens.append(Span(start: at, end: at + width))
        }
      }
      at += width
    }
    close()
    return tokens
  }
}
