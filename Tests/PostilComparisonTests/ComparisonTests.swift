import Foundation
import PostilJSON
import PostilRecords
import PostilReports
import Testing

@testable import PostilComparison

/// What a comparison says of small reports.
@Suite struct ComparisonTests {
  private func documents(_ names: [[String]], prefix: String = "d") -> [String] {
    names.enumerated().map { number, names in
      Fixtures.line(
        "\(prefix)\(number)", text: names.map { "\($0) came." }.joined(separator: " "), names: Array(Set(names)))
    }
  }

  @Test func `counts, documents, rates and log ratio of both sets`() throws {
    let comparison = try Folder().comparison([
      documents([["Ann", "Ann"], ["Bob"]]), documents([["Ann"], ["Cid"], ["Cid"], ["Cid"]]),
    ])
    let rows = Dictionary(uniqueKeysWithValues: comparison.rows(of: .entity).map { ($0.name, $0) })
    let ann = try #require(rows["Ann"])
    #expect(ann.sides.map(\.count) == [2, 1])
    #expect(ann.sides.map(\.documents) == [1, 1])
    #expect(abs(ann.sides[0].rate - 1000 * 2 / 6) < 1e-9)
    #expect(abs(ann.contrasts[0].logRatio - log2((1.0 / 8) / (2.0 / 6))) < 1e-12)
    #expect(ann.contrasts[0].test == nil)
    #expect(comparison.rows(of: .entity).first?.name == "Cid")
    #expect(comparison.table().contains("fewer than 8 documents"))
    #expect(comparison.method.small == ["set0", "set1"])
  }

  @Test func `eight documents and more are tested, and the difference stands first`() throws {
    let left = documents((0..<20).map { $0 % 2 == 0 ? ["Ann", "Bob"] : ["Bob"] })
    let right = documents((0..<20).map { $0 % 4 == 0 ? ["Ann", "Bob"] : ["Bob", "Cid", "Cid"] }, prefix: "e")
    let comparison = try Folder().comparison([left, right], options: ComparisonOptions(facets: [.entity]))
    let rows = comparison.rows
    #expect(rows.map(\.name).first == "Cid")
    let test = try #require(rows.first?.contrasts.first?.test)
    #expect(test.p < 0.001)
    #expect(test.q <= 3 * test.p)
    #expect(test.interval.contains(rows[0].contrasts[0].logRatio))
    #expect(comparison.method.tested == 3)
    #expect(comparison.table().contains("m = 3 items"))
    #expect(rows[0].sides[0].dispersion == nil)
    #expect(rows[0].sides[1].dispersion != nil)
  }

  @Test func `one report is divided by a metadata field, three sets have an omnibus test`() throws {
    let lines = (0..<30).map { number in
      Fixtures.line(
        "d\(number)", outlet: ["x", "y", "z"][number % 3],
        text: number % 3 == 2 ? "Ann Ann Ann said" : "Ann or Bob said",
        names: ["Ann", "Bob"])
    }
    let comparison = try Folder().comparison([lines], options: ComparisonOptions(facets: [.entity], groupBy: "outlet"))
    #expect(comparison.groups.map(\.name) == ["x", "y", "z"])
    #expect(comparison.groups.map(\.documents) == [10, 10, 10])
    let ann = try #require(comparison.rows.first { $0.name == "Ann" })
    #expect(ann.contrasts.map(\.reference) == [nil, nil, nil])
    #expect(ann.omnibus.map { $0.p < 0.001 } == true)
    #expect(ann.main?.target == 2)
  }

