import Foundation
import Testing

/// What someone sees who writes rules and no code.
@Suite struct RuleAuthorTests {
  private static let weapons = """
    postil: 1
    ruleset: my.weapons
    types:
      weapon: {features: {name: string}}
    rules:
      - id: by-name
        type: weapon
        pattern: '\\b(?<name>slingshots?|trebuchets?)\\b'
        features: {name: '${name|lower}'}
        examples: ['Two [[trebuchets]] stood there.', {text: 'None stood there.', none: true}]
    """

  @Test func `a new type made with YAML alone appears in all formats`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("rules/weapons.yaml", Self.weapons)
    let document = try folder.write("d.txt", "«é» Two Trebuchets and a slingshot stood by the wall.")
    let run = try Program.run(
      "annotate", "--rules", folder.path + "/rules", "--format", "jsonl", "--format", "text", "--format", "html",
      "--output", folder.path + "/out", document)
    #expect(run.status == 0, "\(run.errors)")
    for name in ["report.jsonl", "report.txt", "report.html"] {
      let report = try String(contentsOfFile: "\(folder.path)/out/\(name)", encoding: .utf8)
      #expect(report.contains("weapon"))
      #expect(report.contains("slingshot"))
    }
    #expect(try Program.run("rules", "test", folder.path + "/rules").status == 0)
  }

  @Test func `a broken rule is told at its place and leaves the others running`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("rules/weapons.yaml", Self.weapons)
    _ = try folder.write(
      "rules/broken.yaml",
      Self.weapons.replacingOccurrences(of: "my.weapons", with: "my.broken")
        .replacingOccurrences(of: "trebuchets?)", with: "trebuchets?"))
    let document = try folder.write("d.txt", "A slingshot and a visit on March 3, 2020.")
    let run = try Program.run("annotate", "--rules", folder.path + "/rules", "--format", "jsonl", document)
    #expect(run.status == 1)
    #expect(run.errors.contains("broken.yaml:8:"))
    #expect(run.errors.contains("[R012]"))
    #expect(run.output.contains("slingshot"))
    #expect(run.output.contains("2020-03-03"))
    let strict = try Program.run(
      "annotate", "--strict", "--rules", folder.path + "/rules", "--format", "jsonl", document)
    #expect(strict.status == 2)
    #expect(strict.output.isEmpty)
  }

  @Test func `a failing example fails the test command`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "w.yaml", Self.weapons.replacingOccurrences(of: "[[trebuchets]]", with: "[[Two]] trebuchets"))
    let run = try Program.run("rules", "test", path)
    #expect(run.status == 1)
    #expect(run.errors.contains("missing: 'Two'"))
  }

  @Test func `a chain without what a module requires is refused with its line`() throws {
    let folder = try TemporaryFolder()
    let chain = try folder.write(
      "c.yaml", "postil: 1\nsteps:\n  - module: poll-detection\n    rules: [en/poll-detection]\n")
    let run = try Program.run("annotate", "--chain", chain, "seeds")
    #expect(run.status == 2)
    #expect(run.errors.contains("c.yaml:3:13"))
    #expect(run.errors.contains("timex"))
  }

  @Test func `the built-in chain can be shown, saved and run`() throws {
    let folder = try TemporaryFolder()
    let shown = try Program.run("chain", "show")
    let chain = try folder.write("postil.yaml", shown.output)
    let own = try Program.run("annotate", "--chain", chain, "--format", "jsonl", "seeds")
    let builtIn = try Program.run("annotate", "--format", "jsonl", "--jobs", "1", "seeds")
    #expect(own.output == builtIn.output)
    #expect(builtIn.records.count == 3)
  }

  @Test func `modules are listed and described`() throws {
    let list = try Program.run("modules", "list")
    for name in ["date-normalization", "entity-extraction", "statement-sentiment", "poll-detection"] {
      #expect(list.output.contains(name))
    }
    #expect(try Program.run("modules", "describe", "date-normalization").output.contains("weekday: number"))
    #expect(try Program.run("modules", "describe", "nothing").status == 2)
  }
}
