import PostilModuleKit
import Testing

@testable import StatementSentiment

/// Who says it: `SourceFinder` finds the source of a cue; `Speakers`, `Antecedents` and `KnownNames` whom it stands for.
@Suite struct SourceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let cue: String
    /// The source's words, `nobody`, or `no cue`.
    let expected: String

    init(_ description: String, _ text: String, cue: String, _ expected: String) {
      testDescription = description
      self.text = text
      self.cue = cue
      self.expected = expected
    }
  }

  static let cases = [
    Case("a subject", "The crew said the ship sank.", cue: "said", "The crew"),
    Case("an inverted subject", "“The ship sank,” said the crew.", cue: "said", "the crew"),
    Case("an inverted subject first", "Said the crew: “The ship sank.”", cue: "Said", "the crew"),
    Case(
      "a capital inside the sentence is a name", "They saw a man of the ship Said who sank there.", cue: "Said",
      "no cue"),
    Case("a hyphen before it", "It was a crew-praised ship of the north.", cue: "praised", "no cue"),
    Case("a gerund behind a comma", "The crew left, saying the ship sank.", cue: "saying", "The crew"),
    Case("a gerund first", "Saying the ship sank, the crew left.", cue: "Saying", "the crew"),
    Case("a gerund behind an auxiliary", "The crew was saying the ship sank.", cue: "saying", "The crew"),
    Case("a gerund as a noun", "They saw praising of ships.", cue: "praising", "no cue"),
    Case("a noun with its holder", "The crew’s claim that the ship sank failed.", cue: "claim", "The crew’s"),
    Case("a noun with a possessive pronoun", "Then his claim that the ship sank failed.", cue: "claim", "his"),
    Case("a noun with nobody", "The claim that the ship sank failed.", cue: "claim", "nobody"),
    Case("a noun without that", "The crew’s claim failed.", cue: "claim", "no cue"),
    Case("an adjective with that", "The crew is confident that the ship sank.", cue: "confident", "The crew"),
    Case("an adjective without that", "The crew is confident.", cue: "confident", "no cue"),
    Case("a base form behind an auxiliary", "The crew will praise the ship.", cue: "praise", "The crew"),
    Case("a base form as a noun", "The crew saw a praise the ship.", cue: "praise", "no cue"),
    Case("a base form with a plural subject", "Old sailors praise the ship.", cue: "praise", "Old sailors"),
    Case("a base form of a verb alone", "Old sailors say ships sank.", cue: "say", "Old sailors"),
    Case("a quantity alone", "Some say ships sank.", cue: "say", "Some"),
    Case("a number alone", "By noon 39 said the ship sank.", cue: "said", "39"),
    Case("an article before it", "It was the said ship.", cue: "said", "no cue"),
    Case("a passive with its doer", "The ship was praised by the crew.", cue: "praised", "the crew"),
    Case("a passive without", "The ship was praised.", cue: "praised", "no cue"),
    Case("a passive with that", "It was said that the ship sank.", cue: "said", "nobody"),
    Case("a clause of who", "The crew who praised the ship left.", cue: "praised", "The crew who"),
    Case("a coordinated verb", "The crew left and praised the ship.", cue: "praised", "The crew"),
    Case("an adverb alone before it", "Early on praised ships.", cue: "praised", "nobody"),
  ]

  @Test(arguments: cases, ["", multiByte])
  func `a cue has a source, none, or is no cue`(_ c: Case, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    let finder = SourceFinder(words: made.words, subjects: made.subjects)
    let cue = try #require(made.cue(c.cue))
    let found =
      switch finder.source(of: cue, in: made.sentence, previous: nil) {
      case .found(let range): made.text(range)
      case .nobody: "nobody"
      case .noCue: "no cue"
      }
    #expect(found == c.expected)
  }

  @Test func `a coordinated cue takes the source of the cue before it`() throws {
    let made = HandMade("It fell because, the crew said, ships sank and praised it.")
    let finder = SourceFinder(words: made.words, subjects: made.subjects)
    let cue = try #require(made.cue("praised"))
    let crew = made.tokens("the crew")
    guard case .found(let range) = finder.source(of: cue, in: made.sentence, previous: crew) else {
      Issue.record("no source")
      return
    }
    #expect(range == crew)
  }

  struct Who: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The source: the last place of these words.
    let source: String
    let entity: String?
    /// The words of the annotations that tell it.
    let names: [String]
    let candidates: [String]

    init(
      _ description: String, _ text: String, _ source: String, _ entity: String?, names: [String] = [],
      candidates: [String] = []
    ) {
      testDescription = description
      self.text = text
      self.source = source
      self.entity = entity
      self.names = names
      self.candidates = candidates
    }
  }

  private static let names: [(words: String, type: String, entity: String)] = [
    ("Mira Kostrel", "person", "Mira Kostrel"), ("Thomas Holm", "person", "Thomas Holm"),
    ("Edgar Quist", "person", "Edgar Quist"), ("Water Board", "organization", "Water Board of Korr"),
  ]

  static let speakers = [
    Who(
      "a person in the phrase", "Then captain Mira Kostrel slept.", "captain Mira Kostrel", "Mira Kostrel",
      names: ["Mira Kostrel"]),
    Who("not the one who owns", "Then Mira Kostrel’s crew slept.", "Mira Kostrel’s crew", nil),
    Who(
      "the organization at the phrase's end", "Then the Water Board slept.", "the Water Board", "Water Board of Korr",
      names: ["Water Board"]),
    Who(
      "a noun for the one organization with that head", "The Water Board slept. Then the board left.", "the board",
      "Water Board of Korr", names: ["Water Board"]),
    Who(
      "the holder of an office", "The old captain Mira Kostrel slept. Then the captain left.", "the captain",
      "Mira Kostrel", names: ["Mira Kostrel"]),
    Who(
      "any captain is nobody known", "Then a sailor of Water Board crews left.", "a sailor of Water Board crews", nil),
    Who("a name by its capitals", "Then Ann Marlow left.", "Ann Marlow", "Ann Marlow"),
    Who("he is the subject before", "Thomas Holm slept. He left.", "He", "Thomas Holm", names: ["Thomas Holm"]),
    Who(
      "she is not he", "Mira Kostrel slept. Thomas Holm slept. She left.", "She", "Mira Kostrel",
      names: ["Mira Kostrel"]),
    Who(
      "it is no person", "The Water Board slept. Mira Kostrel slept. It left.", "It", "Water Board of Korr",
      names: ["Water Board"]),
    Who(
      "two men who are no subjects", "Then there with Thomas Holm stood Edgar Quist. He left.", "He", nil,
      names: ["Thomas Holm", "Edgar Quist"], candidates: ["Thomas Holm", "Edgar Quist"]),
    Who("a new nameless subject", "Thomas Holm slept. A cook left. He slept.", "He", nil),
  ]

  @Test(arguments: speakers, ["", multiByte])
  func `a source stands for somebody`(_ c: Who, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix, names: Self.names)
    var speakers = Speakers(words: made.words)
    let range = try #require(c.text.ranges(of: c.source).last)
    let start = prefix.utf8.count + c.text[..<range.lowerBound].utf8.count
    let source = Span(start: start, end: start + c.source.utf8.count)
    let found = speakers.speaker(of: source, previous: nil, outer: nil)
    let document = made.words.document
    #expect(found.entity == c.entity)
    #expect(found.names.map { document.text(document.annotations[$0].span) } == c.names)
    #expect(found.candidates == c.candidates)
  }

  @Test(arguments: ["", multiByte])
  func `a pronoun stands for who spoke before, if it fits`(prefix: String) {
    let made = HandMade("The ship of Thomas Holm sank. He left. She left.", behind: prefix, names: Self.names)
    var speakers = Speakers(words: made.words)
    let previous = EarlierSource(
      span: made.span("The ship"), speaker: Speaker(entity: "Thomas Holm", names: [0]), statement: 9)
    let he = speakers.speaker(of: made.span("He"), previous: previous, outer: nil)
    #expect(he.entity == "Thomas Holm")
    #expect(he.names == [0])
    #expect(he.statement == 9)
    #expect(speakers.speaker(of: made.span("She"), previous: previous, outer: nil).entity == nil)
  }

  @Test func `I is who says the words around, and a letter who spoke most`() {
    let made = HandMade("Mira Kostrel slept. Thomas Holm slept. I left. A left.", names: Self.names)
    var speakers = Speakers(words: made.words)
    let outer = EarlierSource(
      span: made.span("Mira"), speaker: Speaker(entity: "Mira Kostrel", names: [0]), statement: 7)
    let first = speakers.speaker(of: made.span("I"), previous: nil, outer: outer)
    #expect(first.entity == "Mira Kostrel")
    #expect(first.names == [0])
    #expect(first.statement == 7)
    #expect(speakers.speaker(of: made.span("Thomas Holm"), previous: nil, outer: nil).entity == "Thomas Holm")
    #expect(speakers.speaker(of: made.span("Mira Kostrel"), previous: nil, outer: nil).entity == "Mira Kostrel")
    #expect(speakers.speaker(of: made.span("A"), previous: nil, outer: nil).entity == "Mira Kostrel")
  }
}
