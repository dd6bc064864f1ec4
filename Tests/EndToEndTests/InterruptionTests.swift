import Foundation
import Testing

/// What is left of a run that was stopped, and how it is gone on with.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var out: String { folder.path + "/out" }
  private static let formats = ["jsonl", "text", "html", "csv", "brat", "conll", "webannotation", "xmi"]

  private func chain(_ pattern: String = "met") throws -> String {
    _ = try folder.write(
      "tiny/rules/words.yaml",
      """
      postil: 1
      ruleset: words
      language: en
      types: {word: {}}
      rules:
        - {id: met, title: Met, type: word, pattern: '\\b\(pattern)\\b', examples: ['They [[met]].']}
      """)
    return try folder.write("tiny/postil.yaml", "postil: 1\nlanguage: en\nsteps:\n  - rules: [rules]\n")
  }

  private static func line(_ number: Int) -> String {
    number % 7 == 3
      ? #"{"id": "d\#(number)", "text": 7}"#
      : #"{"id": "d\#(number)", "date": "2024-01-02", "text": "é They met in number \#(number)."}"#
  }

  private func arguments(_ input: String, to output: String? = nil, formats: [String] = formats) throws -> [String] {
    ["annotate", "--chain", try chain(), "--jobs", "1", "--input-format", "jsonl", "--output", output ?? out]
      + formats.flatMap { ["--format", $0] } + ["--store", (output ?? out) + ".sqlite", input]
  }

  /// Starts a run on a pipe, and ends it with `signal` when it has finished at least one batch of sixteen.
  private func stopped(with signal: Int32, formats: [String] = formats) throws -> Process {
    let pipe = Pipe()
    let process = try Program.start(try arguments("-", formats: formats), input: pipe)
    let lines = (0..<40).map(Self.line).joined(separator: "\n") + "\n"
    try pipe.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
    try wait { finished(in: out) >= 16 }
    kill(process.processIdentifier, signal)
    // Ctrl-C is noticed at the next document.
    if signal != SIGKILL { try pipe.fileHandleForWriting.write(contentsOf: Data((Self.line(40) + "\n").utf8)) }
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return process
  }

  private func finished(in output: String) -> Int {
    let data = FileManager.default.contents(atPath: output + "/.part/report.jsonl") ?? Data()
    return data.count { $0 == UInt8(ascii: "\n") }
  }

  private func wait(until condition: () -> Bool) throws {
    for _ in 0..<3_000 {
      if condition() { return }
      usleep(10_000)
    }
    throw CancellationError()
  }

  /// The files of a report, by their names, with their bytes.
  private func files(_ output: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    let files = names.compactMap { name in FileManager.default.contents(atPath: "\(output)/\(name)").map { (name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// All rows of a store, in an order that does not depend on when they were put there.
  private func rows(_ output: String) throws -> String {
    let questions = [
      "SELECT set_name, document, date, metadata, text, error FROM documents ORDER BY set_name, document",
      "SELECT d.document, a.annotation, a.type, a.start_offset, a.end_offset, a.text, a.module, a.rule FROM annotations a "
        + "JOIN documents d ON d.id = a.document_id ORDER BY d.document, a.annotation",
      "SELECT title, complete, documents, total FROM runs ORDER BY title",
    ]
    return try questions.map { try Program.run("query", output + ".sqlite", $0).output }.joined()
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func `a run that was stopped leaves the earlier report, and what it finished`(_ signal: Int32) throws {
    let earlier = try folder.write("earlier.jsonl", Self.line(0) + "\n")
    #expect(try Program.run(try arguments(earlier)).status == 0)
    let before = try files(out)
    let process = try stopped(with: signal)
    if signal == SIGINT { #expect(process.terminationStatus == 130) }
    if signal == SIGTERM { #expect(process.terminationStatus == 143) }
    #expect(try files(out).filter { !$0.key.hasPrefix(".part") } == before)
    let refused = try Program.run(try arguments(earlier))
    #expect(refused.status == 2)
    for word in ["--resume", "--salvage", "--restart"] { #expect(refused.errors.contains(word)) }
    #expect(try files(out).filter { !$0.key.hasPrefix(".part") } == before)
    #expect(try Program.run(try arguments(earlier) + ["--restart"]).status == 0)
    #expect(try files(out).keys.allSatisfy { !$0.hasPrefix(".part") })
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `what was finished can be kept, marked as partial`(_ signal: Int32) throws {
    _ = try stopped(with: signal)
    let count = finished(in: out)
    let run = try Program.run("annotate", "--output", out, "--salvage")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("interrupted after \(count) documents"))
    let files = try files(out)
    #expect(files.keys.allSatisfy { !$0.hasPrefix(".part") })
    let manifest = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
    #expect(manifest.contains(#""complete":false,"documents":\#(count),"failed":"#))
    #expect(manifest.contains(#""cause":"interrupted""#))
    let report = String(decoding: try #require(files["report.jsonl"]), as: UTF8.self)
    #expect(report.split(separator: "\n").count == count)
    let whole = report.split(separator: "\n").count { !$0.contains(#""error":"#) }
    #expect(manifest.contains(#""languages":{"unknown":\#(whole)}"#))
    for name in ["report.html", "report.txt"] {
      #expect(String(decoding: try #require(files[name]), as: UTF8.self).contains("interrupted after \(count)"))
    }
    let summary = try Program.run("summarize", out, "-o", folder.path + "/s.sum")
    #expect(summary.errors.contains("the summary is partial: interrupted after \(count) documents"))
    let compared = try Program.run("compare", "A=\(out)", "B=\(folder.path)/s.sum")
    #expect(compared.errors.components(separatedBy: "is partial: interrupted").count == 3)
    let diff = try Program.run("diff", out, out)
    #expect(diff.errors.contains("is partial: interrupted"))
    let query = try Program.run("query", out + ".sqlite", "SELECT count(*) FROM documents")
    #expect(query.errors.contains("was stopped") == (signal == SIGINT))
    #expect(try Program.run("annotate", "--output", out, "--salvage").status == 2)
  }

  @Test(arguments: [0, 1, 2])
  func `a run that is gone on with gives the bytes of an undisturbed one`(_ cut: Int) throws {
    let input = try folder.write("docs.jsonl", (0..<600).map(Self.line).joined(separator: "\n") + "\n")
    let whole = folder.path + "/whole"
    #expect(try Program.run(try arguments(input, to: whole)).status == 1)
    let process = try Program.start(try arguments(input), input: Pipe())
    try wait { finished(in: out) >= 16 * (1 + 8 * cut) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let count = finished(in: out)
    try #require(count > 0 && count < 600, "the run ended before it was stopped")
    // A record that was cut in the middle.
    let part = try #require(FileHandle(forWritingAtPath: out + "/.part/report.jsonl"))
    try part.seekToEnd()
    try part.write(contentsOf: Data(#"{"schema":"postil.report/1","document":{"id":"d5"#.utf8))
    let resumed = try Program.run(try arguments(input) + ["--resume"])
    #expect(resumed.status == 1, "\(resumed.errors)")
    #expect(resumed.errors.contains("600 documents, 86 failed"))
    #expect(try files(out) == files(whole))
    #expect(try rows(out) == rows(whole))
  }

  @Test func `a run is not gone on with when what it stands on has changed`() throws {
    let input = try folder.write("docs.jsonl", (0..<600).map(Self.line).joined(separator: "\n") + "\n")
    let process = try Program.start(try arguments(input), input: Pipe())
    try wait { finished(in: out) >= 16 }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let resume = try arguments(input) + ["--resume"]
    _ = try chain("number")
    let rules = try Program.run(resume)
    #expect(rules.status == 2)
    #expect(rules.errors.contains("rules tiny/rules/words.yaml"))
    _ = try chain()
    _ = try folder.write("docs.jsonl", Self.line(0) + "\n")
    let inputs = try Program.run(resume)
    #expect(inputs.status == 2)
    #expect(inputs.errors.contains("inputs \(input)"))
    let formats = try Program.run(try arguments(input, formats: ["jsonl"]) + ["--resume"])
    #expect(formats.status == 2)
    #expect(formats.errors.contains("--format"))
    #expect(finished(in: out) >= 16)
  }

  @Test func `two runs do not write to one folder at once, and a lock that was left does not hold`() throws {
    let pipe = Pipe()
    let process = try Program.start(try arguments("-"), input: pipe)
    try wait { FileManager.default.fileExists(atPath: out + "/.part/run.json") }
    let other = try folder.write("other.jsonl", Self.line(0) + "\n")
    let refused = try Program.run(try arguments(other))
    #expect(refused.status == 1)
    #expect(refused.errors.contains("process \(process.processIdentifier) is writing to '\(out)'"))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try Program.run(try arguments(other)).status == 0)
  }

  @Test func `a run that was killed while its files took their places is completed`() throws {
    let input = try folder.write("docs.jsonl", (0..<20).map(Self.line).joined(separator: "\n") + "\n")
    let whole = folder.path + "/whole"
    #expect(try Program.run(try arguments(input, to: whole)).status == 1)
    let process = try stopped(with: SIGKILL)
    #expect(process.terminationStatus == SIGKILL)
    // As it is left between the first and the last rename.
    for (name, bytes) in try files(whole) where !["report.html", "report.txt"].contains(name) {
      _ = try folder.write("out/.part/\(name)", bytes)
    }
    _ = try folder.write("out/report.html", try #require(try files(whole)["report.html"]))
    let again = try Program.run("annotate", "--output", out, "--salvage")
    #expect(again.status == 2)
    #expect(try files(out)["report.jsonl"] == files(whole)["report.jsonl"])
    #expect(try files(out).keys.allSatisfy { !$0.hasPrefix(".part") })
  }

  @Test func `what cannot take its place is kept, and takes it later`() throws {
    let input = try folder.write("docs.jsonl", Self.line(0) + "\n")
    _ = try folder.write("out/report.html/in-the-way.txt", "")
    let run = try Program.run(try arguments(input))
    #expect(run.status == 1)
    #expect(run.errors.contains("report.html' in its place"))
    #expect(try files(out).keys.contains(".part/report.html"))
    try FileManager.default.removeItem(atPath: out + "/report.html")
    #expect(try Program.run("annotate", "--output", out, "--salvage").status == 2)
    #expect(try files(out).keys.contains("report.html"))
    #expect(try files(out).keys.allSatisfy { !$0.hasPrefix(".part") })
  }

  @Test func `a report is verified by making it anew`() throws {
    let input = try folder.write("docs.jsonl", (0..<40).map(Self.line).joined(separator: "\n") + "\n")
    let arguments = try arguments(input) + ["--date", "2024-05-06", "--quiet"]
    #expect(try Program.run(arguments).status == 1)
    let same = try Program.run("verify", out)
    #expect(same.status == 0, "\(same.errors)\(same.output)")
    #expect(same.output == "40 documents, 0 with other records\n")
    let report = try String(contentsOfFile: out + "/report.jsonl", encoding: .utf8)
    _ = try folder.write("out/report.jsonl", report.replacing("They met in number 5.", with: "They met in number 6."))
    let forged = try Program.run("verify", out)
    #expect(forged.status == 1)
    #expect(forged.output == "other record: d5\n40 documents, 1 with other records\n")
    _ = try folder.write("out/report.jsonl", report)
    _ = try chain("number")
    let rules = try Program.run("verify", out)
    #expect(rules.status == 1)
    #expect(rules.output.contains("changed: rules tiny/rules/words.yaml\n"))
    let resumed = try Program.run("verify", folder.path)
    #expect(resumed.status == 2)
    #expect(resumed.errors.contains("manifest.json"))
  }
}
