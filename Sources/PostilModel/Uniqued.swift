extension Array where Element: Hashable {
  /// Each element once, in the order of first appearance.
  @inlinable public func uniqued() -> [Element] {
    guard count > 1 else { return self }
    // For a few, looking through those kept is faster than hashing.
    guard count < 16 else {
      var seen: Set<Element> = []
      return filter { seen.insert($0).inserted }
    }
    var kept: [Element] = []
    kept.reserveCapacity(count)
    for element in self where !kept.contains(element) { kept.append(element) }
    return kept
  }
}
