import PostilModuleKit
import Testing

@testable import StatementSentiment

/// Whom a source stands for: `Speakers`, `Antecedents` and `KnownNames`.
@Suite struct SourceTests {
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
