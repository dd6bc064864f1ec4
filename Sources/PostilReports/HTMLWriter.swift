import PostilJSON
import PostilModel
import PostilRecords

/// One self-contained page for the run: coloured documents, a filter by type, a panel, and tables.
struct HTMLWriter: ReportWriter {
  private let sink: ByteSink
  private var tables = HTMLTables()
  private var types: [String: Int] = [:]
  private var documents = 0
  private var meanings: [String: String] = [:]
  /// The decisions that the page tells of.
  private var decisions: Set<String> = []

  init(sink: @escaping ByteSink) { self.sink = sink }

  mutating func begin(_ run: RunInformation) throws {
    meanings = run.decisions
    try put(
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>Postil: \(HTMLText.escaped(run.title))</title><style>\(HTMLStyle.css)\(HTMLTables.css)</style></head><body>
      <header><h1>\(HTMLText.escaped(run.title))</h1><nav id="legend" aria-label="Annotation types"></nav></header>
      <div id="layout"><main>

      """)
  }

  mutating func write(_ document: AnnotatedDocument) throws {
    documents += 1
    let order = ReportOrder(document.annotations)
    let head = document.document
    let date = head.date.map { "\($0.value) (\($0.origin.rawValue))" } ?? "undated"
    var html = "<article id=\"d\(documents)\"><h2>\(HTMLText.escaped(head.id))</h2>"
    let meta = [head.set, date, language(of: head)].filter { !$0.isEmpty }.joined(separator: " · ")
    html += "<p class=\"meta\">\(HTMLText.escaped(meta))</p>"
    if let error = document.error {
      html += "<p class=\"error\">\(HTMLText.escaped(error))</p>"
    } else {
      html += body(document, order)
    }
    for diagnostic in document.diagnostics {
      html += "<p class=\"error\">\(HTMLText.escaped(diagnostic.message)) [\(HTMLText.escaped(diagnostic.code))]</p>"
    }
    try put(html + "</article>\n")
    for annotation in document.annotations {
      types[annotation.type, default: 0] += 1
      if let decision = annotation.provenance.decision { decisions.insert(decision) }
    }
    tables.add(document, order: order, number: documents)
  }

  func end(_ outcome: RunOutcome) throws {
    try put(
      "</main><aside id=\"panel\" aria-live=\"polite\"><p>Choose an annotation: click it, or Tab and Enter.</p></aside></div>"
    )
    if !outcome.isComplete {
      try put("<p class=\"partial\" role=\"status\">This report is partial: \(HTMLText.escaped(outcome.progress)).</p>")
    }
    try put("<section id=\"tables\">\(tables.html)</section>")
    let legend = types.keys.sorted().map { type in
      "<label class=\"t-\(Self.className(type))\"><input type=\"checkbox\" checked data-type=\"\(Self.className(type))\"> "
        + "\(HTMLText.escaped(type)) <b>\(types[type] ?? 0)</b></label>"
    }.joined()
    try put(
      "<template id=\"legend-items\">\(legend)</template><script>const meanings=\(meaningsOfPage);\(HTMLScript.javaScript)</script></body></html>\n"
    )
  }

  private func put(_ text: String) throws { try sink(Array(text.utf8)[...]) }

  /// The language that a text was found to be in, and what the metadata say where that is written otherwise.
  private func language(of document: Document) -> String {
    let given = document.metadata["language"]?.string
    guard let found = document.detectedLanguage else { return given.map { "language \($0) (metadata)" } ?? "" }
    return "language \(found)" + (given.map { $0 == found ? "" : " (metadata: \($0))" } ?? "")
  }

  /// The text as paragraphs of pieces; each piece lies in a `span` for every annotation that covers it, outer ones first.
  private func body(_ document: AnnotatedDocument, _ order: ReportOrder) -> String {
    let bytes = Array(document.document.text.utf8)
    var seen: Set<Int> = []
    let language = document.document.detectedLanguage.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
    var html = "<div class=\"text\" dir=\"auto\"\(language)>"
    for piece in Pieces.of(document, length: bytes.count) {
      if piece.isBoilerplate { html += "<span class=\"boilerplate\" title=\"boilerplate\">" }
      for index in piece.covering {
        let annotation = document.annotations[index]
        let isFirst = seen.insert(index).inserted
        html += "<span class=\"a t-\(Self.className(annotation.type))\" data-a=\"\(reference(index, order))\""
        if isFirst {
          html +=
            " id=\"\(reference(index, order))\" tabindex=\"0\" role=\"button\""
            + " data-info=\"\(HTMLText.escaped(info(annotation, document, bytes, order)))\""
        }
        html += ">"
      }
      html += HTMLText.escaped(String(decoding: bytes[piece.span.start..<piece.span.end], as: UTF8.self))
      html += String(repeating: "</span>", count: piece.covering.count + (piece.isBoilerplate ? 1 : 0))
    }
    return html + "</div>"
  }

  private func reference(_ index: Int, _ order: ReportOrder) -> String {
    "d\(documents)-\(HTMLText.escaped(order.ids[index]))"
  }

  /// What the decisions of the page mean, as a JSON object that can stand in a script.
  private var meaningsOfPage: String {
    var json = JSONBytes()
    json.object { json in for id in decisions.sorted() { json.field(id, meanings[id]) } }
    return String(decoding: json.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
  }

  /// The panel's lines, name and value divided by a tab; names with a space are told apart by the script.
  private func info(
    _ annotation: Annotation, _ document: AnnotatedDocument, _ bytes: [UInt8], _ order: ReportOrder
  ) -> String {
    func words(_ annotation: Annotation) -> String {
      String(decoding: bytes[annotation.span.start..<annotation.span.end].prefix(600), as: UTF8.self)
    }
    var lines = ["type\t\(annotation.type)", "text\t\(words(annotation))"]
    if let decision = annotation.provenance.decision { lines.append("decided by\t\(decision)") }
    lines += annotation.features.map { "\($0.name)\t\(HTMLTables.plain($0.value, bytes, order))" }
    if let module = annotation.provenance.module { lines.append("module\t\(module)") }
    lines += annotation.provenance.rules.map { "rule\t\($0)" }
    lines += annotation.provenance.annotations.map { index in
      let source = document.annotations[index]
      return "made of\td\(documents)-\(order.ids[index]) \(source.type) \(words(source))"
    }
    // CR LF is one character.
    return lines.map { line in String(line.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
  }

  /// A type's name as a class: ASCII letters, digits and hyphens as they are, other characters by their numbers.
  private static func className(_ type: String) -> String {
    type.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || scalar == "-" ? String(scalar) : "_" + String(scalar.value, radix: 16)
    }.joined()
  }
}
