import PostilJSON
import PostilRecords
import Testing

@testable import PostilComparison

/// Names and statements in boilerplate: left out, told, and brought back.
@Suite struct BoilerplateTests {
  /// A report's line with news and a credit behind it, whose name and statement are marked.
  private static func line(_ number: Int, credit: String) -> String {
    let news = "«é» Ann met Bob."
    let start = news.unicodeScalars.count + 1
    let end = start + credit.unicodeScalars.count
    let marked =
      #"{"type":"person","start":\#(start),"end":\#(end),"text":"\#(credit)","features":{"entity":"\#(credit)","boilerplate":true},"by":{"module":"m","rule":"r/name"}}"#
    let statement = Fixtures.statement(credit, score: 0.5, start: start, end: end)
      .replacing(#""score":"#, with: #""boilerplate":true,"score":"#)
    let line = Fixtures.line(
      "d\(number)", text: "\(news)\n\(credit)", names: ["Ann", "Bob"],
      more: [marked, statement, Fixtures.statement("Ann", score: -0.5)])
    return line.dropLast() + #","boilerplate":[[\#(start),\#(end)]]}"#
  }

  private static let sets = [
    (0..<10).map { line($0, credit: "Mira Kostrel") }, (0..<10).map { line($0, credit: "Joss Tamber") },
  ]

  private static func comparison(_ treatment: ComparisonOptions.Treatment) throws -> Comparison {
    try Folder().comparison(sets, options: ComparisonOptions(boilerplate: treatment))
  }

  @Test func `names, pairs, statements and words in boilerplate are left out, and it is told how many`() throws {
    let comparison = try Self.comparison(.leaveOut)
    #expect(comparison.rows(of: .entity).map(\.name).sorted() == ["Ann", "Bob"])
    #expect(comparison.rows(of: .pair).map(\.name) == ["Ann + Bob"])
    #expect(comparison.rows(of: .source).map(\.name) == ["Ann"])
    #expect(comparison.groups.map(\.words) == [40, 40])
    #expect(comparison.groups.map(\.statements) == [10, 10])
    let told = "20 names, 20 statements and 40 words in boilerplate are left out; --boilerplate keep counts them"
    #expect(comparison.table().contains(told + "\n"))
    #expect(comparison.html(most: 20, occurrences: 2).contains(told))
    let json = try JSONParser.value(of: comparison.json)
    #expect(json["boilerplate"]?["treatment"]?.string == "leave-out")
    #expect(json["boilerplate"]?["names"]?.integer == 20)
  }

  @Test func `they are counted on demand`() throws {
    let comparison = try Self.comparison(.keep)
    #expect(comparison.rows(of: .entity).map(\.name).sorted() == ["Ann", "Bob", "Joss Tamber", "Mira Kostrel"])
    #expect(comparison.rows(of: .source).map(\.name).sorted() == ["Ann", "Joss Tamber", "Mira Kostrel"])
    #expect(comparison.groups.map(\.words) == [60, 60])
    #expect(comparison.groups.map(\.statements) == [20, 20])
    #expect(comparison.table().contains("20 names, 20 statements and 40 words in boilerplate are counted\n"))
    let places = try #require(comparison.places(of: "Mira Kostrel", most: 3))
    #expect(places.contains("[[Mira Kostrel]]"))
  }

  @Test func `a speaker whose name stands in boilerplate alone is left out, one named elsewhere too is not`() throws {
    let text = "Ann met Bob. Korr/AP Bob/AP"
    let statements = ["Korr", "Bob"].map { Fixtures.statement($0, score: 0.5) }
    let line = Fixtures.line("d", text: text, names: ["Ann", "Bob", "Korr"], more: statements)
      .replacing(#""entity":"Korr""#, with: #""entity":"Korr","boilerplate":true"#)
      .replacing(
        #""start":21,"end":24,"text":"Bob","features":{"#,
        with: #""start":21,"end":24,"text":"Bob","features":{"boilerplate":true,"#)
    let summary = SummaryBuilder.summary(of: try ReportRecord(try JSONParser.value(of: line)))
    #expect(summary.items[.entity]?["Bob"]?.count == 1)
    #expect(summary.items[.source]?.keys.sorted() == ["Bob"])
    #expect(summary.boilerplate.items[.source]?.keys.sorted() == ["Korr"])
  }

  @Test func `a pair with a name in boilerplate is boilerplate, one beside it is none`() throws {
    let text = "Ann met Bob near Korr"
    let line = Fixtures.line("d", text: text, names: ["Ann", "Bob", "Korr"])
      .replacing(#""entity":"Korr""#, with: #""entity":"Korr","boilerplate":true"#)
    let summary = SummaryBuilder.summary(of: try ReportRecord(try JSONParser.value(of: line)))
    #expect(summary.items[.pair]?.keys.sorted() == ["Ann + Bob"])
    #expect(summary.boilerplate.items[.pair]?.keys.sorted() == ["Ann + Korr", "Bob + Korr"])
  }

  @Test func `a summary keeps both apart, and gives the same comparison as the reports, merged or not`() throws {
    let folder = try Folder()
    func summary(_ paths: [String], _ name: String) throws -> String {
      var bytes: [UInt8] = []
      let writer = try SummaryWriter(sources: paths.map(SummarySource.init)) { throw $0 }
      let written = try writer.write(scratch: folder.path + "/scratch") { bytes += $0 }
      #expect(written.boilerplate.names == written.documents)
      return try folder.write(name, [String(decoding: bytes.dropLast(), as: UTF8.self)])
    }
    var summaries: [String] = []
    for (number, lines) in Self.sets.enumerated() {
      let halves = try [lines.prefix(4), lines.suffix(6)].enumerated().map { half, part in
        try summary([folder.write("r\(number)\(half).jsonl", Array(part))], "s\(number)\(half).jsonl")
      }
      summaries.append(try summary(halves, "set\(number).jsonl"))
    }
    for treatment in ComparisonOptions.Treatment.allCases {
      let inputs = try summaries.map { try ComparisonInput(argument: $0) }
      let comparison = try Comparer.comparison(of: inputs, options: ComparisonOptions(boilerplate: treatment))
      let expected = try Self.comparison(treatment)
      #expect(comparison.csv == expected.csv)
      #expect(comparison.boilerplate.names == 20)
    }
  }

  @Test func `a summary line with boilerplate that is none is refused`() throws {
    for field in [#"7"#, #"{"words":-1}"#, #"{"items":{"nobody":{}}}"#] {
      let line = #"{"set":"s","id":"d","statements":0,"items":{},"boilerplate":\#(field)}"#
      #expect(throws: RecordError.self) { try SummaryLine(try JSONParser.value(of: line)) }
    }
  }
}
