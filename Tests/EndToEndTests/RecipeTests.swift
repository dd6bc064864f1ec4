import Foundation
import Testing

/// The recipe of the documentation, run on what `compare` writes.
@Suite struct RecipeTests {
  private static func lines() throws -> [String] {
    try (1...4).flatMap { month in
      try (0..<20).map { number in
        let isIn = month >= 3 && number % 3 != 0
        return try ReportLines.line(
          "\(month)-\(number)", date: "2024-0\(month)-\(10 + number)",
          outlet: number % 2 == 0 ? "Velmora Herald" : "Korr & Post",
          text: "«é العراق» \(isIn ? "Tarn | Obel <x>" : "王小明") spoke of nets \(month) \(number).",
          names: ["Tarn | Obel <x>", "王小明"])
      }
    }
  }

  /// What the recipe prints and draws of a comparison grouped by `field`.
  private static func run(_ field: String) throws -> (output: String, drawing: String) {
    let folder = try TemporaryFolder()
    let report = try folder.report("all.jsonl", lines())
    let csv = folder.path + "/c.csv"
    let comparison = try Program.run("compare", "--group-by", field, "--format", "csv", "--output", csv, report)
    #expect(comparison.status == 0, "\(comparison.errors)")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "python3", "-I", Program.checkout + "/Documentation/Recipes/comparison.py", csv, "entity", folder.path + "/c.svg",
    ]
    let output = try folder.write("output", Data())
    python.standardOutput = FileHandle(forWritingAtPath: output)
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return (
      try String(contentsOfFile: output, encoding: .utf8),
      try String(contentsOfFile: folder.path + "/c.svg", encoding: .utf8)
    )
  }

  @Test func `sets stand side by side in a table, and their rates in a drawing`() throws {
    let (output, drawing) = try Self.run("outlet")
    #expect(output.hasPrefix("| item | Korr & Post count | Korr & Post rate | Velmora Herald count |"))
    #expect(output.contains(#"| Tarn \| Obel <x> | 14 |"#))
    #expect(drawing.contains("<title>Tarn | Obel &lt;x&gt;, Korr &amp; Post: 14 in 14 documents</title>"))
    #expect(drawing.ranges(of: "<circle").count == 2 * 2 + 2)
    #expect(drawing.hasSuffix("</svg>\n"))
  }

  @Test func `periods are drawn as series with their changes`() throws {
    let (output, drawing) = try Self.run("outlet×month")
    #expect(output.contains("Korr & Post × 2024-03"))
    #expect(drawing.contains("王小明, Velmora Herald × 2024-01: 10 of 10 documents"))
    #expect(drawing.ranges(of: "<title>").count == 2 * 2 * 4)
    #expect(drawing.contains("◆"))
  }
}
