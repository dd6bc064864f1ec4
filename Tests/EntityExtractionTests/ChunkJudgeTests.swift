import PostilModuleKit
import Testing

@testable import EntityExtraction

/// What a chunk's words make of it: each row of the shipped table by itself.
@Suite struct ChunkJudgeTests {
  /// The words of a small world, by what a lexicon says of them.
  static let parts: [(part: String, words: [String])] = [
    ("given-name", ["Mira", "Thomas"]), ("surname", ["Kostrel", "Woods", "Lake"]),
    ("word", ["Water", "Health", "Public", "Security", "Forty"]), ("function-word", ["The"]),
    ("title", ["Minister", "Captain"]), ("organization-head", ["Authority", "Ministry"]),
    ("place-head", ["Street", "Woods"]), ("place-start", ["Lake"]), ("other-head", ["Cup"]), ("company-form", ["Ltd"]),
    ("organization-start", ["Banco"]), ("name-particle", ["van"]), ("direction", ["North", "East"]),
    ("joint", ["of", "for"]), ("conjunction", ["and"]), ("foreign-article", ["La"]),
    ("given-word", ["Faith"]), ("post-nominal", ["OBE"]), ("facility-head", ["Museum"]),
    ("institution-head", ["Hospital"]),
    ("plural-head", ["Centres"]),
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
      ("context", ["kind": "organization", "certainty": "sure"], "analysts at "),
      ("context", ["kind": "thing"], "the "),
    ]

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The chunk in double brackets, with what stands around it.
    let text: String
    /// Each name with its kind, certainty and decision.
    let expected: [String]
    var isStart = false
    var isHeading = false

