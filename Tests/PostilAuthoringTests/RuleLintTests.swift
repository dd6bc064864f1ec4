import Foundation
import PostilDiagnostics
import PostilRules
import Testing

@testable import PostilAuthoring

@Suite struct RuleLintTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rules: String
    let code: String
    let line: Int
  }

  private static let examples = "examples: ['a [[bbb]] c', {text: a, none: true}]"

  static let cases = [
    Case(
      testDescription: "an unused definition",
      rules: "definitions: {unused: 'a'}\nrules:\n  - {id: r, type: x, pattern: bbb, \(examples)}",
      code: "R050", line: 4),
    Case(
      testDescription: "an unused lexicon",
      rules: "lexicons: {unused: [a]}\nrules:\n  - {id: r, type: x, pattern: bbb, \(examples)}",
      code: "R050", line: 4),
    Case(
      testDescription: "no literal", rules: "rules:\n  - {id: r, type: x, pattern: '\\w+', \(examples)}", code: "R051",
      line: 5),
    Case(
      testDescription: "common first characters",
      rules: "rules:\n  - {id: r, type: x, pattern: '[b-d]+', examples: ['[[bbb]] 1', {text: a, none: true}]}",
      code: "R067", line: 5),
    Case(testDescription: "no examples", rules: "rules:\n  - {id: r, type: x, pattern: bbb}", code: "R052", line: 5),
    Case(
      testDescription: "no counterexample",
      rules: "rules:\n  - {id: r, type: x, pattern: bbb, examples: ['a [[bbb]]']}",
      code: "R052", line: 5),
    Case(
      testDescription: "a term given twice",
      rules: "lexicons: {x: [bbb, c, bbb]}\nrules:\n  - {id: r, type: x, terms: x, \(examples)}", code: "R053", line: 4),
    Case(
      testDescription: "an alternative that never matches",
      rules: "rules:\n  - {id: r, type: x, pattern: 'bbb|bbbc', \(examples)}", code: "R054", line: 5),
    Case(
      testDescription: "a shadowed rule",
      rules: "rules:\n  - {id: r, type: x, pattern: bbb, \(examples)}\n  - {id: s, type: x, pattern: bbb, \(examples)}",
      code: "R055",
      line: 6),
    Case(
      testDescription: "a lexicon looked up twice",
      rules:
        "lexicons: {l: [bbb]}\nrules:\n  - {id: r, type: x, terms: l, \(examples)}\n  - {id: s, type: x, terms: l, \(examples)}",
      code: "R055", line: 7),
    Case(
      testDescription: "the same pattern twice",
      rules: "rules:\n  - {id: r, type: x, anyOf: [bbb, bbb], \(examples)}", code: "R054", line: 5),
    Case(
      testDescription: "an example without the metadata asked for",
      rules:
        "rules:\n  - id: r\n    type: x\n    pattern: bbb\n    document: {outlet: é}\n    examples:\n"
        + "      - {text: '[[bbb]]', metadata: {outlet: é}}\n      - {text: bbb, none: true}",
      code: "R058", line: 11),
    Case(
      testDescription: "nested repetitions", rules: "rules:\n  - {id: r, type: x, pattern: '(?:a+)+bbb', \(examples)}",
      code: "R056",
      line: 5),
    Case(
      testDescription: "a name of a capture without braces",
      rules: "rules:\n  - {id: r, type: x, pattern: '(?<v>bbb)', features: {é: '«$v»'}, \(examples)}", code: "R059",
      line: 5),
    Case(
      testDescription: "a list in brackets",
      rules:
        "rules:\n  - {id: r, type: y, pattern: '(?<v>bbb)', features: {all: '[${v}]'}, \(examples)}", code: "R059",
      line: 5),
    Case(
      testDescription: "a pattern in slashes with options",
      rules: "rules:\n  - {id: r, type: x, pattern: '/bbb/ix', \(examples)}", code: "R060", line: 5),
    Case(
      testDescription: "a non-breaking space in a pattern",
      rules: "rules:\n  - {id: r, type: x, pattern: 'bbb\u{A0}c', \(examples)}", code: "R060", line: 5),
    Case(
      testDescription: "curly marks round a definition",
      rules: "definitions: {x: “bbb”}\nrules:\n  - {id: r, type: x, pattern: 'b${x}', \(examples)}", code: "R060",
      line: 4),
    Case(
      testDescription: "a block with its line end in a condition",
      rules:
        "rules:\n  - id: r\n    type: x\n    pattern: bbb\n    \(examples)\n    before:\n      pattern: |\n        a\n",
      code: "R061",
      line: 10),
    Case(
      testDescription: "a tag in an example",
      rules:
        "rules:\n  - {id: r, type: x, pattern: bbb, examples: [!b '[[bbb]]', {text: a, none: true}]}", code: "R062",
      line: 5),
    Case(
      testDescription: "an empty term between others",
      rules: "lexicons: {x: {terms: [bbb, '', c]}}\n"
        + "rules:\n  - {id: r, type: x, terms: x, \(examples)}", code: "R063", line: 4),
    Case(
      testDescription: "a paragraph separator in a title",
      rules: "rules:\n  - {id: r, type: x, title: 'é\u{2029}b', pattern: bbb, \(examples)}", code: "R064", line: 5),
    Case(
      testDescription: "a repetition with spaces",
      rules: "rules:\n  - {id: r, type: x, pattern: bbb, before: {pattern: 'éc{1, 2}'}, \(examples)}",
      code: "R065", line: 5),
    Case(
      testDescription: "a condition on a type of the same phase",
      rules: "rules:\n  - {id: r, type: x, pattern: bbb, \(examples)}\n  - id: s\n    type: y\n    pattern: aaa\n"
        + "    examples: ['[[aaa]]', {text: b, none: true}]\n    notContains: {type: x}", code: "R066", line: 10),
    Case(
      testDescription: "the start of a line by the start of its region",
      rules: "rules:\n  - {id: r, type: x, scope: line, pattern: '\\Gbbb', \(examples)}", code: "R051", line: 5),
    Case(
      testDescription: "a comment that cuts a pattern",
      rules: "rules:\n  - id: r\n    type: x\n    pattern: bbb # c\n    \(examples)", code: "R057", line: 7),
  ]

  private static func lint(_ rules: String) throws -> [Diagnostic] {
    let text =
      "postil: 1\nruleset: t\ntypes: {x: {features: {é: string}}, y: {features: {all: list of string}}}\n" + rules
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lint-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let ruleset = try #require(loaded.rulesets.first)
    return RuleLint(ruleset: ruleset, source: SourceFile(name: "r.yaml", text: text)).diagnostics()
  }

  @Test(arguments: cases)
  func `a doubtful thing is told at its line`(_ c: Case) throws {
    let found = try Self.lint(c.rules)
    #expect(found.map(\.code.rawValue) == [c.code])
    #expect(found.first?.location.line == c.line)
    #expect(found.first?.severity == .warning)
  }

  @Test func `a comment allows it`() throws {
    #expect(try Self.lint("rules:\n  # postil: allow R052\n  - {id: r, type: x, pattern: bbb}").isEmpty)
    #expect(try Self.lint("rules:\n  - {id: r, type: x, pattern: bbb} # postil: allow R050, R052").isEmpty)
  }

  @Test func `a clean file has no warnings`() throws {
    #expect(try Self.lint("rules:\n  - {id: r, type: x, pattern: bbb, \(Self.examples)}").isEmpty)
  }
}

