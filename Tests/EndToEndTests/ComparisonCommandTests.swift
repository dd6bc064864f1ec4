import Foundation
import Testing

/// Summaries, comparisons, diffs and evaluations as their users run them.
@Suite struct ComparisonCommandTests {
  /// Two sets of documents, annotated; the folder holds `a`, `b` and `all`.
  static func reports() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (set, names) in [("a", ["NATO", "Baghdad"]), ("b", ["Syria", "Baghdad"])] {
      for number in 0..<9 {
        let text =
          "«é» In \(names[1]), Prime Minister Mohammed Shia Al-Sudani praised \(names[0]) on March \(number + 1), 2024.\n\n"
          + "\(names[0]) and \(names[1]) are names of document number \(number) alone."
        _ = try folder.write("texts/\(set)/\(number).txt", text)
      }
      let run = try Program.run(
        "annotate", "--format", "jsonl", "--output", "\(folder.path)/\(set)", "\(folder.path)/texts/\(set)")
      #expect(run.status == 0, "\(run.errors)")
    }
    return folder
  }

  @Test func `summaries of shards merge to the bytes of one summary, and compare as the reports do`() throws {
    let folder = try Self.reports()
    let path = folder.path
    #expect(try Program.run("summarize", "-o", "\(path)/whole", "\(path)/a", "\(path)/b").status == 0)
    #expect(try Program.run("summarize", "-o", "\(path)/a.summary", "\(path)/a").status == 0)
    #expect(try Program.run("summarize", "-o", "\(path)/b.summary", "\(path)/b").status == 0)
    #expect(try Program.run("merge", "-o", "\(path)/merged", "\(path)/b.summary", "\(path)/a.summary").status == 0)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path + "/whole"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/merged")) == whole)
    let reports = try Program.run("compare", "--format", "json", "\(path)/a", "\(path)/b")
    let summaries = try Program.run("compare", "--format", "json", "a=\(path)/a.summary", "b=\(path)/b.summary")
    let grouped = try Program.run("compare", "--format", "json", "--group-by", "set", "\(path)/whole")
    #expect(reports.status == 0, "\(reports.errors)")
    #expect(reports.output == summaries.output)
    #expect(reports.output == grouped.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.contains("part") }.isEmpty)
  }

  @Test func `a comparison finds what only one set has, in all formats`() throws {
    let folder = try Self.reports()
    let (a, b) = (folder.path + "/a", folder.path + "/b")
    let table = try Program.run("compare", "--by", "entity,source", a, b)
    #expect(table.output.contains("Only in b\n  Syria: 18 in 9 docs"))
    #expect(table.output.contains("p: by the sizes of the documents"))
    #expect(!table.output.contains("Annotation types"))
    let csv = try Program.run("compare", "--format", "csv", "--min-documents", "9", a, b)
    #expect(csv.output.contains("entity,Syria,a,,,words,0,"))
    #expect(csv.output.contains("entity,Syria,b,,,words,18,"))
    let page = folder.path + "/page.html"
    #expect(try Program.run("compare", "--format", "html", "--output", page, a, b).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains(#""Syria""#))
    #expect(html.contains("praised "))
    #expect(html.contains("Effect against evidence"))
  }

  @Test func `reports of other rules are warned of by name`() throws {
    let folder = try Self.reports()
    _ = try folder.write(
      "rules/own.yaml", "postil: 1\nruleset: own\nrules:\n  - {id: x, type: person, pattern: 'Zorro'}\n")
    let run = try Program.run(
      "annotate", "--format", "jsonl", "--rules", folder.path + "/rules", "--output", folder.path + "/c",
      folder.path + "/texts/b")
    #expect(run.status == 0, "\(run.errors)")
    let other = try Program.run("compare", folder.path + "/a", folder.path + "/c")
    #expect(other.errors.contains("'a' and 'c' were made with different versions of: rules"))
    #expect(other.errors.contains("rules/own.yaml"))
    #expect(try Program.run("compare", folder.path + "/a", folder.path + "/b").errors.isEmpty)
  }

  @Test func `tables that one report was made with alone are warned of`() throws {
    let folder = try Self.reports()
    let identities = try folder.write("who.tsv", "term\tkind\tentity\nZorro\tperson\tDiego Vega\n")
    let lines = try folder.write("lines.tsv", "line\tkind\tdocuments\tof\n")
    let run = try Program.run(
      "annotate", "--format", "jsonl", "--identities", identities, "--boilerplate", lines, "--output",
      folder.path + "/c", folder.path + "/texts/b")
    #expect(run.status == 0, "\(run.errors)")
    let other = try Program.run("compare", folder.path + "/a", folder.path + "/c")
    #expect(other.errors.contains("who.tsv"))
    #expect(other.errors.contains("lines.tsv"))
  }

  @Test func `names are joined unless that is turned off, or a table tells`() throws {
    let folder = try TemporaryFolder()
    let texts = ["a": "President Mira Kostrel left.", "b": "Kostrel left. Mrs. Kostrel slept."]
    for (set, text) in texts {
      _ = try folder.write("texts/\(set)/1.txt", "Ünï. " + text)
      let run = try Program.run(
        "annotate", "--format", "jsonl", "--output", "\(folder.path)/\(set)", "\(folder.path)/texts/\(set)")
      #expect(run.status == 0, "\(run.errors)")
    }
    func names(_ more: String...) throws -> [String] {
      let run = try Program.run(
        ["compare", "--by", "entity", "--format", "csv"] + more + [folder.path + "/a", folder.path + "/b"])
      #expect(run.status == 0, "\(run.errors)")
      return Set(run.output.split(separator: "\r\n").dropFirst().map { String($0.split(separator: ",")[1]) }).sorted()
    }
    let table = try folder.write("who.tsv", "term\tkind\tentity\nKostrel\tperson\tIlse Kostrel\n")
    #expect(try names() == ["Mira Kostrel"])
    #expect(try names("--identities", "none") == ["Kostrel", "Mira Kostrel"])
    #expect(try names("--identities", table) == ["Ilse Kostrel", "Mira Kostrel"])
    let missing = try Program.run(
      "compare", "--identities", folder.path + "/no.tsv", folder.path + "/a", folder.path + "/b")
    #expect(missing.status != 0)
    #expect(missing.errors.contains("no.tsv' cannot be read"))
  }

  @Test func `usage errors end with 2 and say what is wrong`() throws {
    let folder = try Self.reports()
    let unknown = try Program.run("compare", "--by", "entitie", folder.path + "/a", folder.path + "/b")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("--by knows no 'entitie'"))
    let one = try Program.run("compare", folder.path + "/a")
    #expect(one.status == 2)
    #expect(one.errors.contains("--group-by"))
    let none = try Program.run("compare", folder.path + "/texts", folder.path + "/a")
    #expect(none.status == 2)
    #expect(none.errors.contains("holds no report.jsonl"))
  }

  @Test func `a diff ends with 1 where reports differ and with 0 where not`() throws {
    let folder = try Self.reports()
    let report = folder.path + "/a/report.jsonl"
    let same = try Program.run("diff", folder.path + "/a", report)
    #expect(same.status == 0)
    #expect(same.output.hasPrefix("0 differences"))
    let text = try String(contentsOfFile: report, encoding: .utf8)
    let other = try folder.write("other.jsonl", text.replacingOccurrences(of: "\"2024-03-01\"", with: "\"2024-03-31\""))
    let differ = try Program.run("diff", report, other)
    #expect(differ.status == 1)
    #expect(differ.output.contains("value: 2024-03-01 → 2024-03-31"))
    #expect(try Program.run("diff", "--format", "json", report, other).output.contains(#""kind":"changed""#))
    #expect(try Program.run("diff", report, "/nowhere").status == 2)
  }

  @Test func `a report measured against itself is right throughout`() throws {
    let folder = try Self.reports()
    let run = try Program.run("evaluate", "--format", "json", folder.path + "/a", folder.path + "/a")
    #expect(run.status == 0, "\(run.errors)")
    let types = run.records.first?["types"] as? [[String: Any]] ?? []
    let strict = types.compactMap { ($0["strict"] as? [String: Any])?["f1"] as? Double }
    #expect(strict.count > 3)
    #expect(strict.allSatisfy { $0 == 1 })
    let foreign = try Program.run(
      "evaluate", try folder.write("g.jsonl", #"{"id":"zz","text":"x","annotations":[]}"#), folder.path + "/a")
    #expect(foreign.status == 2)
  }

  @Test func `annotations written as brat and CoNLL give the same figures as the report`() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/out"
    let run = try Program.run(
      "annotate", "--format", "jsonl", "--format", "brat", "--format", "conll", "--format", "csv", "--format", "xmi",
      "--format", "webannotation", "--output", out, "seeds")
    #expect(run.status == 0, "\(run.errors)")
    let gold = try Program.run("evaluate", "--format", "json", "--no-trim", out, out).records.first
    let brat = try Program.run("evaluate", "--format", "json", "--no-trim", out + "/brat/seeds", out)
    #expect(brat.status == 0, "\(brat.errors)")
    func figures(_ record: [String: Any]?) -> [String: Int] {
      let types = record?["types"] as? [[String: Any]] ?? []
      return Dictionary(
        uniqueKeysWithValues: types.map { type in
          (type["type"] as? String ?? "", (type["strict"] as? [String: Any])?["right"] as? Int ?? -1)
        })
    }
    #expect(figures(gold).count > 4)
    #expect(figures(brat.records.first) == figures(gold))
    let conll = try Program.run(
      "evaluate", "--format", "json", "--no-trim", "--types", "person,location", out + "/report.conll", out)
    #expect(conll.status == 0, "\(conll.errors)")
    #expect(figures(conll.records.first)["person"] == figures(gold)["person"])
    for name in ["csv/person.csv", "xmi/TypeSystem.xml", "report.jsonld", "manifest.json"] {
      #expect(FileManager.default.fileExists(atPath: out + "/" + name), "\(name)")
    }
  }

  @Test func `a store is filled beside reports or alone, and asked in SQL`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/s.sqlite"
    let run = try Program.run("annotate", "--store", store, "seeds")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let again = try Program.run("annotate", "--store", store, "--format", "jsonl", "seeds")
    #expect(again.records.count == 3)
    let count = try Program.run("query", store, "SELECT count(*) AS n FROM documents")
    #expect(count.output == "n\n3\n")
    let rutte = try Program.run(
      "query", "--format", "json", store,
      "SELECT DISTINCT source_entity FROM statements WHERE source_entity LIKE 'Mark%'")
    #expect(rutte.records.first?["source_entity"] as? String == "Mark Rutte")
    let csv = try Program.run("query", "--format", "csv", store, "SELECT 1 AS a, 'x,\"y\"' AS b")
    #expect(csv.output == "a,b\r\n1,\"x,\"\"y\"\"\"\r\n")
    let change = try Program.run("query", store, "DELETE FROM documents")
    #expect(change.status == 2)
    #expect(change.errors.contains("may only read"))
  }
}
