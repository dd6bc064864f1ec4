import PostilModuleKit

/// Numbers that stand at offsets of a text; of several at one offset the last stands.
struct OffsetTable {
  private var entries: [(offset: Int, number: Int)] = []

  /// - Parameter entries: In any order.
  init(_ entries: [(offset: Int, number: Int)]) {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.offset <= $1.offset }
    let sorted = isSorted ? entries : entries.sorted { $0.offset < $1.offset }
    self.entries.reserveCapacity(sorted.count)
    for entry in sorted {
      if self.entries.last?.offset == entry.offset { self.entries.removeLast() }
      self.entries.append(entry)
    }
  }

  /// The number at `offset`.
  subscript(offset: Int) -> Int? {
    let place = place(of: offset)
    return place < entries.count && entries[place].offset == offset ? entries[place].number : nil
  }

  /// The number at the first offset in `range` that has one and that is `wanted`.
  func first(in range: Range<Int>, where wanted: (Int) -> Bool = { _ in true }) -> Int? {
    var place = place(of: range.lowerBound)
    while place < entries.count, entries[place].offset < range.upperBound {
      if wanted(entries[place].offset) { return entries[place].number }
      place += 1
    }
    return nil
  }

  private func place(of offset: Int) -> Int { entries.partitioningIndex { $0.offset >= offset } }
}
