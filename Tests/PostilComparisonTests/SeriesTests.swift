import PostilJSON
import PostilRecords
import PostilReports
import Testing

@testable import PostilComparison

/// Items over time.
@Suite struct SeriesTests {
  /// Twelve months but May, ten documents each; `Tarn Obel` stands in more of them from July on.
  private static let lines = (1...12).filter { $0 != 5 }.flatMap { month in
    (0..<10).map { number in
      let isIn = number == 0 || month >= 7 && number % 2 == 0
      return Fixtures.line(
        "\(month)-\(number)", date: "2024-\(month < 10 ? "0" : "")\(month)-1\(number)",
        outlet: number % 2 == 0 ? "Velmora Herald" : "Korr Post",
        text: "«é العراق» \(isIn ? "Tarn Obel" : "王小明") spoke to the Velmora Herald \(month) \(number)",
        names: ["Tarn Obel", "王小明", "Velmora Herald"])
    }
  }

  private static func comparison(_ field: String, _ lines: [String] = lines) throws -> Comparison {
    try Folder().comparison(
      [lines], options: ComparisonOptions(facets: [.entity], groupBy: field, duplicates: .ignore))
  }

  @Test func `a series has a line for each month, also for those without documents, and marks its change`() throws {
    let comparison = try Self.comparison("month")
    #expect(comparison.groups.count == 11)
    #expect(comparison.series.map(\.periods.count) == [12])
    let row = try #require(comparison.rows.first { $0.name == "Tarn Obel" })
    #expect(row.changes.map { comparison.groups[$0.group].name } == ["2024-07"])
    #expect(row.changes.allSatisfy { $0.p < 0.05 && $0.before < $0.after })
    let text = try #require(comparison.series(of: "tarn obel", width: 80))
    #expect(text.contains("2024-05        0     –      –"))
    #expect(text.contains("2024-07  ◆    10     5   0.50  [0.24, 0.76]"))
    #expect(text.contains("2024-06       10     1   0.10  [0.02, 0.40]"))
    #expect(text.split(separator: "\n").filter { $0.contains("  ◆    ") }.count == 1)
    for line in text.split(separator: "\n") { #expect(TextColumns.width(of: line) <= 80) }
    #expect(ReadingAids(comparison).lists.first?.entries.map(\.row?.name).contains("Tarn Obel") == true)
    let page = comparison.html()
    #expect(page.contains("Changes over time"))
    #expect(page.contains("<title>Tarn Obel, 2024-07: 5 of 10 documents</title>"))
    #expect(page.ranges(of: "◆</text>").count == 2)
  }

  @Test(arguments: ["outlet×month", "outlet*month", "outlet,month", "month × outlet", "outlet, month"])
  func `outlet and month make a series for each outlet, however they are spelled`(_ field: String) throws {
    let comparison = try Self.comparison(field)
    #expect(comparison.groups.count == 22)
    #expect(comparison.groups.first?.name == "Korr Post × 2024-01")
    #expect(comparison.series.map(\.name) == ["Korr Post", "Velmora Herald"])
    #expect(comparison.series.map(\.periods.count) == [12, 12])
    #expect(comparison.ownNames.map(\.row.name) == ["Velmora Herald"])
    let row = try #require(comparison.rows.first { $0.name == "Tarn Obel" })
    #expect(row.changes.map { comparison.groups[$0.group].name } == ["Velmora Herald × 2024-07"])
  }

  @Test func `CSV and JSON hold series, periods, intervals and changes`() throws {
    let comparison = try Self.comparison("outlet×month")
    let line = try #require(
      comparison.csv.split(separator: "\r\n").first { $0.hasPrefix("entity,Tarn Obel,Velmora Herald × 2024-07,") })
    #expect(line.contains(",Velmora Herald × 2024-07,Velmora Herald,2024-07,words,5,"))
    let json = try JSONParser.value(of: String(decoding: comparison.json, as: UTF8.self))
    let periods = try #require(json["series"]?.array?.last?["periods"]?.array)
    #expect(periods.map { $0["set"]?.string == nil } == (1...12).map { $0 == 5 })
    let row = try #require(json["rows"]?.array?.first { $0["item"]?.string == "Tarn Obel" })
    #expect(row["changes"]?.array?.first?["set"]?.string == "Velmora Herald × 2024-07")
    #expect(row["sets"]?.array?.first?["shareHigh"]?.number.map { $0 > 0.4 && $0 < 0.5 } == true)
  }

