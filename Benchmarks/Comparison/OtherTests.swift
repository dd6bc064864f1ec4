import Foundation
import PostilModel

/// Tests that were tried and not taken; p by 499 permutations.
struct OtherTests {
  private static let permutations = 499

  let sample: Simulation.Sample
  /// The documents of the first set.
  let first: Int

  /// The former test: documents dealt out anew with their sizes, the difference of the rates.
  func rates(_ random: inout SplitMix) -> Double {
    permuted(Array(sample.sizes.indices), &random) { order in
      let (own, all) = (sums(order.prefix(first)), sums(order[...]))
      return abs(own.count / own.size - (all.count - own.count) / (all.size - own.size))
    }
  }

  /// Documents dealt out anew among eight of nearly the same size.
  func strata(_ random: inout SplitMix) -> Double {
    let bySize = sample.sizes.indices.sorted { (sample.sizes[$0], $0) < (sample.sizes[$1], $1) }
    let strata = stride(from: 0, to: bySize.count, by: 8).map { Array(bySize[$0..<min($0 + 8, bySize.count)]) }
    let owned = strata.map { stratum in stratum.count { $0 < first } }
    let expected = zip(strata, owned).reduce(0.0) { sum, pair in
      sum + sums(pair.0[...]).count * Double(pair.1) / Double(pair.0.count)
    }
    func distance(_ strata: [[Int]]) -> Double {
      abs(zip(strata, owned).reduce(0) { $0 + sums($1.0.prefix($1.1)).count } - expected)
    }
    let seen = distance(strata.map { $0.filter { $0 < first } + $0.filter { $0 >= first } }) - 1e-9
    let reached = (0..<Self.permutations).count { _ in distance(strata.map { $0.shuffled(using: &random) }) >= seen }
    return Double(1 + reached) / Double(1 + Self.permutations)
  }

  /// The difference of the rates in standard errors, residuals dealt out anew (Janssen 1997; Chung & Romano 2013).
  func studentised(_ random: inout SplitMix) -> Double {
    let all = sums(sample.sizes.indices.map { $0 }[...])
    let means = [sums((0..<first).map { $0 }[...]).size / Double(first), 0]
    let other = (all.size - means[0] * Double(first)) / Double(sample.sizes.count - first)
    let residuals = sample.sizes.indices.map { place in
      (Double(sample.counts[place]) - all.count / all.size * Double(sample.sizes[place]))
        / (place < first ? means[0] : other)
    }
    return permuted(Array(residuals.indices), &random) { order in
      let (own, rest) = (Self.moments(order.prefix(first), residuals), Self.moments(order.dropFirst(first), residuals))
      return abs(own.mean - rest.mean) / max(1e-30, own.variance + rest.variance).squareRoot()
    }
  }

  private static func moments(_ places: ArraySlice<Int>, _ values: [Double]) -> (mean: Double, variance: Double) {
    let count = Double(places.count)
    let mean = places.reduce(0) { $0 + values[$1] } / count
    return (mean, places.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) } / (count - 1) / count)
  }

  private func sums(_ places: ArraySlice<Int>) -> (count: Double, size: Double) {
    places.reduce((0, 0)) { ($0.0 + Double(sample.counts[$1]), $0.1 + Double(sample.sizes[$1])) }
  }

  private func permuted(_ places: [Int], _ random: inout SplitMix, _ distance: ([Int]) -> Double) -> Double {
    let seen = distance(places) * (1 - 1e-9)
    var order = places
    var reached = 0
    for _ in 0..<Self.permutations {
      order.shuffle(using: &random)
      if distance(order) >= seen { reached += 1 }
    }
    return Double(1 + reached) / Double(1 + Self.permutations)
  }
}
