import Foundation
import Testing

/// Concordances, and comparisons that fit a terminal, as their users run them.
@Suite struct ConcordanceCommandTests {
  private static let name = "Žydė Kostrel-Obel of the Northern Fisheries Council and its Harbour Board"

  /// Two reports of twelve documents each.
  private static func reports(_ folder: TemporaryFolder) throws -> [String] {
    try ["herald", "post"].map { set in
      try folder.report(
        "\(set).jsonl",
        (0..<12).map { number in
          try ReportLines.line(
            "\(set)-\(number)", set: set, date: "2024-03-\(10 + number)",
            outlet: set == "herald" ? "Velmora Herald" : "Korr Post",
            text:
              "«é العراق» \(number % 2 == 0 || set == "post" ? name : "王小明") spoke of nets \(number) in the harbour.",
            names: [name, "王小明"])
        })
    }
  }

  @Test(arguments: [80, 120])
  func `a comparison fits the columns that are asked for, by option or variable`(_ width: Int) throws {
    let folder = try TemporaryFolder()
    let reports = try Self.reports(folder)
    let option = try Program.run(["compare", "--width", "\(width)"] + reports)
    let variable = try Program.run(["compare"] + reports, environment: ["COLUMNS": "\(width)"])
    #expect(option.status == 0, "\(option.errors)")
    #expect(option.output == variable.output)
    #expect(option.output.contains("Žydė Kostrel-Obel"))
    #expect(option.output.contains("no room for"))
    // No character of these reports is wide but those of 王小明, which stand in lines of their own far from the end.
    for line in option.output.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    let pipe = try Program.run(["compare"] + reports, environment: ["COLUMNS": ""])
    #expect(pipe.output.contains("BIC"))
    #expect(!pipe.output.contains("no room for"))
    #expect(try Program.run(["compare", "--width", "12"] + reports).status == 2)
  }

  @Test func `an item is explained with counts and documents, forgivingly`() throws {
    let folder = try TemporaryFolder()
    let reports = try Self.reports(folder)
    let run = try Program.run(["compare", "--explain", Self.name.uppercased(), "--occurrences", "2"] + reports)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("herald: 6 in 6 of 12 documents"))
    #expect(run.output.contains("post against herald: a = 12, b = 6, c = "))
    #expect(run.output.contains("2024-03-10 herald-0\n"))
    #expect(run.output.contains("… 4 more"))
    let unknown = try Program.run(["compare", "--explain", "王小朋"] + reports)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean '王小明'?"))
    let both = try Program.run(["compare", "--explain", "x", "--show", "y"] + reports)
    #expect(both.status == 2)
    #expect(both.errors.contains("give one of --show, --explain"))
  }

  @Test func `a concordance is shown of reports and summaries alike, in all formats`() throws {
    let folder = try TemporaryFolder()
    let reports = try Self.reports(folder)
    let summary = folder.path + "/all.summary"
    #expect(try Program.run(["summarize", "-o", summary] + reports).status == 0)
    let table = try Program.run(["concordance", "--item", "王小明", "--sort", "date", "--width", "120"] + reports)
    #expect(table.status == 0, "\(table.errors)")
    #expect(table.output.hasPrefix("王小明 (Names): 6 places in 6 documents\n"))
    #expect(table.output.contains("«é العراق» 王小明 spoke of nets 1 in the harbour."))
    #expect(table.output.contains("Velmora Hera"))
    let search = ["concordance", "--pattern", #"nets \d(?=\d)"#, "--format", "csv", "--context", "6"]
    let csv = try Program.run(search + reports.map { "all=" + $0 })
    let lines = csv.output.split(separator: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[1] == "all,Velmora Herald,2024-03-20,herald,herald-10,94,100,ke of ,nets 1,0 in t")
    let same = try Program.run(search + ["all=" + summary])
    #expect(same.output == csv.output.replacing("all (2),", with: "all,"))
    let json = try Program.run(["concordance", "--type", "person", "--format", "json", "--limit", "3"] + reports)
    #expect((json.records.first?["lines"] as? [Any])?.count == 3)
    #expect(json.records.first?["places"] as? Int == 24)
  }

  @Test func `what cannot be shown is told with what to do`() throws {
    let folder = try TemporaryFolder()
    let reports = try Self.reports(folder)
    let summary = folder.path + "/bare.summary"
    #expect(try Program.run(["summarize", "--without-text", "-o", summary] + reports).status == 0)
    let bare = try Program.run("concordance", "--type", "person", summary)
    #expect(bare.status == 2)
    #expect(bare.errors.contains("give the reports themselves, or summaries made without --without-text"))
    let pattern = try Program.run("concordance", "--pattern", "é(nets", summary)
    #expect(pattern.status == 2)
    #expect(pattern.errors.contains("missing closing parenthesis\n  é(nets\n        ^"))
    for wrong in [["--item", "a", "--type", "b"], [], ["--item", ""], ["--item", "a", "--context", "0"]] {
      #expect(try Program.run(["concordance"] + wrong + [summary]).status == 2)
    }
  }
}