  static let dates: [(unit: PeriodUnit, date: String, period: String?)] = [
    (.week, "2024-12-29", "2024-W52"), (.week, "2024-12-30", "2025-W01"),
    (.week, "2021-01-03T10:00", "2020-W53"),
    (.month, "2024-03-09", "2024-03"), (.month, "2024-03", "2024-03"), (.month, "2024", nil), (.week, "2024-03", nil),
    (.year, "2024", "2024"), (.year, "n. d.", nil), (.month, "2024-13-01", nil), (.month, "2024-02-31", "2024-02"),
    (.date, "2024-02-29T12:00:00Z", "2024-02-29"), (.date, "2023-02-29", nil),
  ]

  @Test(arguments: dates)
  func `a date lies in its period`(_ c: (unit: PeriodUnit, date: String, period: String?)) {
    #expect(c.unit.period(of: c.date) == c.period)
  }

  @Test(arguments: [
    (PeriodUnit.month, "2023-11-30", "2024-02-01", ["2023-11", "2023-12", "2024-01", "2024-02"]),
    (.week, "2024-12-20", "2025-01-07", ["2024-W51", "2024-W52", "2025-W01", "2025-W02"]),
    (.year, "2019", "2021-05", ["2019", "2020", "2021"]),
  ])
  func `no period is passed over`(_ c: (unit: PeriodUnit, first: String, last: String, all: [String])) {
    #expect(c.unit.periods(from: c.first, to: c.last) == c.all)
  }

  @Test(arguments: ["", "×", "month×week", "year,month"])
  func `what divides by nothing or by two times is refused`(_ field: String) {
    #expect(throws: ReportError.self) { try Self.comparison(field) }
  }

  @Test func `documents without one of the fields are left out and told`() throws {
    let more = Self.lines + [Fixtures.line("x", date: "2024-08-01", text: "é Tarn Obel", names: ["Tarn Obel"])]
    let comparison = try Self.comparison("outlet,month", more)
    #expect(comparison.warnings.contains { $0.contains("1 documents have no 'outlet × month'") })
  }

  @Test(arguments: [
    (["2024-01-01", "2024-12-30"], ["2024-01-03", "2024-12-29"], false),
    (["2016-01-01", "2020-12-30"], ["2018-01-03", "2020-12-29"], true), (["2024-03-04"], ["2024-03-05"], false),
    (["2023-01-01", "2023-12-31"], ["2024-01-01", "2024-12-31"], false),
    (["2023-01-01", "2023-12-31"], ["2023-07-01", "2024-06-30"], true), (["2023-01-01", "2023-06-30"], ["2024"], true),
    (["2024-03-01", "2024-03-31"], [], false), (["2024-03-01", "2024-03-07"], ["2024-03-02", "2024-03-08"], false),
  ])
  func `sets of unequal periods are warned of`(_ c: (first: [String], second: [String], isWarned: Bool)) throws {
    func lines(_ dates: [String]) -> [String] {
      dates.isEmpty
        ? [Fixtures.line("é", text: "Ann", names: ["Ann"])]
        : dates.map { Fixtures.line("é" + $0, date: $0, text: "Ann", names: ["Ann"]) }
    }
    let comparison = try Folder().comparison([lines(c.first), lines(c.second)])
    let warning = comparison.warnings.first { $0.contains("unequal periods") }
    #expect((warning != nil) == c.isWarned)
    if c.isWarned { #expect(warning?.contains("'set0' \(c.first[0]) to \(c.first[c.first.count - 1])") == true) }
  }
}
