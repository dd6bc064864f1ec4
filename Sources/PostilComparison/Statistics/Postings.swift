import PostilModel

/// Items and the documents that have them, laid out for resampling.
struct Postings: Sendable {
  /// The number of documents; those of one set stand together, the sets in order.
  let documents: Int
  /// Where each set's documents begin, and the end of the last.
  let bounds: [Int]
  /// For each item its documents, ascending.
  let places: [[Int32]]
  /// For each item its weight in those documents.
  let counts: [[UInt32]]
  /// For each item which of ``sizes`` it is measured by.
  let bases: [Int]
  /// The documents' sizes, by base.
  let sizes: [[UInt32]]

  var groups: Int { bounds.count - 1 }

  func groupSize(_ group: Int) -> Int { bounds[group + 1] - bounds[group] }

  /// The part of the places of `item` that lies in `group`.
  func range(of item: Int, in group: Int) -> Range<Int> {
    let places = places[item]
    let low = places.partitioningIndex { $0 >= bounds[group] }
    let high = places.partitioningIndex { $0 >= bounds[group + 1] }
    return low..<high
  }

  /// The sums of `item` in each group.
  func sums(of item: Int) -> [Double] {
    (0..<groups).map { group in range(of: item, in: group).reduce(0) { $0 + Double(counts[item][$1]) } }
  }

  /// The sizes of the groups, by base.
  var groupSizes: [[Double]] {
    sizes.map { sizes in
      (0..<groups).map { group in sizes[bounds[group]..<bounds[group + 1]].reduce(0) { $0 + Double($1) } }
    }
  }
}
