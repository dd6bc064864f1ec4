import Foundation
import PostilTestSupport
import Testing

/// Statements that the input brings with a target.
@Suite struct TargetTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let sentiment: String
  }

  static let cases = [
    Case(testDescription: "what follows the target", text: "Ida Holm is a shameless liar.", sentiment: "negative"),
    Case(testDescription: "one who is praised", text: "The mayor praised Ida Holm.", sentiment: "positive"),
    Case(testDescription: "one who is condemned", text: "The mayor condemned Ida Holm.", sentiment: "negative"),
    Case(
      testDescription: "one who only speaks", text: "Ida Holm told reporters that the storm was awful.",
      sentiment: "neutral"),
    Case(testDescription: "one who speaks behind", text: "“The minister is ill,” said Ida Holm.", sentiment: "neutral"),
    Case(testDescription: "a sentence without tone", text: "A train with Ida Holm left at noon.", sentiment: "neutral"),
    Case(testDescription: "negated praise", text: "Ida Holm was not wonderful.", sentiment: "negative"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق. "]
  private static let found = Result {
    try Annotator.annotate(records: prefixes.flatMap { prefix in cases.map { record($0, prefix) } })
  }

  @Test(arguments: cases.indices, prefixes.indices)
  func `a sentence is scored towards its target`(_ number: Int, prefix: Int) throws {
    let found = try scored(number, prefix)
    #expect(found["sentiment"] == Self.cases[number].sentiment, "\(found.features)")
  }

  @Test(arguments: cases.indices, prefixes.indices)
  func `the evidence adds up to the score`(_ number: Int, prefix: Int) throws {
    let found = try scored(number, prefix)
    let items = (found["evidence"] ?? "").split(separator: "|").map(String.init)
    let sum = items.reduce(0) { $0 + Self.share($1) }
    let score = try #require(found["score"].flatMap(Double.init))
    #expect(abs(max(-1, min(1, sum)) - score) < 0.01, "\(items)")
  }

  private func scored(_ number: Int, _ prefix: Int) throws -> Annotator.Found {
    let found = try Self.found.get()[prefix * Self.cases.count + number]
    return try #require(found.first { $0.type == "statement" && $0["target"] == "Ida Holm" })
  }

  static let stances: [(text: String, targets: [String])] = [
    ("Mara Velk praised Dan Osk but slammed Ida Holm.", ["Dan Osk=Dan Osk", "Ida Holm=Ida Holm"]),
    (
      "The minister thanked the crew, blamed the bank for the delay and attacked the press.",
      ["the crew", "the bank", "the press"]
    ),
    ("While Mara Velk defended the plan, Dan Osk denounced it as a disaster.", ["the plan", "it"]),
    ("Critics attacked Mara Velk and Dan Osk over the bridge.", ["Mara Velk and Dan Osk"]),
    ("The union praised the head of the Harbor Board for her work.", ["the head of the Harbor Board"]),
    ("The union condemned the killing of two sailors.", ["the killing of two sailors"]),
    ("The union called the ruling “a slap in the face”.", ["the ruling"]),
    ("The minister praised the rebuilding of the bridge.", ["the rebuilding of the bridge"]),
  ]

  @Test func `each stance has the one it is towards`() throws {
    let found = try Annotator.annotate(Self.prefixes.flatMap { prefix in Self.stances.map { prefix + $0.text } })
    for (number, annotations) in found.enumerated() {
      let targets = annotations.filter { $0.type == "statement" }.map { statement in
        (statement["target"] ?? "") + (statement["targetEntity"].map { "=" + $0 } ?? "")
      }
      #expect(targets == Self.stances[number % Self.stances.count].targets)
    }
  }

  /// The words of an item redone: `good +0.35 · not ×-0.6 = -0.21`.
  private static func share(_ item: String) -> Double {
    let parts = item.components(separatedBy: " = ")[0].components(separatedBy: " · ")
    let weight = parts[0].split(separator: " ").last.flatMap { Double($0) } ?? .nan
    return parts.dropFirst().reduce(weight) { product, factor in
      product * (factor.components(separatedBy: "×").last.flatMap(Double.init) ?? .nan)
    }
  }

  /// A document with one statement behind `prefix`, its offsets in code points.
  private static func record(_ given: Case, _ prefix: String) -> [String: Any] {
    let start = prefix.unicodeScalars.count
    let before = given.text.components(separatedBy: "Ida Holm")[0].unicodeScalars.count
    let features: [String: Any] = [
      "target": "Ida Holm", "targetStart": start + before, "targetEnd": start + before + 8,
    ]
    let statement: [String: Any] = [
      "id": "g1", "type": "statement", "start": start, "end": start + given.text.unicodeScalars.count,
      "text": given.text, "features": features,
    ]
    return ["id": given.testDescription + prefix, "text": prefix + given.text, "annotations": [statement]]
  }
}
