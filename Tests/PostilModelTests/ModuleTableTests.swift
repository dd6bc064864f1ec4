import PostilModel
import Testing

/// Tables that modules get from rulesets.
@Suite struct ModuleTableTests {
  private static func row(_ key: String, _ value: String) -> ModuleTable.Row {
    .init([("name", key), ("value", value)])
  }

  private static let table = ModuleTable(
    name: "factors",
    rows: [row("né", "0.5"), row("far", "1e3"), row("bad", "x"), row("endless", "inf"), row("", "")])

  @Test func `rows are found by their keys, cells by their columns`() throws {
    #expect(Self.table.rows.map(\.key) == ["né", "far", "bad", "endless", ""])
    #expect(Self.table["né"] == Self.row("né", "0.5"))
    #expect(Self.table["né"]?["value"] == "0.5")
    #expect(Self.table["né"]?["name"] == "né")
    #expect(Self.table["né"]?["other"] == nil)
    #expect(Self.table["value"] == nil)
    #expect(try Self.table.number(of: "né", in: "value") == 0.5)
    #expect(try Self.table.number(of: "far", in: "value") == 1000)
  }

  @Test func `a row takes the place of an earlier one of its key, of which nothing is kept`() {
    let short = ModuleTable.Row([("key", "né"), ("note", "é")])
    let table = ModuleTable(name: "t", rows: [Self.row("né", "1"), Self.row("b", "2"), short])
    #expect(table.rows == [short, Self.row("b", "2")])
    #expect(table["né"]?["value"] == nil)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let row: String
    let column: String
    let told: String
  }

  static let cases = [
    Case(testDescription: "no row", row: "nè", column: "value", told: "factors: no row 'nè'"),
    Case(testDescription: "no column", row: "né", column: "é", told: "factors: row 'né' has no column 'é'"),
    Case(
      testDescription: "no number", row: "bad", column: "value",
      told: "factors: row 'bad' has no number in column 'value': 'x'"),
    Case(
      testDescription: "no finite number", row: "endless", column: "value",
      told: "factors: row 'endless' has no number in column 'value': 'inf'"),
    Case(
      testDescription: "nothing", row: "", column: "value", told: "factors: row '' has no number in column 'value': ''"),
  ]

  @Test(arguments: cases)
  func `what is no number is told with its row and column, behind the table's name`(_ c: Case) throws {
    let error = try #require(throws: TableError.self) { try Self.table.number(of: c.row, in: c.column) }
    #expect("\(error)" == c.told)
  }
}
