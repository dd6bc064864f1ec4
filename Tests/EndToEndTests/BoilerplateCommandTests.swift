import Foundation
import Testing

/// `postil boilerplate`, what `annotate` makes of its table, and what `compare` makes of that.
@Suite struct BoilerplateCommandTests {
  private static let line = "Norrland writes with Mira Kostrel"

  /// A document a line; some end in the line that repeats.
  private static func record(_ number: Int, repeats: Bool, outlet: String? = "echo") -> String {
    let word = String(repeating: "x", count: number + 1)
    let day = "«é» Ann Lorn left \(word) for the \(word) port."
    let text =
      "\(day)\\n\\nNobody spoke of \(word) there.\(repeats ? "\\n\\n\(line)" : "")"
    return #"{"id":"d\#(number)",\#(outlet.map { #""outlet":"\#($0)","# } ?? "")"text":"\#(text)"}"#
  }

  private static let records = (0..<6).map { record($0, repeats: $0 < 4) }

  private static func learn(
    _ records: [String], in folder: TemporaryFolder, _ options: String...
  ) throws -> (table: String, run: Program.Outcome) {
    let input = try folder.write("\(UUID().uuidString).jsonl", records.joined(separator: "\n"))
    let output = "\(folder.path)/\(UUID().uuidString).tsv"
    let run = try Program.run(["boilerplate", input, "-o", output] + options)
    return ((try? String(contentsOfFile: output, encoding: .utf8)) ?? "", run)
  }

