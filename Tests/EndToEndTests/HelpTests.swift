import Foundation
import Testing

/// `postil help`, of commands and pages.
@Suite struct HelpTests {
  @Test(arguments: [["annotate"], ["rules", "test"], ["entities", "merge"]])
  func `the help of a command is that of --help`(command: [String]) throws {
    let help = try Program.run(["help"] + command)
    #expect(help.status == 0)
    let own = try Program.run(command + ["--help"]).output
    #expect(!own.isEmpty && help.output.hasPrefix(own.trimmingCharacters(in: .newlines)))
  }

  @Test func `help alone lists commands and pages`() throws {
    let output = try Program.run("help").output
    #expect(output.contains("USAGE: postil"))
    #expect(output.contains("  rulelanguage: The rule language\n"))
    let pages = try FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/Documentation")
      .filter { $0.hasSuffix(".md") }
    for page in pages { #expect(output.contains("  \(page.dropLast(3).lowercased()): "), "\(page)") }
  }

  @Test func `a page is found by its name however written, and piped as it is`() throws {
    let page = try String(contentsOfFile: Program.checkout + "/Documentation/RuleLanguage.md", encoding: .utf8)
    for words in [["RuleLanguage"], ["rule-language"], ["rule", "language"], ["rulelanguage.md"]] {
      let run = try Program.run(["help"] + words, environment: ["COLUMNS": ""])
      #expect(run.status == 0, "\(words)")
      #expect(run.output.trimmingCharacters(in: .newlines) == page.trimmingCharacters(in: .newlines), "\(words)")
    }
  }

  @Test func `a page called like a command is shown by its file, and the command's help says so`() throws {
    #expect(try Program.run("help", "entities").output.contains("'postil help entities.md' shows the page Entities."))
    #expect(try Program.run("help", "entities.md").output.hasPrefix("# Names and identities\n"))
  }

  @Test func `words lead to a section, to several headings, or to lines`() throws {
    let section = try Program.run(["help", "input", "web", "pages"], environment: ["COLUMNS": ""])
    #expect(section.output.hasPrefix("## ") && section.output.contains("JSON-LD"), "\(section.output.prefix(80))")
    let several = try Program.run("help", "limits").output.split(separator: "\n")
    #expect(several.count > 1 && several.allSatisfy { $0.contains("(postil help ") })
    let lines = try Program.run("help", "tatweel")
    #expect(lines.status == 0 && lines.output.contains("tatweel"), "\(lines.errors)")
  }

  @Test func `lines fit the columns, tables become blocks, and code stays as it is`() throws {
    let output = try Program.run(["help", "security.md"], environment: ["COLUMNS": "60"]).output
    let prose = output.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(prose.count > 40 && prose.allSatisfy { $0.count <= 60 }, "\(prose.filter { $0.count > 60 })")
    #expect(!output.contains("|---") && !output.contains("**"))
    #expect(output.hasPrefix("Security\n========\n"))
  }

  @Test(arguments: [
    ("anotate", "annotate"), ("inptu", "input"), ("statistcs", "statistics"), ("statments", "statements"),
  ])
  func `a mistyped topic is told the likeliest`(typed: String, meant: String) throws {
    let run = try Program.run("help", typed)
    #expect(run.status == 2)
    #expect(
      run.errors.contains("did you mean '\(meant)'?") && run.errors.contains("'postil help' lists"), "\(run.errors)")
  }
}
