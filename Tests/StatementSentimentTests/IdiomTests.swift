import PostilTestSupport
import Testing

/// Words whose tone depends on those round them: idioms, scope, word classes.
@Suite struct IdiomTests {
  static let cases = [
    ("the plan was not only good but great", "positive"), ("it was not just fair but generous", "positive"),
    ("the project was nothing but a failure", "negative"), ("we must stop this disgrace", "negative"),
    ("they would end the suffering of the poor", "positive"), ("it was without doubt an excellent idea", "positive"),
    ("the town had seen less violence and fewer attacks", "positive"),
    ("the town had seen less success than before", "negative"), ("children should be free from fear", "positive"),
    ("the reform was anything but a success", "negative"), ("the idea was far from brilliant", "negative"),
    ("we will not accept this decision because it is a disaster", "negative"),
    ("he did not come, although the plan was excellent", "positive"),
    ("the crew had failed to protect the harbor", "negative"), ("the bank failed to help anybody", "negative"),
    ("the crew had been nothing short of heroic", "positive"), ("she could not be happier with it", "positive"),
    ("the test could hardly have gone worse", "negative"), ("the pier was not fit for pigeons", "negative"),
    ("it was not wrong", "neutral"), ("prices would collapse", "negative"), ("the captain was a mean man", "negative"),
    ("the so-called success had been paid for", "negative"),
    ("what a wonderful idea (!)", "neutral"), ("the plan was brilliant 🙄 as they all are", "neutral"),
    ("the self-styled hero came late", "negative"),
    ("two players had tested positive", "neutral"), ("the first positive case was found at sea", "neutral"),
    ("the sample had tested negative twice", "neutral"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]

  @Test func `tone is read with its idiom and its scope`() throws {
    let found = try Annotator.annotate(
      Self.prefixes.flatMap { prefix in Self.cases.map { prefix + "Ida Holm said \($0.0)." } })
    for (number, annotations) in found.enumerated() {
      let (text, sentiment) = Self.cases[number % Self.cases.count]
      let statement = try #require(annotations.first { $0.type == "statement" }, "\(text)")
      #expect(statement["sentiment"] == sentiment, "\(text): \(statement["evidence"] ?? "")")
    }
  }

  @Test func `a verb is not the adjective that is written like it`() throws {
    let found = try Annotator.annotate(["Ida Holm explained what these rules mean for the town."])[0]
    #expect(found.first { $0.type == "statement" }?["sentiment"] == "neutral")
  }
}
