import PostilTestSupport
import Testing

/// Who a source is: pronouns, offices, speakers inside quotations.
@Suite struct SpeakerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The words of the statement meant.
    let content: String
    let entity: String?
  }

  static let cases = [
    Case(
      testDescription: "she is the woman, though a man is nearer",
      text: "Mrs. Ann Marlow met the crew. Edward Quist came late. She said the wall was weak.",
      content: "the wall was weak", entity: "Ann Marlow"),
    Case(
      testDescription: "he is no organization",
      text: "Mr. Edward Quist left early. Northway Research closed its office. He said the wall was weak.",
      content: "the wall was weak", entity: "Edward Quist"),
    Case(
      testDescription: "it is no person",
      text: "Northway Research closed its office. Edward Quist left early. It said the wall was weak.",
      content: "the wall was weak", entity: "Northway Research"),
    Case(
      testDescription: "one of two men is nobody sure",
      text: "In the harbor stood Edward Quist beside Thomas Holm. He said the wall was weak.",
      content: "the wall was weak", entity: nil),
    Case(
      testDescription: "I is who speaks around",
      text: "“I told him, ‘Go home now,’ and he left,” Ann Marlow said.", content: "Go home now,",
      entity: "Ann Marlow"),
    Case(
      testDescription: "a noun is the one organization that it is the head of",
      text: "The Ministry of Health opened. Then the ministry said the wall was weak.",
      content: "the wall was weak", entity: "Ministry of Health"),
    Case(
      testDescription: "he is the sailor without a name",
      text: "Ann Marlow met Edward Quist. “The wall is weak,” said one sailor. “I saw it,” he said.",
      content: "I saw it,", entity: nil),
    Case(
      testDescription: "an office is the person whose title it is",
      text: "Harbor Minister Ann Marlow met the crew. Later the harbor minister said the wall was weak.",
      content: "the wall was weak", entity: "Ann Marlow"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `a source is resolved as a reader resolves it`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let statements = try Self.found.get()[prefix * Self.cases.count + numbered.offset].filter { $0.type == "statement" }
    let statement = try #require(statements.first { $0.text == numbered.element.content })
    #expect(statement["sourceEntity"] == numbered.element.entity)
  }

  @Test func `those between whom it is unsure stand in the evidence`() throws {
    let text = "In the harbor stood Edward Quist beside Thomas Holm. He said the wall was weak."
    let statement = try #require(try Annotator.annotate([text])[0].first { $0.type == "statement" })
    let evidence = try #require(statement["evidence"])
    #expect(evidence.contains("source may be Edward Quist|source may be Thomas Holm"))
  }

  @Test func `speech inside a quotation is nested in it`() throws {
    let text = "“My men told me, ‘Do not sign that,’ so I left,” Ann Marlow said."
    let statements = try Annotator.annotate([text])[0].filter { $0.type == "statement" }
    #expect(statements.count == 2)
    #expect(statements.last?["nestedIn"] != nil)
  }
}
