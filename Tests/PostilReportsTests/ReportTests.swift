import Foundation
import PostilModel
import PostilRecords
import PostilReports
import Testing

@Suite struct ReportTests {
  private let document = AnnotatedDocument(
    document: Document(
      id: "<d>", set: "s", text: "é “Go</script>” he said", date: DocumentDate(value: "2023-09-21", origin: .record)),
    annotations: [
      Annotation(
        type: "statement", span: Span(start: 6, end: 17),
        features: [
          "source": .span(Span(start: 21, end: 23)), "parts": [.span(Span(start: 6, end: 17))], "score": 0.5,
          "about": .annotation(1),
        ],
        provenance: Provenance(module: "m", rules: ["r/a"])),
      Annotation(
        type: "person", span: Span(start: 21, end: 23), features: ["entity": "<img onerror=x>"], givenID: "a1"),
    ])

  private func write(_ format: ReportFormat, color: Bool = false, _ document: AnnotatedDocument) throws -> String {
    final class Bytes { var all: [UInt8] = [] }
    let bytes = Bytes()
    var writer = format.makeWriter(options: ReportOptions(color: color)) { bytes.all += $0 }
    try writer.begin(RunInformation(title: "run"))
    try writer.write(document)
    try writer.end(RunOutcome(documents: 1, failed: 0))
    return String(decoding: bytes.all, as: UTF8.self)
  }

  @Test func `a record counts code points, refers by id, and keeps given ids`() throws {
    let line = try write(.jsonl, document)
    let record = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(record["schema"] as? String == "postil.report/1")
    let annotations = try #require(record["annotations"] as? [[String: Any]])
    let statement = annotations[0]
    #expect(statement["id"] as? String == "a2")
    #expect(statement["start"] as? Int == 3)
    #expect(statement["end"] as? Int == 14)
    #expect(statement["text"] as? String == "Go</script>")
    let features = try #require(statement["features"] as? [String: Any])
    #expect(features["source"] as? String == "he")
    #expect(features["sourceStart"] as? Int == 16)
    #expect(features["parts"] as? [[Int]] == [[3, 14]])
    #expect(features["about"] as? String == "a1")
    #expect((statement["by"] as? [String: Any])?["rule"] as? String == "r/a")
  }

  @Test func `title and outlet stand above a text on a page, a title that the text begins with once`() throws {
    func page(_ text: String) throws -> String {
      let metadata: Features = ["title": "é <Bridge> opens", "outlet": "The Tide & Co"]
      return try write(.html, AnnotatedDocument(document: Document(id: "d", set: "s", text: text, metadata: metadata)))
    }
    let apart = try page("é It opened on Tuesday.")
    #expect(apart.contains("<p class=\"title\" dir=\"auto\">é &lt;Bridge&gt; opens</p>"))
    #expect(apart.contains("<p class=\"meta\">The Tide &amp; Co · s · undated</p>"))
    #expect(try !page("é <Bridge> opens\n\nIt opened.").contains("<p class=\"title\""))
  }

  @Test(arguments: [
    (["news/é"], "news/é"), (["a.txt", "x=b/"], "a.txt, x=b/"), (["-"], "-"), (["/news/é/."], "é"),
    (["/news/é/x/.."], "é"),
  ])
  func `a run is called by its inputs, a folder that is named by a full stop by its own name`(
    _ inputs: [String], _ title: String
  ) {
    #expect(RunInformation(inputs: inputs).title == title)
  }

