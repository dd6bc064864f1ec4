import PostilModuleKit
import Testing

@testable import StatementSentiment

/// What is said, where it begins and ends, and how it was found: `ContentFinder`, `ClauseStart`, `ClauseEnd`.
@Suite struct ContentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let cue: String
    let source: String?
    /// The parts, divided by bars, and the decision; nil when nothing is said.
    let expected: String?

    init(_ description: String, _ text: String, _ cue: String, by source: String?, _ expected: String?) {
      testDescription = description
      self.text = text
      self.cue = cue
      self.source = source
      self.expected = expected
    }
  }

  static let cases = [
    Case(
      "a short clause first", "Ships sank early, the crew said.", "said", by: "the crew",
      "Ships sank early: clauseBefore"),
    Case("too few words first", "Ships sank, the crew said.", "said", by: "the crew", nil),
    Case(
      "a quotation first", "“The ship sank,” the crew said.", "said", by: "the crew", "The ship sank,: quotationBefore"),
    Case(
      "a quotation before an inverted source", "“The ship sank,” said the crew.", "said", by: "the crew",
      "The ship sank,: quotationBefore"),
    Case(
      "a quotation last", "Then the crew said: “The ship sank.”", "said", by: "the crew",
      "The ship sank.: quotationBehind"),
    Case(
      "a single quoted word is no quotation", "The crew said “sank” was wrong.", "said", by: "The crew",
      "“sank” was wrong: clauseBare"),
    Case("that", "The crew said that the ship sank.", "said", by: "The crew", "the ship sank: clauseThat"),
    Case("no that", "The crew said the ship sank.", "said", by: "The crew", "the ship sank: clauseBare"),
    Case("an addressee", "The crew told Ida ships sank.", "told", by: "The crew", "ships sank: clauseAddressee"),
    Case(
      "a clause first", "The old ship sank early, the crew said.", "said", by: "the crew",
      "The old ship sank early: clauseBefore"),
    Case(
      "a clause before an inverted source", "The old ship sank early, said the crew.", "said", by: "the crew",
      "The old ship sank early: clauseBefore"),
    Case(
      "a clause on both sides", "The ship, the crew said, had sunk early.", "said", by: "the crew",
      "The ship|had sunk early: clauseAround"),
    Case(
      "words before a quotation's mark", "The ship was “old and weak,” the crew said.", "said", by: "the crew",
      "The ship was “old and weak,: clauseIntoQuotation"),
    Case(
      "which", "It has a gap which experts say could sink it.", "say", by: "experts",
      "which|could sink it: clauseRelative"),
    Case("an object", "The crew praised the ship.", "praised", by: "The crew", "the ship: stancePhrase"),
    Case("an infinitive", "The crew vowed to sail early.", "vowed", by: "The crew", "to sail early: stanceInfinitive"),
    Case(
      "that behind a noun", "The crew’s claim that the ship sank failed.", "claim", by: "The crew’s",
      "the ship sank failed: stanceThat"),
    Case("a passive", "The ship was praised by the crew.", "praised", by: "the crew", "The ship: stancePassive"),
    Case(
      "an object within a clause of who", "The crew, who praised the ship, left early.", "praised", by: "The crew, who",
      "the ship: stancePhrase"),
    Case(
      "a gerund first", "Praise fell. Saying the ship sank, the crew left.", "Saying", by: "the crew",
      "the ship sank: clauseBare"),
    Case("nothing", "Then the crew said.", "said", by: "the crew", nil),
  ]

  @Test(arguments: cases, ["", multiByte])
  func `the content of a cue is found around it`(_ c: Case, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let cue = try #require(made.cue(c.cue))
    let found = made.contents.content(of: cue, source: c.source.map(made.tokens), in: made.sentence)
    let text = found.map { content in
      content.parts.map(made.words.document.text).joined(separator: "|") + ": \(content.decision)"
    }
    #expect(text == c.expected)
  }

  struct Start: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let cue: String
    /// The first word and what it begins; nil for no content.
    let expected: String?

    init(_ description: String, _ text: String, _ cue: String, _ expected: String?) {
      testDescription = description
      self.text = text
      self.cue = cue
      self.expected = expected
    }
  }

  static let starts = [
    Start("that", "They said that ships sank.", "said", "ships that"),
    Start("that behind a day", "They said on Monday that ships sank.", "said", "ships that"),
    Start("that with a long insertion", "They said that, in time, ships sank in the sea.", "said", "in that"),
    Start("that with a short insertion", "They said that, of course.", "said", nil),
    Start("an infinitive", "They vowed to sail.", "vowed", "to infinitive"),
    Start("no infinitive", "They said to sail.", "said", nil),
    Start("an addressee in one word", "They told him ships sank.", "told", "ships addressee"),
    Start("an addressee by name", "They told Ida Holm ships sank.", "told", "ships addressee"),
    Start("an addressee with an article", "They told the crew ships sank.", "told", "ships addressee"),
    Start("a clause", "They said ships sank.", "said", "ships bare"),
    Start("a clause behind a day", "They said on Monday ships sank.", "said", "ships bare"),
    Start("an auxiliary begins no clause", "They said had sunk early.", "said", nil),
    Start("an object begins no clause", "They said him early in old times.", "said", nil),
    Start("a pronoun before a mark", "They said it.", "said", nil),
    Start("few words without a verb", "They said nothing more.", "said", nil),
    Start("a noun phrase", "They praised ships.", "praised", "ships phrase"),
    Start("no noun phrase", "They praised in time.", "praised", nil),
    Start("what it is called", "They called the plan a disgrace.", "called", "the phrase"),
    Start("what it is called in marks", "They called ships “a disgrace”.", "called", "ships phrase"),
    Start("called by nothing", "They called Ida.", "called", nil),
  ]

  @Test(arguments: starts, ["", multiByte])
  func `a content begins behind its cue`(_ c: Start, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let cue = try #require(made.cue(c.cue))
    let found = ClauseStart(words: made.words).start(cue, cue.tokens.upperBound, made.sentence.upperBound)
    #expect(found.map { "\(made.text($0.token..<($0.token + 1))) \($0.beginning)" } == c.expected)
  }

  struct End: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let start: String
    let isPhrase: Bool
    let expected: String

    init(_ description: String, _ text: String, from start: String, isPhrase: Bool = false, _ expected: String) {
      testDescription = description
      self.text = text
      self.start = start
      self.isPhrase = isPhrase
      self.expected = expected
    }
  }

  static let ends = [
    End("the sentence", "They said ships sank early.", from: "ships", "ships sank early"),
    End("a semicolon", "They said ships sank; walls fell.", from: "ships", "ships sank"),
    End("not inside marks", "They said “ships; walls” fell.", from: "“ships", "“ships; walls” fell"),
    End("an occasion behind a phrase", "They praised ships during talks.", from: "ships", isPhrase: true, "ships"),
    End("an occasion in a clause", "They said ships sank during talks.", from: "ships", "ships sank during talks"),
    End("a means behind a phrase", "They praised ships by sinking it.", from: "ships", isPhrase: true, "ships"),
    End("a coordinated verb", "They praised ships and left the port.", from: "ships", isPhrase: true, "ships"),
    End("coordinated nouns", "They praised ships and walls.", from: "ships", isPhrase: true, "ships and walls"),
    End(
      "a subordinate clause behind a phrase", "They praised ships, because walls fell.", from: "ships", isPhrase: true,
      "ships"),
    End(
      "a subordinate clause in a clause", "They said ships sank, because walls fell.", from: "ships",
      "ships sank, because walls fell"),
    End("a gerund behind a comma", "They said ships sank, saying walls fell.", from: "ships", "ships sank"),
    End("a coordinated cue", "They said ships sank and praised it.", from: "ships", "ships sank"),
    End("another statement", "They said ships sank, but the crew praised it.", from: "ships", "ships sank"),
    End("an attribution at the end", "They know ships sank, the crew said.", from: "ships", "ships sank"),
    End(
      "no attribution without a comma", "They know ships the crew said sank.", from: "ships", "ships the crew said sank"
    ),
    End("a loose preposition", "They said ships sank, as.", from: "ships", "ships sank"),
  ]

  @Test(arguments: ends, ["", multiByte])
  func `a content ends before another clause`(_ c: End, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let start = made.tokens(c.start).lowerBound
    let end = made.ends.end(from: start, limit: made.sentence.upperBound, isPhrase: c.isPhrase)
    #expect(made.text(start..<end) == c.expected)
  }
}
