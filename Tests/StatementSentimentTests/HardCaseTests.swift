import PostilTestSupport
import Testing

/// The table of hard cases through the shipped rules.
@Suite struct HardCaseTests {
  private static let found = Result { try Annotator.annotate(HardCase.all.map(\.text)) }

  @Test(arguments: Array(HardCase.all.enumerated()))
  func `a hard case is read as a reader reads it`(_ number: Int, _ hard: HardCase) throws {
    let statements = try Self.found.get()[number].filter { $0.type == "statement" }
    let all = statements.map { "\($0.text) | \($0["source"] ?? "nobody") | \($0["sentiment"] ?? "")" }
    let isRight = statements.contains {
      $0.text == hard.content && $0["source"] == hard.source && $0["sentiment"] == hard.sentiment
    }
    #expect(isRight, "found \(all)")
  }
}
