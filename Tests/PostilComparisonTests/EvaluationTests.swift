import Foundation
import PostilJSON
import PostilRecords
import Testing

@testable import PostilComparison

/// Reports measured against gold, and against each other.
@Suite struct EvaluationTests {
  private func item(
    _ type: String, _ start: Int, _ end: Int, _ features: [(String, String)] = [], rule: String? = nil
  ) -> ReportRecord.Item {
    ReportRecord.Item(
      id: "", type: type, start: start, end: end, text: "",
      features: features.map { JSONValue.Member(name: $0.0, value: .string($0.1)) }, rules: rule.map { [$0] } ?? [])
  }

  private func evaluation(
    _ text: String, gold: [ReportRecord.Item], system: [ReportRecord.Item]
  ) throws -> [String: Evaluation.TypeScores] {
    let result = try Evaluator.evaluation(
      gold: [GoldDocument(id: "d", text: .whole(text), items: gold)],
      report: [ReportRecord(id: "d.txt", set: "s", text: text, items: system)])
    return Dictionary(uniqueKeysWithValues: result.types.map { ($0.type, $0) })
  }

  /// `report.jsonl` is the gold with faults put in; `scores.json` is what the development scorers make of it.
  @Test func `figures equal those of the development scorers on thirty documents`() throws {
    let folder = Fixtures.reference.path
    let evaluation = try Evaluator.evaluation(
      gold: try GoldReader.gold(at: folder + "/documents.jsonl"),
      report: try ReportReader.records(at: folder + "/report.jsonl"))
    let types = Dictionary(uniqueKeysWithValues: evaluation.types.map { ($0.type, $0) })
    let wanted = try JSONParser.value(
      of: try String(contentsOfFile: folder + "/scores.json", encoding: .utf8))
    func equal(_ score: Evaluation.Score?, _ figures: [Double?], within tolerance: Double) -> Bool {
      guard let score else { return false }
      return zip([score.precision, score.recall, score.f1], figures).allSatisfy {
        abs(100 * $0 - ($1 ?? -1)) < tolerance
      }
    }
    let timex = try #require(types["timex"])
    let pairs = [
      (timex.strict, "strict"), (timex.lenient, "relaxed"), (timex.features["timexType"], "type"),
      (timex.features["value"], "value"),
    ]
    for (score, name) in pairs {
      let figures = ["p", "r", "f1"].map { wanted["timex"]?[name]?[$0]?.number }
      #expect(equal(score, figures, within: 0.0051), "\(name)")
    }
    for type in ["person", "organization", "location"] {
      let strict = wanted["names"]?["strict"]?[type]?.array?.map(\.number) ?? []
      let overlap = wanted["names"]?["overlap"]?[type]?.array?.map(\.number) ?? []
      #expect(equal(types[type]?.strict, strict, within: 1e-9), "\(type)")
      #expect(equal(types[type]?.lenient, overlap, within: 1e-9), "\(type)")
    }
    let polls = ["P", "R", "F1"].map { wanted["polls"]?[$0]?.number }
    #expect(equal(types["poll"]?.lenient, polls, within: 1e-9))
  }

  @Test(arguments: ["", "é", "👩‍👩‍👧 ", "العراق\n"])
  func `names are compared without what annotators disagree on`(_ prefix: String) throws {
    let text = prefix + "He met the Mr. Cruz’s “Ann Lee,” of Acme Inc. here"
    func span(_ words: String, _ features: [(String, String)] = []) -> ReportRecord.Item {
      let range = text.range(of: words)!
      let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      return item("vessel", start, start + words.unicodeScalars.count, features)
    }
    let all = try evaluation(
      text, gold: [span("Mr. Cruz"), span("Ann Lee"), span("Acme Inc.")],
      system: [span("the Mr. Cruz’s", [("entity", "Cruz")]), span("“Ann Lee,”"), span("Acme Inc.")])["vessel"]
    #expect(all?.strict.right == 3)
  }

  @Test func `overlap is lenient, optional names are neither required nor wrong`() throws {
    let optional = ReportRecord.Item(
      id: "", type: "person", start: 20, end: 24, text: "", features: [.init(name: "optional", value: .boolean(true))])
    let scores = try evaluation(
      String(repeating: "x", count: 40), gold: [item("person", 0, 5), item("person", 10, 15), optional],
      system: [item("person", 0, 5), item("person", 12, 18), item("person", 21, 23), item("person", 30, 33)])["person"]
    #expect(scores?.strict == Evaluation.Score(right: 1, system: 3, gold: 2))
    #expect(scores?.lenient == Evaluation.Score(right: 2, system: 3, gold: 2))
    #expect(abs((scores?.averageF1 ?? 0) - (0.4 + 0.8) / 2) < 1e-12)
  }

