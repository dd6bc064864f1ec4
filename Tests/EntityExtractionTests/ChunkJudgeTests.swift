import PostilModuleKit
import Testing

@testable import EntityExtraction

/// What a chunk's words make of it: each branch of `ChunkJudge` by itself.
@Suite struct ChunkJudgeTests {
  /// The words of a small world, by what a lexicon says of them.
  static let parts: [(part: String, words: [String])] = [
    ("given-name", ["Mira", "Thomas"]), ("surname", ["Kostrel", "Woods", "Lake"]),
    ("word", ["Water", "Health", "Public", "Security", "Forty"]), ("function-word", ["The"]),
    ("title", ["Minister", "Captain"]), ("organization-head", ["Authority", "Ministry"]),
    ("place-head", ["Street", "Woods"]), ("place-start", ["Lake"]), ("other-head", ["Cup"]), ("company-form", ["Ltd"]),
    ("organization-start", ["Banco"]), ("name-particle", ["van"]), ("direction", ["North", "East"]),
    ("joint", ["of", "for"]), ("conjunction", ["and"]),
  ]

  static let candidates: [(type: String, features: Features, words: String)] =
    parts.flatMap { part, words in
      words.map { ("part", ["part": .string(part), "role": .string($0.lowercased())], $0) }
    }
    + [
      ("name", ["kind": "location", "certainty": "sure"], "Korr"),
      ("demonym", ["country": "Korr"], "Korrish"),
      ("context", ["kind": "location", "certainty": "likely"], "near "),
      ("context", ["kind": "location", "certainty": "supposed"], "in "),
      ("context", ["kind": "person", "side": "after", "certainty": "likely"], ", 58,"),
      ("context", ["kind": "thing"], "the "),
    ]

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The chunk in double brackets, with what stands around it.
    let text: String
    /// Each name with its kind, certainty and decision.
    let expected: [String]
    var isStart = false
    var isDisplay = false

