import Testing

@testable import PostilGrammar

/// Clauses with their verbs and subjects.
@Suite struct ClauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// `kind|subject|verb` of each clause, `+` before one that goes on.
    let clauses: [String]
  }

  static let cases = [
    Case(
      testDescription: "a main verb behind a relative clause finds its subject",
      text: "A law that critics say is unjust will pass.",
      clauses: ["that|critics|say", "extracted||is", "+main|A law|will pass"]),
    Case(
      testDescription: "also between commas", text: "The law, which Ann Quill said was unjust, failed.",
      clauses: ["relative|Ann Quill|said", "extracted||was", "+main|The law|failed"]),
    Case(
      testDescription: "over an apposition", text: "A engineer, Ann Quill, said the ship sank.",
      clauses: ["main|A engineer|said", "coordinate|the ship|sank"]),
    Case(
      testDescription: "over words that a preposition joins", text: "officials of the union said they left.",
      clauses: ["main|officials|said", "coordinate|they|left"]),
    Case(
      testDescription: "a participle behind its noun is no verb of a clause",
      text: "People briefed on the law said it failed.",
      clauses: ["main|People|said", "coordinate|it|failed"]),
    Case(
      testDescription: "nor is a past form that is no participle", text: "Officials came in the report said it failed.",
      clauses: ["main|Officials|came", "coordinate|the report|said", "coordinate|it|failed"]),
    Case(
      testDescription: "what follows a gerund is the clause around, going on",
      text: "his report that he was sinking failed.", clauses: ["that|he|was sinking", "+main|his report|failed"]),
    Case(
      testDescription: "a shared subject is not told twice", text: "The union left and praised the law.",
      clauses: ["main|The union|left", "coordinate||praised"]),
    Case(
      testDescription: "whatever stands before the joining word",
      text: "The union left with the report and praised the law.",
      clauses: ["main|The union|left", "coordinate||praised"]),
    Case(
      testDescription: "a reason is a clause below", text: "The union left because the ship sank.",
      clauses: ["main|The union|left", "subordinate|the ship|sank"]),
  ]

  @Test(arguments: cases, prefixes)
  func `clauses have the verbs and subjects that a reader gives them`(_ c: Case, prefix: String) {
    let found = SmallEnglish(c.text, behind: prefix)
    let written = found.grammar.clauses.map { clause in
      let subject = clause.subject.map { found.words(found.grammar.nouns[$0].tokens) } ?? ""
      let verb = found.words(found.grammar.verbs[clause.verb].tokens)
      return (clause.isResumed ? "+" : "") + "\(clause.kind.rawValue)|\(subject)|\(verb)"
    }
    #expect(written == c.clauses)
  }

  @Test func `a long sentence takes time in line with its length`() {
    let part = "the law that critics say is unjust will pass and "
    let clauses = SmallEnglish(String(repeating: part, count: 2000)).grammar.clauses
    #expect(clauses.count == 6000)
  }
}
