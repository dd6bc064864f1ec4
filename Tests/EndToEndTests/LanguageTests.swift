import Foundation
import Testing

/// Documents in other languages than the chain's, as users meet them.
@Suite struct LanguageTests {
  static let german =
    "Die Regierung in Velmora hat am 2023-09-21 einen neuen Haushalt vorgelegt. Ministerin Anna Kostrel sagte in Berlin, dass die Steuern "
    + "nicht steigen werden und auch die Löhne der Lehrer sicher sind. Die Opposition will dagegen stimmen."
  static let english =
    "The government of Velmora presented a new budget on Monday. Minister Anna Kostrel said in Berlin that taxes would not rise and that "
    + "teachers' wages are safe, but the opposition wants to vote against it."

  /// A document of one run.
  struct Text: Sendable {
    let text: String
    var language: String?
  }

  struct Found: Sendable {
    let language: String?
    let types: Set<String>
    let codes: [String]
    let messages: [String]

    init(_ record: [String: Any]) {
      language = (record["document"] as? [String: Any])?["detectedLanguage"] as? String
      types = Set((record["annotations"] as? [[String: Any]] ?? []).compactMap { $0["type"] as? String })
      let told = record["diagnostics"] as? [[String: Any]] ?? []
      codes = told.compactMap { $0["code"] as? String }.filter { $0 == "I004" || $0 == "I005" }
      messages = told.compactMap { $0["message"] as? String }
    }
  }

  static func annotate(_ texts: [Text], _ arguments: [String] = []) throws -> (found: [Found], errors: String) {
    let lines = try texts.enumerated().map { number, text in
      var record = ["id": "d\(number)", "text": text.text]
      record["language"] = text.language
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
    let run = try Program.run(
      ["annotate", "--format", "jsonl", "--input-format", "jsonl"] + arguments + ["-"],
      input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.status == 0, "\(run.errors)")
    return (run.records.map(Found.init), run.errors)
  }

  struct Case: CustomStringConvertible, Sendable {
    let description: String
    let document: Text
    let codes: [String]
    let says: [String]
    let isSkipped: Bool
  }

  static let cases = [
    Case(
      description: "a text in the chain's language", document: Text(text: english), codes: [], says: [],
      isSkipped: false),
    Case(
      description: "metadata that say so in another way", document: Text(text: english, language: "en_GB"),
      codes: [],
      says: [], isSkipped: false),
    Case(
      description: "a foreign text without metadata", document: Text(text: german), codes: ["I004"],
      says: ["the text is in German; the chain is for English"], isSkipped: true),
    Case(
      description: "a foreign text with the same metadata", document: Text(text: german, language: "de-AT"),
      codes: ["I004"], says: ["the text is in German; the chain is for English"], isSkipped: true),
    Case(
      description: "a foreign text whose metadata say the chain's language",
      document: Text(text: german, language: "en"), codes: ["I004"], says: ["German, though the metadata say 'en'"],
      isSkipped: true),
    Case(
      description: "a foreign text whose metadata say a third language",
      document: Text(text: german, language: "fr"),
      codes: ["I004"], says: ["German, though the metadata say 'fr'"], isSkipped: true),
    Case(
      description: "a text in the chain's language whose metadata say another",
      document: Text(text: english, language: "de"), codes: ["I005"], says: ["'de'", "English, the chain's language"],
      isSkipped: false),
    Case(
      description: "a text that tells nothing, with foreign metadata",
      document: Text(text: "Anna Kostrel, Berlin, 2023-09-21", language: "Deutsch"), codes: ["I004"],
      says: ["the metadata say German, and the text does not tell"], isSkipped: true),
    Case(
      description: "a text that tells nothing, without metadata",
      document: Text(text: "Anna Kostrel, Berlin, 2023-09-21"), codes: [], says: [], isSkipped: false),
    Case(
      description: "metadata that name no language", document: Text(text: "Anna Kostrel, Berlin", language: "und"),
      codes: [], says: [], isSkipped: false),
    Case(
      description: "letters of another script", document: Text(text: "Анна Кострел, Берлин 2023-09-21"),
      codes: ["I004"], says: ["a language of another script"], isSkipped: true),
    Case(
      description: "letters of another script, which the metadata name",
      document: Text(text: "Анна Кострел, Берлин 2023-09-21", language: "be"), codes: ["I004"],
      says: ["the text is in Belarusian; the chain"], isSkipped: true),
  ]

  /// All cases in one run, and in one that leaves foreign documents alone.
  private static let plain = Result { try annotate(cases.map(\.document)).found }
  private static let skipping = Result { try annotate(cases.map(\.document), ["--foreign-language", "skip"]).found }

  @Test(arguments: cases.indices)
  func `a document in another language is told once, and left alone where that is set`(number: Int) throws {
    let c = Self.cases[number]
    let plain = try Self.plain.get()[number]
    #expect(plain.codes == c.codes, "\(c)")
    for part in c.says { #expect(plain.messages.contains { $0.contains(part) }, "\(c): \(plain.messages)") }
    #expect(plain.types.contains("timex") || !c.document.text.contains("2023-09-21"))
    let skipped = try Self.skipping.get()[number]
    #expect(skipped.codes == c.codes, "\(c)")
    #expect(skipped.types == (c.isSkipped ? [] : plain.types), "\(c)")
  }

  @Test func `one module can be kept from other languages, and one can be let at them`() throws {
    let foreign = [Text(text: "é " + Self.german)]
    let names: Set = ["person", "location", "organization"]
    let plain = try #require(try Self.annotate(foreign).found.first).types
    #expect(!plain.isDisjoint(with: names) && plain.contains("timex"))
    let nameless = try Self.annotate(foreign, ["--set", "entity-extraction.foreign-language=skip"]).found.first?.types
    #expect(nameless?.isDisjoint(with: names) == true && nameless?.contains("timex") == true)
    let dated = try Self.annotate(
      foreign, ["--set", "date-normalization.foreign-language=annotate", "--foreign-language", "skip"])
    #expect(dated.found.first?.types == ["timex"])
  }

  @Test func `what else can be said to the setting is told`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", Self.german)
    let option = try Program.run("annotate", "--foreign-language", "no", document)
    #expect(option.status == 2 && option.errors.contains("skip"))
    let setting = try Program.run("annotate", "--set", "entity-extraction.foreign-language=no", document)
    #expect(setting.status == 2 && setting.errors.contains("skip"))
  }

  @Test func `standard error counts documents in other languages in one line`() throws {
    let texts =
      (0..<20).map { Text(text: $0 % 2 == 0 ? Self.english : Self.german) } + [Text(text: "Korr", language: "cy")]
    let told = try Self.annotate(texts).errors.split(separator: "\n").filter { $0.contains("language") }
    #expect(told.count == 1)
    #expect(
      told.first?.contains(
        "11 of 21 documents in another language than the chain's (1 by their metadata, 10 de): d1, d3, d5, …") == true)
    #expect(told.first?.contains("--foreign-language skip") == true)
    #expect(try Self.annotate(texts, ["--quiet"]).errors == "")
    #expect(try !Self.annotate(texts, ["--foreign-language", "skip"]).errors.contains("--foreign-language"))
    #expect(try Self.annotate([Text(text: Self.english)]).errors == "")
  }

