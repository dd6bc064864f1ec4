import PostilTestSupport
import Testing

/// Texts that no writer meant.
@Suite struct BadInputTests {
  static let texts = [
    String(repeating: "\" ", count: 10_000), String(repeating: "“a ”", count: 10_000),
    String(repeating: "''", count: 10_001), String(repeating: "word ", count: 100_000),
    String(repeating: "He said ", count: 1_000), "“" + String(repeating: "he said it. ", count: 1_000),
    String(repeating: "according to X, ", count: 500), String(repeating: "A: “yes” it is.\n", count: 300),
    String(repeating: "“I said, ‘no’ and ", count: 2_000),
    String(repeating: "he said that the wall and ", count: 2_000),
    String(repeating: "The ministry met. He said it was late. ", count: 1_000),
    String(repeating: "Ann Marlow, who met Ida Holm, ", count: 2_000) + "said it was late.",
    String(repeating: "Firm | Ann | Ida\n", count: 5_000), String(repeating: "|\t", count: 20_000),
  ]

  @Test(.timeLimit(.minutes(3)))
  func `endless marks and sentences take linear time and break nothing`() throws {
    let found = try Annotator.annotate(Self.texts)
    #expect(found.count == Self.texts.count)
  }

  @Test func `an odd number of marks spoils only its own paragraph`() throws {
    let text = "“We are late, Ann Marlow said.\n\nIda Holm said: “We are proud.”"
    let found = try Annotator.annotate([text])[0].filter { $0.type == "statement" }
    #expect(found.contains { $0.text == "We are proud." && $0["source"] == "Ida Holm" })
  }

  @Test func `divided quotations are statements of their own on request`() throws {
    let text = "“We are proud,” Ida Holm said. “We did it together.”"
    let found = try Annotator.annotate([text], arguments: ["--set", "statement-sentiment.quotations=divided"])[0]
    #expect(found.filter { $0.type == "statement" }.map(\.text) == ["We are proud,", "We did it together."])
    #expect(found.allSatisfy { $0.type != "statement" || $0["source"] == "Ida Holm" })
  }

  @Test(arguments: [("Statements.md", 8), ("Polls.md", 6)])
  func `the additions of the documentation work as shown`(page: String, examples: Int) throws {
    #expect(try Annotator.testExamples(inPage: page).contains("\(examples) examples, 0 failed"))
  }
}
