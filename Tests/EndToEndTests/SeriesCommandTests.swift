import Foundation
import Testing

/// Items over time as their users see them.
@Suite struct SeriesCommandTests {
  /// Two outlets over eight months; `Tarn Obel` comes up in May.
  private static func report(_ folder: TemporaryFolder) throws -> String {
    try folder.report(
      "all.jsonl",
      (1...8).flatMap { month in
        try (0..<12).map { number in
          let isIn = month >= 5 && number % 3 != 0
          return try ReportLines.line(
            "\(month)-\(number)", date: "2024-0\(month)-\(10 + number)",
            outlet: number % 2 == 0 ? "Velmora Herald" : "Korr Post",
            text: "«é العراق» \(isIn ? "Tarn Obel" : "王小明") spoke of nets \(month) \(number).",
            names: ["Tarn Obel", "王小明"])
        }
      })
  }

  @Test func `a series is shown by month and by outlet, in all spellings`() throws {
    let folder = try TemporaryFolder()
    let report = try Self.report(folder)
    let months = try Program.run("compare", "--group-by", "month", "--series", "TARN OBEL", "--width", "80", report)
    #expect(months.status == 0, "\(months.errors)")
    #expect(months.output.contains("2024-05  ◆    12     8   0.67"))
    #expect(months.output.contains("◆ 2024-05: 0.0 → "))
    let spellings = ["outlet×month", "outlet*month", "outlet,month"]
    let outlets = try spellings.map {
      try Program.run("compare", "--group-by", $0, "--series", "Tarn Obel", report).output
    }
    #expect(outlets[0].contains("Korr Post\nmonth"))
    #expect(outlets[0].contains("◆ Velmora Herald × 2024-05"))
    #expect(Set(outlets).count == 1)
    let weeks = try Program.run("compare", "--group-by", "week", "--format", "csv", report)
    #expect(weeks.output.contains("entity,Tarn Obel,2024-W19,,2024-W19,words,"))
    #expect(weeks.output.contains("changeP,changeQ"))
  }

  @Test func `what cannot be shown over time is told`() throws {
    let folder = try TemporaryFolder()
    let report = try Self.report(folder)
    let plain = try Program.run("compare", "--group-by", "outlet", "--series", "Tarn Obel", report)
    #expect(plain.status == 2)
    #expect(plain.errors.contains("--series shows periods: add --group-by month"))
    let twice = try Program.run("compare", "--group-by", "month,week", report)
    #expect(twice.status == 2)
    #expect(twice.errors.contains("two units of time"))
    let page = try Program.run("compare", "--group-by", "outlet,date", "--format", "html", report)
    #expect(page.status == 2)
    #expect(page.errors.contains("a page shows at most 60 sets, and these are 96"))
    let early = try folder.report(
      "early.jsonl", [ReportLines.line("é", date: "2019-01-02", text: "Tarn Obel", names: ["Tarn Obel"])])
    let unequal = try Program.run("compare", early, report)
    #expect(
      unequal.errors.contains("unequal periods: 'early' 2019-01-02 to 2019-01-02, 'all' 2024-01-10 to 2024-08-21"))
  }
}