  @Test func `a name in three of forty short documents and in no long one is told with its least p`() throws {
    let words = (0..<120).map { "w\($0)" }.joined(separator: " ")
    let long = (0..<40).map { Fixtures.line("l\($0)", text: "\(words) \(words) \(words)") }
    let short = (0..<40).map {
      Fixtures.line("s\($0)", text: ($0 < 3 ? "«é» Mara Velk spoke. " : "«é» ") + words, names: ["Mara Velk"])
    }
    let options = ComparisonOptions(facets: [.entity], duplicates: .ignore)
    let comparison = try Folder().comparison([long, short], options: options)
    let row = try #require(comparison.rows.first)
    let test = try #require(row.contrasts[0].test)
    #expect(row.sides.map(\.documents) == [0, 3])
    #expect(abs(test.p - 0.2405) < 1e-4)
    #expect(test.interval.contains(0))
    #expect(test.conservative == 0)
    #expect(comparison.table().contains("0.2405  0.2405"))
    #expect(comparison.csv.contains(",p,leastP,q,"))
    let json = try JSONParser.value(of: String(decoding: comparison.json, as: UTF8.self))
    #expect(json["rows"]?.array?.first?["contrasts"]?.array?.first?["leastP"]?.number == test.least)
    #expect(comparison.html().contains("0.2405 <small>≥ 0.2405</small>"))
  }

  @Test func `a speaker whose tone turned is told`() throws {
    let left = (0..<3).map { Fixtures.line("a\($0)", text: "Ann said", more: [Fixtures.statement("Ann", score: -0.6)]) }
    let right = (0..<3).map { Fixtures.line("b\($0)", text: "Ann said", more: [Fixtures.statement("Ann", score: 0.4)]) }
    let comparison = try Folder().comparison([left, right])
    let aids = ReadingAids(comparison).lists.first { $0.id == "turned" }
    #expect(aids?.entries.first?.text == "Ann: -0.60 (3) → +0.40 (3)")
    let tone = comparison.rows(of: .source).first?.sides.map(\.tone?.negative)
    #expect(tone == [3, 0])
  }

  @Test func `speakers of few statements turn nothing, and the best borne out turn first`() throws {
    func line(_ id: String, _ tones: [String: Double]) -> String {
      Fixtures.line(
        id, text: "«é» \(tones.keys.sorted().joined(separator: " ")) said",
        more: tones.sorted { $0.key < $1.key }.map { Fixtures.statement($0.key, score: $0.value, start: 4, end: 7) })
    }
    let left = (0..<12).map {
      line("a\($0)", ["Bob": -0.5, "Cid": $0 % 2 == 0 ? -0.9 : 0.5].merging($0 == 0 ? ["Ann": -1] : [:]) { $1 })
    }
    let right = (0..<12).map {
      line("b\($0)", ["Bob": 0.5, "Cid": $0 % 2 == 0 ? 0.9 : -0.5].merging($0 == 0 ? ["Ann": 1] : [:]) { $1 })
    }
    let comparison = try Folder().comparison([left, right])
    let aids = try #require(ReadingAids(comparison).lists.first { $0.id == "turned" })
    #expect(aids.entries.compactMap(\.row?.name) == ["Bob", "Cid"])
    #expect(aids.entries[0].text.hasPrefix("Bob: -0.50 (12) → +0.50 (12), p "))
    #expect(comparison.table().contains("+0.20 (12)"))
    #expect(comparison.html().contains("</span> (12)"))
    #expect(comparison.csv.contains(",scored,meanScore,"))
    let json = try JSONParser.value(of: String(decoding: comparison.json, as: UTF8.self))
    let bob = try #require(json["rows"]?.array?.first { $0["item"]?.string == "Bob" })
    #expect(bob["sets"]?.array?.map { $0["scored"]?.number } == [12, 12])
  }

  @Test func `documents that repeat others are found and counted once by choice`() throws {
    let text = (0..<60).map { "word\($0)" }.joined(separator: " ")
    let lines = ["", " again", ""].enumerated().map {
      Fixtures.line("d\($0.offset)", text: "Ann " + text + $0.element, names: ["Ann"])
    }
    let other = [
      Fixtures.line("x", text: "Ann " + (0..<60).map { "other\($0)" }.joined(separator: " "), names: ["Ann"])
    ]
    let marked = try Folder().comparison([lines, other])
    #expect(marked.duplicates.map { $0.map(\.key.id) } == [["d0", "d1", "d2"]])
    #expect(marked.rows(of: .entity)[0].sides.map(\.count) == [3, 1])
    let once = try Folder().comparison([lines, other], options: ComparisonOptions(duplicates: .once))
    #expect(once.rows(of: .entity)[0].sides.map(\.count) == [1, 1])
    #expect(once.groups.map(\.documents) == [1, 1])
  }

