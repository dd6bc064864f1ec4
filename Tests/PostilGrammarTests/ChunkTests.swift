import Testing

@testable import PostilGrammar

/// Noun groups and verb groups.
@Suite struct ChunkTests {
  struct Nouns: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let nouns: [String]
  }

  static let nouns = [
    Nouns(
      testDescription: "determiner, adjective and noun are one group", text: "The old union left a report.",
      nouns: ["The old union", "a report"]),
    Nouns(
      testDescription: "a participle before a noun belongs to it", text: "They praised the proposed law.",
      nouns: ["They", "the proposed law"]),
    Nouns(
      testDescription: "an adjective behind its noun does not", text: "officials familiar with the law said",
      nouns: ["officials", "the law"]),
    Nouns(
      testDescription: "what is said of a subject is no group", text: "The law is unjust.", nouns: ["The law"]),
    Nouns(
      testDescription: "a verb that may be a noun ends no group", text: "The union plans a strike.",
      nouns: ["The union", "a strike"]),
    Nouns(
      testDescription: "a noun that may be a verb does", text: "his plans failed", nouns: ["his plans"]),
    Nouns(
      testDescription: "a name of several words is one", text: "A report by Ann Quill sank.",
      nouns: ["A report", "Ann Quill"]),
  ]

  @Test(arguments: nouns, prefixes)
  func `noun groups go from the determiner to the head`(_ c: Nouns, prefix: String) {
    let found = SmallEnglish(c.text, behind: prefix)
    #expect(found.grammar.nouns.map { found.words($0.tokens) } == c.nouns)
  }

  struct Head: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let head: String
    let number: NounGroup.Number
    let definiteness: NounGroup.Definiteness
    let kind: NounGroup.Kind
  }

  static let heads = [
    Head(
      testDescription: "an unnamed one", text: "a engineer said", head: "engineer", number: .singular,
      definiteness: .indefinite, kind: .person),
    Head(
      testDescription: "several without a determiner", text: "critics say", head: "critics", number: .plural,
      definiteness: .bare, kind: .person),
    Head(
      testDescription: "a quantity alone", text: "Some say", head: "Some", number: .plural,
      definiteness: .indefinite, kind: .person),
    Head(
      testDescription: "a body", text: "the union said", head: "union", number: .singular, definiteness: .definite,
      kind: .body),
    Head(
      testDescription: "a thing", text: "The report said", head: "report", number: .singular,
      definiteness: .definite, kind: .thing),
    Head(
      testDescription: "a name", text: "Ann Quill said", head: "Quill", number: .singular, definiteness: .definite,
      kind: .name),
    Head(
      testDescription: "several by their ending", text: "two harbors said", head: "harbors", number: .plural,
      definiteness: .indefinite, kind: .unknown),
  ]

  @Test(arguments: heads, prefixes)
  func `a head tells number, definiteness and kind`(_ c: Head, prefix: String) throws {
    let found = SmallEnglish(c.text, behind: prefix)
    let group = try #require(found.grammar.nouns.first)
    #expect(found.text.text(group.head) == c.head)
    #expect(group.number == c.number)
    #expect(group.definiteness == c.definiteness)
    #expect(group.kind == c.kind)
  }

  struct Verb: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let words: String
    let tense: VerbGroup.Tense
    var voice = VerbGroup.Voice.active
    var isNegated = false
    var isModal = false
  }

  static let verbs = [
    Verb(testDescription: "a past form", text: "The ship sank.", words: "sank", tense: .past),
    Verb(testDescription: "a present form", text: "The union plans a strike.", words: "plans", tense: .present),
    Verb(testDescription: "a base form of several", text: "critics say", words: "say", tense: .present),
    Verb(testDescription: "what will be", text: "The law will fail quickly.", words: "will fail", tense: .future),
    Verb(
      testDescription: "a passive", text: "The law had been praised.", words: "had been praised", tense: .past,
      voice: .passive),
    Verb(
      testDescription: "an adverb between", text: "The law would not be sold.", words: "would not be sold",
      tense: .present, voice: .passive, isNegated: false, isModal: true),
    Verb(
      testDescription: "a negated auxiliary", text: "The union didn’t avoid it.", words: "didn’t avoid", tense: .past,
      isNegated: true),
  ]

  @Test(arguments: verbs, prefixes)
  func `a verb group tells tense, voice and modality`(_ c: Verb, prefix: String) throws {
    let found = SmallEnglish(c.text, behind: prefix)
    let group = try #require(found.grammar.verbs.first)
    #expect(found.words(group.tokens) == c.words)
    #expect(group.tense == c.tense)
    #expect(group.voice == c.voice)
    #expect(group.isNegated == c.isNegated)
    #expect(group.isModal == c.isModal)
  }
}
