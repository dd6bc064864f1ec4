import PostilModel

/// Counts how often permutations reach the scores that were seen.
struct PermutationScores: Sendable {
  private let postings: Postings
  private let items: [Int]
  private let totals: [Double]
  private let all: [Double]
  /// For each item its scores, one after another, a hair lower so that rounding hides no equal one.
  private let observed: [Double]
  private let scores: Int

  init(postings: Postings, items: [Int]) {
    self.postings = postings
    self.items = items
    let groupSizes = postings.groupSizes
    all = groupSizes.map { $0.reduce(0, +) }
    scores = postings.groups == 2 ? 1 : postings.groups + 1
    let sums = items.map(postings.sums)
    totals = sums.map { $0.reduce(0, +) }
    var observed: [Double] = []
    for (index, item) in items.enumerated() {
      let base = postings.bases[item]
      observed += Self.scores(sums[index], groupSizes[base], totals[index], all[base]).map { $0 * (1 - 1e-9) }
    }
    self.observed = observed
  }

  /// The scores of a table: the last set's alone for two sets, else each set's and that over all.
  static func scores(_ sums: [Double], _ sizes: [Double], _ total: Double, _ all: Double) -> [Double] {
    func score(_ group: Int) -> Double {
      let rest = all - sizes[group]
      return sizes[group] > 0 && rest > 0 ? abs(sums[group] / sizes[group] - (total - sums[group]) / rest) : 0
    }
    if sums.count == 2 { return [score(1)] }
    let over = sums.indices.reduce(0.0) { sum, group in
      let distance = sums[group] - total * sizes[group] / max(1, all)
      return sizes[group] > 0 ? sum + distance * distance / sizes[group] : sum
    }
    return sums.indices.map(score) + [over]
  }

  /// For each item and score, the number of permutations of `blocks`, as far as they lie `within`, that reach it.
  func reached(in blocks: [Int], within: Range<Int>, seed: UInt64) -> [Int] {
    var counts = [Int](repeating: 0, count: items.count * scores)
    let groups = postings.groups == 2 ? [1] : Array(0..<postings.groups)
    var lanes = groups.map { _ in LaneBox(documents: postings.documents) }
    for block in blocks {
      deal(block, seed: seed, groups: groups, into: &lanes)
      let sizes = blockSizes(lanes)
      let first = max(within.lowerBound, block * Lanes.count) - block * Lanes.count
      let last = min(within.upperBound, (block + 1) * Lanes.count) - block * Lanes.count
      count(lanes, sizes, lanesUsed: first..<last, into: &counts)
    }
    return counts
  }

  /// Deals all documents out anew in each lane, as many to each set as it has.
  private func deal(_ block: Int, seed: UInt64, groups: [Int], into lanes: inout [LaneBox]) {
    var random = SplitMix(seed: seed, part: block)
    if postings.groups == 2 {
      lanes[0].lanes.select(postings.groupSize(1), of: postings.documents, &random)
    } else {
      dealAmong(groups, into: &lanes, &random)
    }
  }

  /// Gives each document to one of the sets, by chance, as long as the set wants more.
  private func dealAmong(_ groups: [Int], into lanes: inout [LaneBox], _ random: inout SplitMix) {
    for lane in lanes { lane.lanes.clear() }
    var wanted = groups.flatMap { [Int](repeating: postings.groupSize($0), count: Lanes.count) }
    for document in 0..<postings.documents {
      for lane in 0..<Lanes.count {
        var ticket = random.below(postings.documents - document)
        var group = 0
        while ticket >= wanted[group * Lanes.count + lane] {
          ticket -= wanted[group * Lanes.count + lane]
          group += 1
        }
        wanted[group * Lanes.count + lane] -= 1
        lanes[group].lanes.raise(document, lane)
      }
    }
  }

  private func blockSizes(_ lanes: [LaneBox]) -> [[LaneSizes]] {
    postings.sizes.indices.map { base in
      lanes.map { LaneSizes($0.sum(postings.sizes[base][...]), all: all[base]) }
    }
  }

  private func count(_ lanes: [LaneBox], _ sizes: [[LaneSizes]], lanesUsed: Range<Int>, into counts: inout [Int]) {
    let sums = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: lanes.count * Lanes.count)
    let overall = UnsafeMutableBufferPointer<Double>.allocate(capacity: Lanes.count)
    defer {
      sums.deallocate()
      overall.deallocate()
    }
    for (index, item) in items.enumerated() {
      sums.initialize(repeating: 0)
      overall.initialize(repeating: 0)
      let base = postings.bases[item]
      for (number, lane) in lanes.enumerated() {
        let part = UnsafeMutableBufferPointer(rebasing: sums[number * Lanes.count..<(number + 1) * Lanes.count])
        lane.lanes.add(postings.places[item], postings.counts[item], to: part)
        let place = index * scores + number
        counts[place] += sizes[base][number].reached(part, total: totals[index], wanted: observed[place], in: lanesUsed)
        if lanes.count > 1 { sizes[base][number].addDistances(part, total: totals[index], to: overall) }
      }
      guard lanes.count > 1 else { continue }
      let wanted = observed[index * scores + lanes.count]
      counts[index * scores + lanes.count] += lanesUsed.count { overall[$0] >= wanted }
    }
  }
}

/// The sizes that a set has in 64 permutations.
struct LaneSizes: Sendable {
  private let sizes: [Double]
  /// Size times the size of the rest; infinite where one of them is nothing.
  private let products: [Double]
  private let all: Double

  init(_ sizes: [UInt32], all: Double) {
    self.sizes = sizes.map(Double.init)
    products = self.sizes.map { $0 > 0 && $0 < all ? $0 * (all - $0) : .infinity }
    self.all = all
  }

  /// The lanes whose rates differ from those of the rest by `wanted` and more: |T/S − (K−T)/(N−S)| = |TN − KS| / (S(N−S)).
  func reached(
    _ sums: UnsafeMutableBufferPointer<UInt32>, total: Double, wanted: Double, in lanes: Range<Int>
  ) -> Int {
    sizes.withUnsafeBufferPointer { sizes in
      products.withUnsafeBufferPointer { products in
        var count = 0
        var lane = lanes.lowerBound
        while lane < lanes.upperBound {
          let distance = abs(Double(sums[lane]) * all - total * sizes[lane])
          count &+= distance >= wanted * products[lane] ? 1 : 0
          lane &+= 1
        }
        return count
      }
    }
  }

  /// Adds (T − K·S/N)² / S to each lane.
  func addDistances(
    _ sums: UnsafeMutableBufferPointer<UInt32>, total: Double, to overall: UnsafeMutableBufferPointer<Double>
  ) {
    let share = all > 0 ? total / all : 0
    sizes.withUnsafeBufferPointer { sizes in
      var lane = 0
      while lane < Lanes.count {
        let distance = Double(sums[lane]) - share * sizes[lane]
        overall[lane] += sizes[lane] > 0 ? distance * distance / sizes[lane] : 0
        lane &+= 1
      }
    }
  }
}

/// Lanes that can stand in an array.
final class LaneBox {
  var lanes: Lanes

  init(documents: Int) { lanes = Lanes(documents: documents) }

  /// The weighted sum of `values`, from document 0 on, in each lane.
  func sum(_ values: ArraySlice<UInt32>) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: Lanes.count) { buffer, count in
      buffer.initialize(repeating: 0)
      let sums = UnsafeMutableBufferPointer(rebasing: buffer[0..<Lanes.count])
      lanes.add(values, to: sums)
      count = Lanes.count
    }
  }
}
