/// The score interval of a binomial share (Wilson 1927).
public enum Wilson {
  /// The deviate that is exceeded, either way, in 5 of 100 cases.
  private static let z = Deviates.normal(exceededWith: 0.05)

  /// The shares that `count` of `total` do not speak against; nil of none.
  ///
  /// It holds the true share in 95 of 100 cases.
  public static func interval(_ count: Int, of total: Int) -> ClosedRange<Double>? {
    guard total > 0 else { return nil }
    let (n, share) = (Double(total), Double(count) / Double(total))
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return max(0, centre - half)...min(1, centre + half)
  }
}