@Suite struct RuleFormatterTests {
  @Test func `white space is laid out, values and comments stay`() throws {
    let text = "postil: 1  \r\n\r\n\r\n# why  \nruleset: t\ndefinitions:\n  a: |-\n    b\n\n    c\n\n\n"
    let formatted = try RuleFormatter.formatted(SourceFile(name: "r.yaml", text: text))
    #expect(formatted == "postil: 1\n\n# why\nruleset: t\ndefinitions:\n  a: |-\n    b\n\n    c\n")
    #expect(try RuleFormatter.formatted(SourceFile(name: "r.yaml", text: formatted)) == formatted)
  }

  @Test func `blank lines that are part of a value stay`() throws {
    let text = "postil: 1\nruleset: t\ndefinitions:\n  a: |-\n    b\n\n\n    c\n"
    #expect(try RuleFormatter.formatted(SourceFile(name: "r.yaml", text: text)) == text)
  }

  @Test func `a broken file is refused`() {
    #expect(throws: Diagnostic.self) { try RuleFormatter.formatted(SourceFile(name: "r.yaml", text: "a: [")) }
  }
}

@Suite struct RuleSchemaFieldTests {
  @Test func `the schema knows every field, and says what it means`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(RuleSchema.json.utf8)) as? [String: Any]
    let file = try #require(object?["properties"] as? [String: Any])
    let definitions = try #require(object?["$defs"] as? [String: Any])
    let rule = try #require((definitions["rule"] as? [String: Any])?["properties"] as? [String: Any])
    #expect(Set(file.keys) == Set(RuleFields.file))
    #expect(Set(rule.keys) == Set(RuleFields.rule))
    for (name, schema) in file.merging(rule, uniquingKeysWith: { $1 }) {
      let words = (schema as? [String: Any])?["description"] as? String
      #expect(words?.isEmpty == false, "\(name)")
    }
  }
}
