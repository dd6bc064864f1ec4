import Foundation
import PostilTestSupport
import Testing

/// What stands around a cue: subjects of number, hyphens, names given, clauses that go on.
@Suite struct ClauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// Contents and their sources.
    let statements: [[String]]

    init(_ description: String, _ text: String, _ statements: [[String]]) {
      testDescription = description
      self.text = text
      self.statements = statements
    }
  }

  static let cases = [
    Case("a determiner as subject", "Some say the wall was weak.", [["the wall was weak", "Some"]]),
    Case("a number as subject", "By noon 39 said they had left.", [["they had left", "39"]]),
    Case(
      "a plural subject without article", "Many sailors say captains drink too much rum at sea.",
      [["captains drink too much rum at sea", "Many sailors"]]),
    Case(
      "subject with a participle", "People briefed on the plan say the wall was weak.",
      [["the wall was weak", "People briefed on the plan"]]),
    Case("a hyphen makes no cue", "It was a town-backed plan for the harbor of the north.", []),
    Case("a group called something", "A group called Northern Light sailed on Monday.", []),
    Case(
      "a thing called bad", "Ida Holm called the plan a disgrace.", [["the plan a disgrace", "Ida Holm"]]),
    Case(
      "a quotation ends what it is called", "Ida Holm called the plan “a farce”, and even the crew laughed.",
      [["the plan “a farce”", "Ida Holm"]]),
    Case(
      "with the comma inside", "Ida Holm called the plan “a farce,” and the crew laughed.",
      [["the plan “a farce,”", "Ida Holm"]]),
    Case(
      "and before but", "The union condemned the plan as “a farce”, but the mayor signed it.",
      [["the plan as “a farce”", "The union"]]),
    Case(
      "a share of people in words", "Only three in ten residents said the wall was safe.",
      [["the wall was safe", "three in ten residents"]]),
    Case(
      "with out of", "Two out of three sailors say they want more rum.",
      [["they want more rum", "Two out of three sailors"]]),
    Case(
      "in figures", "Nearly 3 in 10 adults said the wall was safe.",
      [["the wall was safe", "Nearly 3 in 10 adults"]]),
    Case(
      "a day before a number is no share", "On March 3 at 5 sailors said they had left.",
      [["they had left", "5 sailors"]]),
    Case("a call by telephone", "Ida Holm called Ann Marlow on Monday.", []),
    Case(
      "another clause with its own cue",
      "Ida Holm said the wall was weak, but she urged patience.",
      [["the wall was weak", "Ida Holm"], ["patience", "she"]]
    ),
    Case(
      "a relative pronoun before the source", "It has a gap that experts say could sink the ship.",
      [["that experts say could sink the ship", "experts"]]),
    Case(
      "an apposition with a clause of who",
      "Ida Holm, a sailor who has lost two boats, said the wall was weak.",
      [["the wall was weak", "Ida Holm, a sailor who has lost two boats"]]),
    Case(
      "a phrase before the speaker is half of it",
      "In the end, Ida Holm said, the wall will fall.", [["In the end, Ida Holm said, the wall will fall", "Ida Holm"]]),
    Case("nothing is said", "Ida Holm said nothing about the wall.", []),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `a clause is read as a reader reads it`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let statements = try Self.found.get()[prefix * Self.cases.count + numbered.offset].filter { $0.type == "statement" }
    let read = statements.map { [$0.text, $0["source"] ?? "nobody"] }
    #expect(read == numbered.element.statements)
  }

  @Test func `a cue of one's own is a verb, though no list of words has it`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("postil-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    postil: 1
    ruleset: own.verbs
    module: statement-sentiment
    rules:
      - id: verb
        type: cue
        pattern: '\\b(?:spake|blurbs)\\b'
        features: {lemma: speak, class: say, weight: '0', form: past, takes: cqv}
    """.write(to: file, atomically: true, encoding: .utf8)
    let found = try Annotator.annotate(
      ["Ann Marlow spake that the wall was weak.", "é 👩‍👩‍👧. Ida Holm blurbs that the wall was weak."],
      arguments: ["--rules", file.path]
    ).map { $0.filter { $0.type == "statement" } }
    #expect(found.map { $0.map(\.text) } == [["the wall was weak"], ["the wall was weak"]])
    #expect(found.map { $0.first?["source"] } == ["Ann Marlow", "Ida Holm"])
  }
}