    init(
      _ description: String, _ text: String, _ expected: [String], isStart: Bool = false, isHeading: Bool = false
    ) {
      testDescription = description
      self.text = text
      self.expected = expected
      self.isStart = isStart
      self.isHeading = isHeading
    }
  }

  static let cases = [
    Case("a company's form", "[[Torvex Mining Ltd]]", ["Torvex Mining Ltd: organization sure company-form"]),
    Case(
      "a head before of", "[[Ministry of Health]]",
      ["Ministry of Health: organization likely organization-before-joint"]),
    Case(
      "a first word of organizations", "[[Banco Velmora]]", ["Banco Velmora: organization likely organization-start"]),
    Case("a first word of places", "[[Lake Ildra]]", ["Lake Ildra: location likely place-start"]),
    Case("a direction before a place", "[[North Korr]]", ["North Korr: location likely direction-and-place"]),
    Case("a direction behind a place", "[[Korr East]]", ["Korr East: location likely direction-behind-place"]),
    Case("a head of places", "[[Ildra Street]]", ["Ildra Street: location likely place-head"]),
    Case(
      "a surname that is a head of places too", "[[Mira Woods]]",
      ["Mira Woods: person likely given-name-and-place-head"]),
    Case(
      "a head of organizations", "[[Velmora Authority]]", ["Velmora Authority: organization likely organization-head"]),
    Case("a head of events", "[[Velmora Cup]]", ["Velmora Cup: misc likely other-head"]),
    Case("an ampersand", "[[Ildra & Torvex]]", ["Ildra & Torvex: organization likely ampersand"]),
    Case(
      "two names behind a title", "[[Captain Mira Kostrel]]", ["Mira Kostrel: person sure name-behind-title"]),
    Case("one word behind a title in the chunk", "[[Captain Ildra]]", ["Ildra: person sure name-behind-title"]),
    Case(
      "a word before a title", "[[Torvex Captain Ildra]]",
      ["Torvex: organization supposed word-before-title", "Ildra: person sure name-behind-title"]),
    Case(
      "plain words before a title are no body", "[[Public Security Minister Ildra]]",
      ["Ildra: person sure name-behind-title"]),
    Case("a title before the chunk", "Captain [[Ildra Torvex]]", ["Ildra Torvex: person sure person-behind-title"]),
    Case("a title before one word", "Captain [[Ildra]]", ["Ildra: person likely behind-title"]),
    Case(
      "a given name and a listed place", "[[Mira Korr Kostrel]]",
      ["Mira Korr Kostrel: person likely given-name-and-surname"]),
    Case(
      "a word before a given name is no part", "[[Public Mira Ildra]]", ["Mira Ildra: person likely given-name-first"]),
    Case("an initial first", "[[J. Ildra]]", ["J. Ildra: person likely initial-first"]),
    Case("a particle first", "[[van Ildra]]", ["van Ildra: person likely particle-first"]),
    Case("a particle inside", "[[Ildra van Torvex]]", ["Ildra van Torvex: person likely particle-inside"]),
    Case("an initial inside", "[[Ildra J. Torvex]]", ["Ildra J. Torvex: person likely initial-inside"]),
    Case("a surname last", "[[Ildra Kostrel]]", ["Ildra Kostrel: person likely surname-last"]),
    Case(
      "a nationality is no part of a name", "[[Korrish Mira Ildra]]", ["Mira Ildra: person likely given-name-first"]),
    Case("a context of places", "near [[Ildra]] today", ["Ildra: location likely context-of-place"]),
    Case(
      "a weak context of places is no match for a person's words", "in [[Ildra Torvex]]",
      ["Ildra Torvex: person supposed personal-words"]),
    Case("a context before the text's last word", "near [[Ildra]]", ["Ildra: location likely context-of-place"]),
    Case("a possessive is no place", "near [[Ildra]]’s house", ["Ildra: open supposed"]),
    Case("an age behind a name", "[[Ildra]], 58,", ["Ildra: person likely context-of-person"]),
    Case("an acronym", "[[VWX]]", ["VWX: organization supposed acronym"]),
    Case("an acronym first", "[[VWX Torvex]]", ["VWX: organization supposed acronym-first"]),
    Case("an acronym inside", "[[Torvex VWX]]", ["Torvex VWX: open supposed acronym-inside organization"]),
    Case("two capitals before a surname", "[[JQ Kostrel]]", ["JQ Kostrel: person likely surname-last"]),
    Case("two capitals before an unknown word", "[[JQ Torvex]]", ["JQ Torvex: person supposed initials-and-surname"]),
    Case(
      "a number inside", "[[Q-47 Torvex Quarvil]]", ["Q-47 Torvex Quarvil: open supposed number-inside misc"]),
    Case("words that are also written small", "the [[Public Health]]", []),
    Case(
      "such words beside what only organizations have", "analysts at [[Public Water]]",
      ["Public Water: organization sure context-of-organization-of-words"]),
    Case("what an office is of", "Captain of [[Ildra Public Health]]", []),
    Case(
      "an office-holder behind a head and of", "[[Ministry of Health Captain Ildra]]",
      ["Ministry of Health: organization likely organization-before-joint", "Ildra: person sure name-behind-title"]),
    Case("an article of another language", "[[La Torvex]]", ["La Torvex: open supposed two-words misc"]),
    Case("the same beside a place", "near [[La Torvex]] today", ["La Torvex: location likely context-of-place"]),
    Case(
      "a given name that is a common word", "[[Faith Torvex]]", ["Faith Torvex: person likely given-word-first"]),
    Case("no such name before a common word", "[[Public Water]]", []),
    Case(
      "such a name and a surname", "[[Faith Kostrel]]",
      ["Faith Kostrel: person likely given-word-first"]),
    Case(
      "an institution that says something", "[[Velmora Museum]], 58,",
      ["Velmora Museum: organization likely institution-that-acts"]),
    Case(
      "an institution near which something is", "near [[Velmora Museum]]",
      ["Velmora Museum: location likely institution-as-place"]),
    Case(
      "an institution alone", "[[Velmora Museum of Water]]",
      ["Velmora Museum of Water: location likely facility"]),
    Case(
      "an institution that is first of all a body", "[[Velmora Hospital]]",
      ["Velmora Hospital: organization likely institution"]),
    Case("a Roman number", "[[XVII]]", ["XVII: open supposed"]),
    Case(
      "heads in the plural before of", "[[Centres of Health]]",
      ["Centres of Health: organization likely organization-before-joint"]),
    Case(
      "a company's form behind a comma", "[[Torvex Mining, Ltd]]",
      ["Torvex Mining, Ltd: organization sure company-form"]),
    Case("a word that begins a sentence", "[[The Korrish]]", [], isStart: true),
    Case("an initial before a title is no body", "[[B. Captain]]", ["B.: open supposed"]),
    Case("a hyphen between common words", "the [[Forty-Water]]", []),
    Case("a hyphen before a small letter", "a [[Forty-two]]", []),
    Case("a place and another word", "[[Korr Dynamo]]", ["Korr Dynamo: organization likely place-before-word"]),
    Case("two unknown words", "[[Ildra Torvex]]", ["Ildra Torvex: person supposed personal-words"]),
    Case(
      "an article before two unknown words", "the [[Ildra Torvex]]",
      ["Ildra Torvex: open supposed two-words misc"]),
    Case("one unknown word", "[[Ildra]]", ["Ildra: open supposed"]),
    Case("one surname", "[[Kostrel]]", ["Kostrel: open supposed single-word person"]),
    Case("a hyphen", "[[Dae-Ildra]]", ["Dae-Ildra: open supposed hyphened-word person"]),
    Case(
      "many unknown words", "[[Ildra Torvex Quarvil Sefa]]",
      ["Ildra Torvex Quarvil Sefa: open supposed several-words organization"]),
    Case(
      "a plain word at a sentence's beginning", "[[Water Ildra]]", ["Ildra: open supposed"], isStart: true),
    Case("a heading in capitals has no supposed names", "[[Ildra Torvex]]", [], isHeading: true),
    Case(
      "a heading keeps given names", "[[Mira Ildra]]", ["Mira Ildra: person likely given-name-first"], isHeading: true),
    Case("a heading has no events", "[[Velmora Cup]]", [], isHeading: true),
  ]

  @Test(arguments: cases, ["", "é 👩‍👩‍👧 العراق "])
  func `a chunk is judged by its words and what stands beside it`(_ c: Case, prefix: String) throws {
    let text = c.text.replacing("[[", with: "").replacing("]]", with: "")
    let made = HandMade(text, behind: prefix, Self.candidates)
    let opening = try #require(c.text.firstRange(of: "[["))
    let closing = try #require(c.text.firstRange(of: "]]"))
    let start = prefix.utf8.count + c.text[..<opening.lowerBound].utf8.count
    let chunk = Span(start: start, end: start + c.text[opening.upperBound..<closing.lowerBound].utf8.count)
    let judge = ChunkJudge(
      known: made.known, contexts: ContextIndex(made.document), table: try HandMade.tables.get().chunks)
    let words = ChunkWord.words(of: chunk, in: made.document, made.known)
    let setting = ChunkPhrase.Setting(
      isStart: c.isStart, isHeading: c.isHeading, isOffice: made.known.isBehindOffice(chunk.start))
    let found = judge.judge(words[...], setting)
    #expect(found.map { Self.written($0, made) } == c.expected)
  }

  private static func written(_ judgement: Judgement, _ made: HandMade) -> String {
    let row = judgement.row?.rule.split(separator: "/").last.map { " \($0)" } ?? ""
    let otherwise = judgement.kind == nil ? judgement.row.map { " \($0.kind)" } ?? "" : ""
    let kind = judgement.kind?.rawValue ?? "open"
    return "\(made.words(judgement.span)): \(kind) \(judgement.certainty.name)\(row)\(otherwise)"
  }

  @Test func `a title and a context are named by their candidates`() throws {
    let made = HandMade("Captain Ildra Torvex sailed near Ildra", Self.candidates)
    let judge = ChunkJudge(
      known: made.known, contexts: ContextIndex(made.document), table: try HandMade.tables.get().chunks)
    let person = ChunkWord.words(of: made.span("Ildra Torvex"), in: made.document, made.known)
    let titled = try #require(judge.judge(person[...], ChunkPhrase.Setting()).first)
    #expect(titled.title.map { made.document.candidates[$0].rule } == "hand/Captain")
    let end = made.document.utf8.count
    let place = ChunkWord.words(of: Span(start: end - 5, end: end), in: made.document, made.known)
    let near = try #require(judge.judge(place[...], ChunkPhrase.Setting()).first)
    #expect(near.contexts.map { made.document.candidates[$0].rule } == ["hand/near "])
  }
}
