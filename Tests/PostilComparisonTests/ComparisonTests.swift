import Foundation
import PostilComparison
import PostilReports
import Testing

@Suite struct ComparisonTests {
  private func records(_ names: [[String]]) throws -> [ReportRecord] {
    let lines = names.enumerated().map { number, names in
      let annotations = names.map { #"{"type":"person","text":"\#($0)","features":{"entity":"\#($0)"}}"# }
      return
        #"{"schema":"postil.report/1","document":{"id":"\#(number)"},"annotations":[\#(annotations.joined(separator: ","))]}"#
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    return try ReportReader.records(at: path)
  }

  @Test func `counts, documents and log ratio of both sides`() throws {
    let comparison = Comparison(
      left: try records([["A", "A"], ["B"]]), right: try records([["A"], ["C"], ["C"], ["C"]]))
    let rows = Dictionary(uniqueKeysWithValues: comparison.rows.map { ($0.item, $0) })
    #expect(rows["A"]?.left.count == 2)
    #expect(rows["A"]?.left.documents == 1)
    #expect(rows["A"]?.right.rate == 0.25)
    #expect(abs((rows["A"]?.logRatio ?? 0) - log2((1.5 / 4) / (2.5 / 2))) < 1e-12)
    #expect(comparison.rows.first?.item == "C")
    #expect(comparison.table().contains("under eight"))
  }

  @Test func `a file that is no report is named with its line`() throws {
    let error = #expect(throws: ReportError.self) { try ReportReader.records(at: "/etc/hostname") }
    #expect(error?.description.contains("line 1") == true)
  }

  @Test func `control characters of a report reach no terminal`() throws {
    let hostile = try records([[#"\u001b[31mA"#]])
    #expect(hostile.first?.items.first?.features["entity"]?.contains("\u{1B}") == true)
    #expect(!Comparison(left: hostile, right: hostile).table().contains("\u{1B}"))
  }
}
