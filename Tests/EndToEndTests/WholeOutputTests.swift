import Foundation
import Testing

/// Reports appear whole or not at all, and what stood in their place stays until then.
@Suite struct WholeOutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var out: String { folder.path + "/out" }

  /// One rule and no module, so that runs are short.
  private func chain() throws -> String {
    _ = try folder.write(
      "tiny/rules/words.yaml",
      "postil: 1\nruleset: words\nlanguage: en\ntypes: {word: {}}\nrules:\n  - {id: met, title: Met, type: word, pattern: '\\bmet\\b', "
        + "examples: ['They [[met]].']}\n")
    return try folder.write("tiny/postil.yaml", "postil: 1\nlanguage: en\nsteps:\n  - rules: [rules]\n")
  }

  private func documents(_ name: String, _ ids: [String]) throws -> String {
    let lines = ids.map { #"{"id": "\#($0)", "text": "é They met in \#($0)."}"# }
    return try folder.write(name, lines.joined(separator: "\n") + "\n")
  }

  private func annotate(_ arguments: String..., to output: String? = nil) throws -> Program.Outcome {
    try Program.run(["annotate", "--chain", try chain(), "--output", output ?? out] + arguments)
  }

  private func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(out)/\(name)") }

  @Test(arguments: [
    ["no-such.jsonl"], ["--date", "2024-99-99", "good.jsonl"], ["--store", "/nonexistent/x.sqlite", "good.jsonl"],
    ["empty"],
    ["--rules", "no-such.yaml", "--strict", "good.jsonl"], ["--set", "nobody.key=1", "good.jsonl"],
  ])
  func `a slip leaves the earlier report as it was`(_ slip: [String]) throws {
    let good = try documents("good.jsonl", ["a", "b"])
    _ = try folder.write("empty/.keep", "")
    #expect(try annotate(good).status == 0)
    let report = try #require(bytes("report.jsonl"))
    let manifest = bytes("manifest.json")
    let arguments = slip.map { $0.hasSuffix(".jsonl") || $0 == "empty" ? "\(folder.path)/\($0)" : $0 }
    let run = try Program.run(["annotate", "--chain", try chain(), "--output", out] + arguments)
    #expect(run.status != 0)
    #expect(bytes("report.jsonl") == report)
    #expect(bytes("manifest.json") == manifest)
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["manifest.json", "report.jsonl"])
  }

  @Test func `a slip makes no folder`() throws {
    let run = try Program.run(["annotate", "--chain", try chain(), "--output", out, folder.path + "/none.jsonl"])
    #expect(run.status == 2)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `an input that lies where the reports go is refused`() throws {
    #expect(try annotate(try documents("good.jsonl", ["a"])).status == 0)
    let report = bytes("report.jsonl")
    for input in ["\(out)/report.jsonl", out] {
      let run = try annotate(input)
      #expect(run.status == 2)
      #expect(run.errors.contains("overwritten"))
      #expect(bytes("report.jsonl") == report)
    }
  }

  @Test func `reports that go into the input folder are not read as input`() throws {
    let good = try documents("docs/good.jsonl", ["a", "b"])
    for _ in 0..<2 {
      let run = try annotate((good as NSString).deletingLastPathComponent, to: folder.path + "/docs/out")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("2 documents, 0 failed"))
    }
  }

  @Test func `standard output that goes into the folder that is read does not feed itself`() throws {
    _ = try documents("docs/good.jsonl", ["a", "b"])
    let own = try folder.write("docs/z.jsonl", "")
    let run = try Program.run(
      ["annotate", "--chain", try chain(), "--format", "jsonl", folder.path + "/docs"], output: own)
    #expect(run.status == 0)
    #expect(run.errors.contains("left out 1 file"))
    #expect(try String(contentsOfFile: own, encoding: .utf8).split(separator: "\n").count == 2)
  }

  @Test func `reports of an earlier run that are not written anew are told, or removed`() throws {
    let good = try documents("good.jsonl", ["a"])
    #expect(try annotate("--format", "html", "--format", "brat", good).status == 0)
    let own = try folder.write("out/notes.txt", "mine")
    let later = try annotate("--format", "jsonl", good)
    #expect(later.errors.contains("report.html"))
    #expect(later.errors.contains("--clean"))
    #expect(bytes("report.html") != nil)
    let cleaned = try annotate("--format", "jsonl", "--clean", good)
    #expect(cleaned.status == 0)
    #expect(bytes("report.html") == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "manifest.json", "notes.txt", "report.jsonl",
      ])
    #expect(FileManager.default.contents(atPath: own) == Data("mine".utf8))
  }

  @Test func `a summary or comparison does not take the place of its input`() throws {
    let good = try documents("good.jsonl", ["a", "b"])
    #expect(try annotate(good).status == 0)
    let report = "\(out)/report.jsonl"
    let before = bytes("report.jsonl")
    for arguments in [
      ["summarize", report, "-o", report], ["merge", report, "-o", report],
      ["compare", "A=\(report)", "B=\(report)", "--output", report], ["evaluate", report, report, "--output", report],
    ] {
      let run = try Program.run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("overwritten"), "\(arguments)")
      #expect(bytes("report.jsonl") == before)
    }
  }

  @Test func `rules are laid out by a file that takes the place of the old one whole`() throws {
    let rules = try folder.write(
      "r.yaml",
      "postil: 1\r\nruleset: loose\nlanguage: en\ntypes: {word: {}}\nrules:\n  - {id: met, title: Met, type: word, pattern: 'met', examples: ['é [[met]]']}\n"
    )
    let link = folder.path + "/link.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: rules)
    #expect(try Program.run("rules", "fmt", link).status == 0)
    #expect(try String(contentsOfFile: rules, encoding: .utf8).hasPrefix("postil: 1\nruleset: loose\n"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == rules)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link.yaml", "r.yaml"])
  }
}
