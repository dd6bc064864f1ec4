/// The exact interval of a binomial share (Clopper & Pearson 1934).
enum ClopperPearson {
  /// The shares that `own` of `own + other` occurrences do not speak against.
  ///
  /// - Parameters:
  ///   - own: Need not be whole.
  ///   - other: Need not be whole.
  ///   - level: The probability outside, both sides together.
  static func shares(_ own: Double, _ other: Double, level: Double) -> ClosedRange<Double> {
    let low = own > 0 ? IncompleteBeta.inverse(level / 2, own, other + 1) : 0
    let high = other > 0 ? 1 - IncompleteBeta.inverse(level / 2, other, own + 1) : 1
    return min(low, high)...high
  }
}
