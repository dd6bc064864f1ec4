import Foundation
import PostilJSON
import PostilModel
import PostilRecords
import Testing

@testable import PostilComparison

/// Summaries are the same bytes however the documents were divided.
@Suite struct SummaryTests {
  private let names = ["Ünal", "Grace Okonkwo-Reyes", "العبادي", "👩‍👩‍👧 Trio", "B"]

  private func lines(_ count: Int, _ random: inout SplitMix) -> [String] {
    (0..<count).map { number in
      let chosen = names.filter { _ in random.below(2) == 0 }
      let text = "«é» " + chosen.map { "\($0) spoke with \($0)" }.joined(separator: ".\nThen ")
      return Fixtures.line(
        "d\(number)", set: "s\(number % 3)", date: number % 4 == 0 ? nil : "2024-0\(1 + number % 9)-11",
        outlet: "o\(number % 2)", text: text, names: chosen,
        more: [Fixtures.statement(names[number % 5], score: Double(random.below(21) - 10) / 10)])
    }
  }

  private func summary(_ paths: [String], in folder: Folder) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try SummaryWriter(sources: paths.map(SummarySource.init)) { throw $0 }
    try writer.write(scratch: folder.path + "/scratch") { bytes += $0 }
    return bytes
  }

  @Test(arguments: 0..<12)
  func `one run and any split into shards, merged in any order, are the same bytes`(_ seed: Int) throws {
    let folder = try Folder()
    var random = SplitMix(seed: UInt64(seed))
    let lines = lines(40, &random)
    let whole = try summary([folder.write("whole.jsonl", lines)], in: folder)
    var shards = [[String]](repeating: [], count: 7)
    for line in lines.shuffled(using: &random) { shards[random.below(7)].append(line) }
    var parts: [String] = []
    for (number, shard) in shards.enumerated() where !shard.isEmpty {
      let bytes = try summary([folder.write("r\(number).jsonl", shard)], in: folder)
      parts.append(try folder.write("s\(number).jsonl", [String(decoding: bytes.dropLast(), as: UTF8.self)]))
    }
    parts.shuffle(using: &random)
    #expect(try summary(parts, in: folder) == whole)
    let half = try summary(Array(parts.prefix(3)), in: folder)
    let first = try folder.write("half.jsonl", [String(decoding: half.dropLast(), as: UTF8.self)])
    #expect(try summary([first] + parts.dropFirst(2), in: folder) == whole)
  }

  @Test func `whatever has an entity is counted among the names, whatever its type`() throws {
    let line = Fixtures.line("d", text: "é Mary met Ann", names: ["Mary", "Ann"])
      .replacing(#""type":"person""#, with: #""type":"vessel""#)
    let summary = SummaryBuilder.summary(of: try ReportRecord(try JSONParser.value(of: line)))
    #expect(summary.items[.entity]?.keys.sorted() == ["Ann", "Mary"])
    #expect(summary.items[.pair]?.keys.sorted() == ["Ann + Mary"])
  }

  @Test func `a summary holds all that the report gave`() throws {
    let folder = try Folder()
    let line = Fixtures.line(
      "d", date: "2024-03-11", outlet: "Öl", text: "العبادي met 👩‍👩‍👧 Trio.\nB", names: names,
      more: [Fixtures.statement("B", score: -0.5)])
    let bytes = try summary([folder.write("r.jsonl", [line])], in: folder)
    let source = try SummarySource(path: folder.write("s.jsonl", [String(decoding: bytes.dropLast(), as: UTF8.self)]))
    var documents: [DocumentSummary] = []
    try source.eachDocument(fault: { throw $0 }) { document, _ in documents.append(document) }
    let record = try ReportRecord(try JSONParser.value(of: line))
    #expect(documents == [SummaryBuilder.summary(of: record)])
    let document = try #require(documents.first)
    #expect(document.words == 4)
    #expect(document.metadata["outlet"] == "Öl")
    #expect(document.items[.pair]?.keys.sorted() == ["العبادي + 👩‍👩‍👧 Trio"])
    #expect(document.items[.source]?["B"]?.first?.score == -0.5)
  }

  @Test func `two different documents of one key are refused, equal ones are one`() throws {
    let folder = try Folder()
    let first = try folder.write("a.jsonl", [Fixtures.line("d", text: "A b c")])
    let same = try folder.write("b.jsonl", [Fixtures.line("d", text: "A b c")])
    let other = try folder.write("c.jsonl", [Fixtures.line("d", text: "A b d")])
    #expect(try summary([first, same], in: folder) == summary([first], in: folder))
    let error = #expect(throws: ReportError.self) { try summary([first, other], in: folder) }
    #expect(error?.description.contains("'s/d'") == true)
  }

  @Test func `a file that is neither report nor summary is named with its line`() throws {
    let error = #expect(throws: ReportError.self) { try SummarySource(path: "/etc/hostname") }
    #expect(error?.description.contains("/etc/hostname' line 1") == true)
  }

  /// A line of a summary with one field that no summary has so.
  private static func damaged(_ id: String, _ field: String) -> String {
    #"{"set":"s","id":"\#(id)",\#(field),"text":"é ab"}"#
  }

  private static let head = #"{"schema":"postil.summary/1","behind":[["x"],7]}"#

  @Test(arguments: [
    #""words":-5"#, #""words":1e400"#, #""words":"4""#, #""statements":-1"#, #""sketch":"zz""#, #""items":[1]"#,
    #""items":{"entity":{"A":[5,1]}}"#, #""items":{"entity":{"A":[0,1,2]}}"#, #""items":{"entity":{"A":[-3,1]}}"#,
    #""items":{"entity":{"A":["0",1]}}"#, #""items":{"source":{"A":[0,1,1e200,"positive"]}}"#,
    #""items":{"nothing":{"A":[0,1]}}"#, #""metadata":7"#,
  ])
  func `a damaged line of a summary counts as a failed document and is told, or refused`(_ field: String) throws {
    let folder = try Folder()
    let good = #"{"set":"s","id":"good","words":4,"items":{"entity":{"A":[0,1]}},"text":"é ab"}"#
    let path = try folder.write("hostile.jsonl", [Self.head, Self.damaged("bad", field), good])
    let inputs = try ["a=\(path)", "b=\(path)"].map { try ComparisonInput(argument: $0) }
    let comparison = try Comparer.comparison(of: inputs, options: ComparisonOptions())
    #expect(comparison.rows.first { $0.name == "A" }?.sides.map(\.count) == [1, 1])
    #expect(comparison.groups.map(\.documents) == [1, 1])
    #expect(comparison.warnings.contains { $0.contains("hostile.jsonl' line 2") })
    #expect(comparison.html().contains("</html>"))
    #expect(throws: ReportError.self) {
      try Comparer.comparison(of: inputs, options: ComparisonOptions(isStrict: true))
    }
  }

  @Test func `more words than can be counted are refused`() throws {
    let folder = try Folder()
    let path = try folder.write("many.jsonl", [Self.head, Self.damaged("a", #""words":99999999999"#)])
    #expect(throws: ReportError.self) {
      try Comparer.comparison(
        of: [ComparisonInput(argument: "a=\(path)"), ComparisonInput(argument: "b=\(path)")],
        options: ComparisonOptions())
    }
  }

  @Test func `a summary that was cut between two lines is told`() throws {
    let folder = try Folder()
    let lines = (0..<3).map { Fixtures.line("d\($0)", text: "é A b c") }
    let bytes = try summary([folder.write("r.jsonl", lines)], in: folder)
    let whole = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    for (kept, faults) in [(4, 0), (3, 1)] {
      var told: [String] = []
      let source = try SummarySource(path: folder.write("cut\(kept).jsonl", Array(whole.prefix(kept))))
      try source.eachDocument(fault: { told.append($0.description) }) { _, _ in }
      #expect(told.count == faults)
      #expect(told.allSatisfy { $0.contains("2 of the 3 documents") })
    }
  }

  @Test func `a partial report makes a partial summary, in its first line`() throws {
    let folder = try Folder()
    let report = try folder.write("out/report.jsonl", [Fixtures.line("d", text: "é A b c")])
    let manifest =
      #"{"schema":"postil.manifest/1","complete":false,"documents":1,"failed":0,"of":421,"cause":"interrupted"}"#
    _ = try folder.write("out/manifest.json", [manifest])
    let bytes = try summary([report], in: folder)
    let first = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    #expect(first.contains(#""complete":false,"documents":1,"failed":0,"of":421,"cause":"interrupted""#))
    let merged = try summary([folder.write("s.jsonl", [String(decoding: bytes.dropLast(), as: UTF8.self)])], in: folder)
    #expect(merged == bytes)
    let inputs = try ["a=\(report)", "b=\(report)"].map { try ComparisonInput(argument: $0) }
    let comparison = try Comparer.comparison(of: inputs, options: ComparisonOptions())
    #expect(comparison.warnings.contains { $0.contains("partial: interrupted after 1 of 421 documents") })
  }

  struct DateCase: CustomTestStringConvertible {
    let value, month, year, direction: String?
    var testDescription: String { value ?? "" }
  }

  @Test(arguments: [
    DateCase(value: "2023-09-20", month: "2023-09", year: "2023", direction: "same"),
    DateCase(value: "2023-09-19TMO", month: "2023-09", year: "2023", direction: "past"),
    DateCase(value: "2023-10", month: "2023-10", year: "2023", direction: "future"),
    DateCase(value: "2023", month: nil, year: "2023", direction: "same"),
    DateCase(value: "2023-W38", month: nil, year: "2023", direction: "same"),
    DateCase(value: "2023-W37-5", month: nil, year: "2023", direction: "past"),
    DateCase(value: "2023-Q4", month: nil, year: "2023", direction: "future"),
    DateCase(value: "2023-SU", month: nil, year: "2023", direction: "past"),
    DateCase(value: "PAST_REF", month: nil, year: nil, direction: "past"),
    DateCase(value: "XXXX-WXX-3", month: nil, year: nil, direction: nil),
    DateCase(value: "P3D", month: nil, year: nil, direction: nil),
  ])
  func `what comparisons make of a date`(_ c: DateCase) {
    let date = DateValue(c.value ?? "")
    #expect(date.month == c.month)
    #expect(date.year == c.year)
    #expect(date.direction(from: "2023-09-20") == c.direction)
  }
}
