import Testing

@testable import DateNormalization
@testable import PostilModuleKit

/// The analyzer on candidates made by hand, without rules.
@Suite struct AnalyzerTests {
  /// The values of expressions that stand alone, each from its features.
  static func values(_ candidates: [Features], date: String?, style: String = "news") -> [String?] {
    let text = String(repeating: "x ", count: candidates.count)
    let settings: Features = ["style": .string(style), "date-order": "auto"]
    let view = DocumentView(
      id: "d", text: text, date: date.map { DocumentDate(value: $0, origin: .record) }, settings: settings,
      structure: TextStructure(),
      candidates: candidates.enumerated().map { index, features in
        Candidate(
          origin: CandidateOrigin(type: "timex", rule: "r/\(index)", features: features),
          span: Span(start: 2 * index, end: 2 * index + 1), rank: index, lostTo: nil)
      })
    var analyzer = DateAnalyzer(settings: view.settings)
    let found = analyzer.analyze(view).annotations
    return candidates.indices.map { index in
      found.first { $0.candidates.contains(index) }?.features["value"]?.string
    }
  }

  static func value(_ features: Features, date: String? = "2023-09-21") -> String? { values([features], date: date)[0] }

  @Test func `a day that does not exist has no value`() {
    #expect(Self.value(["month": 2, "day": 30]) == nil)
    #expect(Self.value(["year": 2023, "month": 2, "day": 29]) == nil)
    #expect(Self.value(["firstNumber": 13, "secondNumber": 13, "year": 2023]) == nil)
    #expect(Self.value(["year": 2021, "week": 53]) == nil)
    #expect(Self.value(["month": 13]) == nil)
    #expect(Self.value(["day": 32]) == nil)
  }

  @Test func `February 29 without year lies in the leap year nearest to the reference date`() {
    #expect(Self.value(["month": 2, "day": 29]) == "2024-02-29")
    #expect(Self.value(["month": 2, "day": 29, "direction": "last"]) == "2020-02-29")
  }

  @Test func `without a reference date the value stays open`() {
    #expect(Self.value(["weekday": 3], date: nil) == "XXXX-WXX-3")
    #expect(Self.value(["month": 8], date: nil) == "XXXX-08")
    #expect(Self.value(["offset": -1, "unit": "day"], date: nil) == "XXXX-XX-XX")
    #expect(Self.value(["offset": -1, "unit": "week"], date: nil) == "XXXX-WXX")
    #expect(Self.value(["season": "SU"], date: nil) == "XXXX-SU")
  }

  @Test func `a reference date that is no day is not used`() {
    #expect(Self.value(["weekday": 3], date: "2023-02-29") == "XXXX-WXX-3")
  }

  @Test func `a feast without a row in the table has no day, with a year it has the year`() {
    #expect(Self.value(["feast": "reeds"]) == nil)
    #expect(Self.value(["feast": "reeds", "year": 2024]) == "2024")
  }

  @Test func `a feast that comes twice in a year has both days in the table`() {
    let row = ModuleTable.Row([("feast", "reeds"), ("2000", "01-08 12-27"), ("2001", "12-16")])
    let feasts = Feasts(ModuleTable(name: Feasts.table, rows: [row]))
    #expect(feasts.days(of: "reeds", in: 2000).map(\.iso) == ["2000-01-08", "2000-12-27"])
    #expect(feasts.days(of: "reeds", in: 1999).isEmpty)
  }

  @Test func `a fiscal year that begins in October counts its quarters from there`() {
    #expect(Self.value(["quarter": 1, "year": 2024, "yearStart": 10]) == "2023-Q4")
    #expect(Self.value(["quarter": 4, "year": 2024, "yearStart": 10]) == "2024-Q3")
  }

  @Test func `the same week, month and year lean on the last date of the text`() {
    let found = Self.values(
      [
        ["year": 2011, "month": 5, "day": 3], ["offset": 1, "unit": "day", "anchor": "text"],
        ["offset": 0, "unit": "year", "anchor": "text"], ["offset": -1, "unit": "month", "anchor": "text"],
      ], date: "2023-09-21")
    #expect(found == ["2011-05-03", "2011-05-04", "2011", "2011-04"])
  }

  @Test func `in a narrative a day without year follows the text`() {
    let candidates: [Features] = [["year": 1941], ["month": 6, "day": 22], ["weekday": 1]]
    #expect(Self.values(candidates, date: "2023-09-21", style: "narrative") == ["1941", "1941-06-22", "1941-06-23"])
  }
}
