import PostilModel
import PostilTestSupport
import Testing

@testable import StatementSentiment

/// What statements tell of their making, over the built program.
@Suite struct ProvenanceTests {
  private static let seeds = Result { try SeedDocuments.annotated() }

  private func statements(_ document: AnnotatedDocument) -> [Annotation] {
    document.annotations.filter { $0.type == "statement" }
  }

  @Test func `every statement of the seeds tells the decision that made it`() throws {
    let all = try Self.seeds.get().flatMap(statements)
    #expect(all.count > 30)
    let silent = all.filter { statement in
      guard let decision = statement.provenance.decision else { return true }
      return StatementDecision(rawValue: decision) == nil && statement.provenance.rules.first != decision
    }
    #expect(silent.isEmpty, "\(silent.map(\.span))")
  }

  @Test func `every source of the seeds that is known leads to annotations that tell it`() throws {
    for document in try Self.seeds.get() {
      for statement in statements(document) where statement.features["sourceEntity"] != nil {
        #expect(!statement.provenance.annotations.isEmpty, "\(document.document.id) \(statement.span)")
      }
    }
  }

  @Test func `every weight of the seeds names the rule of its word`() throws {
    for document in try Self.seeds.get() {
      for statement in statements(document) {
        let words = (statement.features["evidence"]?.list ?? []).compactMap(\.string)
        let weighed = words.contains { !$0.hasPrefix("cue ") && !$0.hasPrefix("source may be ") }
        let hasTone = statement.provenance.rules.contains { $0.contains("tone") }
        #expect(weighed == hasTone, "\(document.document.id) \(statement.span) \(words)")
      }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The decisions of the statements, by place.
    let decisions: [String]
    /// The words of the annotations that the last one was made from.
    let from: [String]

    init(_ description: String, _ text: String, _ decisions: [String], from: [String] = []) {
      testDescription = description
      self.text = text
      self.decisions = decisions
      self.from = from
    }
  }

  private static func frame(_ id: String) -> String { "en.statements.frames/" + id }

  static let cases = [
    Case(
      "a quotation first", "“The wall was weak,” Mira Kostrel said.", [frame("quotation-before-subject")],
      from: ["Mira Kostrel"]),
    Case(
      "a quotation last", "It rained. Mira Kostrel said: “The wall was weak.”", [frame("quotation-behind-mark")],
      from: ["Mira Kostrel"]),
    Case(
      "a quotation on both sides", "“The wall was weak,” Mira Kostrel said. “It fell at noon.”",
      [frame("quotation-before-subject")],
      from: ["Mira Kostrel"]),
    Case("that", "Mira Kostrel said that the wall was weak.", [frame("clause-that")], from: ["Mira Kostrel"]),
    Case("no that", "Mira Kostrel said the wall was weak.", [frame("clause-bare")], from: ["Mira Kostrel"]),
    Case(
      "an addressee", "Mira Kostrel told Thomas Holm the wall was weak.", [frame("clause-addressee")],
      from: ["Mira Kostrel"]),
    Case(
      "a clause first", "The wall was very weak, Mira Kostrel said.", [frame("clause-before-subject")],
      from: ["Mira Kostrel"]),
    Case(
      "according to", "The wall was very weak, according to Mira Kostrel.", [frame("according-before")],
      from: ["Mira Kostrel"]),
    Case(
      "an object with a name", "Mira Kostrel praised Thomas Holm.", [frame("stance-phrase")],
      from: ["Mira Kostrel", "Thomas Holm"]),
    Case(
      "a passive", "Thomas Holm was praised by Mira Kostrel.", [frame("stance-passive")],
      from: ["Mira Kostrel", "Thomas Holm"]),
    Case(
      "a pronoun from the statement before", "Mira Kostrel said the wall was weak. She said the ship was late.",
      [frame("clause-bare"), frame("clause-bare")], from: ["Mira Kostrel", "the wall was weak"]),
    Case(
      "a second paragraph of the same speaker",
      "“The wall was weak,” Mira Kostrel said.\n\n“It will fall at noon tomorrow.”",
      [frame("quotation-before-subject"), StatementDecision.quotationGoesOn.rawValue],
      from: ["Mira Kostrel", "The wall was weak,"]),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try SeedDocuments.annotated(
      prefixes.flatMap { prefix in cases.map { Document(id: $0.testDescription, text: prefix + $0.text) } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `a statement tells what it was made from`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let (number, expected) = numbered
    let document = try Self.found.get()[prefix * Self.cases.count + number]
    let found = statements(document)
    #expect(found.map(\.provenance.decision) == expected.decisions)
    let last = try #require(found.last)
    let utf8 = Array(document.document.text.utf8)
    let from = last.provenance.annotations.map { index in
      let span = document.annotations[index].span
      return String(decoding: utf8[span.start..<span.end], as: UTF8.self)
    }
    #expect(from == expected.from)
    #expect(last.provenance.annotations.allSatisfy { $0 < document.annotations.count })
  }
}
