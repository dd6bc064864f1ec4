import PostilModel
import Testing

/// Overlapping matches: what a lookahead marks behind an empty match.
@Suite struct LookaheadSpanTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let text: String
    let found: [String]
  }

  static let cases = [
    Case(
      testDescription: "every pair of capitals, overlapping ones too",
      rule: "conflict: all, span: x, pattern: '\\b(?=(?<x>\\p{Lu}\\w+ \\p{Lu}\\w+))'", text: "Ada Élise Ortega slept.",
      found: ["Ada Élise", "Élise Ortega"]),
    Case(
      testDescription: "of overlapping ones the longest keeps its place",
      rule: "span: x, pattern: '\\b(?=(?<x>\\p{Lu}\\w+ \\p{Lu}\\w+))'", text: "Ada Élise Ortega slept.",
      found: ["Élise Ortega"]),
    Case(
      testDescription: "of overlapping ones the first where the rule says so",
      rule: "conflict: first, span: x, pattern: '\\b(?=(?<x>\\p{Lu}\\w+ \\p{Lu}\\w+))'",
      text: "Ada Élise Ortega slept.",
      found: ["Ada Élise"]),
    Case(
      testDescription: "an empty match that marks nothing makes nothing",
      rule: "span: x, pattern: '(?=(?<x>met)?)'", text: "He met her.", found: ["met"]),
    Case(
      testDescription: "an empty match without a marked capture makes nothing", rule: "pattern: '(?=(?<x>met))'",
      text: "He met her.", found: []),
    Case(
      testDescription: "two patterns that mark the same place",
      rule: "span: x, anyOf: ['\\b(?=(?<x>met))', '\\b(?=(?<x>met her))']", text: "É! He met her.", found: ["met her"]),
    Case(
      testDescription: "within each region of a scope",
      rule: "scope: sentence, span: x, conflict: all, pattern: '(?=\\b(?<x>met.*))'",
      text: "He met her. They met, met.",
      found: ["met her.", "met, met.", "met."]),
  ]

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧 العراق.\n"])
  func `what a lookahead marks is a candidate`(_ c: Case, prefix: String) throws {
    let rules = "postil: 1\nruleset: s\ntypes: {m: {}}\nrules:\n  - {id: m, \(c.rule)}\n"
    #expect(try RuleRun(rules, on: prefix + c.text).words(ofType: "m") == c.found)
  }
}
