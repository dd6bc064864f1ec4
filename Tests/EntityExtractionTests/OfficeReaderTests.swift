import PostilModuleKit
import Testing

@testable import EntityExtraction

/// Which office, body and country the words beside a name tell: `OfficeReader`.
@Suite struct OfficeReaderTests {
  private static let candidates: [(type: String, features: Features, words: String)] =
    ["Minister", "General", "President", "captain", "spokesman"].map {
      ("part", ["part": "title", "role": .string($0.lowercased())], $0)
    } + [
      ("name", ["kind": "location", "country": "Korr", "canonical": "Korr"], "Korr"),
      ("name", ["kind": "location", "country": "Korr", "canonical": "Ildra"], "Ildra"),
      ("demonym", ["country": "Korr", "demonym": "Korrish"], "Korrish"),
    ]

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// Role, body and country of the person, or country of the body where there is no person.
    let expected: [String?]

    init(_ description: String, _ text: String, _ expected: [String?]) {
      testDescription = description
      self.text = text
      self.expected = expected
    }
  }

  static let cases = [
    Case("a title", "They met Minister Mira Kostrel.", ["minister", nil, nil]),
    Case("a title and a nationality", "They met Korrish Minister Mira Kostrel.", ["minister", nil, "Korr"]),
    Case("the nearer of two titles", "They met General Minister Mira Kostrel.", ["minister", nil, nil]),
    Case(
      "a nationality before two titles", "They met Korrish General Minister Mira Kostrel.", ["minister", nil, "Korr"]),
    Case("a body before a title", "They met Water Board Minister Mira Kostrel.", ["minister", "Water Board", nil]),
    Case("a body's possessive", "They met the Water Board’s captain Mira Kostrel.", ["captain", "Water Board", nil]),
    Case("a country behind the title", "They met President of Korr, Mira Kostrel.", ["president", nil, "Korr"]),
    Case("a place that is no country", "They met President of Ildra, Mira Kostrel.", [nil, nil, nil]),
    Case("a title behind a comma", "Mira Kostrel, a captain, sailed.", ["captain", nil, nil]),
    Case(
      "a body behind that title", "Mira Kostrel, spokesman for the Water Board, sailed.",
      ["spokesman", "Water Board", nil]),
    Case("a country behind that title", "Mira Kostrel, President of Korr, sailed.", ["president", nil, "Korr"]),
    Case(
      "no apposition without its second comma", "Mira Kostrel, Korrish captain meet in the old harbor.",
      [nil, nil, nil]),
    Case("a title that another person bears", "Mira Kostrel, captain Mira Kostrel, sailed.", ["captain", nil, nil]),
    Case(
      "a rank, and a command behind the name", "General Mira Kostrel, captain of the Water Board, sailed.",
      ["general", "Water Board", nil]),
    Case("the body's country", "Korrish Water Board captain Mira Kostrel sailed.", ["captain", "Water Board", "Korr"]),
    Case("a nationality before a body", "The Korrish Water Board met.", ["Korr"]),
    Case("a country's possessive before a body", "There Korr’s Water Board met.", ["Korr"]),
    Case("no country beside a body", "The Water Board met.", [nil]),
  ]

  private static func read(_ text: String, _ prefix: String) -> ([Mention], HandMade) {
    let made = HandMade(text, behind: prefix, candidates)
    var maker = made.maker
    var mentions: [Mention] = []
    for (words, kind) in [("Mira Kostrel", NameKind.person), ("Water Board", .organization)] {
      for (_, span) in made.document.find([words]) {
        mentions.append(maker.mention(span, kind, .sure, by: .decision(.term)))
      }
    }
    mentions.sort { $0.span < $1.span }
    var offices = OfficeReader(made.document, made.known, mentions, made.learned)
    offices.read()
    return (offices.mentions, made)
  }

  @Test(arguments: cases, ["", "é 👩‍👩‍👧 العراق.\n\n"])
  func `an office is read off the words beside a name`(_ c: Case, prefix: String) throws {
    let (mentions, _) = Self.read(c.text, prefix)
    guard let person = mentions.last(where: { $0.kind == .person }) else {
      #expect(mentions.map(\.country) == c.expected)
      return
    }
    #expect([person.role, person.employer.map { mentions[$0].text }, person.country] == c.expected)
  }

  @Test func `what told an office stands in the evidence`() throws {
    let (mentions, made) = Self.read("They met Korrish Minister Mira Kostrel.", "é ")
    let evidence = try #require(mentions.first).evidence.map { made.document.candidates[$0].rule }
    #expect(evidence == ["hand/Minister", "hand/Korrish"])
  }
}
