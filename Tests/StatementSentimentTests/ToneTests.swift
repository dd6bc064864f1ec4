import PostilModuleKit
import Testing

@testable import StatementSentiment

/// What the words of tone add up to, by hand-made weights: `ToneScorer` and `TargetScorer`.
@Suite struct ToneTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let evidence: [String]
    var isReported = false

    init(_ description: String, _ text: String, isReported: Bool = false, _ evidence: [String]) {
      testDescription = description
      self.text = text
      self.isReported = isReported
      self.evidence = evidence
    }
  }

  static let cases = [
    Case("a word", "It was good.", ["good +0.4"]),
    Case("a negation", "It was not so good.", ["good +0.4 · not ×-0.9 = -0.36"]),
    Case("a bad word that is negated", "It was not so bad.", ["bad -0.4 · not ×-0.1 = +0.04"]),
    Case("an end of a bad thing", "It was without bad ships.", ["bad -0.4 · without ×-0.6 = +0.24"]),
    Case("what will be, without condition", "It would be good.", isReported: true, ["good +0.4"]),
    Case(
      "what would be, with one", "If he sank it would be good.", isReported: true,
      ["good +0.4 · If ×0.5 · would ×0.5 = +0.1"]),
    Case("a negation too far before", "It was not one of the many old and good.", ["good +0.4"]),
    Case("a negation behind a mark", "It was not, good.", ["good +0.4"]),
    Case("an intensifier", "It was very good.", ["good +0.4 · very ×1.3 = +0.52"]),
    Case("an intensifier too far before", "It was very old and good.", ["good +0.4"]),
    Case("a diminisher", "It was rather bad.", ["bad -0.4 · rather ×0.6 = -0.24"]),
    Case("a contrast", "It was good but bad.", ["good +0.4 · contrast ×0.6 = +0.24", "bad -0.4"]),
    Case("a condition", "They sail if it is good.", ["good +0.4 · if ×0.5 = +0.2"]),
    Case("a topic", "The importance of good ships.", ["good +0.4 · importance ×0.4 = +0.16"]),
    Case("a question", "Was it good?", ["good +0.4 · question ×0.5 = +0.2"]),
    Case("a doubted word", "It was “good” so.", isReported: true, ["good +0.4 · quotation marks ×0.5 = +0.2"]),
    Case("a doubted subject", "Then the “good” fell.", isReported: true, ["good +0.4 · quotation marks ×-1.0 = -0.4"]),
    Case("a word in the speaker's own marks", "It was “good” so.", ["good +0.4"]),
    Case("a bad word in marks", "It was “bad” so.", isReported: true, ["bad -0.4"]),
  ]

  @Test(arguments: cases, ["", multiByte])
  func `evidence tells a word's weight and what changes it`(_ c: Case, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let items = try made.tone().items(
      in: made.span(c.text), column: .weight, isReported: c.isReported)
    #expect(items.map(\.written) == c.evidence)
  }

  @Test func `each use has its own column`() throws {
    let made = HandMade("It was good and bad.")
    let scorer = try made.tone()
    let weights = { (column: ToneWords.Column) in
      scorer.items(in: made.span("It was good and bad."), column: column).map(\.weight)
    }
    #expect(weights(.weight) == [0.4, -0.4])
    #expect(weights(.target) == [0.2, -0.4])
    #expect(weights(.text) == [0.6, -0.4])
  }

  @Test(arguments: ["", multiByte])
  func `an item names the candidates of its word and of what changes it`(prefix: String) throws {
    let made = HandMade("It was not very good but bad.", behind: prefix)
    let items = try made.tone().items(in: made.span("It was not very good but bad."), column: .weight)
    let rules = items.map { $0.candidates.map { made.words.document.candidates[$0].rule } }
    #expect(rules == [["hand/good", "hand/not", "hand/very", "hand/but"], ["hand/bad", "hand/not"]])
    #expect(try made.tone().sum(items).candidates.count == 5)
  }

  struct Stance: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let cue: String
    let form: Statement.Form
    let content: String
    let text: String
    let evidence: [String]
  }

  static let stances = [
    Stance(
      testDescription: "an act says more than its object", cue: "praised", form: .stance, content: "the good ship",
      text: "They praised the good ship.", evidence: ["cue praise +0.4", "good +0.4 · object ×0.3 = +0.12"]),
    Stance(
      testDescription: "a cue before a clause", cue: "praised", form: .clause, content: "ships are good",
      text: "They praised ships are good.", evidence: ["cue praise +0.4 · clause ×0.8 = +0.32", "good +0.4"]),
    Stance(
      testDescription: "a cue without weight", cue: "said", form: .clause, content: "ships are good",
      text: "They said ships are good.", evidence: ["good +0.4"]),
    Stance(
      testDescription: "a block is left to what is in it", cue: "said", form: .block, content: "ships are good",
      text: "They said ships are good.", evidence: []),
  ]

  @Test(arguments: stances, ["", multiByte])
  func `a statement's score begins with its cue`(_ c: Stance, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let cue = try #require(made.cue(c.cue))
    let statement = Statement(
      parts: [made.span(c.content)], form: c.form, decision: "hand/clause", cue: cue, cueSpan: cue.span,
      candidate: cue.candidate)
    #expect(try made.tone().score(statement).items.map(\.written) == c.evidence)
  }

  struct Target: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let target: String
    /// The evidence up to its band.
    let evidence: [String]
  }

  static let targets = [
    Target(
      testDescription: "a word right behind", text: "Mira Holm was good.", target: "Mira Holm",
      evidence: ["good +0.2 · right after ×1.5"]),
    Target(
      testDescription: "a word far behind", text: "Mira Holm was one of the many old ones who had good ships.",
      target: "Mira Holm", evidence: ["good +0.2 · far after ×0.55"]),
    Target(
      testDescription: "a word right before", text: "A good Mira Holm slept.", target: "Mira Holm",
      evidence: ["good +0.2 · right before ×0.9"]),
    Target(
      testDescription: "who bears an act", text: "They praised Mira Holm.", target: "Mira Holm",
      evidence: ["target of praise +0.4 · patient ×1.75"]),
    Target(
      testDescription: "who bears a passive act", text: "Mira Holm was praised by him.", target: "Mira Holm",
      evidence: ["target of praise +0.4 · patient ×1.75"]),
    Target(
      testDescription: "who does an act", text: "Mira Holm praised ships.", target: "Mira Holm",
      evidence: ["target does praise +0.4"]),
    Target(
      testDescription: "what who speaks says", text: "Mira Holm said it was good.", target: "Mira Holm",
      evidence: ["target does say +0.25", "good +0.2 · target speaks ×0.65"]),
    Target(
      testDescription: "the word of an act counts once", text: "Mira Holm slept there by him.", target: "Mira Holm",
      evidence: []),
  ]

  @Test(arguments: targets, ["", multiByte])
  func `towards a target words count by place and act`(_ c: Target, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let scorer = TargetScorer(words: made.words, scorer: try made.tone())
    let found = scorer.score(made.span(c.text), towards: made.tokens(c.target)).items.map(\.written)
    #expect(found.map { $0.components(until: " · band") } == c.evidence)
    #expect(found.allSatisfy { $0.contains(" · band ") })
  }

  @Test func `the band is wider where the target speaks`() throws {
    let made = HandMade("Mira Holm said it was good. Mira Holm saw it was good.")
    let scorer = TargetScorer(words: made.words, scorer: try made.tone())
    let band = { (text: String) in
      scorer.score(made.span(text), towards: made.words.indices(made.span(text)).prefix(2)).items.last?.factors.last?
        .name
    }
    #expect(band("Mira Holm said it was good.") != band("Mira Holm saw it was good."))
  }
}

extension String {
  /// What stands before `end`, or all.
  fileprivate func components(until end: String) -> String {
    firstRange(of: end).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
