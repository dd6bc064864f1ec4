import Foundation
import PostilModel

/// Two sets of documents with an item, made by chance, so that it is known whether the item differs.
struct Simulation {
  /// How occurrences stand in documents.
  enum Kind: String, CaseIterable {
    /// Each for itself.
    case single
    /// Each occurrence brings four more on average.
    case bursty
    /// Each document has a rate of its own, by a gamma distribution of shape a half.
    case topic
  }

  let kind: Kind
  /// The documents of both sets.
  let documents: [Int]
  /// How much longer the second set's documents are.
  let lengths: Double
  /// How many documents have the item, on average.
  let having: Double
  /// The rate of the first set as a multiple of that of the second.
  var ratio = 1.0

  /// Sizes and counts of all documents, those of the first set first.
  struct Sample {
    var sizes: [UInt32] = []
    var counts: [UInt32] = []
    /// How many documents have the item.
    var having: Int { counts.count { $0 > 0 } }
  }

  /// A sample whose item stands in at least three documents, as `compare` wants.
  func sample(_ random: inout SplitMix) -> Sample {
    while true {
      let sample = drawn(&random)
      if sample.having >= 3 { return sample }
    }
  }

  private func drawn(_ random: inout SplitMix) -> Sample {
    var sample = Sample()
    for (set, documents) in documents.enumerated() {
      for _ in 0..<documents {
        let length = (set == 0 ? 300 : 300 * lengths) * exp(0.5 * random.gaussian() - 0.125)
        sample.sizes.append(UInt32(max(20, length.rounded())))
      }
    }
    let weights = sample.sizes.enumerated().map { Double($0.element) * ($0.offset < documents[0] ? ratio : 1) }
    let rate = rate(weights)
    sample.counts = weights.map { count($0 * rate, &random) }
    return sample
  }

  private func count(_ mean: Double, _ random: inout SplitMix) -> UInt32 {
    switch kind {
    case .single: return random.poisson(mean)
    case .bursty:
      let visits = random.poisson(mean)
      return visits + random.poisson(4 * Double(visits))
    case .topic:
      let normal = random.gaussian()
      return random.poisson(mean * normal * normal)
    }
  }

  /// The rate at which ``having`` documents have the item on average.
  private func rate(_ weights: [Double]) -> Double {
    var (low, high) = (1e-9, 10.0)
    for _ in 0..<50 {
      let rate = (low * high).squareRoot()
      let expected = weights.reduce(0) { sum, weight in
        sum + 1 - (kind == .topic ? 1 / (1 + 2 * rate * weight).squareRoot() : exp(-rate * weight))
      }
      if expected < having { low = rate } else { high = rate }
    }
    return low
  }
}

extension SplitMix {
  /// Between 0 and 1, neither of them.
  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) / Double(1 << 53) }

  mutating func gaussian() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }

  /// By the spaces between events up to a mean of 30, beyond as a sum.
  mutating func poisson(_ mean: Double) -> UInt32 {
    if mean > 30 { return poisson(30) + poisson(mean - 30) }
    var (count, product): (UInt32, Double) = (0, uniform())
    while product > exp(-mean) { (count, product) = (count + 1, product * uniform()) }
    return count
  }
}
