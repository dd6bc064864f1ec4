import Foundation
import PostilModel
import PostilRules
import PostilText
import Testing

@testable import PostilPipeline

/// What a rule may do in a document, whatever of it does it; budgets are lowered, and texts are ordinary.
@Suite struct RuleLimitTests {
  private static let text = String(
    repeating: "é The river rose at 7 and fell at 9, said Mira Kostrel of Velmora. ", count: 40)
  private static let lavish = "[a-z ]{0,20}[a-z ]{0,20}[^ -~é]"

  private static func annotated(_ rules: String, _ text: String) throws -> AnnotatedDocument {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("limits-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let head = "postil: 1\nruleset: s\ntypes: {m: {features: {x: string}}, n: {features: {x: string}}}\nrules:\n"
    let other = "  - {id: other, type: n, pattern: Mira, phase: 9}\n"
    try Data((head + rules + "\n" + other).utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let chain = Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
    return try DocumentWorker(chain).annotate(Document(id: "d", text: text))
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    /// Without `id`, `type` and `limits`.
    let rule: String
  }

  static let cases = [
    Case(testDescription: "a pattern", rule: "pattern: '\(lavish)'"),
    Case(testDescription: "one of several patterns", rule: "anyOf: [river, '\(lavish)']"),
    Case(testDescription: "within", rule: "pattern: river, within: {pattern: '\(lavish)'}"),
    Case(testDescription: "not within", rule: "pattern: river, notWithin: {pattern: '\(lavish)'}"),
    Case(testDescription: "contains", rule: "pattern: 'The river', contains: {pattern: '\(lavish)'}"),
    Case(testDescription: "before", rule: "pattern: river, before: {pattern: '\(lavish)'}"),
    Case(testDescription: "after", rule: "pattern: river, after: {pattern: '(?:[a-z ]+ ?)+[^ -~é]'}"),
    Case(testDescription: "except", rule: "pattern: '[a-z ]+', except: {pattern: '\(lavish)'}"),
    Case(
      testDescription: "a sequence", rule: "sequence: [{pattern: '\(lavish)'}, {gap: {max: 3}}, {pattern: 'river'}]"),
    Case(
      testDescription: "a later element", rule: "sequence: [{pattern: 'river'}, {pattern: ' '}, {pattern: '\(lavish)'}]"
    ),
    Case(
      testDescription: "a gap",
      rule: "sequence: [{pattern: river}, {gap: {max: 9, not: {pattern: '\(lavish)'}}}, {pattern: fell}]"),
    Case(
      testDescription: "evidence",
      rule:
        "scope: sentence, evidence: {threshold: 1, items: [{id: a, pattern: river, score: 1}, {id: b, pattern: '\(lavish)', score: 1}]}"
    ),
  ]

  @Test(arguments: cases) func `a rule at its limit has no candidates, and is told with the limit`(_ c: Case) throws {
    let document = try Self.annotated(
      "  - {id: lavish, type: m, limits: {steps: 1000}, \(c.rule)}", Self.text)
    #expect(document.diagnostics.map(\.code) == ["L004"])
    #expect(document.diagnostics.first?.rule == "s/lavish")
    #expect(document.diagnostics.first?.message.contains("1000 steps") == true)
    #expect(Set(document.annotations.map(\.type)) == ["n"])
    #expect(document.annotations.count == 40)
  }

  @Test(arguments: cases) func `the same rule within its limits is told nothing of steps`(_ c: Case) throws {
    let document = try Self.annotated(
      "  - {id: lavish, type: m, limits: {steps: 10000000000, backtracking: 10000000}, \(c.rule)}", "é river rose. Mira"
    )
    #expect(document.diagnostics.isEmpty)
  }

  @Test func `the same text gives the same report, alone and among others`() throws {
    let rule = "  - {id: lavish, type: m, limits: {steps: 5000}, pattern: '[a-z ]{0,20}[a-z ]{0,20}[0-9]'}"
    let once = try Self.annotated(rule, Self.text)
    #expect(try (0..<3).allSatisfy { _ in try Self.annotated(rule, Self.text).diagnostics == once.diagnostics })
  }

  private static let tenfold = "|replace(o, oooooooooo)"

  static let long = [
    "${x\(String(repeating: tenfold, count: 9))}",
    "${x\(String(repeating: tenfold, count: 4))}${x\(String(repeating: tenfold, count: 4))}${x\(String(repeating: tenfold, count: 4))}",
    "${x\(String(repeating: "|join('é é é é é é é é é é')", count: 9))}",
  ]

  @Test(arguments: long)
  func `the text of a feature has a length, and what is longer is told and left out`(_ value: String) throws {
    let document = try Self.annotated(
      "  - {id: long, type: m, pattern: 'it(?<x> rose o[nf]o)', features: {x: \"\(value)\"}}",
      "é it rose ono, it rose ofo. Mira")
    #expect(document.diagnostics.map(\.code) == ["L007"])
    #expect(document.diagnostics.first?.message.contains("'x'") == true)
    #expect(document.annotations.filter { $0.type == "m" }.map { $0.features["x"] } == [nil, nil])
  }

  @Test(arguments: [65_536, 65_537]) func `what a capture took has the same length`(count: Int) throws {
    let document = try Self.annotated(
      "  - {id: long, type: m, pattern: 'q(?<x>z+)', features: {x: '${x}'}}",
      "é q" + String(repeating: "z", count: count) + " Mira")
    #expect(document.diagnostics.map(\.code) == (count > 65_536 ? ["L007"] : []))
    #expect(document.annotations.count == 2)
  }

  @Test func `a feature of a row is told in every document that has it`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("limits-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("term\tx\nKorr\to\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/w.tsv"))
    let rules = """
      postil: 1
      ruleset: s
      types: {m: {features: {x: string}}}
      lexicons: {w: {file: w.tsv}}
      rules:
        - {id: row, type: m, terms: w, features: {x: '${term.x\(Self.tenfold)\(Self.tenfold)\(Self.tenfold)\(Self.tenfold)\(Self.tenfold)}'}}
      """
    try Data(rules.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let worker = try DocumentWorker(
      Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none)))
    for id in ["a", "b"] {
      let document = worker.annotate(Document(id: id, text: "é Korr met Korr"))
      #expect(document.diagnostics.map(\.code) == ["L007"], "\(id)")
      #expect(document.annotations.count == 2)
    }
  }
}
