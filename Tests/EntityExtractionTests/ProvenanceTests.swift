import PostilModel
import PostilTestSupport
import Testing

@testable import EntityExtraction

/// What names tell of their making, over the built program.
@Suite struct ProvenanceTests {
  private static let seeds = Result { try SeedDocuments.annotated() }

  private func names(_ document: AnnotatedDocument) -> [Annotation] {
    document.annotations.filter { NameKind(rawValue: $0.type) != nil }
  }

  @Test func `every name of the seeds tells the decision that made it`() throws {
    let documents = try Self.seeds.get()
    let all = documents.flatMap(names)
    #expect(documents.count == 3 && all.count > 90)
    let rows = try HandMade.tables.get().chunks.ofPieces.map(\.rule)
    let silent = all.filter { name in
      guard let decision = name.provenance.decision else { return true }
      return NameDecision(rawValue: decision) == nil && !rows.contains(decision)
    }
    #expect(silent.isEmpty, "\(silent.map(\.span))")
  }

  @Test func `every name of the seeds leads to rules or to other names`() throws {
    for document in try Self.seeds.get() {
      for name in names(document) {
        #expect(!name.provenance.rules.isEmpty || !name.provenance.annotations.isEmpty, "\(name.span)")
        #expect(!name.provenance.annotations.contains { document.annotations[$0].span == name.span })
      }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The name meant: its last place.
    let name: String
    let decision: String
    /// The words of the annotations that it was made from.
    let from: [String]
    /// The rules that must come first, if any.
    let rules: [String]

    init(
      _ description: String, _ text: String, _ name: String, _ decision: String, from: [String] = [],
      rules: [String] = []
    ) {
      testDescription = description
      self.text = text
      self.name = name
      self.decision = decision
      self.from = from
      self.rules = rules
    }
  }

  static let cases = [
    Case(
      "a head of organizations", "They met at the Velmora Water Authority today.", "Velmora Water Authority",
      "en.entities.chunks/organization-head",
      rules: ["en.entities.chunks/organization-head", "en.entities.parts/head-word"]),
    Case(
      "a surname from the mention with the given name", "Mira Kostrel sailed. Later Kostrel slept.", "Kostrel",
      "names.again.surname", from: ["Mira Kostrel"]),
    Case(
      "an office from the mention that tells it", "Foreign Minister Mira Kostrel sailed. Then Mira Kostrel slept.",
      "Mira Kostrel", "en.entities.chunks/given-name-first", from: ["Mira Kostrel"]),
    Case(
      "initials in brackets behind their name", "They met at the Velmora Water Authority (VWA) today.", "VWA",
      "names.definition.initials", from: ["Velmora Water Authority"]),
    Case(
      "a body beside an office", "Velmora Water Authority spokesman Mira Kostrel sailed.", "Mira Kostrel",
      "names.rule.pattern", from: ["Velmora Water Authority"]),
    Case("a country of a list", "They sailed to Norway.", "Norway", "names.rule.term"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try SeedDocuments.annotated(
      prefixes.flatMap { prefix in cases.map { Document(id: $0.testDescription, text: prefix + $0.text) } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `a name tells what it was made from`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let (number, expected) = numbered
    let document = try Self.found.get()[prefix * Self.cases.count + number]
    let text = { (annotation: Annotation) in
      String(decoding: Array(document.document.text.utf8)[annotation.span.start..<annotation.span.end], as: UTF8.self)
    }
    let name = try #require(names(document).last { text($0) == expected.name })
    #expect(name.provenance.decision == expected.decision)
    #expect(name.provenance.annotations.map { text(document.annotations[$0]) } == expected.from)
    #expect(Array(name.provenance.rules.prefix(expected.rules.count)) == expected.rules)
  }
}
