import PostilModel

/// The mean scores of speakers and targets, their intervals, and whether they differ between two sets.
///
/// The difference of the means is measured by its standard error, that of a ratio over documents, and documents are dealt out
/// anew: the reference of a studentised statistic holds also where one set's documents have more statements (Janssen 1997;
/// Chung & Romano 2013).
struct ToneTests {
  /// The most permutations.
  static let permutations = 9_999
  /// Resamplings of intervals.
  static let replicates = 2_000
  /// Permutations as far out as the difference that tell enough: beyond, p is well known to be high (Besag and Clifford 1991).
  private static let enough = 100

  /// Whether a difference is there.
  struct Test {
    let p: Double
    /// The least p that these documents can give.
    let least: Double
  }

  private(set) var intervals: [Int: [ClosedRange<Double>?]] = [:]
  private(set) var tests: [Int: Test] = [:]
  private(set) var q: [Int: Double] = [:]

  init(corpus: Corpus, keys: [ItemKey], bounds: [Int], seed: UInt64, isTested: Bool) {
    guard isTested else { return }
    let items = keys.indices.filter { keys[$0].facet.isScored }
    let made = items.concurrentMap { index in
      let parts = Self.parts(corpus.postings[keys[index]] ?? [], bounds)
      let generator = SplitMix(seed: seed &+ 2, part: index)
      return (index, parts.map { Self.interval($0, generator) }, Self.test(parts, generator))
    }
    for (index, intervals, test) in made {
      self.intervals[index] = intervals
      tests[index] = test
    }
    let tested = items.filter { tests[$0] != nil }
    for (index, q) in zip(tested, BenjaminiHochberg.q(of: tested.compactMap { tests[$0]?.p })) { self.q[index] = q }
  }

  private static func parts(_ postings: [Corpus.Posting], _ bounds: [Int]) -> [[ScoredPart]] {
    zip(bounds, bounds.dropFirst()).map { low, high in
      postings.filter { (low..<high).contains(Int($0.document)) && $0.scored > 0 }
        .map { ScoredPart(sum: Double($0.scoreSum), count: Double($0.scored)) }
    }
  }

  private static func interval(_ parts: [ScoredPart], _ generator: SplitMix) -> ClosedRange<Double>? {
    guard parts.count > 1 else { return nil }
    var random = generator
    return Percentiles.interval(
      (0..<replicates).map { _ in ScoredSums(parts.indices.lazy.map { _ in parts[random.below(parts.count)] }).mean })
  }

  /// Two sets only; at least three documents in each. Stops early when ``enough`` permutations have reached the difference.
  static func test(_ groups: [[ScoredPart]], _ generator: SplitMix) -> Test? {
    guard groups.count == 2, groups.allSatisfy({ $0.count >= 3 }) else { return nil }
    var random = generator
    var all = groups[0] + groups[1]
    let total = ScoredSums(all)
    let first = ScoredSums(groups[0])
    let seen = first.distance(to: total - first) * (1 - 1e-9)
    var (reached, done) = (0, 0)
    while done < permutations, reached < enough {
      var sums = ScoredSums([])
      for place in groups[0].indices {
        all.swapAt(place, place + random.below(all.count - place))
        sums.add(all[place])
      }
      if sums.distance(to: total - sums) >= seen { reached += 1 }
      done += 1
    }
    let isMore = first.mean >= (total - first).mean
    let least = Deal.leastShare(
      values: (groups[0] + groups[1]).map { 2 + $0.sum / $0.count }, favoured: groups[isMore ? 0 : 1].count,
      others: groups[isMore ? 1 : 0].count)
    return Test(p: max(least, Double(1 + reached) / Double(1 + done)), least: least)
  }
}
