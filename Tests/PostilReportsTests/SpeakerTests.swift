import PostilModel
import PostilRecords
import Testing

@testable import PostilReports

@Suite struct SpeakerTests {
  private static let text = "Ann praised Bob. Ann blamed Bob. Ann praised the long fight against Cay."

  private static func page() throws -> String {
    func statement(_ start: Int, _ end: Int, _ sentiment: String, _ score: Double) -> Annotation {
      let span = Span(start: start, end: end)
      return Annotation(
        type: "statement", span: span,
        features: [
          "sourceEntity": "Ann <b>", "sentiment": .string(sentiment), "score": .number(score), "target": .span(span),
        ])
    }
    let document = AnnotatedDocument(
      document: Document(id: "d", text: text),
      annotations: [
        statement(12, 15, "positive", 0.6), statement(28, 31, "negative", -0.5),
        statement(45, 71, "positive", 0.05),
        Annotation(type: "person", span: Span(start: 12, end: 15), features: ["entity": "Bob"]),
        Annotation(type: "person", span: Span(start: 28, end: 31), features: ["entity": "Bob"]),
        Annotation(type: "person", span: Span(start: 68, end: 71), features: ["entity": "Cay"]),
        Annotation(
          type: "poll", span: Span(start: 0, end: 3),
          features: [
            "kind": "reader", "question": "Who <i>?", "options": .list(["Ann", "Bob"]), "shares": .list([60, 40]),
          ]),
      ])
    final class Bytes { var all: [UInt8] = [] }
    let bytes = Bytes()
    var writer = ReportFormat.html.makeWriter(options: ReportOptions(color: false)) { bytes.all += $0 }
    try writer.begin(RunInformation(title: "run"))
    try writer.write(document)
    try writer.end(RunOutcome(documents: 1, failed: 0))
    return String(decoding: bytes.all, as: UTF8.self)
  }

  @Test func `a speaker has a strip with a cell for each statement and the mean`() throws {
    let html = try Self.page()
    let row = try #require(Page(html).rows.first { $0.prefix(3) == ["Ann &lt;b&gt;", "3", "0.05"] })
    #expect(row[3].contains("title=\"positive: Bob\""))
    #expect(row[3].contains("title=\"negative: Bob\""))
  }

  @Test func `the matrix counts praise and criticism of each name`() throws {
    let html = try Self.page()
    #expect(html.contains("title=\"positive\">+1</a>"))
    #expect(html.contains("title=\"negative\">−1</a>"))
  }

  @Test func `the matrix leaves out names deep inside what is praised`() throws {
    let html = try Self.page()
    #expect(html.contains("Praise and criticism <small>1 × 1</small>"))
  }

  @Test func `the matrix has no row without a cell`() {
    var stances = HTMLStances()
    for number in 0..<12 { stances.add(by: "Ann", about: "Body \(10 + number)", sentiment: "positive", target: "p") }
    stances.add(by: "Bob", about: "Zed", sentiment: "positive", target: "p")
    #expect(!stances.html.contains("Bob"))
    #expect(stances.html.contains("1 more names"))
  }

  @Test func `shares are bars and words are escaped`() throws {
    let html = try Self.page()
    #expect(html.contains("<i style=\"inline-size:60%\"></i>"))
    #expect(html.contains("Who &lt;i&gt;?"))
  }
}
