extension RandomAccessCollection {
  /// The first index whose element belongs to the second part, found by halving; the end index when none does.
  ///
  /// - Parameter belongsInSecondPart: False for all elements of a first part, true for all behind it.
  @inlinable
  public func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsInSecondPart(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