  @Test func `lines of several documents are told, with how many of how many`() throws {
    let folder = try TemporaryFolder()
    let (table, run) = try Self.learn(Self.records, in: folder)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("1 line and 0 runs of words repeat in 6 documents"))
    let lines = table.split(separator: "\n")
    #expect(lines.first == "line\tkind\tdocuments\tof\tgroup\ttext")
    #expect(lines.count == 2)
    #expect(lines.last?.hasSuffix("\t4\t6\techo\t\(Self.line)") == true)
  }

  @Test func `the order of the documents makes no difference, nor do several files`() throws {
    let folder = try TemporaryFolder()
    let (table, _) = try Self.learn(Self.records, in: folder)
    #expect(try Self.learn(Self.records.reversed(), in: folder).table == table)
    let halves = try [Self.records.suffix(2), Self.records.prefix(4)].enumerated().map {
      try folder.write("\($0.offset).jsonl", $0.element.joined(separator: "\n"))
    }
    let run = try Program.run(["boilerplate"] + halves + ["-o", folder.path + "/halves.tsv"])
    #expect(run.status == 0)
    #expect(try String(contentsOfFile: folder.path + "/halves.tsv", encoding: .utf8) == table)
  }

  @Test func `thresholds are those of the outlet, else of the set`() throws {
    let folder = try TemporaryFolder()
    let split = (0..<6).map { Self.record($0, repeats: $0 < 4, outlet: $0 % 2 == 0 ? "echo" : "post") }
    #expect(try Self.learn(split, in: folder).table.split(separator: "\n").count == 1)
    #expect(try Self.learn(split, in: folder, "--group-by", "set").table.contains(Self.line))
    #expect(try Self.learn(split, in: folder, "--min-documents", "2").table.contains("\t2\t3\techo\t\(Self.line)"))
    let bare = (0..<6).map { Self.record($0, repeats: $0 < 4, outlet: nil) }
    #expect(try Self.learn(bare, in: folder).table.contains(Self.line))
    #expect(!(try Self.learn(Self.records, in: folder, "--min-share", "0.7").table.contains(Self.line)))
  }

  @Test func `words inside paragraphs are learnt to the last of them, and nothing beside`() throws {
    let folder = try TemporaryFolder()
    let banner = "Norrland Live: Mira Kostrel rides the new Korr tram"
    let letters = "abcdefghijkl"
    let records = letters.enumerated().map { number, letter in
      let word = String(repeating: String(letter), count: 4)
      let news =
        "«é» \(word) left \(word)ville. \(number < 6 ? banner + " " : "")\(word.capitalized) ferry was late in \(word)."
      return #"{"id":"d\#(number)","text":"\#(news)"}"#
    }
    let (table, run) = try Self.learn(records, in: folder)
    #expect(run.errors.hasPrefix("0 lines and 4 runs of words repeat in 12 documents"))
    let path = try folder.write("lines.tsv", table)
    let input = try folder.write("d.jsonl", records.joined(separator: "\n"))
    let annotated = try Program.run("annotate", input, "--boilerplate", path, "--format", "jsonl")
    for (number, record) in annotated.records.enumerated() {
      let text = try #require(record["text"] as? String)
      let places = (record["boilerplate"] as? [[Int]] ?? []).map { ends in
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(ends[0]).prefix(ends[1] - ends[0])))
      }
      #expect(places == (number < 6 ? [banner] : []))
    }
  }

  @Test func `versions of one article count once`() throws {
    let folder = try TemporaryFolder()
    let versions = (0..<5).map { number in
      #"{"id":"v\#(number)","text":"Ann Lorn left the port of Korr on Monday.\n\nShe was seen there by nobody.\n\nIt rained the whole day.\n\nNo \#(number)"}"#
    }
    #expect(try Self.learn(versions, in: folder).table.split(separator: "\n").count == 1)
  }

  @Test func `annotate marks the lines and the names in them, and compare leaves these out`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("d.jsonl", Self.records.joined(separator: "\n"))
    let table = folder.path + "/lines.tsv"
    #expect(try Program.run("boilerplate", input, "-o", table).status == 0)
    let out = folder.path + "/out"
    let run = try Program.run(
      "annotate", input, "--boilerplate", table, "--format", "jsonl", "--format", "html", "--output", out, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let report = Program.Outcome(
      output: try String(contentsOfFile: out + "/report.jsonl", encoding: .utf8), errors: "", status: 0)
    let text = try #require(report.records[0]["text"] as? String)
    let start = text.unicodeScalars.count - Self.line.count
    #expect(report.records[0]["boilerplate"] as? [[Int]] == [[start, start + Self.line.count]])
    let names = try #require(report.records[0]["annotations"] as? [[String: Any]])
    let marked = names.filter { ($0["features"] as? [String: Any])?["boilerplate"] as? Bool == true }
    #expect(marked.contains { $0["text"] as? String == "Mira Kostrel" })
    #expect(marked.allSatisfy { ($0["start"] as? Int ?? 0) >= start })
    #expect(report.records[5]["boilerplate"] == nil)
    #expect(
      try String(contentsOfFile: out + "/report.html", encoding: .utf8).contains(/"b":\[\d/))
    let compared = try Program.run("compare", out, "--group-by", "id", "--min-documents", "1")
    #expect(compared.output.contains("in boilerplate are left out"))
    #expect(!compared.output.contains("Mira Kostrel"))
    let kept = try Program.run("compare", out, "--group-by", "id", "--min-documents", "1", "--boilerplate", "keep")
    #expect(kept.output.contains("Mira Kostrel"))
    let summarized = try Program.run("summarize", out, "-o", folder.path + "/s.jsonl")
    #expect(summarized.errors.contains("stand in boilerplate, which comparisons leave out"))
  }

  @Test func `the table is named in the manifest with its hash, and a changed one is noticed`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "«é» A quiet day.")
    let table = try folder.write("lines.tsv", "line\ttext\n")
    let out = folder.path + "/out"
    let run = try Program.run(
      "annotate", document, "--boilerplate", table, "--format", "jsonl", "--output", out, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: out + "/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let given = try #require((manifest["boilerplate"] as? [[String: Any]])?.first)
    #expect((given["path"] as? String)?.hasSuffix("lines.tsv") == true)
    // By sha256sum.
    #expect(given["sha256"] as? String == "773460eaf84ec54400682a0254c70717f101f5be29862c3735a03b0d24e46ae1")
    #expect((manifest["arguments"] as? [String])?.contains("--boilerplate") == true)
    #expect(try Program.run("verify", out).status == 0)
    _ = try folder.write("lines.tsv", "line\ttext\n0123456789abcdef\tno line of these\n")
    let verified = try Program.run("verify", out)
    #expect(verified.status == 1)
    #expect(verified.output.contains("changed: boilerplate"))
  }

  @Test func `a report that comes back keeps what was marked, also without the table`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("d.jsonl", Self.records.joined(separator: "\n"))
    let table = folder.path + "/lines.tsv"
    #expect(try Program.run("boilerplate", input, "-o", table).status == 0)
    let first = try Program.run("annotate", input, "--boilerplate", table, "--format", "jsonl")
    let report = try folder.write("report.jsonl", first.output)
    let second = try Program.run("annotate", report, "--format", "jsonl", "--set", "entity-extraction.given=only")
    #expect(second.records.map { $0["boilerplate"] as? [[Int]] } == first.records.map { $0["boilerplate"] as? [[Int]] })
    #expect(second.records[0]["boilerplate"] != nil)
  }

  @Test(arguments: [
    ("nothing", "line 1 must name the columns, among them 'line'"),
    ("line\ttext\n0123\tx\n", "line 2: '0123' is no hash of a line, which has 16 hexadecimal digits"),
    ("line\ttext\n0123456789abcdef\tx\n\n+123456789abcdef\ty\n", "line 4: '+123456789abcdef' is no hash"),
    ("text\tline\nx\n", "line 2: '' is no hash"),
    ("line\tkind\n0123456789abcdef\tlines\n", "line 2: 'lines' is no kind; kinds are line, words"),
  ])
  func `a table that is none is refused with its line`(content: String, message: String) throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "A quiet day.")
    let table = try folder.write("lines.tsv", content)
    let run = try Program.run("annotate", document, "--boilerplate", table, "--format", "jsonl")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("lines.tsv: \(message)"))
  }

  @Test func `what cannot be read or may not be written is told`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "A quiet day.")
    let missing = try Program.run("annotate", document, "--boilerplate", folder.path + "/none.tsv", "--format", "jsonl")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("none.tsv' cannot be read, or is not UTF-8"))
    #expect(try Program.run("boilerplate", document, "-o", document).status == 2)
    #expect(try String(contentsOfFile: document, encoding: .utf8) == "A quiet day.")
    #expect(try Program.run("boilerplate", document, "-o", "x", "--min-documents", "1").status == 2)
    #expect(try Program.run("boilerplate", document, "-o", "x", "--min-share", "2").status == 2)
    let broken = try folder.write("b.jsonl", "{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\"}\n")
    let run = try Program.run("boilerplate", broken, "-o", folder.path + "/lines.tsv")
    #expect(run.status == 1)
    #expect(run.errors.contains("the record has no 'text'"))
  }
}
