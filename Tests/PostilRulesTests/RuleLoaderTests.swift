import Foundation
import PostilDiagnostics
import PostilModel
import Testing

@testable import PostilRules

@Suite struct RuleLoaderTests {
  /// Loads one file with `yaml` in a folder of its own, beside `files`.
  private func load(_ yaml: String, files: [String: String] = [:]) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files.merging(["r.yaml": yaml], uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
  }

  private static let head =
    "postil: 1\nruleset: t\ntypes: {x: {features: {name: string, size: number, who: annotation}}}\n"

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let yaml: String
    let code: String
    let line: Int
    let column: Int
  }

  static let cases = [
    Case(
      testDescription: "unclosed group", yaml: "rules:\n  - {id: a, type: x, pattern: 'é(b'}", code: "R012", line: 5,
      column: 33),
    Case(
      testDescription: "unknown field", yaml: "rules:\n  - {id: a, type: x, patern: 'b'}", code: "R007", line: 5,
      column: 22),
    Case(
      testDescription: "a condition that is text", yaml: "rules:\n  - {id: a, type: x, pattern: b, except: c}",
      code: "R005", line: 5, column: 42),
    Case(
      testDescription: "where without a type",
      yaml: "rules:\n  - {id: a, type: x, pattern: b, within: {pattern: c, where: {name: d}}}", code: "R037", line: 5,
      column: 62),
    Case(
      testDescription: "a feature that the type of a condition has not",
      yaml: "rules:\n  - {id: a, type: x, pattern: b, within: {type: x, where: {nam: d}}}", code: "R034", line: 5,
      column: 60),
    Case(
      testDescription: "definitions that are a list", yaml: "definitions: [a]\nrules: []", code: "R005", line: 4,
      column: 14),
    Case(
      testDescription: "an unknown default", yaml: "defaults: {typ: x}\nrules: []", code: "R007", line: 4, column: 12),
    Case(
      testDescription: "a fault inside a definition",
      yaml: "definitions:\n  é: 'b(c'\nrules:\n  - {id: a, type: x, pattern: '${é}'}", code: "R012", line: 5,
      column: 8),
    Case(
      testDescription: "a fault in a block of lines",
      yaml: "rules:\n  - id: a\n    type: x\n    pattern: |-\n      b\n      c(", code: "R012", line: 9, column: 8),
    Case(
      testDescription: "a gap at the start",
      yaml: "rules:\n  - {id: a, type: x, sequence: [{gap: {max: 3}}, {pattern: b}]}", code: "R039", line: 5, column: 33
    ),
    Case(
      testDescription: "a sequence that may be empty",
      yaml: "rules:\n  - {id: a, type: x, sequence: [{pattern: b, optional: true}]}", code: "R039", line: 5, column: 33),
    Case(
      testDescription: "evidence without a threshold",
      yaml: "rules:\n  - {id: a, type: x, evidence: {items: [{id: i, pattern: b, score: 1}]}}", code: "R009", line: 5,
      column: 32),
    Case(
      testDescription: "an annotation that the sequence does not take",
      yaml: "rules:\n  - {id: a, type: x, sequence: [{pattern: b, as: p}], features: {who: '${p}'}}", code: "R020",
      line: 5,
      column: 71),
    Case(
      testDescription: "two policies of one type",
      yaml: "rules:\n  - {id: a, type: x, pattern: b, conflict: first}\n  - {id: b, type: x, pattern: b}",
      code: "R043", line: 6, column: 10),
    Case(
      testDescription: "an example with no date",
      yaml: "rules:\n  - {id: a, type: x, pattern: b, examples: [{text: '[[b]]', date: 2023-02-31}]}", code: "R042",
      line: 5, column: 67),
    Case(
      testDescription: "unknown type", yaml: "rules:\n  - {id: a, type: y, pattern: b}", code: "R029", line: 5,
      column: 19),
    Case(
      testDescription: "unknown feature", yaml: "rules:\n  - {id: a, type: x, pattern: b, features: {nam: b}}",
      code: "R034", line: 5, column: 45),
    Case(
      testDescription: "text for a number", yaml: "rules:\n  - {id: a, type: x, pattern: b, features: {size: big}}",
      code: "R020", line: 5, column: 51),
    Case(
      testDescription: "unnamed capture", yaml: "rules:\n  - {id: a, type: x, pattern: b, span: c}", code: "R021",
      line: 5, column: 40),
    Case(testDescription: "a key given twice", yaml: "rules:\n  - {id: a, id: b}", code: "R003", line: 5, column: 13),
    Case(
      testDescription: "a cycle of definitions",
      yaml: "definitions: {a: '${b}', b: '${a}'}\nrules:\n  - {id: a, type: x, pattern: '${a}'}", code: "R013", line: 4,
      column: 30),
    Case(
      testDescription: "a property that double quotes make a line end",
      yaml: "rules:\n  - {id: a, type: x, pattern: \"\\P{Lu}\"}", code: "R011", line: 5, column: 32),
    Case(
      testDescription: "a fault behind line ends that only YAML knows",
      yaml: "definitions: {u: 'é\u{2028}\u{85}b'}\nrules:\n  - {id: a, type: x, patern: 'b'}", code: "R007", line: 6,
      column: 22),
    Case(
      testDescription: "a fault behind a line that ends in CR LF", yaml: "rules:\r\n  - {id: a, type: x, patern: 'b'}",
      code: "R007", line: 5, column: 22),
    Case(
      testDescription: "an unclosed reference behind an escaped dollar sign",
      yaml: "rules:\n  - {id: a, type: x, pattern: 'é\\${b\\\\${c'}", code: "R046", line: 5, column: 39),
    Case(
      testDescription: "an unclosed reference in a definition",
      yaml: "definitions: {é: 'b${c'}\nrules:\n  - {id: a, type: x, pattern: '${é}'}", code: "R046", line: 4,
      column: 20),
    Case(
      testDescription: "an unclosed reference in a place",
      yaml:
        "rules:\n  - {id: a, type: x, sequence: [{type: x, as: p}, {pattern: é}], features: {who: '${p'}}",
      code: "R046",
      line: 5, column: 83),
    Case(
      testDescription: "an unknown name behind another definition",
      yaml: "definitions: {b: 'é'}\nrules:\n  - {id: a, type: x, pattern: 'é${b} ${d}'}", code: "R015", line: 6,
      column: 38),
    Case(
      testDescription: "a fault behind a definition",
      yaml:
        "definitions: {b: 'é'}\nrules:\n  - {id: a, type: x, pattern: 'é${b}[d'}", code: "R012", line: 6, column: 37),
    Case(
      testDescription: "a control character of a definition",
      yaml: "definitions: {b: \"é\\b\"}\nrules:\n  - {id: a, type: x, pattern: '${b}'}", code: "R011", line: 4,
      column: 20),
    Case(
      testDescription: "a fault of a condition",
      yaml: "rules:\n  - {id: a, type: x, pattern: b, within: {pattern: 'é)'}}",
      code: "R012", line: 5, column: 54),
    Case(
      testDescription: "two elements of one name, the second of them a group",
      yaml: "rules:\n  - {id: a, type: x, sequence: [{type: x, as: p}, {pattern: '(?<p>é)'}]}", code: "R028", line: 5,
      column: 51),
    Case(
      testDescription: "a gap with a minimum beside it",
      yaml: "rules:\n  - {id: a, type: x, sequence: [{pattern: é}, {gap: {max: 3}, min: 1}, {pattern: b}]}",
      code: "R039",
      line: 5, column: 63),
    Case(
      testDescription: "an eaten backslash", yaml: "rules:\n  - {id: a, type: x, pattern: \"\\d\"}", code: "R002",
      line: 5, column: 32),
  ]

  @Test(arguments: cases)
  func `a fault is told at its place`(_ c: Case) throws {
    let loaded = try load(Self.head + c.yaml)
    let found = try #require(loaded.diagnostics.first, "\(c.yaml)")
    #expect(found.code.rawValue == c.code)
    #expect(found.location == SourceLocation(file: "r.yaml", line: c.line, column: c.column))
  }

  @Test(arguments: ["who: span, n: number, whoEnd: string", "whoStart: number, who: span"])
  func `a feature called like an end of the span beside it is refused`(features: String) throws {
    let loaded = try load("postil: 1\nruleset: t\ntypes: {é: {features: {\(features)}}}\nrules: []")
    let found = try #require(loaded.diagnostics.first)
    #expect(found.code == .endOfSpan)
    #expect(found.location.column == (features.hasPrefix("whoS") ? 24 : 46))
    let plain = try load("postil: 1\nruleset: t\ntypes: {é: {features: {who: string, whoEnd: number}}}\nrules: []")
    #expect(!plain.diagnostics.contains { $0.code == .endOfSpan })
  }

  @Test func `a broken rule leaves the others`() throws {
    let loaded = try load(Self.head + "rules:\n  - {id: a, type: x, pattern: '('}\n  - {id: b, type: x, pattern: 'c'}")
    #expect(loaded.rulesets.first?.rules.map(\.id) == ["b"])
    #expect(loaded.diagnostics.count == 1)
  }

  @Test func `lexicons and definitions fill patterns, columns become features`() throws {
    let yaml =
      Self.head + """
        definitions: {the: '(?:the )?'}
        lexicons: {river: {file: rivers.tsv, case: insensitive}}
        rules:
          - id: a
            type: x
            pattern: '\\b${the}(?<r>${river})\\b'
            features: {name: '${r.name|upper}', size: '${r.size}'}
        """
    let loaded = try load(yaml, files: ["rivers.tsv": "term\tname\tsize\neuphrates\tFurat\t2800\ntigris\tDijla\t\n"])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let rule = try #require(loaded.rulesets.first?.rules.first)
    guard case .patterns(let patterns) = rule.matcher, let lexicon = patterns[0].lexiconCaptures["r"] else {
      Issue.record("no lexicon behind the capture")
      return
    }
    func context(_ term: String) -> TemplateContext {
      TemplateContext(
        text: { _ in term },
        cell: { _, column in lexicon.row(for: term[...]).flatMap { lexicon.value(row: $0, column: column) } },
        lexicon: { _ in nil }, numbers: .none)
    }
    #expect(try rule.features.map { try $0.value(in: context("Euphrates")) } == ["FURAT", 2800])
    #expect(try rule.features.map { try $0.value(in: context("tigris")) } == ["DIJLA", nil])
  }

  @Test func `acronyms of a dotted lexicon are known with dots`() throws {
    let yaml =
      Self.head + """
        lexicons: {body: {terms: [KRB, Karkh, QWERTYU, é], dotted: true}, plain: [KRB]}
        rules: [{id: a, type: x, terms: [body, plain]}]
        """
    let loaded = try load(yaml)
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    guard case .terms(let lexicons)? = loaded.rulesets.first?.rules.first?.matcher else {
      Issue.record("no terms")
      return
    }
    #expect(lexicons.map { $0.row(for: "K.R.B.") } == [0, nil])
    #expect(lexicons[0].row(for: "KRB") == 0)
    #expect(lexicons[0].row(for: "Q.W.E.R.T.Y.U.") == nil)
    #expect(lexicons[0].row(for: "K.a.r.k.h.") == nil)
  }

  @Test func `an alias bomb is refused`() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      yaml += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(try load(yaml).diagnostics.map(\.code.rawValue) == ["R004"])
  }

  @Test func `missing files, folders and other encodings are told`() throws {
    let missing = RuleLoader(manifests: []).load([RuleFile(path: "/nowhere/r.yaml", displayName: "r.yaml")])
    #expect(missing.diagnostics.map(\.code.rawValue) == ["R000"])
    let folder = RuleLoader(manifests: []).load([RuleFile(path: "/tmp", displayName: "tmp")])
    #expect(folder.diagnostics.first?.message.contains("folder") == true)
  }

  @Test func `a second ruleset of one name is told, or takes the place of the first`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try ["é", "b", "é"].enumerated().map { number, name in
      let path = "\(folder)/\(number).yaml"
      try Data("postil: 1\nruleset: \(name)\nrules: []\n".utf8).write(to: URL(fileURLWithPath: path))
      return RuleFile(path: path, displayName: "\(number).yaml")
    }
    let told = RuleLoader(manifests: []).load(files)
    #expect(told.rulesets.map(\.file) == ["0.yaml", "1.yaml"])
    #expect(told.diagnostics.map(\.message) == ["ruleset 'é' is already defined in '0.yaml'"])
    let replaced = RuleLoader(manifests: []).load(files, replacing: true)
    #expect(replaced.rulesets.map(\.file) == ["2.yaml", "1.yaml"])
    #expect(replaced.diagnostics.isEmpty)
  }

  @Test func `the marks of examples become spans`() throws {
    let loaded = try load(Self.head + "rules:\n  - {id: a, type: x, pattern: b, examples: ['é [[b]] c [[b]]']}")
    let example = try #require(loaded.rulesets.first?.rules.first?.examples.first)
    #expect(example.text == "é b c b")
    #expect(example.spans == [Span(start: 3, end: 4), Span(start: 7, end: 8)])
  }

  @Test func `lexicons with CR LF or a byte order mark are read`() throws {
    let yaml =
      Self.head
      + "lexicons: {l: {file: l.tsv}}\nrules:\n  - {id: a, type: x, terms: l, features: {name: '${term.name}'}}"
    let loaded = try load(yaml, files: ["l.tsv": "\u{FEFF}term\tname\r\né\tE\r\nb\tB\r\n"])
    #expect(loaded.diagnostics.isEmpty)
    guard case .terms(let lexicons) = loaded.rulesets.first?.rules.first?.matcher else {
      Issue.record("no lexicon")
      return
    }
    #expect((0..<lexicons[0].count).map(lexicons[0].cells) == [["é", "E"], ["b", "B"]])
  }

  @Test func `definitions that double at each level are refused`() throws {
    let levels = (1...40).map { "d\($0): '${d\($0 - 1)}${d\($0 - 1)}'" }.joined(separator: ", ")
    let loaded = try load(
      Self.head + "definitions: {d0: ab, \(levels)}\nrules:\n  - {id: a, type: x, pattern: '${d40}'}")
    #expect(loaded.diagnostics.map(\.code.rawValue) == ["R036"])
  }

  @Test func `a fault inside an imported definition is told in its own file`() throws {
    let common = "postil: 1\nruleset: c\ndefinitions:\n  é: 'ü'\n  zoned: 'ü(?<zone>b)'\n"
    let loaded = try load(
      Self.head + "imports: [c.yaml]\ndefinitions: {both: '${é}${zoned}'}\nrules:\n"
        + "  - {id: a, type: x, pattern: 'one ${both} two ${zoned}'}\n", files: ["c.yaml": common])
    let fault = try #require(loaded.diagnostics.first)
    #expect(fault.code.rawValue == "R012")
    #expect("\(fault.location.file):\(fault.location.line):\(fault.location.column)" == "c.yaml:5:12")
    #expect(fault.rendered.contains("zoned: 'ü(?<zone>b)'"))
  }

  @Test(arguments: [
    ("definitions: {é: '(?:b'}", "pattern: '${é}'", ["R012"]),
    ("lexicons: {é: {file: no.tsv}}", "terms: é", ["R019"]),
    ("lexicons: {é: {fil: no.tsv}}", "pattern: '(?<p>${é})'", ["R007"]),
    ("imports: [no.yaml]", "pattern: '(?<p>${é})', within: {terms: é}", ["R019"]),
    ("definitions: {é: [a]}", "pattern: 'b${é}'", ["R005"]),
  ])
  func `what is broken is told once, and not again where it is used`(
    broken: String, use: String, codes: [String]
  ) throws {
    let loaded = try load(
      Self.head + broken + "\nrules:\n"
        + ["a", "b"].map { "  - {id: \($0), type: x, \(use)}\n" }.joined() + "  - {id: c, type: x, pattern: c}")
    #expect(loaded.diagnostics.map(\.code.rawValue) == codes, "\(loaded.diagnostics)")
    #expect(loaded.rulesets.first?.rules.map(\.id) == ["c"])
  }

  @Test func `brackets of the text itself stand in examples behind a backslash`() throws {
    let loaded = try load(
      Self.head
        + "rules:\n  - {id: a, type: x, pattern: b, examples: ['é \\[[1\\]] [[b]] ]', {text: '\\[[', none: true}]}")
    let examples = try #require(loaded.rulesets.first?.rules.first?.examples, "\(loaded.diagnostics)")
    #expect(examples.map(\.text) == ["é [[1]] b ]", "[["])
    #expect(examples[0].spans == [Span(start: 9, end: 10)])
    #expect(MarkedText.marked(examples[0].text, examples[0].spans) == "é \\[[1\\]] [[b]] ]")
  }

  @Test func `number words without end are no number`() throws {
    let loaded = try load(
      Self.head + "rules:\n  - {id: a, type: x, pattern: '(?<n>.+)', features: {size: '${n|number}'}}")
    let template = try #require(loaded.rulesets.first?.rules.first?.features.first)
    let words = NumberWords(rows: [["two", "unit", "2", "second"], ["hundred", "hundred", "100", ""]])
    func value(_ text: String) throws -> FeatureValue? {
      try template.value(
        in: TemplateContext(text: { _ in text }, cell: { _, _ in nil }, lexicon: { _ in nil }, numbers: words))
    }
    #expect(try value(Array(repeating: "hundred", count: 40).joined(separator: " ")) == nil)
    #expect(try value("two hundred") == 200)
  }

  @Test(arguments: TemplateFunction.names)
  func `every template function is documented with a rule whose examples are run`(function: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation")
    let page = try String(contentsOf: folder.appendingPathComponent("RuleLanguage.md"), encoding: .utf8)
    #expect(page.contains("`\(function)`") || page.contains("`\(function)("))
    let path = folder.appendingPathComponent("RuleLibrary/29-template-functions.yaml").path
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: path, displayName: "r.yaml")])
    let rule = try #require(loaded.rulesets.first?.rules.first { $0.id == function })
    #expect(rule.examples.contains { !$0.features.isEmpty })
    let used = rule.features.flatMap(\.parts).flatMap { part -> [String] in
      if case .capture(_, _, let functions) = part { functions.map(\.name) } else { [] }
    }
    #expect(used == [function])
  }
}
