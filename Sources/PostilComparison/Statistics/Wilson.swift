/// The score interval of a binomial share (Wilson 1927).
public enum Wilson {
  /// The shares that `count` of `total` do not speak against; nil of none.
  ///
  /// - Parameter level: The probability outside, both sides together.
  public static func interval(_ count: Int, of total: Int, level: Double = 0.05) -> ClosedRange<Double>? {
    guard total > 0 else { return nil }
    let (n, share) = (Double(total), Double(count) / Double(total))
    let z = Deviates.normal(exceededWith: level)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return max(0, centre - half)...min(1, centre + half)
  }
}
