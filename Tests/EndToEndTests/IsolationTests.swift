import Foundation
import Testing

/// What a module that dies, runs on or takes all memory costs.
@Suite struct IsolationTests {
  private static let count = 100
  private static let bad = 41

  /// The records of documents that the module is not hostile at.
  private static let whole: [Substring]? = try? wholeRecords()

  private static func wholeRecords() throws -> [Substring] {
    let folder = try TemporaryFolder()
    let input = try folder.write("docs.jsonl", documents(nil))
    return try Program.run(try options(folder) + [input]).output.split(separator: "\n")
  }

  /// A command line for the module, behind a chain of one rule.
  private static func options(_ folder: TemporaryFolder) throws -> [String] {
    try folder.compile(HostileModule.source, as: "Hostile")
    _ = try folder.write("rules/words.yaml", rules("  - {id: met, type: word, pattern: met}"))
    let chain = try folder.write("postil.yaml", "postil: 1\nsteps: [{rules: [rules]}, {module: hostile}]\n")
    return ["annotate", "--chain", chain, "--modules", folder.path, "--input-format", "jsonl"]
  }

  private let folder: TemporaryFolder
  private let options: [String]

  init() throws {
    folder = try TemporaryFolder()
    options = try Self.options(folder)
  }

  private static func rules(_ rules: String) -> String {
    "postil: 1\nruleset: words\ntypes: {word: {}}\nrules:\n\(rules)\n"
  }

  /// A hundred documents, one of which says what the module does.
  private static func documents(_ deed: String?) -> String {
    (0..<count).map { number in
      let words = number == bad ? deed.map { "it \($0)" } ?? "nothing happens" : "they met"
      return #"{"id": "é\#(number)", "date": "2024-01-02", "title": "«\#(number)»", "text": "é In Velmora \#(words)."}"#
        + "\n"
    }.joined()
  }

  private func documents(_ deed: String?) throws -> String { try folder.write("docs.jsonl", Self.documents(deed)) }

  private func annotate(_ input: String, _ options: String...) throws -> Program.Outcome {
    try Program.run(self.options + options + [input])
  }

