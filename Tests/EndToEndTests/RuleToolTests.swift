import Foundation
import Testing

/// The tools of rule authors, on files that they would write.
@Suite struct RuleToolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ruleset(_ words: String) -> String {
    """
    postil: 1
    ruleset: my.boats
    types: {boat: {features: {name: string}}}
    lexicons: {boats: [\(words)]}
    rules:
      - id: boat
        terms: boats
        features: {name: '${term}'}
        examples: ['A [[dhow]] came.', {text: 'None came.', none: true}]
    """
  }

  @Test func `a new file passes its own test and check`() throws {
    let path = folder.path + "/boats.yaml"
    #expect(try Program.run("rules", "new", path).status == 0)
    #expect(try Program.run("rules", "test", path).output.contains("2 examples, 0 failed"))
    #expect(try Program.run("rules", "check", path).output.contains("1 rules, 0 errors, 0 warnings"))
    #expect(try Program.run("rules", "fmt", "--check", path).status == 0)
    #expect(try Program.run("rules", "new", path).status == 2)
  }

  @Test func `a diff shows the change of a lexicon and nothing else`() throws {
    let old = try folder.write("old/boats.yaml", ruleset("dhow"))
    let new = try folder.write("new/boats.yaml", ruleset("dhow, felucca"))
    let document = try folder.write("d.txt", "«é» A dhow and a felucca came on March 3, 2020.")
    let same = try Program.run("rules", "diff", old, old, document)
    #expect(same.status == 0, "\(same.errors)")
    let run = try Program.run("rules", "diff", old, new, document)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("felucca"))
    #expect(!run.output.contains("dhow ") || !run.output.contains("removed  boat"))
    #expect(!run.output.contains("timex"))
  }

  @Test func `explain tells what fired and why a rule did not`() throws {
    let rules = try folder.write("boats.yaml", ruleset("dhow"))
    let document = try folder.write("d.txt", "«é»\nA dhow came on March 3, 2020.")
    let fired = try Program.run("rules", "explain", "--rules", rules, document + ":2:3")
    #expect(fired.output.contains("my.boats/boat  boat  'dhow'"), "\(fired.output)")
    #expect(fired.output.contains("name=dhow"))
    let reason = try Program.run("rules", "explain", "--rules", rules, "--rule", "boat", document + ":2:8")
    #expect(reason.output.contains("no term of 'boats' stands here"), "\(reason.output)\(reason.errors)")
    let offset = try Program.run("rules", "explain", "--rules", rules, "--offset", "6", document)
    #expect(offset.output.contains("'dhow'"))
    #expect(try Program.run("rules", "explain", "--rules", rules, "--rule", "bout", document).status == 2)
    #expect(try Program.run("rules", "explain", document + ":9").status == 2)
  }

  @Test func `profile and coverage name the rules`() throws {
    let rules = try folder.write("boats.yaml", ruleset("dhow, felucca"))
    let document = try folder.write("d.txt", "A dhow came.")
    let profile = try Program.run("rules", "profile", "--rules", rules, "--rows", "1000", document)
    #expect(profile.output.split(separator: "\n").contains { $0.hasSuffix("my.boats/boat") && $0.contains(" 1 ") })
    let coverage = try Program.run("rules", "coverage", "--terms", "--rules", rules, document)
    #expect(coverage.output.contains("lexicon my.boats/boats: 1 of 2 terms\n  felucca"))
    #expect(!coverage.output.contains("rule my.boats/boat\n"))
    let either = try Program.run(
      "rules", "coverage", "--rules", "Documentation/RuleLibrary/19-several-patterns.yaml",
      try folder.write("mail.txt", "Write to ada@example.org."))
    #expect(either.output.contains("pattern 2 of anyOf in library.either/contact"))
  }

  @Test func `explain tells the decision behind an annotation, its rules and what it was made of`() throws {
    let document = try folder.write("d.txt", "«é» 👩‍👩‍👧 Ada Brandt spoke.\nProfessor Ada Brandt said that talks were slow.")
    let told = try Program.run("rules", "explain", document + ":2").output
    #expect(told.contains("\n    by en.statements.frames/clause-that: X said that …\n"), "\(told)")
    let rules = "en.statements.frames/clause-that, en.statements.parts/cue, en.statements.parts/tone"
    #expect(told.contains("\n    rules: \(rules)\n"))
    #expect(told.contains("\n    made of person 'Ada Brandt' at 38\n"))
    #expect(told.contains("\n      by en.statements.frames/clause-that: "))
  }

  @Test func `coverage tells the decisions of modules that never fire`() throws {
    let document = try folder.write("d.txt", "É. They met on March 5, 2024.")
    let all = try Program.run("rules", "coverage", "--only", "dates.", document).output
    #expect(!all.contains("decision dates.in-year.said"), "\(all)")
    #expect(all.contains("decision dates.set: it recurs\n"))
    #expect(all.hasSuffix("\n37 of 38 decisions never fired in 1 document\n"))
  }

  @Test func `a module's description tells its decisions`() throws {
    let told = try Program.run("modules", "describe", "poll-detection").output
    #expect(told.contains("\n  polls.opinion.table-row: a row of a table that tells who asked, when, or what"))
  }

  @Test func `test outcomes are written as JUnit XML`() throws {
    let rules = try folder.write("boats.yaml", ruleset("felucca"))
    let junit = folder.path + "/junit.xml"
    #expect(try Program.run("rules", "test", "--junit", junit, rules).status == 1)
    let xml = try String(contentsOfFile: junit, encoding: .utf8)
    #expect(xml.contains("<testsuite name=\"my.boats/boat\" tests=\"2\" failures=\"1\" skipped=\"0\">"))
    #expect(xml.contains("missing: &apos;dhow&apos;") || xml.contains("missing: 'dhow'"))
  }

  @Test func `failed examples are rewritten only when that is asked for, and told`() throws {
    let text = ruleset("felucca").replacing("[[dhow]]", with: "[[dhow]] or felucca")
    let rules = try folder.write("boats.yaml", text)
    let first = try Program.run("rules", "test", rules)
    #expect(first.status == 1)
    #expect(first.errors.contains("  - A [[dhow]] or felucca came.\n  + A dhow or [[felucca]] came.\n"))
    #expect(first.output.contains("--update would rewrite 1 of the failed"))
    #expect(try String(contentsOfFile: rules, encoding: .utf8) == text)
    let run = try Program.run("rules", "test", "--update", rules)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("boats.yaml:9:16: my.boats/boat: rewritten\n  - A [[dhow]]"), "\(run.output)")
    #expect(run.output.contains("2 examples, 0 failed"))
    #expect(
      try String(contentsOfFile: rules, encoding: .utf8)
        == text.replacing("[[dhow]] or felucca", with: "dhow or [[felucca]]"))
    #expect(try Program.run("rules", "test", "--update").status != 0)
  }

  @Test func `watch shows what a save changes and keeps the last good rules`() throws {
    let rules = try folder.write("rules/boats.yaml", ruleset("dhow"))
    let document = try folder.write("d.txt", "A dhow and a felucca came.")
    let watching = Process()
    watching.executableURL = URL(fileURLWithPath: Program.path)
    watching.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    watching.arguments = ["rules", "watch", "--saves", "2", "--rules", folder.path + "/rules", document]
    let output = Pipe()
    watching.standardOutput = output
    watching.standardError = Pipe()
    try watching.run()
    defer { if watching.isRunning { watching.terminate() } }
    func next(until mark: String) -> String {
      var text = ""
      while !text.contains(mark), case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        text += String(decoding: data, as: UTF8.self)
      }
      return text
    }
    #expect(next(until: "document\n").contains("watching"))
    try Data(ruleset("dhow, [").utf8).write(to: URL(fileURLWithPath: rules))
    #expect(next(until: " ms\n").contains("the last good rules stay in force"))
    try Data(ruleset("dhow, felucca").utf8).write(to: URL(fileURLWithPath: rules))
    let change = next(until: " ms\n")
    #expect(change.contains("felucca"))
    #expect(change.contains("2 examples, 0 failed"))
    watching.waitUntilExit()
    #expect(watching.terminationStatus == 0)
  }

  @Test func `watch tells what a module leaves out from now on`() throws {
    let text = { (pattern: String) in
      """
      postil: 1
      ruleset: my.days
      module: date-normalization
      rules:
        - {id: day, type: timex, pattern: '\(pattern)', features: {year: 2023, month: 2, day: 31}}
      """
    }
    let rules = try folder.write("rules/days.yaml", text("never there"))
    let document = try folder.write("d.txt", "É. It happened on the day after doomsday.")
    let watching = Process()
    watching.executableURL = URL(fileURLWithPath: Program.path)
    watching.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    watching.arguments = ["rules", "watch", "--saves", "1", "--rules", folder.path + "/rules", document]
    let output = Pipe()
    watching.standardOutput = output
    watching.standardError = Pipe()
    try watching.run()
    defer { if watching.isRunning { watching.terminate() } }
    var told = ""
    func read(until mark: String) {
      while !told.contains(mark), case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        told += String(decoding: data, as: UTF8.self)
      }
    }
    read(until: "document\n")
    try Data(text("day after doomsday").utf8).write(to: URL(fileURLWithPath: rules))
    read(until: " ms\n")
    let line = try #require(told.split(separator: "\n").first { $0.contains("left out by the module") }, "\(told)")
    #expect(line.hasSuffix("d.txt: my.days/day 'day after doomsday': no such day"), "\(line)")
  }

  @Test func `mistakes of settings name those that there are`() throws {
    for (setting, words) in [
      ("date-normalization.date-ordr=auto", "did you mean 'date-order'?"),
      ("date-normalization.xyz=auto", "it has "), ("dates.date-order=auto", "it has date-normalization, "),
      ("date-normalization.date-order=sideways", "'sideways' is none of auto, "),
    ] {
      let run = try Program.run("rules", "check", "--set", setting)
      #expect(run.status == 1)
      let line = run.errors.split(separator: "\n").first { $0.hasPrefix("postil: error: --set ") }
      #expect(line?.contains(words) == true, "\(run.errors)")
    }
  }

  @Test func `examples that no rule needs are told when that is asked for`() throws {
    let text =
      ruleset("dhow").replacing(
        "examples: ['A [[dhow]] came.'",
        with: "examples: ['A [[dhow]] came.', 'É [[dhow]] left.', {text: A dhows, none: true}")
    let rules = try folder.write("boats.yaml", text)
    let plain = try Program.run("rules", "test", rules)
    #expect(!plain.output.contains("no rule needs"))
    let told = try Program.run("rules", "test", "--coverage", rules).output.split(separator: "\n")
    #expect(told.filter { $0.contains("no rule needs this example") }.count == 2, "\(told)")
    #expect(
      told.contains { $0.contains("boats.yaml:9:36: my.boats/boat: no rule needs") && $0.contains("line 9") }, "\(told)"
    )
    #expect(told.contains { $0.hasSuffix("nothing of the rule applies in it") })
  }

  @Test func `the table of one type goes to standard output`() throws {
    let rules = try folder.write("boats.yaml", ruleset("dhow"))
    let document = try folder.write("d.txt", "«é» A dhow came on March 3, 2020.")
    let run = try Program.run("annotate", "--rules", rules, "--format", "csv", "--type", "boat", document)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\r\n")
    #expect(lines.first == "set,document,date,id,start,end,text,module,rule,name")
    #expect(lines.count == 2 && lines[1].contains(",6,10,dhow,"))
    let none = try Program.run("annotate", "--format", "csv", "--type", "nothing", document)
    #expect(none.output == "set,document,date,id,start,end,text,module,rule\r\n")
    #expect(try Program.run("annotate", "--format", "csv", document).status != 0)
    #expect(try Program.run("annotate", "--format", "jsonl", "--type", "boat", document).status != 0)
  }

  @Test(arguments: [
    ["rules", "check"], ["rules", "test"], ["rules", "explain"], ["rules", "profile"], ["rules", "coverage"],
    ["rules", "diff"], ["rules", "watch"], ["rules", "fmt"], ["rules", "new"],
  ])
  func `help tells the exit statuses`(command: [String]) throws {
    let words = try Program.run(command + ["--help"]).output.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("Exit status: 0 "))
  }

  @Test func `examples state what they refer to by its words, and the document by its own metadata`() throws {
    let rules = try folder.write(
      "r.yaml",
      """
      postil: 1
      ruleset: my.visits
      types: {visit: {features: {who: annotation, all: list of annotation}}}
      rules:
        - id: visit
          sequence: [{type: person, as: who}, {pattern: ' visited '}, {type: person, as: whom}]
          features: {who: '${who}', all: '${whom}'}
          document: {set: north, id: 'n1'}
          examples:
            - {text: '«é» [[Ada Brandt visited Luis Ortega]].', metadata: {set: north, id: n1}, features: {who: Ada Brandt, all: [Luis Ortega]}}
            - {text: 'Ada Brandt visited Luis Ortega.', metadata: {set: south, id: n1}, none: true}
      """)
    let right = try Program.run("rules", "test", rules)
    #expect(right.output.contains("2 examples, 0 failed"), "\(right.errors)")
    let text = try String(contentsOfFile: rules, encoding: .utf8)
    let wrong = try folder.write("w.yaml", text.replacing("who: Ada Brandt", with: "who: Luis Ortega"))
    let told = try Program.run("rules", "test", wrong).errors
    #expect(told.contains("who is Ada Brandt, wants Luis Ortega"), "\(told)")
    #expect(try Program.run("rules", "test", "--update", wrong).status == 0)
    #expect(try String(contentsOfFile: wrong, encoding: .utf8) == text)
  }

  @Test func `a new module in C builds and loads by the commands it names`() throws {
    let folder = self.folder.path + "/WeaponFinder"
    let run = try Program.run("modules", "new", "WeaponFinder", "--language", "c", "--output", folder)
    #expect(run.status == 0, "\(run.errors)")
    let build = try #require(run.output.split(separator: "\n").first { $0.contains("cc ") })
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "cd '\(folder)' && \(build)"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try Program.run("modules", "check", folder + "/libWeaponFinder.so").status == 0)
    for command in ["rules test --modules . rules.yaml", "annotate --modules . --format text DOCUMENTS"] {
      #expect(run.output.contains("  postil \(command)\n"))
    }
    let chain = folder + "/postil.yaml"
    let tested = try Program.run("rules", "test", "--modules", folder, "--chain", chain, folder + "/rules.yaml")
    #expect(tested.output.contains("2 examples, 0 failed"), "\(tested.errors)")
    let document = try self.folder.write("d.txt", "«é» An example.")
    let report = try Program.run(
      "annotate", "--format", "jsonl", "--modules", folder, "--chain", chain, document)
    #expect(report.status == 0, "\(report.errors)")
    let annotations = report.records.first?["annotations"] as? [[String: Any]] ?? []
    #expect(annotations.map { $0["text"] as? String } == ["example"])
  }
}
