import Foundation
import Testing

/// What the program says and does when its input is not what it should be.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `an empty file is a document without annotations`() throws {
    let run = try Program.run("annotate", "--format", "jsonl", try folder.write("empty.txt", ""))
    #expect(run.status == 0)
    #expect(run.records.count == 1)
    #expect((run.records.first?["annotations"] as? [Any])?.isEmpty == true)
  }

  @Test func `a binary file fails by name and spares the others`() throws {
    _ = try folder.write("docs/a.txt", Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0xFF, 0xFE, 0]))
    _ = try folder.write("docs/b.txt", "They met on March 3, 2020.")
    let run = try Program.run("annotate", "--format", "jsonl", folder.path + "/docs")
    #expect(run.status == 1)
    #expect(run.records.count == 2)
    #expect(run.records.first?["error"] is String)
    #expect(run.records.last?["annotations"] is [Any])
    #expect(run.errors.contains("a.txt"))
  }

  @Test func `undecodable bytes name the offset and the option that helps`() throws {
    let path = try folder.write("latin.txt", Data("Caf".utf8) + Data([0xE9]) + Data(" today".utf8))
    let wrong = try Program.run("annotate", "--format", "jsonl", path)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("at byte 3;"))
    #expect(wrong.errors.contains("--encoding"))
    let right = try Program.run("annotate", "--format", "jsonl", "--encoding", "windows-1252", path)
    #expect(right.status == 0)
  }

  @Test func `keep-going leaves the exit status 0`() throws {
    let path = try folder.write("latin.txt", Data([0xE9, 0x20]))
    #expect(try Program.run("annotate", "--keep-going", "--format", "jsonl", path).status == 0)
  }

  @Test func `NUL bytes inside a record are text`() throws {
    let path = try folder.write("nul.jsonl", #"{"id":"n","text":"Paris \u0000 was calm on March 3, 2020."}"#)
    let run = try Program.run("annotate", "--format", "jsonl", path)
    #expect(run.status == 0)
    #expect(run.records.count == 1)
  }

  @Test func `a folder without documents, a missing file and an unknown format are refused`() throws {
    _ = try folder.write("empty/.keep", "")
    for arguments in [[folder.path + "/empty"], [folder.path + "/missing.txt"]] {
      let run = try Program.run("annotate", "--format", "jsonl", arguments[0])
      #expect(run.status == 2)
      #expect(run.errors.contains("postil: error: "))
    }
    #expect(try Program.run("annotate", "--format", "pdf", "seeds").status == 2)
    #expect(try Program.run("annotate", "--format", "html", "seeds").status == 2)
  }

  @Test func `a missing rule file and a rule file that is a folder are told`() throws {
    let document = try folder.write("d.txt", "A quiet day.")
    let missing = try Program.run("annotate", "--format", "jsonl", "--rules", folder.path + "/none.yaml", document)
    #expect(missing.status != 0)
    #expect(missing.errors.contains("none.yaml"))
    _ = try folder.write("rules/trap.yaml/inside.txt", "")
    let trap = try Program.run("annotate", "--format", "jsonl", "--rules", folder.path + "/rules", document)
    #expect(trap.errors.contains("trap.yaml") || trap.errors.contains("rules"))
  }

  @Test func `a full disk is an error`() throws {
    let run = try Program.run("annotate", "--format", "jsonl", "seeds", output: "/dev/full")
    #expect(run.status == 1)
    #expect(run.errors.contains("No space left"))
  }

  // Reading a process's memory at 0 fails for everyone, the superuser too.
  @Test func `a file that cannot be read fails by name and spares the others`() throws {
    let good = try folder.write("good.txt", "They met on March 3, 2020.")
    let run = try Program.run("annotate", "--format", "jsonl", "/proc/self/mem", good)
    #expect(run.status == 1)
    #expect(run.records.count == 2)
    #expect(run.errors.contains("cannot be read"))
    #expect(run.records.last?["annotations"] is [Any])
  }

  @Test func `a reader that goes away ends the run in silence`() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    shell.arguments = ["-c", "set -o pipefail; '\(Program.path)' annotate --format jsonl seeds | head -c 10"]
    let errors = Pipe()
    shell.standardError = errors
    shell.standardOutput = Pipe()
    try shell.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(said.isEmpty)
  }

  @Test func `a long text on one line is annotated whole`() throws {
    let sentence = "Prime Minister Ada Brandt said on Wednesday that talks would be held in Mosul. "
    let path = try folder.write("long.txt", String(repeating: sentence, count: 4_000))
    let run = try Program.run("annotate", "--format", "jsonl", path)
    #expect(run.status == 0)
    let annotations = run.records.first?["annotations"] as? [[String: Any]] ?? []
    #expect(annotations.count { $0["type"] as? String == "timex" } >= 1_000)
  }

  @Test func `given annotations may stand alone`() throws {
    let record =
      #"{"id": "a", "text": "é They met on March 3, 2020.", "annotations": [{"type": "timex", "start": 2, "end": 6}]}"#
    let path = try folder.write("d.jsonl", record)
    for (setting, count) in [("add", 2), ("only", 1)] {
      let run = try Program.run("annotate", "--format", "jsonl", "--set", "date-normalization.given=\(setting)", path)
      #expect(run.status == 0, "\(run.errors)")
      let annotations = run.records.first?["annotations"] as? [[String: Any]] ?? []
      #expect(annotations.count { $0["type"] as? String == "timex" } == count)
    }
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func `messages that nobody can take end no run`(_ redirection: String) throws {
    let lines = (0..<40).map { #"{"id": "d\#($0)", "text": \#($0 % 2 == 0 ? "7" : "\"é\"")}"# }
    let input = try folder.write("half.jsonl", lines.joined(separator: "\n"))
    let output = folder.path + "/records.jsonl"
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    shell.arguments = ["-c", "'\(Program.path)' annotate --format jsonl '\(input)' >'\(output)' \(redirection)"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 1)
    #expect(try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").count == 40)
  }

  @Test func `messages do not command the terminal`() throws {
    let input = try folder.write("e.jsonl", #"{"id": "a\u001b]0;title\u0007\u009b31m", "text": 7}"#)
    let run = try Program.run("annotate", "--format", "jsonl", input)
    #expect(run.status == 1)
    #expect(run.errors.contains("]0;title"))
    #expect(!run.errors.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func `a damaged record counts as a document that failed, and is told or refused`() throws {
    func record(_ id: String, _ annotation: String) -> String {
      #"{"schema":"postil.report/1","document":{"id":"\#(id)"},"text":"é met Ann","annotations":[\#(annotation)]}"#
    }
    let damages = [
      #"{"type":"person","start":"6","end":9}"#, #"{"type":"person","start":-6,"end":9}"#,
      #"{"type":"person","start":9,"end":2}"#,
      #"{"type":"person","start":6,"end":90}"#, #"{"type":5,"start":6,"end":9}"#,
      #"{"type":"statement","start":0,"end":9,"features":{"score":1e200}}"#,
      #"{"type":"person","start":6,"end":9,"features":"#,
    ]
    let lines = damages.enumerated().map { record("bad\($0)", $1) }
    let good = record("good", #"{"type":"person","start":6,"end":9,"features":{"entity":"Ann"}}"#)
    let report = try folder.write("report.jsonl", (lines + [good]).joined(separator: "\n") + "\n")
    let summary = try Program.run("summarize", report, "-o", folder.path + "/s.sum")
    #expect(summary.status == 1)
    for line in 1...damages.count { #expect(summary.errors.contains("line \(line)"), "\(line)") }
    #expect(summary.errors.contains("8 documents, 7 faults told above"))
    let compared = try Program.run("compare", "A=\(report)", "B=\(folder.path)/s.sum")
    #expect(compared.status == 0, "\(compared.errors)")
    #expect(compared.errors.contains("14 documents failed when they were annotated, or cannot be read"))
    #expect(compared.errors.contains("line 1"))
    for arguments in [["summarize", report, "-o", folder.path + "/t.sum"], ["compare", "A=\(report)", "B=\(report)"]] {
      let strict = try Program.run(arguments + ["--strict"])
      #expect(strict.status == 2)
      #expect(strict.errors.contains("line 1"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/t.sum"))
  }

  @Test func `rules that cannot be used at all end a run before it begins`() throws {
    let document = try folder.write("d.txt", "é A quiet day.")
    _ = try folder.write("empty/readme.md", "no rules")
    let broken = try folder.write("broken.yaml", "postil: 1\nrules: [\n")
    let headless = try folder.write("headless.yaml", "postil: 7\nruleset: x\nlanguage: en\nrules: []\n")
    for path in [folder.path + "/none.yaml", folder.path + "/none", folder.path + "/empty", broken, headless] {
      let run = try Program.run("annotate", "--keep-going", "--format", "jsonl", "--rules", path, document)
      #expect(run.status == 2, "\(path)")
      #expect(run.output.isEmpty, "\(path)")
      #expect(run.errors.contains("no rules come from '\(path)'"), "\(path)")
      #expect(try Program.run("rules", "diff", path, path, document).status == 2, "\(path)")
    }
  }

  @Test func `one broken rule is left out, and told by the exit status unless the run is to keep going`() throws {
    let document = try folder.write("d.txt", "é They met.")
    let rules = try folder.write(
      "r.yaml",
      """
      postil: 1
      ruleset: r
      language: en
      types: {word: {}}
      rules:
        - {id: good, title: Good, type: word, pattern: 'met', examples: ['They [[met]].']}
        - {id: bad, title: Bad, type: word, pattern: '(', examples: ['They [[met]].']}
      """)
    for (flags, status) in [([], 1), (["--keep-going"], 0)] as [([String], Int32)] {
      let run = try Program.run(["annotate", "--format", "jsonl", "--rules", rules, document] + flags)
      #expect(run.status == status)
      #expect(run.output.contains(#""type":"word""#))
    }
    let diff = try Program.run("rules", "diff", rules, rules, document)
    #expect(diff.status == 2)
    #expect(diff.errors.contains("would mislead"))
  }

  @Test func `files and SQL that begin with a hyphen are taken for what they are`() throws {
    _ = try folder.write("-x.txt", "é They met.")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: Program.path)
    shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    shell.arguments = ["annotate", "--quiet", "--format", "jsonl", "-x.txt", "--store", "s.sqlite"]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let record = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(String(decoding: record, as: UTF8.self).contains(#""id":"-x.txt""#))
    let query = try Program.run("query", folder.path + "/s.sqlite", "-- how many\nSELECT count(*) AS n FROM documents")
    #expect(query.output == "n\n1\n")
  }

  @Test func `what rules and documents call things does not command the terminal`() throws {
    let type = #"\u001b[31mword"#
    let record =
      #"{"id": "\#(type)", "text": "é met", "annotations": [{"type": "\#(type)", "start": 2, "end": 5, "features": {"entity": "\#(type)"}}]}"#
    let input = try folder.write("d\u{1B}[31m.jsonl", record)
    let rules = try folder.write(
      "r\u{1B}[31m.yaml",
      #"""
      postil: 1
      ruleset: "\e[31mr"
      language: en
      types: {"\e[31mword": {}}
      rules:
        - {id: "\e[31mg", title: "\e[31mG", type: "\e[31mword", pattern: "(\e[31m", "wi\e[31m": 3, examples: ["The [[\e[31m]]"]}
      """#)
    let out = folder.path + "/out"
    let escape = "\u{1B}[31m"
    #expect(try Program.run("annotate", "--output", out, "--store", folder.path + "/s.sqlite", input).status == 0)
    #expect(try Program.run("entities", "resolve", out, "-o", folder.path + "/names").status == 0)
    for arguments in [
      ["annotate", "--format", "text", input], ["entities", "list", folder.path + "/names/identities.tsv"],
      ["query", folder.path + "/s.sqlite", "SELECT type AS '\u{1B}[31mx' FROM annotations"],
      ["query", folder.path + "/s.sqlite", "SELECT * FROM documents"],
      ["query", folder.path + "/s.sqlite", "SELECT '\(escape)' FROM \(escape)"], ["query", escape, "SELECT 1"],
      ["compare", "A=\(out)", "B=\(out)"], ["compare", "\(escape)=\(out)", "B=\(out)"],
      ["compare", out, out, "--explain", escape], ["compare", out, out, "--show", escape],
      ["concordance", out, "--type", "\(escape)word"], ["concordance", out, "--pattern", "(\(escape)"],
      ["diff", out, out], ["diff", out, escape], ["summarize", out, "-o", folder.path + "/\(escape).sum"],
      ["summarize", escape, "-o", "x"], ["evaluate", out, input], ["boilerplate", out], ["verify", out],
      ["verify", escape],
      ["modules", "--modules", escape],
      ["rules", "check", rules], ["rules", "fmt", rules], ["rules", "test", rules],
      ["rules", "explain", "\(input):1:1"], ["annotate", "--rules", rules, input],
      ["annotate", "--rules", escape, input],
      ["annotate", "--format", escape, input], ["annotate", "--chain", escape, input],
      ["annotate", "--date", escape, input],
      ["annotate", "--set", "\(escape).a=b", input], ["annotate", escape], ["annotate", "--\(escape)"], [escape],
    ] {
      let run = try Program.run(arguments)
      #expect(!(run.output + run.errors).contains("\u{1B}"), "\(arguments)")
    }
  }

  @Test func `files that are no documents are left out with their number, and listed when asked`() throws {
    _ = try folder.write("mixed/a.txt", "é They met on March 3, 2020.")
    _ = try folder.write("mixed/b.png", Data([0x89, 0x50, 0x4E, 0x47, 0]))
    _ = try folder.write("mixed/note.xml", "<?xml version=\"1.0\"?><note/>")
    _ = try folder.write(
      "mixed/c.html", "<p>é He left on March 4, 2020, with all his aides and a good many of his friends.</p>")
    _ = try folder.write("mixed/c_files/ad.html", "<p>Buy hats.</p>")
    let run = try Program.run("annotate", "--format", "jsonl", folder.path + "/mixed")
    #expect(run.status == 0 && run.records.count == 2)
    #expect(
      run.errors
        == "postil: 3 files are left out: 1 part of a saved page, 1 picture, 1 XML document (--verbose lists them)\n")
    let verbose = try Program.run("annotate", "--format", "jsonl", "--verbose", folder.path + "/mixed")
    #expect(verbose.errors.contains("/mixed/note.xml: an XML document\n"))
    #expect(try Program.run("annotate", "--format", "jsonl", "--quiet", folder.path + "/mixed").errors.isEmpty)
  }

  @Test func `a file of a kind that is not read is refused by what it is`() throws {
    let path = try folder.write("paper.ps", "%!PS-Adobe-3.0\n")
    let run = try Program.run("annotate", "--format", "jsonl", path)
    #expect(run.status == 1)
    #expect(run.errors.contains("is a PostScript or DjVu document, which is not read; make it text first"))
  }

  @Test func `a date that cannot be read is told in the record, which keeps its annotations`() throws {
    let path = try folder.write("d.txt", "---\ndate: some day\n---\né They met on March 3, 2020.")
    let run = try Program.run("annotate", "--format", "jsonl", path)
    #expect(run.status == 0)
    let told = run.records.first?["diagnostics"] as? [[String: Any]]
    #expect(told?.map { $0["code"] as? String } == ["I001"])
    #expect((run.records.first?["annotations"] as? [Any])?.isEmpty == false)
  }
}