  @Test func `errors are told by kind, with their context`() throws {
    let text = "Ann met Bob in Basra on Monday."
    let result = try Evaluator.evaluation(
      gold: [
        GoldDocument(
          id: "d", text: .whole(text),
          items: [item("person", 0, 3), item("person", 8, 11), item("timex", 24, 30, [("value", "2024-01-01")])])
      ],
      report: [
        ReportRecord(
          id: "d", text: text,
          items: [item("location", 0, 3), item("person", 15, 20), item("timex", 21, 30, [("value", "2024-01-08")])])
      ], options: Evaluator.Options(types: ["person", "location", "timex"]))
    #expect(Set(result.faults.map(\.kind)) == Set(Evaluation.Fault.Kind.allCases))
    #expect(result.text(errors: 9).contains("missing d:8 person Ann met [[Bob]] in Basra"))
    #expect(result.text().contains("errors: missing 1, spurious 1, boundary 1, type 1, feature 1"))
    #expect(result.html(title: "a<b").contains("a&lt;b"))
    let json = try JSONParser.value(of: String(decoding: result.json, as: UTF8.self))
    #expect(json["errors"]?.array?.count == 5)
  }

  @Test func `gold in brat and CoNLL is read with spans in code points`() throws {
    let folder = try Folder()
    let text = "«é» Ann Lee met ISIS."
    _ = try folder.write("brat/d.txt", [text])
    _ = try folder.write(
      "brat/d.ann",
      ["T1\tPerson 4 11\tAnn Lee", "A1\tRole T1 envoy", "T2\tOrganization 16 20\tISIS", "#1\tAnnotatorNotes T2\tsure"])
    let brat = try GoldReader.gold(at: folder.path + "/brat")
    #expect(brat.documents.first?.items.map(\.type) == ["person", "organization"])
    #expect(brat.documents.first?.items.first?["Role"]?.string == "envoy")
    let conll = try folder.write(
      "d.conll",
      ["# id = d", "«é»\tO", "Ann\tB-PER", "Lee\tI-PER", "met\tO", "ISIS\tB-ORG", ".\tO"])
    let records = [
      ReportRecord(id: "d", text: text + "\n", items: [item("person", 4, 11), item("organization", 16, 20)])
    ]
    for gold in [brat, try GoldReader.gold(at: conll)] {
      let result = try Evaluator.evaluation(gold: gold, report: records)
      #expect(result.types.last?.strict == Evaluation.Score(right: 2, system: 2, gold: 2))
    }
    let broken = try folder.write("e.ann", ["T1\tPerson x 11\tAnn"])
    #expect(throws: ReportError.self) { try GoldReader.gold(at: broken) }
  }

  @Test func `another text than the gold's is refused by name`() {
    let error = #expect(throws: ReportError.self) {
      _ = try Evaluator.evaluation(
        gold: [GoldDocument(id: "d", text: .whole("Bob"), items: [])], report: [ReportRecord(id: "d", text: "Ann")])
    }
    #expect(error?.description.contains("'d'") == true)
  }

  @Test func `a diff tells added, removed, moved and changed annotations`() {
    let text = "Ann met Bob in Basra on Monday."
    let old = ReportRecord(
      id: "d", text: text,
      items: [
        item("person", 0, 3), item("person", 8, 11), item("location", 15, 20, [("entity", "Basra")]),
        item("timex", 21, 30),
      ])
    let new = ReportRecord(
      id: "d", text: text,
      items: [
        item("person", 0, 3), item("location", 15, 20, [("entity", "Al-Basrah")]), item("timex", 24, 30),
        item("poll", 0, 31),
      ])
    let diff = ReportDiff(old: [old, ReportRecord(id: "e")], new: [new])
    let kinds = Dictionary(grouping: diff.changes, by: \.kind).mapValues { $0.map { $0.item?.type ?? "" } }
    #expect(kinds == [.added: ["poll"], .removed: ["person"], .changed: ["location"], .moved: ["timex"]])
    #expect(diff.unchanged == 1)
    #expect(diff.onlyOld == ["e"])
    #expect(diff.text().contains("! d:15 location Ann met Bob in [[Basra]] on Monday. entity: Basra → Al-Basrah"))
    #expect(!diff.isEmpty)
    #expect(ReportDiff(old: [old], new: [old]).isEmpty)
  }
}
