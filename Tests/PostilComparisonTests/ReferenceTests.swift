import PostilJSON
import PostilModel
import PostilRecords
import Testing

@testable import PostilComparison

/// References are compared by what they point to: ids count the annotations of one report.
@Suite struct ReferenceTests {
  private static let text = "👩‍👩‍👧 é Ann said Bob left"

  private func item(
    _ id: String, _ type: String, _ start: Int, _ end: Int, _ features: [(String, JSONValue)] = [],
    kinds: [(String, JSONValue)] = []
  ) -> ReportRecord.Item {
    ReportRecord.Item(
      id: id, type: type, start: start, end: end, text: "", features: features.map { .init(name: $0.0, value: $0.1) },
      kinds: kinds.map { .init(name: $0.0, value: $0.1) })
  }

  private func record(_ items: [ReportRecord.Item]) -> ReportRecord {
    ReportRecord(id: "d", text: Self.text, items: items)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let old: JSONValue
    let new: JSONValue
    let kind: JSONValue
  }

  static let cases = [
    Case(testDescription: "a reference", old: .string("a2"), new: .string("a1"), kind: .string("annotation")),
    Case(
      testDescription: "a list of references", old: .array([.string("a2"), .string("a3")]),
      new: .array([.string("a1"), .string("a2")]), kind: .string("list of annotation")),
    Case(
      testDescription: "a reference in a record",
      old: .object([.init(name: "in", value: .string("a2")), .init(name: "n", value: .number(1))]),
      new: .object([.init(name: "in", value: .string("a1")), .init(name: "n", value: .number(1))]),
      kind: .object([.init(name: "in", value: .string("annotation"))])),
    Case(
      testDescription: "a reference among texts", old: .array([.string("a2"), .string("a2")]),
      new: .array([.string("a1"), .string("a2")]), kind: .array([.string("annotation"), .null])),
  ]

  @Test(arguments: cases)
  func `an annotation less in front is one difference`(_ c: Case) {
    let kinds = [("about", c.kind)]
    let old = record([
      item("a1", "timex", 0, 1), item("a2", "person", 8, 11), item("a3", "person", 17, 20),
      item("a4", "statement", 17, 25, [("about", c.old)], kinds: kinds),
    ])
    let new = record([
      item("a1", "person", 8, 11), item("a2", "person", 17, 20),
      item("a3", "statement", 17, 25, [("about", c.new)], kinds: kinds),
    ])
    let diff = ReportDiff(old: [old], new: [new])
    #expect(diff.changes.map(\.kind) == [.removed])
    #expect(diff.unchanged == 3)
  }

  @Test func `a reference to another place is a change, told by type and place`() {
    let names = [item("a1", "person", 8, 11), item("a2", "person", 17, 20)]
    func statement(_ target: String) -> ReportRecord {
      record(
        names + [
          item("a3", "statement", 17, 25, [("by", .string(target))], kinds: [("by", .string("annotation"))])
        ])
    }
    let diff = ReportDiff(old: [statement("a1")], new: [statement("a2")])
    #expect(diff.changes.first?.details == [.init(name: "by", old: "person 8–11", new: "person 17–20")])
  }

  @Test func `an evaluation takes a reference of the gold for one where the report has one`() throws {
    let gold = [
      item("g1", "timex", 0, 1), item("g2", "person", 8, 11), item("g3", "statement", 17, 25, [("by", .string("g2"))]),
    ]
    func right(_ target: String) throws -> Int? {
      let found = [
        item("a1", "person", 8, 11), item("a2", "person", 17, 20),
        item("a3", "statement", 17, 25, [("by", .string(target))], kinds: [("by", .string("annotation"))]),
      ]
      let result = try Evaluator.evaluation(
        gold: [GoldDocument(id: "d", text: .whole(Self.text), items: gold)], report: [record(found)],
        options: Evaluator.Options(types: ["statement"]))
      return result.types.first { $0.type == "statement" }?.features["by"]?.right
    }
    #expect(try right("a1") == 1)
    #expect(try right("a2") == 0)
  }
}
