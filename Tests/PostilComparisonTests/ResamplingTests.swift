import Foundation
import PostilJSON
import PostilModel
import Testing

@testable import PostilComparison

/// Permutation and bootstrap against an independent program, and under no difference at all.
@Suite struct ResamplingTests {
  /// Items over two sets of documents; `counts` by item and set.
  static func postings(sizes: [[Double]], counts: [[[Double]]]) -> Postings {
    var bounds = [0]
    for set in sizes { bounds.append(bounds.last! + set.count) }
    let all = counts.map { $0.flatMap(\.self) }
    return Postings(
      documents: bounds.last!, bounds: bounds,
      places: all.map { counts in counts.indices.filter { counts[$0] > 0 }.map(Int32.init) },
      counts: all.map { counts in counts.filter { $0 > 0 }.map { UInt32($0) } },
      bases: all.map { _ in 0 }, sizes: [sizes.flatMap(\.self).map { UInt32($0) }])
  }

  @Test func `p and intervals agree with numpy within the error of chance`() throws {
    let data = try String(contentsOf: Fixtures.reference.appendingPathComponent("resampling.json"), encoding: .utf8)
    let value = try JSONParser.value(of: data)
    func matrix(_ value: JSONValue?) -> [[Double]] {
      (value?.array ?? []).map { ($0.array ?? []).compactMap(\.number) }
    }
    let sizes = matrix(value["sizes"])
    let items = value["items"]?.members ?? []
    #expect(items.count == 3)
    let postings = Self.postings(sizes: sizes, counts: items.map { matrix($0.value["counts"]) })
    let outcome = PermutationTest(postings: postings, seed: 1).run()
    let intervals = Bootstrap(postings: postings, seed: 2).intervals()
    for (index, item) in items.enumerated() {
      let p = try #require(item.value["p"]?.number)
      let error = (p * (1 - p) / 9_999 + p * (1 - p) / 100_000).squareRoot()
      #expect(abs(outcome.p[index][0] - p) < 4 * error + 2e-4, "\(item.name)")
      let (low, high) = (item.value["low"]?.number ?? 0, item.value["high"]?.number ?? 0)
      let slack = 0.06 * (high - low)
      #expect(abs(intervals[index][0].lowerBound - low) < slack, "\(item.name)")
      #expect(abs(intervals[index][0].upperBound - high) < slack, "\(item.name)")
    }
  }

  @Test func `without a difference about one p in twenty is below .05`() {
    var random = SplitMix(seed: 11)
    func uniform() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    func poisson(_ mean: Double) -> Double {
      var (count, product) = (0.0, uniform())
      while product > exp(-mean) { (count, product) = (count + 1, product * uniform()) }
      return count
    }
    let shares = [0.9, 0.5, 0.1, 0.05]
    // Each simulation has documents of its own: items of one pair of sets depend on each other through the lengths.
    var (common, all): ([Double], [Double]) = ([], [])
    for simulation in 0..<1000 {
      let sizes = (0..<2).map { _ in (0..<50).map { _ in 150 + (uniform() * 650).rounded() } }
      let counts = shares.map { share in
        (0..<2).map { _ in (0..<50).map { _ in uniform() < share ? 1 + poisson(share < 0.5 ? 6 : 1) : 0 } }
      }
      let postings = Self.postings(sizes: sizes, counts: counts)
      var test = PermutationTest(postings: postings, seed: UInt64(simulation))
      test.permutations = 999
      test.budget = 0
      let p = test.run().p.map { $0[0] }
      all += p
      common += p.indices.filter { postings.places[$0].count >= 40 }.map { p[$0] }
    }
    let share = Double(common.count { $0 < 0.05 }) / Double(common.count)
    #expect(common.count > 1800)
    #expect((0.03...0.07).contains(share), "\(share)")
    let every = Double(all.count { $0 < 0.05 }) / Double(all.count)
    #expect(every <= 0.07, "\(every)")
  }

  @Test func `the same seed gives the same figures however the work is divided`() {
    func count(_ item: Int, _ set: Int, _ document: Int) -> Double {
      Double((document * document + item * 3 + set * document) % 5)
    }
    let counts = (0..<20).map { item in
      (0..<2).map { set -> [Double] in (0..<12).map { count(item, set, $0) } }
    }
    let postings = Self.postings(
      sizes: Array(repeating: Array(repeating: 200.0, count: 12), count: 2), counts: counts)
    let first = PermutationTest(postings: postings, seed: 5).run()
    #expect(first.p == PermutationTest(postings: postings, seed: 5).run().p)
    #expect(first.p != PermutationTest(postings: postings, seed: 6).run().p)
    #expect(Bootstrap(postings: postings, seed: 5).intervals() == Bootstrap(postings: postings, seed: 5).intervals())
  }

  @Test func `three sets have a test over all and one against the rest for each`() {
    let counts = [[[Double](repeating: 1, count: 10), .init(repeating: 1, count: 10), .init(repeating: 9, count: 10)]]
    let outcome = PermutationTest(
      postings: Self.postings(sizes: .init(repeating: .init(repeating: 100, count: 10), count: 3), counts: counts),
      seed: 1
    ).run()
    #expect(outcome.p[0].count == 3)
    #expect(outcome.p[0][2] < 0.001)
    #expect(outcome.omnibus[0] < 0.001)
    #expect(outcome.p[0][0] > outcome.p[0][2])
  }
}
