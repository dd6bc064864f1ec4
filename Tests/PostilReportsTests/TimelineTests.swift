import Foundation
import PostilModel
import PostilRecords
import PostilReports
import Testing

@testable import PostilReports

@Suite struct TimelineTests {
  struct Case: CustomTestStringConvertible {
    let value: String
    let first: (Int, Int)
    let last: (Int, Int)
    var testDescription: String { value }
  }

  static let cases = [
    Case(value: "2023", first: (2023, 0), last: (2023, 364)),
    Case(value: "2024-02", first: (2024, 31), last: (2024, 59)),
    Case(value: "2023-09-20TEV", first: (2023, 262), last: (2023, 262)),
    Case(value: "2023-W01", first: (2023, 1), last: (2023, 7)),
    Case(value: "2020-W53", first: (2020, 362), last: (2021, 2)),
    Case(value: "2023-W37-WE", first: (2023, 258), last: (2023, 259)),
    Case(value: "2023-Q4", first: (2023, 273), last: (2023, 364)),
    Case(value: "2024-H1", first: (2024, 0), last: (2024, 181)),
    Case(value: "2022-WI", first: (2022, 334), last: (2023, 58)),
    Case(value: "199", first: (1990, 0), last: (1999, 364)),
    Case(value: "19", first: (1900, 0), last: (1999, 364)),
  ]

  @Test(arguments: cases)
  func `a value covers its days`(_ c: Case) throws {
    let span = try #require(TimelineSpan(c.value))
    #expect((span.first.year, span.first.ordinal) == c.first)
    #expect((span.last.year, span.last.ordinal) == c.last)
  }

  @Test(arguments: [
    "P3D", "PRESENT_REF", "XXXX-WXX-3", "XXXX-05", "2023-WXX", "2023-QX", "", "PT2H", "2023-13", "BC0044",
  ])
  func `a value without a place in the calendar stays apart`(value: String) { #expect(TimelineSpan(value) == nil) }

  @Test func `ISO weeks begin on the Monday that Foundation says`() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for year in 1601...2399 {
      let monday = try #require(calendar.date(from: DateComponents(weekOfYear: 9, yearForWeekOfYear: year)))
      let ordinal = try #require(calendar.ordinality(of: .day, in: .year, for: monday))
      #expect(TimelineSpan("\(year)-W09")?.first.ordinal == ordinal - 1, "\(year)")
    }
  }

  @Test func `the page shows bars with the words, and the undated apart`() throws {
    let text = "May 2023, three days"
    let document = AnnotatedDocument(
      document: Document(id: "d", text: text),
      annotations: [
        Annotation(type: "timex", span: Span(start: 0, end: 8), features: ["value": "2023-05"]),
        Annotation(type: "timex", span: Span(start: 10, end: 20), features: ["value": "P3D"]),
      ])
    final class Bytes { var all: [UInt8] = [] }
    let bytes = Bytes()
    var writer = ReportFormat.html.makeWriter(options: ReportOptions(color: false)) { bytes.all += $0 }
    try writer.begin(RunInformation(title: "run"))
    try writer.write(document)
    try writer.end(RunOutcome(documents: 1, failed: 0))
    let html = String(decoding: bytes.all, as: UTF8.self)
    #expect(html.contains("<h3>2023</h3>"))
    #expect(html.contains("left:32.88%;width:8.49%"))
    #expect(html.contains(">May 2023</a>"))
    let apart = try #require(html.range(of: "Undated"))
    #expect(html[apart.upperBound...].contains(">three days</a>"))
  }
}
