import Foundation
import PostilDiagnostics
import Testing

/// What the documentation shows is what the tests run.
///
/// `<!-- from FILE -->` before a fenced block says that it holds that file, its leading comments aside; `FILE#rule` one
/// rule of it, `FILE#..rule` all through that rule; `<!-- codes STAGE -->` before a table that it is that of the diagnostics of
/// a stage. `make docs` writes blocks and tables anew.
@Suite struct DocumentationTests {
  private static let rewrites = ProcessInfo.processInfo.environment["POSTIL_WRITE_DOCUMENTATION"] != nil
  static let pages = ["README.md", "Documentation/RuleLanguage.md"]

  @Test func `every test that the page on security names is there`() throws {
    let page = try String(contentsOfFile: "\(Program.checkout)/Documentation/Security.md", encoding: .utf8)
    let sources = try Self.testSources()
    let named = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { row in
      (row.split(separator: "|").last ?? "").split(separator: ";").compactMap { $0.firstMatch(of: /`(\w+)`: ([^`(]+)/) }
    }
    #expect(named.count >= 25)
    for test in named {
      let (suite, sentence) = (String(test.1), test.2.trimmingCharacters(in: .whitespaces))
      let isThere = sources.contains { $0.contains("struct \(suite) ") && $0.contains("func `\(sentence)`") }
      #expect(isThere, "\(suite): \(sentence)")
    }
  }

  private static func testSources() throws -> [String] {
    let folder = "\(Program.checkout)/Tests"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
  }

  /// A page with each marked block as its file has it.
  private static func filled(_ page: String) throws -> (old: String, new: String, marked: Int) {
    let path = "\(Program.checkout)/\(page)"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let old = try String(contentsOfFile: path, encoding: .utf8)
    var lines: [Substring] = []
    var marked = 0
    var skips = false
    for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
      if skips, line != "```" { continue }
      skips = false
      lines.append(line)
      guard line.hasPrefix("```yaml"), let mark = lines.dropLast().last?.wholeMatch(of: /<!-- from (\S+) -->/) else {
        continue
      }
      lines += try excerpt(String(mark.1), in: folder).split(separator: "\n", omittingEmptySubsequences: false)
      marked += 1
      skips = true
    }
    return (old, lines.joined(separator: "\n"), marked)
  }

  private static func excerpt(_ reference: String, in folder: String) throws -> String {
    let parts = reference.split(separator: "#").map(String.init)
    let text = try String(contentsOfFile: "\(folder)/\(parts[0])", encoding: .utf8)
    let lines = Array(text.split(separator: "\n").drop { $0.hasPrefix("#") })
    guard parts.count > 1 else { return lines.joined(separator: "\n") }
    let rule = parts[1].drop { $0 == "." }
    let first = try #require(lines.firstIndex { $0 == "  - id: \(rule)" }, "\(reference)")
    let end = lines[(first + 1)...].firstIndex { $0.hasPrefix("  - ") } ?? lines.endIndex
    return lines[(parts[1].hasPrefix("..") ? 0 : first)..<end].joined(separator: "\n")
  }

  /// The page of diagnostics with the tables as the codes have them.
  private static func withCodes(_ page: String) -> (text: String, stages: [String]) {
    var lines: [String] = []
    var stages: [String] = []
    var skips = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if skips, line.isEmpty || line.hasPrefix("|") { continue }
      if skips { lines.append("") }
      skips = false
      lines.append(String(line))
      guard let mark = line.wholeMatch(of: /<!-- codes (\w+) -->/) else { continue }
      stages.append(String(mark.1))
      let codes = Diagnostic.Code.allCases.filter { $0.stage.rawValue == mark.1 }
      lines += ["| code | severity | meaning |", "|---|---|---|"]
      lines += codes.map { "| \($0) | \($0.severity.rawValue) | \($0.meaning) |" }
      skips = true
    }
    return (lines.joined(separator: "\n") + (skips ? "\n" : ""), stages)
  }

  @Test func `the tables of diagnostics are those of the codes`() throws {
    let path = Program.checkout + "/Documentation/Diagnostics.md"
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let (new, stages) = Self.withCodes(old)
    #expect(Set(stages) == Set(Diagnostic.Code.Stage.allCases.map(\.rawValue)))
    if Self.rewrites {
      try Data(new.utf8).write(to: URL(fileURLWithPath: path))
    } else {
      #expect(old == new, "'make docs' writes the tables anew")
    }
  }

  @Test(arguments: pages)
  func `examples are those of the files that they come from`(page: String) throws {
    let (old, new, marked) = try Self.filled(page)
    #expect(marked > 0)
    if Self.rewrites {
      try Data(new.utf8).write(to: URL(fileURLWithPath: "\(Program.checkout)/\(page)"))
    } else {
      #expect(old == new, "'make docs' writes the blocks anew")
    }
  }

  @Test func `every rule in the reference comes from a tested file`() throws {
    let text = try String(contentsOfFile: Program.checkout + "/Documentation/RuleLanguage.md", encoding: .utf8)
    let blocks = text.matches(of: /(?m)^(.*)\n```yaml\n/)
    #expect(blocks.count > 8)
    for block in blocks { #expect(block.1.hasPrefix("<!-- from RuleLibrary/"), "\(block.1)") }
  }

  @Test func `the table of the library names every file`() throws {
    let text = try String(contentsOfFile: Program.checkout + "/Documentation/RuleLanguage.md", encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/Documentation/RuleLibrary")
      .filter { $0.first?.isNumber == true }.map { $0.replacing(".yaml", with: "") }
    #expect(files.count >= 25)
    for file in files { #expect(text.contains(file), "\(file)") }
  }
}
