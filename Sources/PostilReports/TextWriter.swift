import PostilModel
import PostilRecords

/// The document with coloured annotations, and a table of what was found, for reading in a terminal.
struct TextWriter: ReportWriter {
  private static let colors = [
    "timex": 33, "person": 36, "organization": 35, "location": 32, "misc": 34, "statement": 4, "poll": 31,
  ]

  /// The style of boilerplate.
  private static let dim = 2

  let options: ReportOptions
  let sink: ByteSink
  private var totals: [String: Int] = [:]
  private var documents = 0

  init(options: ReportOptions, sink: @escaping ByteSink) {
    self.options = options
    self.sink = sink
  }

  func begin(_ run: RunInformation) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    documents += 1
    var text = heading(document)
    if let error = document.error {
      text += "failed: \(TerminalText.visible(error))\n\n"
    } else {
      text += body(document) + "\n\n" + table(document) + "\n"
    }
    for annotation in document.annotations { totals[annotation.type, default: 0] += 1 }
    try sink(Array(text.utf8)[...])
  }

  func end(_ outcome: RunOutcome) throws {
    let parts = totals.keys.sorted().map { "\(totals[$0] ?? 0) \(Self.oneLine($0))" }
    let partial = outcome.isComplete ? "" : "partial: \(TerminalText.visible(outcome.progress))\n"
    try sink(Array("\(documents.counted("document")): \(parts.joined(separator: ", "))\n\(partial)".utf8)[...])
  }

  private func heading(_ document: AnnotatedDocument) -> String {
    let date = document.document.date.map { "  \($0.value) (\($0.origin.rawValue))" } ?? "  undated"
    let line = TerminalText.visible("\(document.document.id)\(date)")
    return styled(line, [1]) + "\n" + String(repeating: "─", count: min(options.width, 80)) + "\n"
  }

  private func body(_ document: AnnotatedDocument) -> String {
    let bytes = Array(document.document.text.utf8)
    return Pieces.of(document, length: bytes.count).map { piece in
      let text = TerminalText.visible(String(decoding: bytes[piece.span.start..<piece.span.end], as: UTF8.self))
      let types = piece.covering.map { document.annotations[$0].type }
      return styled(text, (piece.isBoilerplate ? [Self.dim] : []) + types.map { Self.colors[$0] ?? 7 })
    }.joined()
  }

  private func table(_ document: AnnotatedDocument) -> String {
    let bytes = Array(document.document.text.utf8)
    let rows = document.annotations.sorted { $0.span < $1.span }.map { annotation -> String in
      let text = String(decoding: bytes[annotation.span.start..<annotation.span.end], as: UTF8.self)
      let features = annotation.features.compactMap { feature in
        feature.value.text(span: { Self.text($0, bytes) }, annotation: { _ in nil }).map { "\(feature.name)=\($0)" }
      }.joined(separator: " ")
      return Self.padded(Self.oneLine(annotation.type), 13) + Self.padded(Self.oneLine(text), 36) + " "
        + Self.oneLine(features, limit: max(20, options.width - 52))
    }
    return rows.joined(separator: "\n") + (rows.isEmpty ? "" : "\n")
  }

  private func styled(_ text: String, _ codes: [Int]) -> String {
    guard options.color, !codes.isEmpty else { return text }
    return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  private static func text(_ span: Span, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func oneLine(_ text: String, limit: Int = 34) -> String {
    let line = TerminalText.visible(text.onOneLine)
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
