import PostilJSON
import PostilModel
import PostilRecords

/// One self-contained page for the run: coloured documents, drawn as they come into view, a search, a filter by type, a panel, and tables.
struct HTMLWriter: ReportWriter {
  private let sink: ByteSink
  private var tables = HTMLTables()
  private var types: [String: Int] = [:]
  private var documents = 0
  private var meanings: [String: String] = [:]
  /// The decisions that the page tells of.
  private var decisions: Set<String> = []
  private var words = HTMLWords()
  /// The rows of the list of documents.
  private var list: [[String]] = []

  init(sink: @escaping ByteSink) { self.sink = sink }

  mutating func begin(_ run: RunInformation) throws {
    meanings = run.decisions
    try put(
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>Postil: \(HTMLText.escaped(run.title))</title><style>\(HTMLStyle.css)\(HTMLTables.css)</style></head><body>
      <header><h1>\(HTMLText.escaped(run.title))</h1><p class="tools"><label>Search <input id="find" type="search"></label>
      <span id="found" role="status"></span></p><nav id="legend" aria-label="Annotation types"></nav></header>
      <noscript><p class="error">The texts of this page are drawn by a script, which this browser does not run.</p></noscript>
      <section id="hits"></section><details id="documents"><summary>Documents</summary></details>
      <div id="layout"><main>

      """)
  }

  mutating func write(_ document: AnnotatedDocument) throws {
    documents += 1
    let order = ReportOrder(document.annotations)
    let head = document.document
    let date = head.date.map { "\($0.value) (\($0.origin.rawValue))" } ?? "undated"
    var html = "<article id=\"d\(documents)\"><h2>\(HTMLText.escaped(head.id))</h2>"
    let named = Self.outlet(of: head)
    let meta = [named, head.set == named ? "" : head.set, date, language(of: head)].filter { !$0.isEmpty }
    html += "<p class=\"meta\">\(HTMLText.escaped(meta.joined(separator: " · ")))</p>"
    // Most texts begin with their title.
    if let title = head.metadata["title"]?.string, !title.isEmpty, !head.text.hasPrefix(title) {
      html += "<p class=\"title\" dir=\"auto\">\(HTMLText.escaped(title))</p>"
    }
    if let error = document.error {
      html += "<p class=\"error\">\(HTMLText.escaped(error))</p>"
    } else {
      let language = head.detectedLanguage.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
      html += "<div class=\"text\" dir=\"auto\"\(language)></div>"
    }
    for diagnostic in document.diagnostics {
      html += "<p class=\"error\">\(HTMLText.escaped(diagnostic.message)) [\(HTMLText.escaped(diagnostic.code))]</p>"
    }
    try put(html + "</article><script type=\"application/json\">")
    try sink(HTMLDocument(document, order).json(&words)[...])
    try put("</script>\n")
    list.append(row(of: document))
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
    let documents = HTMLTable(title: "Documents", columns: Self.columns, rows: list)
    try put("<section id=\"tables\">\(tables.html)\(documents.html)</section>")
    let legend = types.keys.sorted().map { type in
      "<label class=\"t-\(Self.className(type))\"><input type=\"checkbox\" checked data-type=\"\(Self.className(type))\"> "
        + "\(HTMLText.escaped(type)) <b>\(types[type] ?? 0)</b></label>"
    }.joined()
    try put(
      "<template id=\"legend-items\">\(legend)</template><script>const meanings=\(meaningsOfPage),words=\(inScript { $0.strings(words.all) });"
        + "\(HTMLTableScript.javaScript)\(HTMLScript.javaScript)\(HTMLSearchScript.javaScript)</script></body></html>\n"
    )
  }

  private static let columns = ["document", "title", "outlet", "date", "annotations", "address"]

  private func row(of document: AnnotatedDocument) -> [String] {
    let head = document.document
    func said(_ name: String) -> String { head.metadata[name]?.string ?? "" }
    let address = said("url")
    let isAddress = address.hasPrefix("http://") || address.hasPrefix("https://")
    return [
      "<a href=\"#d\(documents)\">\(HTMLText.escaped(head.id))</a>", HTMLText.escaped(said("title")),
      HTMLText.escaped(Self.outlet(of: head)), HTMLText.escaped(head.date?.value ?? ""),
      "\(document.annotations.count)",
      isAddress ? "<a href=\"\(HTMLText.escaped(address))\" rel=\"noreferrer\">\(HTMLText.escaped(address))</a>" : "",
    ]
  }

  /// Who brought a document, as it or its set says.
  private static func outlet(of document: Document) -> String {
    let said = ["outlet", "source"].map { document.metadata[$0]?.string ?? "" }
    return (said + [document.set]).first { !$0.isEmpty } ?? ""
  }

  private func put(_ text: String) throws { try sink(Array(text.utf8)[...]) }

  /// The language that a text was found to be in, and what the metadata say where that is written otherwise.
  private func language(of document: Document) -> String {
    let given = document.metadata["language"]?.string
    guard let found = document.detectedLanguage else { return given.map { "language \($0) (metadata)" } ?? "" }
    return "language \(found)" + (given.map { $0 == found ? "" : " (metadata: \($0))" } ?? "")
  }

  /// What the decisions of the page mean.
  private var meaningsOfPage: String {
    inScript { json in json.object { json in for id in decisions.sorted() { json.field(id, meanings[id]) } } }
  }

  private func inScript(_ body: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    body(&json)
    return String(decoding: HTMLText.inScript(json.bytes), as: UTF8.self)
  }

  /// A type's name as a class: ASCII letters, digits and hyphens as they are, other characters by their numbers.
  private static func className(_ type: String) -> String {
    type.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || scalar == "-" ? String(scalar) : "_" + String(scalar.value, radix: 16)
    }.joined()
  }
}