  /// That all records but that of the one document are those of an undisturbed run.
  private func checkOthers(_ run: Program.Outcome) throws {
    let (lines, whole) = (run.output.split(separator: "\n"), try #require(Self.whole))
    try #require(lines.count == Self.count && whole.count == Self.count)
    for number in 0..<Self.count where number != Self.bad { #expect(lines[number] == whole[number]) }
  }

  struct Deed: CustomTestStringConvertible {
    let word: String
    let error: String
    let seconds: String
    let jobs: Int
    var testDescription: String { "\(word), jobs: \(jobs)" }

    init(_ word: String, _ error: String, seconds: String = "60", jobs: Int = 2) {
      self.word = word
      self.error = error
      self.seconds = seconds
      self.jobs = jobs
    }
  }

  static let deeds = [
    Deed("segfaults", "module 'hostile' ended its worker: segmentation fault (SIGSEGV)"),
    Deed("aborts", "module 'hostile' ended its worker: aborted (SIGABRT)"),
    Deed("traps", "module 'hostile' ended its worker: illegal instruction (SIGILL)"),
    Deed("misaligns", "module 'hostile' ended its worker: bus error (SIGBUS)"),
    Deed("divides", "module 'hostile' ended its worker: arithmetic fault (SIGFPE)"),
    Deed("exits", "module 'hostile' ended its worker: it called exit(0)"),
    Deed("quits", "module 'hostile' ended its worker: it called exit(0)"),
    Deed("leaves", "module 'hostile' ended its worker: it called exit(0)"),
    Deed(
      "loops", "module 'hostile' was stopped: not done after 1 s, which is what --timeout gives a document",
      seconds: "1"),
    Deed(
      "stands", "module 'hostile' was stopped: not done after 1 s, which is what --timeout gives a document",
      seconds: "1"),
    Deed(
      "waits", "module 'hostile' was stopped: not done after 1 s, which is what --timeout gives a document",
      seconds: "1"),
    Deed(
      "allocates",
      "module 'hostile' ended its worker: segmentation fault (SIGSEGV); it may have --max-memory 256M, and had taken most of it"
    ),
    Deed("scribbles", "module 'hostile' ended its worker: segmentation fault (SIGSEGV)"),
    Deed("closes", "module 'hostile' closed the pipe of its worker"),
    Deed("shuts", "module 'hostile' closed the pipe of its worker"),
    Deed("floods", "the worker gave an answer that is none: a module has written over its memory or into its pipe"),
    Deed("kills", "module 'hostile' ended its worker: killed (SIGKILL)"),
    Deed("recurses", "module 'hostile' ended its worker: segmentation fault (SIGSEGV)"),
    Deed("emits", "module 'hostile' broke its contract: more than 200000 annotations for one document"),
    Deed("forks", "module 'hostile' ended its worker: it called exit(7)"),
  ]

  @Test(arguments: deeds) func `a hostile module costs the one document that it was hostile at`(_ deed: Deed) throws {
    let run = try annotate(
      try documents(deed.word), "--isolate", "--timeout", deed.seconds, "--max-memory", "256M", "--jobs", "2")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("postil: error: é\(Self.bad): \(deed.error)\n"), "\(run.errors)")
    try checkOthers(run)
    let record = run.records[Self.bad]
    #expect(record["error"] as? String == deed.error)
    #expect((record["document"] as? [String: Any])?["id"] as? String == "é\(Self.bad)")
  }

  @Test func `a document that finds its worker damaged is done by another`() throws {
    try checkOthers(try annotate(try documents("smudges"), "--isolate", "--jobs", "1"))
  }

  @Test(arguments: [[], ["--isolate"]]) func `what a module prints does not mix with the report`(_ options: [String])
    throws
  {
    let run = try Program.run(self.options + options + [try documents("prints")])
    #expect(run.status == 0)
    try checkOthers(run)
    #expect(!run.output.contains("noise"))
    #expect(run.errors.components(separatedBy: "noise\n").count == 3)
  }

  @Test(arguments: ["1", "2", "5"]) func `processes make the same reports as threads`(_ jobs: String) throws {
    let formats = ["jsonl", "text", "html", "csv", "brat", "conll", "webannotation", "xmi"].flatMap {
      ["--format", $0]
    }
    let input = try documents(nil)
    let arguments = options + formats
    let (plain, isolated) = (folder.path + "/plain", folder.path + "/isolated")
    #expect(try Program.run(arguments + ["--output", plain, input]).status == 0)
    #expect(try Program.run(arguments + ["--output", isolated, "--isolate", "--jobs", jobs, input]).status == 0)
    let names = try #require(FileManager.default.enumerator(atPath: plain)?.compactMap { $0 as? String })
    #expect(names.count > formats.count / 2)
    for name in names where name != "manifest.json" {
      #expect(
        FileManager.default.contents(atPath: "\(plain)/\(name)")
          == FileManager.default.contents(atPath: "\(isolated)/\(name)"))
    }
    let verified = try Program.run("verify", isolated)
    #expect(verified.status == 0, "\(verified.errors)\(verified.output)")
    #expect(
      try String(contentsOfFile: isolated + "/manifest.json", encoding: .utf8).contains(#""limits":["--isolate"]"#))
  }

  static let deaths = [
    Deed("segfaults", "segmentation fault (SIGSEGV)", jobs: 1), Deed("aborts", "aborted (SIGABRT)", jobs: 3),
    Deed("traps", "illegal instruction (SIGILL)", jobs: 1), Deed("misaligns", "bus error (SIGBUS)", jobs: 1),
    Deed("recurses", "segmentation fault (SIGSEGV)", jobs: 1),
    Deed("recurses", "segmentation fault (SIGSEGV)", jobs: 3),
    Deed("exits", "it called exit", jobs: 1), Deed("exits", "it called exit", jobs: 3),
    Deed("quits", "it called exit", jobs: 1), Deed("leaves", "it called _exit", jobs: 1),
    Deed("leaves", "it called _exit", jobs: 3),
  ]

  @Test(arguments: deaths)
  func `a process that a module ends says so, keeps what is finished, and can be gone on with`(
    _ deed: Deed
  ) throws {
    let input = try documents(deed.word)
    let out = folder.path + "/out"
    let run = try annotate(input, "--output", out, "--jobs", "\(deed.jobs)")
    #expect(run.status != 0)
    #expect(
      run.errors.contains("postil: error: é\(Self.bad): module 'hostile' ended the run: \(deed.error);"),
      "\(run.errors)")
    let part = FileManager.default.contents(atPath: out + "/.part/report.jsonl") ?? Data()
    let finished = part.count { $0 == UInt8(ascii: "\n") }
    #expect(deed.jobs == 1 ? finished == Self.bad : finished <= Self.bad)
    #expect(!FileManager.default.fileExists(atPath: out + "/report.jsonl"))
    let resumed = try annotate(input, "--output", out, "--resume", "--isolate")
    #expect(resumed.status == 1, "\(resumed.errors)")
    #expect(resumed.errors.contains("100 documents, 1 failed"))
  }

  @Test func `records on standard output stand before a module ends the process`() throws {
    let run = try annotate(try documents("aborts"), "--jobs", "1")
    #expect(run.status != 0)
    #expect(run.records.count == Self.bad)
  }

  @Test func `a module that asks is stopped, without processes too`() throws {
    let run = try annotate(try documents("waits"), "--timeout", "1", "--jobs", "2")
    #expect(run.status == 1)
    try checkOthers(run)
    #expect(run.errors.contains("é\(Self.bad): module 'hostile' was stopped: not done after 1 s"), "\(run.errors)")
  }

  @Test(arguments: [[], ["--isolate"]]) func `a document that takes too long says what took its time`(
    _ options: [String]
  )
    throws
  {
    let text = String(repeating: "é some quiet words in a row ", count: 20_000)
    let input = try folder.write(
      "long.jsonl", #"{"id": "long", "text": "\#(text)"}"# + "\n" + #"{"id": "short", "text": "é"}"# + "\n")
    let run = try Program.run(self.options + ["--timeout", "0.01"] + options + [input])
    #expect(run.status == 1)
    #expect(run.records.count == 2)
    #expect(run.errors.contains("was stopped: not done after 0.01 s, which is what --timeout gives a document"))
    if options.isEmpty { #expect(run.errors.contains("postil: error: long: the search for sentences and words was")) }
  }

  @Test(arguments: [
    (["--timeout", "0"], "--timeout takes seconds"), (["--timeout", "nan"], "--timeout takes seconds"),
    (["--max-memory", "2G"], "--max-memory needs --isolate"), (["--isolate", "--max-memory", "lots"], "max-memory"),
    (["--isolate", "--max-memory", "-1M"], "max-memory"),
  ])
  func `limits that are none are refused`(_ options: [String], _ told: String) throws {
    let run = try Program.run(["annotate"] + options + ["seeds"])
    #expect(run.status == 2)
    #expect(run.errors.contains(told), "\(run.errors)")
  }
}
