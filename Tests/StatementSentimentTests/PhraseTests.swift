import PostilGrammar
import PostilModuleKit
import Testing

@testable import StatementSentiment

/// `NounPhrases`, `SubjectFinder` and `Quotations`, each by itself.
@Suite struct PhraseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The words at whose end or beginning the phrase is sought.
    let at: String
    let expected: String?

    init(_ description: String, _ text: String, at place: String, _ expected: String?) {
      testDescription = description
      self.text = text
      at = place
      self.expected = expected
    }
  }

  static let endings = [
    Case("up to its article", "They saw the old crew", at: "crew", "the old crew"),
    Case("over a preposition", "They saw people of the north", at: "north", "people of the north"),
    Case("over of between articles", "They saw the crew of the ship", at: "ship", "the crew of the ship"),
    Case("not over a verb", "Then fell old sailors", at: "sailors", "old sailors"),
    Case("over a verb behind an article", "They saw the sank ship", at: "ship", "the sank ship"),
    Case(
      "over a participle before its preposition", "They saw people briefed on the plan", at: "plan",
      "people briefed on the plan"),
    Case("two names", "Then Ida Holm and Thomas Quist", at: "Quist", "Then Ida Holm and Thomas Quist"),
    Case("not over and between small words", "sailors and captains", at: "captains", "captains"),
    Case("a pronoun alone", "the crew saw him when she", at: "she", "she"),
    Case("no pronoun inside", "when she old crew", at: "crew", "old crew"),
    Case("over brackets", "They saw Ida Holm (the cook)", at: ")", "Ida Holm (the cook)"),
    Case("not over a comma", "early, old sailors", at: "sailors", "old sailors"),
    Case("no phrase of a time alone", "They sank in noon", at: "noon", nil),
  ]

  @Test(arguments: endings, ["", multiByte])
  func `a noun phrase ends at a word`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let found = NounPhrases(made.words.text).ending(
      at: made.tokens(c.at).upperBound - 1, floor: made.sentence.lowerBound)
    #expect(found.map(made.text) == c.expected)
  }

  static let beginnings = [
    Case("up to its verb", "the old crew sank early", at: "the", "the old crew"),
    Case("over a preposition before an article", "the crew of the ship sank", at: "the", "the crew of the ship"),
    Case("not over a preposition before a small word", "the crew in time", at: "the", "the crew"),
    Case("over and before a capital", "Ida Holm and Thomas Quist sank", at: "Ida", "Ida Holm and Thomas Quist"),
    Case("not over and before a small word", "Ida Holm and others", at: "Ida", "Ida Holm"),
    Case("a pronoun alone", "she the crew", at: "she", "she"),
    Case("up to a pronoun", "the crew she saw", at: "the", "the crew"),
    Case("an apposition with an article", "Ida Holm, a sailor, sank", at: "Ida", "Ida Holm, a sailor"),
    Case("an age", "Ida Holm, 58, sank", at: "Ida", "Ida Holm, 58"),
    Case("a clause of who", "Ida Holm, who had left, sank", at: "Ida", "Ida Holm, who had left"),
    Case("no apposition with a verb of its own", "Ida Holm, the ship had left, sank", at: "Ida", "Ida Holm"),
    Case("over brackets", "Ida Holm (58) of Velmora sank", at: "Ida", "Ida Holm (58) of Velmora"),
    Case("not the sentence's stop", "Ida Holm.", at: "Ida", "Ida Holm"),
    Case("not a day", "the crew Monday", at: "the", "the crew"),
  ]

  @Test(arguments: beginnings, ["", multiByte])
  func `a noun phrase begins at a word`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let found = NounPhrases(made.words.text).beginning(
      at: made.tokens(c.at).lowerBound, limit: made.sentence.upperBound)
    #expect(found.map(made.text) == c.expected)
  }

  static let subjects = [
    Case("before its verb", "The crew praised the ship", at: "praised", "The crew"),
    Case("over adverbs and auxiliaries", "The crew had also not praised the ship", at: "praised", "The crew"),
    Case("over a day", "The crew on Monday praised the ship", at: "praised", "The crew"),
    Case(
      "over an apposition", "Ida Holm, a sailor of the north, praised the ship", at: "praised",
      "Ida Holm, a sailor of the north"),
    Case("over a clause of who", "Ida Holm, who had left, praised the ship", at: "praised", "Ida Holm, who had left"),
    Case("over dashes", "Ida Holm – a sailor – praised the ship", at: "praised", "Ida Holm – a sailor"),
    Case("with brackets", "Ida Holm (58) praised the ship", at: "praised", "Ida Holm (58)"),
    Case("not over a clause", "Ida Holm, they had left, praised the ship", at: "praised", nil),
    Case("none", "praised the ship", at: "praised", nil),
  ]

  @Test(arguments: subjects, ["", multiByte])
  func `a subject stands before its verb`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let found = made.subjects.adjacent(before: made.tokens(c.at).lowerBound, floor: made.sentence.lowerBound)
    #expect(found.map(made.text) == c.expected)
  }

  static let shared = [
    Case("of the verb before", "The crew left and praised the ship", at: "praised", "The crew"),
    Case("not of a verb behind an article", "the sank ship and praised", at: "praised", nil),
  ]

  @Test(arguments: shared, ["", multiByte])
  func `a coordinated verb shares the subject`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let grammar = SentenceGrammar(made.sentence, of: made.words.text)
    let verb = made.tokens(c.at).lowerBound
    let found = made.subjects.shared(before: verb, with: grammar.verb(behind: verb), in: grammar)
    #expect(found.map(made.text) == c.expected)
  }

  static let inverted = [
    Case("right behind", "said the crew", at: "said", "the crew"),
    Case("over an adverb", "said also the crew", at: "said", "the crew"),
    Case("over a day", "said Monday the crew", at: "said", nil),
    Case("no object", "said him the crew", at: "said", nil),
    Case("no clause", "said that the crew", at: "said", nil),
    Case("no infinitive", "said to the crew", at: "said", nil),
    Case("no place", "said in the port", at: "said", nil),
  ]

  @Test(arguments: inverted, ["", multiByte])
  func `a subject may follow its verb`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let found = made.subjects.inverted(after: made.tokens(c.at).upperBound, limit: made.sentence.upperBound)
    #expect(found.map(made.text) == c.expected)
  }

  static let quotedBefore = [
    Case("a comma inside", "“The ship sank,” the crew said", at: "the crew", "The ship sank,"),
    Case("a comma outside", "“The ship sank”, the crew said", at: "the crew", "The ship sank"),
    Case("a question", "“Why?” the crew said", at: "the crew", "Why?"),
    Case("not over a full stop before a new sentence", "“The ship sank.” The crew left", at: "The crew", nil),
    Case("not from the line before", "“The ship sank,”\nthe crew said", at: "the crew", nil),
    Case("none", "The ship sank, the crew said", at: "the crew", nil),
  ]

  @Test(arguments: quotedBefore, ["", multiByte])
  func `a quotation ends before a word of the same sentence`(_ c: Case, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let found = made.quotations.ending(before: made.tokens(c.at).lowerBound)
    #expect(found.map { made.words.document.text(made.quotations.words(of: $0)) } == c.expected)
  }

  @Test(arguments: ["", multiByte])
  func `quotations are found by their marks`(prefix: String) {
    let made = HandMade("She said “old ships” and “The end.”\nMira Holm", behind: prefix)
    let quotations = made.quotations
    #expect(quotations.beginning(at: made.tokens("“old").lowerBound) == 0)
    #expect(quotations.beginning(at: made.tokens("old").lowerBound) == nil)
    #expect(quotations.beginning(at: made.tokens("“The").lowerBound) == 1)
    #expect(quotations.last(before: made.tokens("Mira").lowerBound) == 1)
    #expect(quotations.last(before: made.tokens("and").lowerBound) == 0)
    #expect(quotations.last(before: made.tokens("Holm").lowerBound) == nil)
    #expect(quotations.end(of: 0) == made.tokens("and").lowerBound)
    #expect(quotations.covers(made.span("ships")))
    #expect(!quotations.covers(made.span("and")))
  }
}