    init(
      _ description: String, _ text: String, _ expected: [String], isStart: Bool = false, isDisplay: Bool = false
    ) {
      testDescription = description
      self.text = text
      self.expected = expected
      self.isStart = isStart
      self.isDisplay = isDisplay
    }
  }

  static let cases = [
    Case("a company's form", "[[Torvex Mining Ltd]]", ["Torvex Mining Ltd: organization sure companyForm"]),
    Case(
      "a head before of", "[[Ministry of Health]]", ["Ministry of Health: organization likely organizationBeforeJoint"]),
    Case(
      "a first word of organizations", "[[Banco Velmora]]", ["Banco Velmora: organization likely organizationStart"]),
    Case("a first word of places", "[[Lake Ildra]]", ["Lake Ildra: location likely placeStart"]),
    Case("a direction before a place", "[[North Korr]]", ["North Korr: location likely directionAndPlace"]),
    Case("a direction behind a name", "[[Velmora East]]", ["Velmora East: location likely directionBehindName"]),
    Case("a head of places", "[[Ildra Street]]", ["Ildra Street: location likely placeHead"]),
    Case("a surname that is a head of places too", "[[Mira Woods]]", ["Mira Woods: person likely givenName"]),
    Case(
      "a head of organizations", "[[Velmora Authority]]", ["Velmora Authority: organization likely organizationHead"]),
    Case("a head of events", "[[Velmora Cup]]", ["Velmora Cup: misc likely otherHead"]),
    Case("an ampersand", "[[Ildra & Torvex]]", ["Ildra & Torvex: organization likely ampersand"]),
    Case(
      "two names behind a title", "[[Captain Mira Kostrel]]", ["Mira Kostrel: person sure nameBehindTitle"]),
    Case("one name behind a title", "[[Captain Ildra]]", ["Ildra: person likely wordBehindTitle"]),
    Case(
      "a word before a title", "[[Torvex Captain Ildra]]",
      ["Torvex: organization supposed wordBeforeTitle", "Ildra: person likely wordBehindTitle"]),
    Case(
      "plain words before a title are no body", "[[Public Security Minister Ildra]]",
      ["Ildra: person likely wordBehindTitle"]),
    Case("a title before the chunk", "Captain [[Ildra Torvex]]", ["Ildra Torvex: person sure titleBefore"]),
    Case("a title before one word", "Captain [[Ildra]]", ["Ildra: person likely titleBeforeOther"]),
    Case(
      "a given name and a listed place", "[[Mira Korr Kostrel]]",
      ["Mira Korr Kostrel: person likely givenNameAndSurname"]),
    Case("a word before a given name is no part", "[[Public Mira Ildra]]", ["Mira Ildra: person likely givenName"]),
    Case("an initial first", "[[J. Ildra]]", ["J. Ildra: person likely initialFirst"]),
    Case("a particle first", "[[van Ildra]]", ["van Ildra: person likely particleFirst"]),
    Case("a particle inside", "[[Ildra van Torvex]]", ["Ildra van Torvex: person likely particleInside"]),
    Case("an initial inside", "[[Ildra J. Torvex]]", ["Ildra J. Torvex: person likely initialInside"]),
    Case("a surname last", "[[Ildra Kostrel]]", ["Ildra Kostrel: person likely surnameLast"]),
    Case("a nationality is no part of a name", "[[Korrish Mira Ildra]]", ["Mira Ildra: person likely givenName"]),
    Case("a context of places", "near [[Ildra]] today", ["Ildra: location likely context"]),
    Case(
      "a weak context of places is no match for a person's words", "in [[Ildra Torvex]]",
      ["Ildra Torvex: person supposed personalWords"]),
    Case("a context before the text's last word", "near [[Ildra]]", ["Ildra: location likely context"]),
    Case("a possessive is no place", "near [[Ildra]]’s house", ["Ildra: open supposed singleWord"]),
    Case("an age behind a name", "[[Ildra]], 58,", ["Ildra: person likely context"]),
    Case("an acronym", "[[VWX]]", ["VWX: organization supposed acronymForm"]),
    Case("an acronym inside", "[[VWX Torvex]]", ["VWX Torvex: organization supposed acronymInside"]),
    Case("a place and another word", "[[Korr Dynamo]]", ["Korr Dynamo: organization likely placeBesideWord"]),
    Case("two unknown words", "[[Ildra Torvex]]", ["Ildra Torvex: person supposed personalWords"]),
    Case(
      "an article before two unknown words", "the [[Ildra Torvex]]",
      ["Ildra Torvex: open supposed severalWords organization"]),
    Case("one unknown word", "[[Ildra]]", ["Ildra: open supposed singleWord"]),
    Case("one surname", "[[Kostrel]]", ["Kostrel: open supposed singleWord person"]),
    Case("a hyphen", "[[Dae-Ildra]]", ["Dae-Ildra: open supposed singleWord person"]),
    Case(
      "many unknown words", "[[Ildra Torvex Quarvil Sefa]]",
      ["Ildra Torvex Quarvil Sefa: open supposed severalWords organization"]),
    Case(
      "a plain word at a sentence's beginning", "[[Water Ildra]]", ["Ildra: open supposed singleWord"], isStart: true),
    Case("a heading in capitals has no supposed names", "[[Ildra Torvex]]", [], isDisplay: true),
    Case("a heading keeps given names", "[[Mira Ildra]]", ["Mira Ildra: person likely givenName"], isDisplay: true),
    Case("a heading has no events", "[[Velmora Cup]]", [], isDisplay: true),
  ]

  @Test(arguments: cases, ["", "é 👩‍👩‍👧 العراق "])
  func `a chunk is judged by its words and what stands beside it`(_ c: Case, prefix: String) throws {
    let text = c.text.replacing("[[", with: "").replacing("]]", with: "")
    let made = HandMade(text, behind: prefix, Self.candidates)
    let opening = try #require(c.text.firstRange(of: "[["))
    let closing = try #require(c.text.firstRange(of: "]]"))
    let start = prefix.utf8.count + c.text[..<opening.lowerBound].utf8.count
    let chunk = Span(start: start, end: start + c.text[opening.upperBound..<closing.lowerBound].utf8.count)
    let judge = ChunkJudge(known: made.known, contexts: ContextIndex(made.document))
    let words = ChunkWord.words(of: chunk, in: made.document, made.known)
    let found = judge.judge(words[...], isStart: c.isStart, isDisplay: c.isDisplay)
    #expect(found.map { Self.written($0, made) } == c.expected)
  }

  private static func written(_ judgement: Judgement, _ made: HandMade) -> String {
    let kind = judgement.kind?.rawValue ?? "open"
    let otherwise = judgement.otherwise.map { " \($0.rawValue)" } ?? ""
    return "\(made.words(judgement.span)): \(kind) \(judgement.certainty.name) \(judgement.decision)\(otherwise)"
  }

  @Test func `a title and a context are named by their candidates`() throws {
    let made = HandMade("Captain Ildra Torvex sailed near Ildra", Self.candidates)
    let judge = ChunkJudge(known: made.known, contexts: ContextIndex(made.document))
    let person = ChunkWord.words(of: made.span("Ildra Torvex"), in: made.document, made.known)
    let titled = try #require(judge.judge(person[...], isStart: false, isDisplay: false).first)
    #expect(titled.title.map { made.document.candidates[$0].rule } == "hand/Captain")
    let end = made.document.utf8.count
    let place = ChunkWord.words(of: Span(start: end - 5, end: end), in: made.document, made.known)
    let near = try #require(judge.judge(place[...], isStart: false, isDisplay: false).first)
    #expect(near.contexts.map { made.document.candidates[$0].rule } == ["hand/near "])
  }
}