  @Test func `a folder that is named by where it is has a name`() {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).lastPathComponent
    #expect(RunInformation(inputs: ["."]).title == here)
  }

  @Test func `a failed document has an error and no annotations`() throws {
    let line = try write(.jsonl, AnnotatedDocument(document: document.document, error: "broken"))
    #expect(line.contains("\"error\":\"broken\""))
    #expect(!line.contains("\"annotations\""))
  }

  @Test(arguments: ["", "é 🙂 "])
  func `boilerplate is dimmed on a page and in a terminal, with the names in it`(prefix: String) throws {
    let text = prefix + "Ann left. By Bob/AP"
    let start = prefix.utf8.count + 10
    let document = AnnotatedDocument(
      document: Document(id: "d", text: text),
      annotations: [
        Annotation(type: "person", span: Span(start: start + 3, end: start + 6), features: ["entity": "Bob"])
      ],
      boilerplate: [Span(start: start, end: start + 9)])
    let html = try write(.html, document)
    let drawn = try #require(Page(html).documents.first)
    let place = prefix.unicodeScalars.count + 10
    #expect(drawn["t"] as? String == text)
    #expect(drawn["b"] as? [Int] == [place, place + 9])
    let rows = try #require(drawn["a"] as? [[Any]])
    #expect(rows.map { $0[1] as? Int } == [place + 3] && rows.map { $0[2] as? Int } == [place + 6])
    #expect(html.contains(".boilerplate{"))
    var bytes: [UInt8] = []
    var writer = ReportFormat.text.makeWriter(options: ReportOptions(color: true)) { bytes += $0 }
    try writer.begin(RunInformation(title: "run"))
    try writer.write(document)
    let shown = String(decoding: bytes, as: UTF8.self)
    #expect(shown.contains("Ann left. \u{1B}[2mBy \u{1B}[0m\u{1B}[2;36mBob\u{1B}[0m\u{1B}[2m/AP\u{1B}[0m"))
  }

  @Test func `text of documents is escaped everywhere in HTML`() throws {
    let html = try write(.html, document)
    #expect(Page(html).scripts.count == html.components(separatedBy: "<script").count - 1)
    #expect(!html.contains("<img"))
    #expect(!html.contains("<d>"))
  }

  @Test func `a page tells decisions with their meanings, and links what an annotation was made of`() throws {
    let text = "é Ann said so"
    let annotated = AnnotatedDocument(
      document: Document(id: "d", text: text),
      annotations: [
        Annotation(
          type: "person", span: Span(start: 3, end: 6), provenance: Provenance(module: "m", decision: "m.first")),
        Annotation(
          type: "statement", span: Span(start: 7, end: 14),
          provenance: Provenance(module: "m", rules: ["r/a"], annotations: [0], decision: "m.</script>")),
      ])
    final class Bytes { var all: [UInt8] = [] }
    let bytes = Bytes()
    var writer = ReportFormat.html.makeWriter(options: ReportOptions()) { bytes.all += $0 }
    let meanings = ["m.first": "the “first”", "m.</script>": "é", "m.other": "never"]
    try writer.begin(RunInformation(title: "run", decisions: meanings))
    try writer.write(annotated)
    try writer.end(RunOutcome(documents: 1, failed: 0))
    let html = String(decoding: bytes.all, as: UTF8.self)
    #expect(html.contains(#"const meanings={"m.\u003c/script>":"é","m.first":"the “first”"},"#))
    let page = Page(html)
    #expect(page.scripts.count == html.components(separatedBy: "<script").count - 1)
    let rows = try #require(page.documents.first?["a"] as? [[Any]])
    #expect(rows.map { $0[0] as? String } == ["a1", "a2"])
    #expect(page.facts(rows[0]) == ["decided by: m.first", "module: m"])
    #expect(page.facts(rows[1]) == ["decided by: m.</script>", "module: m", "rule: r/a"])
    #expect(rows[1][5] as? [Int] == [0])
  }

  @Test func `offsets on a page count code points, as in reports`() throws {
    let text = "é were\r\nslow\ror"
    let annotated = AnnotatedDocument(
      document: Document(id: "d", text: text), annotations: [Annotation(type: "x", span: Span(start: 3, end: 16))])
    let drawn = try #require(Page(try write(.html, annotated)).documents.first)
    #expect(drawn["t"] as? String == text)
    #expect((drawn["a"] as? [[Any]])?.map { $0[2] as? Int } == [15])
  }

  @Test func `control characters reach no terminal, colours only on request`() throws {
    let hostile = AnnotatedDocument(document: Document(id: "d", text: "a\u{1B}[31mb\u{7}"))
    #expect(!(try write(.text, hostile)).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    #expect(try write(.text, color: true, document).contains("\u{1B}[4"))
  }

  @Test(arguments: [ReportFormat.jsonl, .text, .html, .webannotation])
  func `numbers of any size are written`(format: ReportFormat) throws {
    let large = AnnotatedDocument(
      document: Document(id: "d", text: "é a"),
      annotations: [Annotation(type: "x", span: Span(start: 3, end: 4), features: ["n": 1e300])])
    #expect(try write(format, large).contains("1e+300"))
  }
}
