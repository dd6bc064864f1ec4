import Foundation
import Testing

/// What a run leaves behind when the system fails it: calls that fail, are short or are interrupted, a full disk, closed descriptors.
@Suite struct FaultTests {
  private let folder: TemporaryFolder
  private let input: String
  private let earlier: String

  private var out: String { folder.path + "/out" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.compile(FaultLibrary.source, as: "Faults")
    let lines = (0..<40).map { #"{"id": "d\#($0)", "date": "2024-01-02", "text": "é They met in number \#($0)."}"# }
    input = try folder.write("docs.jsonl", lines.joined(separator: "\n") + "\n")
    earlier = try folder.write("earlier.jsonl", #"{"id": "old", "text": "é They met before."}"# + "\n")
    _ = try folder.write(
      "tiny/rules/words.yaml",
      """
      postil: 1
      ruleset: words
      language: en
      types: {word: {}}
      rules:
        - {id: met, title: Met, type: word, pattern: 'met', examples: ['They [[met]].']}
      """)
    _ = try folder.write("tiny/postil.yaml", "postil: 1\nlanguage: en\nsteps:\n  - rules: [rules]\n")
  }

  private func arguments(_ input: String, to output: String, _ options: [String] = []) -> [String] {
    ["annotate", "--chain", folder.path + "/tiny/postil.yaml", "--jobs", "1", "--no-cache", "--output", output]
      + ["jsonl", "text", "html", "csv", "brat"].flatMap { ["--format", $0] } + options + [input]
  }

  private func run(_ arguments: [String], fault: String) throws -> Program.Outcome {
    try Program.run(
      arguments, environment: ["LD_PRELOAD": folder.path + "/libFaults.so", "POSTIL_FAULT": fault])
  }

  /// The files of a report, by their names, with their bytes.
  private func files(_ output: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(output)/\(name)").map { (name, $0) }
      })
  }

  static let faults =
    [0, 1, 2, 4, 8, 16].flatMap { ["write full \($0)", "write broken \($0)"] }
    + ["rename broken 0", "rename broken 1", "rename broken 3", "rename full 0", "rename full 2"]
    + ["fsync broken 0", "fsync broken 1", "fsync full 2", "mkdir full 0", "mkdir full 1"]
    + ["write short 0", "write interrupted 0"]

  @Test(arguments: faults) func `a fault of the system leaves the earlier report, or a whole new one`(_ fault: String)
    throws
  {
    #expect(try Program.run(arguments(input, to: folder.path + "/whole")).status == 0)
    let whole = files(folder.path + "/whole")
    try #require(whole.count > 5)
    #expect(try Program.run(arguments(earlier, to: out)).status == 0)
    let old = try #require(files(out)["report.jsonl"])
    let run = try run(arguments(input, to: out), fault: fault)
    if run.status != 0 {
      #expect(run.errors.contains("postil: error: "), "\(run.errors)")
      #expect(run.errors.contains(out), "\(run.errors)")
      // Files take their places one after another; one that could not is kept aside.
      let report = files(out)["report.jsonl"]
      #expect(report == old || report == whole["report.jsonl"])
      let resumed = try Program.run(arguments(input, to: out, ["--resume"]))
      // Where nothing had begun there is nothing to go on with.
      if resumed.status != 0 {
        #expect(resumed.errors.contains("--resume"), "\(resumed.errors)")
        #expect(try Program.run(arguments(input, to: out, ["--restart"])).status == 0)
      }
    }
    let after = files(out)
    for (name, bytes) in whole { #expect(after[name] == bytes, "\(name)") }
    #expect(after.keys.filter { $0.hasPrefix(".part") || $0.hasSuffix(".part") }.isEmpty)
  }

  @Test(arguments: ["write short 0", "write interrupted 0"])
  func `short and interrupted writes are gone on with`(_ fault: String) throws {
    let run = try run(arguments(input, to: out), fault: fault)
    #expect(run.status == 0, "\(run.errors)")
    let records = try #require(files(out)["report.jsonl"])
    #expect(records.count { $0 == UInt8(ascii: "\n") } == 40)
  }

  @Test(arguments: ["pwrite full 0", "pwrite broken 3", "pwrite full 9", "fsync broken 0"])
  func `a store that cannot be written ends the run with an error, and takes it later`(_ fault: String) throws {
    let store = folder.path + "/s.sqlite"
    let words = ["annotate", "--chain", folder.path + "/tiny/postil.yaml", "--no-cache", "--store", store, input]
    let run = try run(words, fault: fault)
    if run.status != 0 {
      #expect(run.errors.contains("postil: error: ") && run.errors.contains("s.sqlite"), "\(run.errors)")
    }
    let again = try Program.run(words)
    #expect(again.status == 0, "\(again.errors)")
    let rows = try Program.run("query", store, "--format", "json", "SELECT count(*) AS n FROM documents")
    #expect(rows.output == "{\"n\":40}\n", "\(rows.errors)")
  }

  static let summaries = ["write full 0", "write broken 0", "rename broken 0", "fsync broken 0"]

  @Test(arguments: summaries) func `a summary, a table of names and a rule file stay as they were`(_ fault: String)
    throws
  {
    #expect(try Program.run(arguments(input, to: out)).status == 0)
    let rule = try folder.write("r.yaml", "postil: 1\r\nruleset: r\nlanguage: en\ntypes: {m: {}}\nrules: []\n")
    for (path, words) in [
      (folder.path + "/s.sum", ["summarize", out, "-o", folder.path + "/s.sum"]),
      (folder.path + "/names/identities.tsv", ["entities", "resolve", out, "-o", folder.path + "/names"]),
      (folder.path + "/lines.tsv", ["boilerplate", input, "-o", folder.path + "/lines.tsv"]),
      (rule, ["rules", "fmt", rule]),
    ] {
      if path != rule { #expect(try Program.run(words).status == 0) }
      let before = try #require(FileManager.default.contents(atPath: path))
      let run = try run(words, fault: fault)
      #expect(run.status != 0, "\(words)")
      #expect(run.errors.contains("postil: error: "), "\(run.errors)")
      #expect(FileManager.default.contents(atPath: path) == before, "\(words)")
    }
  }

  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
  func `descriptors that are closed or full do not reach the report`(_ redirection: String) throws {
    let broken = try folder.write(
      "half.jsonl", (0..<20).map { #"{"id": "d\#($0)", "text": \#($0 % 2 == 0 ? "7" : "\"é met\"")}"# + "\n" }.joined())
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    let words = arguments(broken, to: out, ["--isolate"]).map { "'\($0)'" }.joined(separator: " ")
    shell.arguments = ["-c", "'\(Program.path)' \(words) \(redirection)"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 1)
    #expect(try Program.run(arguments(broken, to: folder.path + "/whole", ["--isolate"])).status == 1)
    let (made, whole) = (files(out), files(folder.path + "/whole"))
    #expect(made.keys.sorted() == whole.keys.sorted())
    for (name, bytes) in whole { #expect(made[name] == bytes, "\(name)") }
  }
}
