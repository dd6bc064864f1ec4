import Foundation
import PostilModel
import Testing

@testable import PostilPipeline
@testable import PostilRules

/// Words by their lemma, and what is negated.
@Suite struct LemmaTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let text: String
    /// The spans found, with `w`.
    let found: [String]
  }

  static let cases = [
    Case(
      testDescription: "the forms of a word in a pattern", rule: "pattern: '\\b(?<w>(?i:${lemma:decline}))\\b to'",
      text: "Declining to say, he declined to go and declines to stay. The decline went on.",
      found: ["Declining to: Declining", "declined to: declined", "declines to: declines"]),
    Case(
      testDescription: "of one class", rule: "pattern: '\\b(?<w>${lemma:crisis:noun})\\b'",
      text: "One crisis, two crises.",
      found: ["crisis: crisis", "crises: crises"]),
    Case(
      testDescription: "of a rule", rule: "lemma: [seize, carry out], features: {w: '${term.lemma}'}",
      text: "They seized it and Carried out the plan, carrying it out.",
      found: ["seized: seize", "Carried out: carry out"]),
    Case(
      testDescription: "of an element",
      rule: "sequence: [{lemma: [strike, hit], as: v}, {pattern: ' a'}], features: {w: '${v.lemma}'}",
      text: "They struck a camp, hit a post and hits b.", found: ["struck a: strike", "hit a: hit"]),
    Case(
      testDescription: "of what a match may not hold",
      rule: "pattern: '\\bthey (?<w>\\w+)', notContains: {lemma: leave}",
      text: "then they left, they leave, they stayed", found: ["they stayed: stayed"]),
    Case(
      testDescription: "what is not negated",
      rule: "lemma: sanction, features: {w: '${term}'}, notWithin: {negation: true}",
      text: "Korr sanctioned Tir. Korr has not sanctioned Tir. Korr hasn’t sanctioned it, but it sanctioned Velmora.",
      found: ["sanctioned: sanctioned", "sanctioned: sanctioned"]),
    Case(
      testDescription: "what is negated", rule: "lemma: sanction, features: {w: '${term}'}, within: {negation: true}",
      text:
        "Never before sanctioned: sanctioned. It not only sanctioned Tir; no bank was sanctioned. It is no doubt sanctioned.",
      found: ["sanctioned: sanctioned", "sanctioned: sanctioned"]),
  ]

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧 العراق.\n"])
  func `a word stands for its forms`(_ c: Case, prefix: String) throws {
    let features = c.rule.contains("features:") ? "" : ", features: {w: '${w}'}"
    let rules =
      "postil: 1\nruleset: s\ntypes: {m: {features: {w: string}}}\nrules:\n  - {id: m, \(c.rule)\(features)}\n"
    let run = try RuleRun(rules, on: prefix + c.text, inEnglish: true)
    #expect(run.annotations.map { "\(run.text[$0.span]): \($0.features["w"]?.string ?? "-")" } == c.found)
  }
}
