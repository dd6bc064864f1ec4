/// How evenly an item is spread over the documents of a set.
public enum Dispersion {
  /// Gries' deviation of proportions: ½ Σ |v − s|; 0 is even, towards 1 is clumped (Gries 2008).
  ///
  /// - Parameters:
  ///   - counts: The item's occurrences in the documents that have it.
  ///   - sizes: Those documents' sizes, in the same order.
  ///   - size: The size of all documents together.
  public static func deviation(counts: [Double], sizes: [Double], size: Double) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0, size > 0 else { return nil }
    let inside = zip(counts, sizes).reduce(0) { $0 + abs($1.0 / total - $1.1 / size) }
    let outside = 1 - sizes.reduce(0, +) / size
    return (inside + max(0, outside)) / 2
  }
}
