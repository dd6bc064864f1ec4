import Foundation
import PostilJSON
import PostilModel
import Testing

@testable import PostilComparison

/// The test of rates against an independent program, under no difference at all, and at its limits.
@Suite struct RateTestTests {
  /// The test of an item with a count in each document, the first `first` against the rest.
  static func test(sizes: [Int], counts: [Int], first: Int) -> RateTest {
    let places = counts.indices.filter { counts[$0] > 0 }
    return RateTest(
      SizeBins(sizes: sizes.map(UInt32.init), target: 0..<first), places: places.map(Int32.init),
      counts: places.map { UInt32(counts[$0]) })
  }

  @Test func `p and intervals equal those of scipy but for the bins of sizes`() throws {
    let data = try String(contentsOf: Fixtures.reference.appendingPathComponent("rates.json"), encoding: .utf8)
    let cases = try JSONParser.value(of: data).array ?? []
    #expect(cases.count == 12)
    for value in cases {
      let numbers = { (name: String) in (value[name]?.array ?? []).compactMap(\.integer) }
      let test = Self.test(sizes: numbers("sizes"), counts: numbers("counts"), first: value["first"]?.integer ?? 0)
      let p = try #require(value["p"]?.number)
      let ends = (value["interval"]?.array ?? []).compactMap(\.number)
      #expect(abs(log10(test.p) - log10(max(p, test.least))) < 0.02, "\(value["kind"]?.string ?? "") \(test.p) \(p)")
      #expect(abs(test.interval().lowerBound - ends[0]) < 0.01)
      #expect(abs(test.interval().upperBound - ends[1]) < 0.01)
    }
  }

  @Test func `three of forty short documents and none of forty long ones prove nothing`() {
    let sizes = [Int](repeating: 130, count: 40) + [Int](repeating: 370, count: 40)
    let counts = [1, 1, 1] + [Int](repeating: 0, count: 77)
    let test = Self.test(sizes: sizes, counts: counts, first: 40)
    // 2·C(40,3)/C(80,3): three documents in one given half or in the other.
    #expect(abs(test.least - 2 * 9_880.0 / 82_160) < 1e-12)
    #expect(test.p == test.least)
    #expect(test.interval().contains(0))
    #expect(test.conservativeLogRatio(tests: 1) == 0)
    let long = Self.test(sizes: sizes, counts: [Int](repeating: 0, count: 77) + [1, 1, 1], first: 40)
    #expect(long.p > 0.2)
  }

  @Test func `what stands once in every document differs by the documents' lengths alone`() {
    let sizes = [Int](repeating: 100, count: 30) + [Int](repeating: 1000, count: 30)
    let test = Self.test(sizes: sizes, counts: [Int](repeating: 1, count: 60), first: 30)
    #expect(test.least == 1)
    #expect(test.p == 1)
    #expect(test.conservativeLogRatio(tests: 1) == 0)
  }

  @Test func `items in no document, in one, and beside an empty side break nothing`() {
    for (sizes, counts, first) in [
      ([5, 5], [0, 0], 1), ([5, 5], [3, 0], 1), ([0, 9], [0, 2], 1), ([9, 0], [2, 0], 1),
    ] {
      let test = Self.test(sizes: sizes, counts: counts, first: first)
      #expect(test.p == 1, "\(sizes) \(counts)")
      #expect(test.interval().contains(0))
      #expect(test.conservativeLogRatio(tests: 1) == 0)
    }
  }

  @Test func `both sides see the same difference, and interval and LRC agree with p`() {
    var random = SplitMix(seed: 4)
    var vouched = 0
    for _ in 0..<200 {
      let sizes = (0..<40).map { 50 + random.below($0 < 15 ? 200 : 900) }
      let bursts = 1 + random.below(6)
      let counts = sizes.indices.map {
        random.below($0 < 15 ? 400 : 1500) < sizes[$0] ? 1 + random.below(bursts) : 0
      }
      let test = Self.test(sizes: sizes, counts: counts, first: 15)
      let other = Self.test(
        sizes: Array(sizes[15...] + sizes[..<15]), counts: Array(counts[15...] + counts[..<15]), first: 25)
      #expect(abs(test.p - other.p) < 1e-6)
      #expect(abs(test.interval().lowerBound + other.interval().upperBound) < 1e-6)
      #expect(test.interval().contains(0) || test.p < 0.05)
      #expect(test.p >= test.least)
      let conservative = test.conservativeLogRatio(tests: 10)
      #expect(conservative == 0 || test.p < 0.005)
      if conservative != 0 { vouched += 1 }
    }
    #expect((5..<195).contains(vouched))
  }

  /// Documents of the second set ten times as long; by the former test a quarter of all p were below .05.
  @Test(arguments: [8.0, 20, 40, 100])
  func `without a difference one p in twenty at most is below .05, whatever the lengths`(_ having: Double) {
    var random = SplitMix(seed: 11)
    func uniform() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    func poisson(_ mean: Double) -> Int {
      var (count, product) = (0, uniform())
      while product > exp(-mean) { (count, product) = (count + 1, product * uniform()) }
      return count
    }
    var p: [Double] = []
    for _ in 0..<600 {
      let sizes = (0..<160).map { Int((150 + 300 * uniform()) * ($0 < 80 ? 1 : 10)) }
      let rate = having / Double(sizes.reduce(0, +))
      let counts = sizes.map { size in (0..<poisson(rate * Double(size))).reduce(0) { sum, _ in sum + 1 + poisson(3) } }
      p.append(Self.test(sizes: sizes, counts: counts, first: 80).p)
    }
    let share = Double(p.count { $0 < 0.05 }) / 600
    #expect(share <= 0.07, "\(share)")
    if having >= 40 { #expect(share >= 0.03, "\(share)") }
  }

  @Test func `the least share is that of all deals of a few documents`() {
    for (values, favoured) in [
      ([1.0, 1, 1], 3), ([5, 2, 2, 1], 3), ([1, 1, 1, 1, 1, 1, 1], 3), ([3, 3], 2), ([4], 6),
    ] {
      let all = values + [Double](repeating: 0, count: 8 - values.count)
      let deals = (0..<256).filter { $0.nonzeroBitCount == favoured }
      func sum(_ deal: Int) -> Double { all.indices.reduce(0) { deal >> $1 & 1 == 1 ? $0 + all[$1] : $0 } }
      let (most, fewest) = (deals.map(sum).max() ?? 0, deals.map(sum).min() ?? 0)
      let high = deals.count { sum($0) == most }
      let low = deals.count { sum($0) == fewest }
      let share = Double(high + (low <= high ? low : 0)) / Double(deals.count)
      let least = Deal.leastShare(values: values, favoured: favoured, others: 8 - favoured)
      #expect(abs(least - min(1, share)) < 1e-12, "\(values) \(least) \(share)")
    }
  }

  /// The values are scipy 1.17's `norm.isf` and `t.isf` of half the level.
  @Test(arguments: [
    (0.05, 5.0, 1.959963984540054, 2.570581835636314), (1e-6, 30, 4.891638475698607, 6.119075620384216),
  ])
  func `deviates of levels`(_ level: Double, _ degrees: Double, _ normal: Double, _ student: Double) {
    #expect(abs(Deviates.normal(exceededWith: level) - normal) < 1e-8)
    #expect(abs(Deviates.student(exceededWith: level, degrees: degrees) - student) < 1e-6)
    #expect(abs(Deviates.studentTails(student, degrees: degrees) / level - 1) < 1e-6)
  }
}
