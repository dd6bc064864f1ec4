/// The mean scores of speakers and targets, their intervals, and whether they differ between two sets.
struct ToneTests {
  private static let permutations = 9_999
  private static let replicates = 2_000
  /// Permutations as far out as the difference that tell enough: beyond, p is well known to be high (Besag and Clifford 1991).
  private static let enough = 100

  /// One document's scores of an item.
  private struct Part {
    let sum: Double
    let count: Double
  }

  private(set) var intervals: [Int: [ClosedRange<Double>?]] = [:]
  private(set) var p: [Int: Double] = [:]
  private(set) var q: [Int: Double] = [:]

  init(corpus: Corpus, keys: [ItemKey], bounds: [Int], seed: UInt64, isTested: Bool) {
    guard isTested else { return }
    let items = keys.indices.filter { keys[$0].facet.isScored }
    let made = parallel(items) { index in
      let parts = Self.parts(corpus.postings[keys[index]] ?? [], bounds)
      let generator = SplitMix(seed: seed &+ 2, part: index)
      return (index, parts.map { Self.interval($0, generator) }, Self.test(parts, generator))
    }
    for (index, intervals, p) in made {
      self.intervals[index] = intervals
      self.p[index] = p
    }
    let tested = items.filter { p[$0] != nil }
    for (index, q) in zip(tested, BenjaminiHochberg.q(of: tested.compactMap { p[$0] })) { self.q[index] = q }
  }

  private static func parts(_ postings: [Corpus.Posting], _ bounds: [Int]) -> [[Part]] {
    zip(bounds, bounds.dropFirst()).map { low, high in
      postings.filter { (low..<high).contains(Int($0.document)) && $0.scored > 0 }
        .map { Part(sum: Double($0.scoreSum), count: Double($0.scored)) }
    }
  }

  private static func mean(_ parts: some Sequence<Part>) -> Double {
    var (sum, count) = (0.0, 0.0)
    for part in parts { (sum, count) = (sum + part.sum, count + part.count) }
    return count > 0 ? sum / count : 0
  }

  private static func interval(_ parts: [Part], _ generator: SplitMix) -> ClosedRange<Double>? {
    guard parts.count > 1 else { return nil }
    var random = generator
    return Bootstrap.interval(
      (0..<replicates).map { _ in Float(mean(parts.indices.lazy.map { _ in parts[random.below(parts.count)] })) })
  }

  /// Two sets only; at least three documents in each. Stops early when ``enough`` permutations have reached the difference.
  private static func test(_ groups: [[Part]], _ generator: SplitMix) -> Double? {
    guard groups.count == 2, groups.allSatisfy({ $0.count >= 3 }) else { return nil }
    var random = generator
    var all = groups[0] + groups[1]
    let total = all.reduce((sum: 0.0, count: 0.0)) { ($0.sum + $1.sum, $0.count + $1.count) }
    func score(_ sum: Double, _ count: Double) -> Double {
      abs(sum / count - (total.sum - sum) / (total.count - count))
    }
    let first = groups[0].reduce((sum: 0.0, count: 0.0)) { ($0.sum + $1.sum, $0.count + $1.count) }
    let seen = score(first.sum, first.count) - 1e-9
    var (reached, done) = (0, 0)
    all.withUnsafeMutableBufferPointer { all in
      while done < permutations, reached < enough {
        var (sum, count) = (0.0, 0.0)
        for place in 0..<groups[0].count {
          all.swapAt(place, place + random.below(all.count - place))
          (sum, count) = (sum + all[place].sum, count + all[place].count)
        }
        if score(sum, count) >= seen { reached += 1 }
        done += 1
      }
    }
    return Double(1 + reached) / Double(1 + done)
  }
}