  @Test func `reports made with other versions are warned of by name`() throws {
    let folder = try Folder()
    func report(_ name: String, _ version: String) throws -> String {
      _ = try folder.write(
        "\(name)/manifest.json",
        [#"{"postil":"0.1.0","modules":[{"name":"date-normalization","version":"\#(version)"}],"rules":[]}"#])
      _ = try folder.write("\(name)/report.jsonl", [Fixtures.line("d", text: "Ann", names: ["Ann"])])
      return folder.path + "/" + name
    }
    let inputs = try [report("a", "1.0"), report("b", "1.1")].map { try ComparisonInput(argument: $0) }
    let comparison = try Comparer.comparison(of: inputs, options: ComparisonOptions())
    #expect(comparison.warnings.contains { $0.contains("module date-normalization") })
    #expect(!comparison.warnings.contains { $0.contains("postil,") })
  }

  @Test func `one set is nothing to compare`() throws {
    let folder = try Folder()
    #expect(throws: ReportError.self) { try folder.comparison([documents([["Ann"]])]) }
  }

  @Test func `control characters of a report reach no terminal`() throws {
    let hostile = Fixtures.line("d", text: #"\u001b[31mA, and no more"#, names: [#"\u001b[31mA"#])
    let comparison = try Folder().comparison([[hostile], [hostile]])
    #expect(comparison.rows(of: .entity).first?.name.contains("\u{1B}") == true)
    #expect(!comparison.table().contains("\u{1B}"))
  }

  @Test func `a comparison as CSV is tidy: a line for each item and set, a column for each figure`() throws {
    let comparison = try Folder().comparison([documents([["Ann"]]), documents([["=Bob, \"B\""]].map { _ in ["Cid"] })])
    let lines = comparison.csv.split(separator: "\r\n")
    #expect(lines.count == 1 + 2 * comparison.rows.count)
    #expect(lines[0].hasPrefix("facet,item,set,series,period,base,count,size,rate,documents,setDocuments,"))
    let ann = lines.filter { $0.hasPrefix("entity,Ann,") }
    #expect(
      ann.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(11).dropFirst(2).joined(separator: " ")
      } == [
        "set0   words 1 2 500 1 1", "set1   words 0 2 0 0 1",
      ])
    #expect(Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    #expect(CSVText.cell("=Bob, \"B\"") == "\"'=Bob, \"\"B\"\"\"")
    #expect(CSVText.cell("-0.5") == "-0.5")
  }

  @Test func `a comparison as JSON reads back`() throws {
    let comparison = try Folder().comparison([documents([["Ann"]]), documents([["Cid"]])])
    let value = try JSONParser.value(of: String(decoding: comparison.json, as: UTF8.self))
    #expect(value["schema"]?.string == "postil.comparison/1")
    #expect(value["rows"]?.array?.count == comparison.rows.count)
    #expect(value["method"]?["smallSets"]?.array?.count == 2)
  }

  @Test func `the places of an item are shown in context`() throws {
    let comparison = try Folder().comparison([documents([["Ann", "Bob"]]), documents([["Ann"], ["Ann"]])])
    let text = try #require(comparison.places(of: "Ann", most: 1))
    #expect(
      text == """
        Names: Ann
          set0: 1 in 1 document
            d0: [[Ann]] came. Bob came.
          set1: 2 in 2 documents
            d0: [[Ann]] came.

        """)
    #expect(comparison.places(of: "Zoe", most: 1) == nil)
    let value = try JSONParser.value(of: String(decoding: comparison.json, as: UTF8.self))
    #expect(value["rows"]?.array?.first?["sets"]?.array?[1]["examples"]?.array?.first?.string == "s/d0")
  }
}
