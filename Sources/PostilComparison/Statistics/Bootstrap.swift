import Dispatch
import Foundation
import PostilModel
import Synchronization

/// Percentile intervals of log ratios, from documents drawn again within each set (Efron and Tibshirani 1993).
struct Bootstrap {
  /// Resamplings.
  static let replicates = 2_000

  let postings: Postings
  let seed: UInt64

  /// The number of blocks that cover all replicates.
  private var blocks: Int { (Self.replicates + Lanes.count - 1) / Lanes.count }
  private var contrasts: Int { postings.groups == 2 ? 1 : postings.groups }

  /// For each item the 95 % interval of each contrast's log ratio.
  func intervals() -> [[ClosedRange<Double>]] {
    let chunk = max(1, 40_000_000 / (Self.replicates * contrasts))
    return stride(from: 0, to: postings.places.count, by: chunk).flatMap { start in
      intervals(of: Array(start..<min(start + chunk, postings.places.count)))
    }
  }

  private func intervals(of items: [Int]) -> [[ClosedRange<Double>]] {
    let values = Mutex([Int: [Float]]())
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      let made = ratios(of: items, in: block)
      values.withLock { $0[block] = made }
    }
    let all = values.withLock { $0 }
    return Array(items.indices).concurrentMap { index in
      (0..<contrasts).map { contrast in
        var sample: [Float] = []
        sample.reserveCapacity(Self.replicates)
        for block in 0..<blocks {
          let used = min(Lanes.count, Self.replicates - block * Lanes.count)
          let start = (index * contrasts + contrast) * Lanes.count
          sample += all[block]?[start..<start + used] ?? []
        }
        return Self.interval(sample)
      }
    }
  }

  /// The 2.5th and 97.5th percentiles, interpolated (R's type 7).
  static func interval(_ sample: [Float]) -> ClosedRange<Double> {
    let sorted = sample.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return Double(sorted[low]) + (place - Double(low)) * Double(sorted[high] - sorted[low])
    }
    let (low, high) = (quantile(0.025), quantile(0.975))
    return min(low, high)...max(low, high)
  }

  /// For each item and contrast the log ratios of 64 resamplings, one after another.
  private func ratios(of items: [Int], in block: Int) -> [Float] {
    let box = LaneBox(documents: postings.documents)
    draw(block, into: box)
    let sizes = postings.sizes.map { sizes in
      (0..<postings.groups).map { box.sum(sizes[postings.bounds[$0]..<postings.bounds[$0 + 1]]) }
    }
    var values = [Float](repeating: 0, count: Lanes.count * items.count * contrasts)
    let sums = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: postings.groups * Lanes.count)
    defer { sums.deallocate() }
    for (index, item) in items.enumerated() {
      sums.initialize(repeating: 0)
      for group in 0..<postings.groups {
        let part = UnsafeMutableBufferPointer(rebasing: sums[group * Lanes.count..<(group + 1) * Lanes.count])
        box.lanes.add(
          postings.places[item], postings.counts[item], in: postings.range(of: item, in: group), to: part)
      }
      let own = sizes[postings.bases[item]]
      for lane in 0..<Lanes.count {
        logRatios(sums, own, lane) { contrast, ratio in
          values[(index * contrasts + contrast) * Lanes.count + lane] = Float(ratio)
        }
      }
    }
    return values
  }

  /// The second set against the first, or each against the rest.
  private func logRatios(
    _ sums: UnsafeMutableBufferPointer<UInt32>, _ sizes: [[UInt32]], _ lane: Int, _ body: (Int, Double) -> Void
  ) {
    func sum(_ group: Int) -> Double { Double(sums[group * Lanes.count + lane]) }
    func size(_ group: Int) -> Double { Double(sizes[group][lane]) }
    if postings.groups == 2 { return body(0, Keyness.logRatio(sum(1), size(1), sum(0), size(0))) }
    var (total, all) = (0.0, 0.0)
    for group in 0..<postings.groups { (total, all) = (total + sum(group), all + size(group)) }
    for group in 0..<postings.groups {
      body(group, Keyness.logRatio(sum(group), size(group), total - sum(group), all - size(group)))
    }
  }

  /// Draws as many documents from each set as it has, with replacement.
  private func draw(_ block: Int, into box: LaneBox) {
    for lane in 0..<Lanes.count {
      var random = SplitMix(seed: seed, part: block * Lanes.count + lane)
      for group in 0..<postings.groups {
        let size = postings.groupSize(group)
        for _ in 0..<size { box.lanes.raise(postings.bounds[group] + random.below(size), lane) }
      }
    }
  }
}
