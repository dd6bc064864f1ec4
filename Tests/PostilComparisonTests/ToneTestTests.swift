import Foundation
import PostilModel
import PostilRecords
import Testing

@testable import PostilComparison

/// Whether speakers sound different in two sets.
@Suite struct ToneTestTests {
  private func parts(_ means: [Double], statements: Double = 2) -> [ScoredPart] {
    means.map { ScoredPart(sum: $0 * statements, count: statements) }
  }

  @Test func `three documents against three cannot tell a turn from chance`() throws {
    let test = try #require(ToneTests.test([parts([-0.5, -0.6, -0.4]), parts([0.5, 0.6, 0.7])], SplitMix(seed: 1)))
    #expect(abs(test.least - 2.0 / 20) < 1e-12)
    #expect(test.p >= test.least)
  }

  @Test func `a plain turn in many documents is told, equal scores are not`() throws {
    let (low, high) = (
      parts((0..<12).map { -0.5 + 0.02 * Double($0) }), parts((0..<12).map { 0.3 + 0.02 * Double($0) })
    )
    #expect(try #require(ToneTests.test([low, high], SplitMix(seed: 1))).p < 0.001)
    let same = try #require(
      ToneTests.test(
        [parts([Double](repeating: 0.5, count: 9)), parts([Double](repeating: 0.5, count: 4))], SplitMix(seed: 1)))
    #expect(same.p == 1)
    #expect(ToneTests.test([parts([0.1, 0.2]), high], SplitMix(seed: 1)) == nil)
  }

  /// Ten documents of one or two statements against forty of thirteen; the former test called a sixth of them different.
  @Test func `without a difference one p in twenty is below .05, whatever the number of statements`() throws {
    var random = SplitMix(seed: 3)
    func noise() -> Double { Double(random.below(2001)) / 1000 - 1 }
    var below = 0
    for number in 0..<300 {
      let groups = [10, 40].map { documents in
        (0..<documents).map { _ -> ScoredPart in
          let (own, count) = (0.4 * noise(), documents == 10 ? 1 + random.below(2) : 10 + random.below(7))
          return ScoredPart(sum: (0..<count).reduce(0) { sum, _ in sum + own + 0.6 * noise() }, count: Double(count))
        }
      }
      if try #require(ToneTests.test(groups, SplitMix(seed: UInt64(number)))).p < 0.05 { below += 1 }
    }
    #expect((6...24).contains(below), "\(below)")
  }

  @Test(arguments: ["1e200", "1e20", "-1.01"])
  func `a score that is none costs its document, or is refused`(_ score: String) throws {
    func statement(_ score: String) -> String {
      Fixtures.statement("Ann", score: 0.5).replacing("\"score\":0.5", with: "\"score\":\(score)")
    }
    let sets = ["a", "b"].map { set in
      (0..<8).map {
        Fixtures.line("\(set)\($0)", text: "Ann said", more: [statement(set == "b" && $0 == 5 ? score : "0.5")])
      }
    }
    let comparison = try Folder().comparison(sets)
    #expect(comparison.groups.map(\.documents) == [8, 7])
    #expect(comparison.warnings.contains { $0.contains("line 6: 'score'") && $0.contains("from −1 to 1") })
    let error = #expect(throws: ReportError.self) {
      try Folder().comparison(sets, options: ComparisonOptions(isStrict: true))
    }
    #expect(error?.description.contains("line 6") == true)
  }
}