  @Test func `what the input brings, and rules of one's own, stay`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write(
      "rules/own.yaml",
      "postil: 1\nruleset: own\ntypes:\n  amt: {}\nrules:\n  - id: amt\n    type: amt\n    pattern: '\\bMinisterin\\b'\n"
        + "    document: {detectedLanguage: de}\n    examples:\n      - {text: 'Die Ministerin', none: true}\n")
    let record: [String: Any] = [
      "id": "d", "text": Self.german, "annotations": [["type": "person", "start": 0, "end": 3]],
    ]
    let run = try Program.run(
      [
        "annotate", "--format", "jsonl", "--input-format", "jsonl", "--foreign-language", "skip", "--rules", rules, "-",
      ],
      input: try JSONSerialization.data(withJSONObject: record))
    #expect(run.records.first.map(Found.init)?.types == ["person", "amt"], "\(run.errors)")
  }

  /// Pages, and the languages that they say and are in.
  static let pages = [
    ("<html lang=\"en\"><head><title>T</title></head>", german, "I004"),
    ("<html><head><meta property=\"og:locale\" content=\"de_DE\"><title>T</title></head>", german, "I004"),
    ("<html lang=\"de\"><head><title>T</title></head>", english, "I005"),
  ]

  @Test(arguments: pages)
  func `a page's own language is held against its text`(head: String, text: String, code: String) throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(
      "p.html", "<!doctype html>\(head)<body><article><h1>T</h1><p>\(text)</p></article></body></html>")
    let run = try Program.run("annotate", "--format", "jsonl", page)
    #expect(run.records.first.map(Found.init)?.codes == [code])
  }

  @Test func `reports tell the language, and a report as input tells it anew`() throws {
    let folder = try TemporaryFolder()
    let german = try folder.write("german.txt", "---\nlanguage: en\n---\n" + Self.german)
    let english = try folder.write("english.txt", Self.english)
    let short = try folder.write("short.txt", "Korr")
    let out = folder.path + "/out"
    let run = try Program.run(
      "annotate", "--format", "jsonl", "--format", "html", "--foreign-language", "skip", "--output", out, german,
      english, short)
    #expect(run.status == 0, "\(run.errors)")
    let manifest = try String(contentsOfFile: out + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains(#""languages":{"de":1,"en":1,"unknown":1}"#))
    #expect(manifest.contains(#""--foreign-language","skip""#))
    let html = try String(contentsOfFile: out + "/report.html", encoding: .utf8)
    #expect(html.contains("language de (metadata: en)") && html.contains("dir=\"auto\" lang=\"de\""))
    let records = try String(contentsOfFile: out + "/report.jsonl", encoding: .utf8)
    #expect(records.contains(#""detectedLanguage":"de","language":"en""#))
    #expect(try Program.run("verify", out).status == 0)
    let again = try Program.run("annotate", "--format", "jsonl", "--foreign-language", "skip", out + "/report.jsonl")
    #expect(again.records.map { Found($0).codes } == [["I004"], [], []])
    #expect(again.records.map { Found($0).language } == ["de", "en", nil])
  }

  @Test func `a chain for another language is held against its own`() throws {
    let folder = try TemporaryFolder()
    let chain = try folder.write(
      "chain.yaml",
      "postil: 1\nlanguage: de\nsteps:\n  - module: date-normalization\n    rules: [en/date-normalization]\n")
    let run = try Self.annotate(
      [Text(text: Self.german, language: "de-DE"), Text(text: Self.english)], ["--chain", chain])
    #expect(run.found.map(\.codes) == [[], ["I004"]])
    #expect(run.found[1].messages.contains("the text is in English; the chain is for German"))
    #expect(run.errors.contains("no text tables for language 'de'"))
  }
}
