import Foundation
import Testing

@testable import PostilComparison

/// Figures of `Documentation/Statistics.md` and of scipy.
@Suite struct KeynessTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let keyness: Keyness
    let g2, p, twoCell, bic, logRatio, lrc, lrcOfThousand: Double
  }

  static let cases = [
    Case(
      testDescription: "more in the target", keyness: Keyness(a: 50, b: 20, c: 10_000, d: 12_000),
      g2: 19.394231480918535, p: 1.06327743e-05, twoCell: 19.33342577730364, bic: 9.334628044963186,
      logRatio: 1.584962500721156, lrc: 0.8107148028626374, lrcOfThousand: 0.07470181167572183),
    Case(
      testDescription: "a little less in the target", keyness: Keyness(a: 311, b: 420, c: 2e6, d: 2.2e6),
      g2: 7.585831388958383, p: 0.00588288262, twoCell: 7.584517653051975, bic: -7.6660774302016215,
      logRatio: -0.29597122378558516, lrc: -0.08099063225106026, lrcOfThousand: 0),
    Case(
      testDescription: "only in the target", keyness: Keyness(a: 12, b: 0, c: 5_000, d: 8_000),
      g2: 22.950017415411253, p: 1.66268702e-06, twoCell: 22.932274680658473, bic: 13.4595700442148,
      logRatio: 5.2630344058337934, lrc: 2.1524286819690506, lrcOfThousand: 0.1739385011669955),
    Case(
      testDescription: "much less in the target", keyness: Keyness(a: 3, b: 40, c: 10_000, d: 9_000),
      g2: 41.9486481177226, p: 9.37021435e-11, twoCell: 41.86709557492925, bic: 32.01490131678067,
      logRatio: -3.888968687611256, lrc: -2.2382401940897605, lrcOfThousand: -1.0719211923311496),
  ]

  private func equal(_ left: Double, _ right: Double, within tolerance: Double = 1e-11) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(right))
  }

  /// The end of the interval next to 0, of counts that are taken for independent (Evert 2022).
  private static func conservative(_ keyness: Keyness, level: Double) -> Double {
    let shares = ClopperPearson.shares(keyness.a, keyness.b, level: level)
    let ends = [shares.lowerBound, shares.upperBound].map { log2(keyness.d / keyness.c * $0 / (1 - $0)) }
    return ends[0] > 0 ? ends[0] : min(0, ends[1])
  }

  @Test(arguments: cases)
  func `reference values are reproduced to the digits printed`(_ c: Case) {
    #expect(equal(c.keyness.fourCellG2, c.g2))
    #expect(abs(ChiSquare.upperTail(c.keyness.fourCellG2, degrees: 1) / c.p - 1) < 5e-9)
    #expect(equal(c.keyness.twoCellG2, c.twoCell))
    #expect(equal(c.keyness.bic, c.bic))
    #expect(equal(c.keyness.logRatio, c.logRatio, within: 1e-14))
    #expect(equal(Self.conservative(c.keyness, level: 0.05), c.lrc))
    #expect(equal(Self.conservative(c.keyness, level: 0.05 / 1000), c.lrcOfThousand))
  }

  @Test func `G2 and its p equal those of scipy on 200 random tables`() throws {
    let tables = try Fixtures.numbers("g2.tsv")
    #expect(tables.count == 200)
    for row in tables {
      let g2 = Keyness(a: row[0], b: row[1], c: row[2], d: row[3]).fourCellG2
      #expect(equal(g2, row[4], within: 1e-9))
      if row[5] > 1e-300 {
        #expect(abs(ChiSquare.upperTail(row[4], degrees: 1) / row[5] - 1) < 1e-9)
      }
    }
  }

  @Test func `LRC equals scipy's beta quantiles on 100 random tables`() throws {
    let tables = try Fixtures.numbers("lrc.tsv")
    #expect(tables.count == 100)
    for row in tables {
      let keyness = Keyness(a: row[0], b: row[1], c: row[2], d: row[3])
      #expect(equal(Self.conservative(keyness, level: 0.05 / row[4]), row[5], within: 1e-9))
    }
  }

  /// The values are scipy 1.17's `chi2.sf`.
  @Test(arguments: [
    (3.0, 2, 0.22313016014842982), (10.0, 3, 0.018566135463043235), (1.0, 4, 0.9097959895689501),
    (60.0, 9, 1.3406780483959625e-09),
  ])
  func `chi-square tails of more degrees`(_ value: Double, _ degrees: Int, _ expected: Double) {
    #expect(abs(ChiSquare.upperTail(value, degrees: degrees) / expected - 1) < 1e-10)
  }

  @Test func `an item in no set has no ratio and breaks nothing`() {
    let nothing = Keyness(a: 0, b: 0, c: 0, d: 0)
    #expect(nothing.logRatio == 0)
    #expect(nothing.fourCellG2 == 0)
  }

  @Test(arguments: [
    (0.0, 3.0, 10.0, 1_000.0, 0.0), (0, 3, 1_000, 10, -9.228818690495881), (0, 0, 10, 1_000, 0), (3, 0, 1_000, 10, 0),
    (2, 0, 10, 1_000, 8.643856189774725), (0, 40, 100, 100, -6.321928094887363),
  ])
  func `an item that a set lacks is never more frequent there`(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ expected: Double
  ) {
    #expect(equal(Keyness(a: a, b: b, c: c, d: d).logRatio, expected, within: 1e-12))
  }

  @Test func `false discovery rates after Benjamini and Hochberg`() {
    let q = BenjaminiHochberg.q(of: [0.216, 0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212])
    let expected = [0.216, 0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.10571428571428572, 0.216, 0.216]
    for (q, expected) in zip(q, expected) { #expect(equal(q, expected, within: 1e-14)) }
  }

  @Test(arguments: [
    ([1.0, 2, 3, 4, 5], [9.0, 10, 10, 10, 11], 0.18), ([1.0, 2, 5], [1000.0, 1000, 1000], 0.475),
  ])
  func `the deviation of proportions`(_ counts: [Double], _ sizes: [Double], _ expected: Double) {
    let size = counts.count == 5 ? 50.0 : 5000.0
    #expect(abs((Dispersion.deviation(counts: counts, sizes: sizes, size: size) ?? 0) - expected) < 1e-14)
  }
}
