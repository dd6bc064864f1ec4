/// Percentiles of resamplings (Efron and Tibshirani 1993).
enum Percentiles {
  /// The 2.5th and 97.5th percentiles, interpolated (R's type 7).
  ///
  /// - Precondition: `sample` has at least one number, and no other than numbers.
  static func interval(_ sample: [Double]) -> ClosedRange<Double> {
    let sorted = sample.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
    let (low, high) = (quantile(0.025), quantile(0.975))
    return min(low, high)...max(low, high)
  }
}
