import PostilModel

/// Weights of documents in 64 resamplings at once, and sums over them.
struct Lanes: ~Copyable {
  /// Resamplings in one block.
  static let count = 64

  private let weights: UnsafeMutableBufferPointer<UInt8>

  init(documents: Int) {
    weights = .allocate(capacity: max(1, documents) * Self.count)
    weights.initialize(repeating: 0)
  }

  deinit { weights.deallocate() }

  /// Forgets all weights.
  mutating func clear() { weights.update(repeating: 0) }

  /// Adds one to a document's weight, which stays below 256.
  mutating func raise(_ document: Int, _ lane: Int) {
    let at = document * Self.count + lane
    if weights[at] < .max { weights[at] += 1 }
  }

  /// Gives `wanted` of the documents the weight 1 and the others 0, in each lane for itself, all choices being equally likely.
  ///
  /// Goes through the documents in order and takes one as likely as places are left (Knuth, algorithm 3.4.2S).
  mutating func select(_ wanted: Int, of documents: Int, _ random: inout SplitMix) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.count) { left in
      left.initialize(repeating: UInt64(wanted))
      for document in 0..<documents {
        let row = weights.baseAddress! + document * Self.count
        let remaining = UInt64(documents - document)
        var lane = 0
        while lane < Self.count {
          let bits = random.next()
          let first: UInt64 = ((bits & 0xFFFF_FFFF) &* remaining) >> 32 < left[lane] ? 1 : 0
          let second: UInt64 = ((bits >> 32) &* remaining) >> 32 < left[lane + 1] ? 1 : 0
          row[lane] = UInt8(truncatingIfNeeded: first)
          row[lane + 1] = UInt8(truncatingIfNeeded: second)
          left[lane] &-= first
          left[lane + 1] &-= second
          lane &+= 2
        }
      }
    }
  }

  /// Adds the weighted `counts` of `places` to `sums`, lane by lane.
  func add(_ places: [Int32], _ counts: [UInt32], to sums: UnsafeMutableBufferPointer<UInt32>) {
    add(places, counts, in: 0..<places.count, to: sums)
  }

  /// The same for a part of the places.
  func add(
    _ places: [Int32], _ counts: [UInt32], in range: Range<Int>, to sums: UnsafeMutableBufferPointer<UInt32>
  ) {
    places.withUnsafeBufferPointer { places in
      counts.withUnsafeBufferPointer { counts in
        var index = range.lowerBound
        while index < range.upperBound {
          addLanes(Int(places[index]), counts[index], to: sums)
          index += 1
        }
      }
    }
  }

  /// Adds the weighted `values` of the documents from `first` on.
  func add(_ values: ArraySlice<UInt32>, to sums: UnsafeMutableBufferPointer<UInt32>) {
    for document in values.indices { addLanes(document, values[document], to: sums) }
  }

  @inline(__always)
  private func addLanes(_ document: Int, _ count: UInt32, to sums: UnsafeMutableBufferPointer<UInt32>) {
    let row = weights.baseAddress! + document * Self.count
    let target = sums.baseAddress!
    var lane = 0
    if count == 1 {
      while lane < Self.count {
        target[lane] &+= UInt32(row[lane])
        lane += 1
      }
    } else {
      while lane < Self.count {
        target[lane] &+= UInt32(row[lane]) &* count
        lane += 1
      }
    }
  }
}
