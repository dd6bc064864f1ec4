import Foundation
import Testing

@testable import PostilComparison

/// Two sets written so that the answer is known, with their gold annotations: the comparison must find what was planted.
@Suite struct PlantedTests {
  private static func comparison() throws -> Comparison {
    let path = Fixtures.reference.appendingPathComponent("documents.jsonl")
    var sets: [String: [String]] = [:]
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      let gold = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      let name = gold["set"] as? String ?? ""
      let record: [String: Any] = [
        "schema": "postil.report/1", "document": ["id": gold["id"], "set": name, "date": gold["date"]],
        "text": gold["text"] ?? "", "annotations": gold["annotations"] ?? [],
      ]
      sets[name, default: []].append(
        String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self))
    }
    return try Folder().comparison([sets["gov-readouts-2023"] ?? [], sets["gov-readouts-2025"] ?? []])
  }

  @Test func `names that change stand above those that do not, in the right direction`() throws {
    let rows = try Self.comparison().rows(of: .entity)
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element.name, $0.offset) })
    let controls = ["Baghdad", "NATO Mission Iraq", "Iraqi Armed Forces", "Mohammed Shia Al-Sudani"]
    let first = try #require(controls.compactMap { places[$0] }.min())
    let planted: [(String, [Int], [Int], Double)] = [
      ("Syria", [1, 6], [1, 4], 1), ("ISIS", [3, 0], [3, 0], -1), ("Mark Rutte", [0, 4], [0, 2], 1),
      ("Jens Stoltenberg", [5, 1], [2, 1], -1), ("Mosul", [4, 1], [3, 1], -1),
    ]
    for (name, counts, documents, sign) in planted {
      let place = try #require(places[name], "\(name)")
      #expect(place < first, "\(name)")
      #expect(rows[place].sides.map(\.count) == counts, "\(name)")
      #expect(rows[place].sides.map(\.documents) == documents, "\(name)")
      #expect((rows[place].contrasts[0].logRatio * sign) > 0, "\(name)")
    }
  }

  @Test func `three speakers turn, two up and one down`() throws {
    let comparison = try Self.comparison()
    let aids = ReadingAids(comparison).lists
    let sides = { (name: String) in
      comparison.rows(of: .source).first { $0.name == name }?.sides.map {
        ($0.tone?.positive ?? 0, $0.tone?.negative ?? 0)
      }
    }
    for (name, before, after) in [
      ("Nadia Al-Tamimi", (0, 5), (6, 0)), ("Grace Okonkwo-Reyes", (0, 6), (7, 0)),
      ("Yousif Al-Karadi", (6, 0), (0, 6)),
    ] {
      let found = try #require(sides(name), "\(name)")
      #expect(found[0] == before && found[1] == after, "\(name)")
    }
    #expect(aids.contains { $0.id == "new" && $0.entries.contains { $0.text.hasPrefix("Mark Rutte") } })
    #expect(aids.contains { $0.id == "vanished" && $0.entries.contains { $0.text.hasPrefix("ISIS") } })
  }

  @Test func `dates turn from past to future, and the poll stands in one set`() throws {
    let comparison = try Self.comparison()
    let counts = Dictionary(
      uniqueKeysWithValues: comparison.rows(of: .direction).map { ($0.name, $0.sides.map(\.count)) })
    // One PAST_REF and one FUTURE_REF beside the 38 and 41 resolved dates.
    #expect(counts["past"] == [39, 5])
    #expect(counts["future"] == [1, 42])
    #expect(comparison.rows(of: .poll).map { $0.sides.map(\.count) } == [[0, 1]])
    #expect(comparison.rows(of: .sentiment).first?.name == "negative")
  }
}
