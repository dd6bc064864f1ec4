import Foundation

/// The chi-square distribution.
enum ChiSquare {
  /// The probability of at least `value` with `degrees` of freedom: the regularized upper gamma function Q.
  static func upperTail(_ value: Double, degrees: Int) -> Double {
    guard value > 0 else { return 1 }
    if degrees == 1 { return erfc(sqrt(value / 2)) }
    let (s, x) = (Double(degrees) / 2, value / 2)
    return x < s + 1 ? 1 - lowerSeries(s, x) : upperFraction(s, x)
  }

  private static func lowerSeries(_ s: Double, _ x: Double) -> Double {
    var term = 1 / s
    var sum = term
    var n = s
    while abs(term) > abs(sum) * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * exp(-x + s * log(x) - lgamma(s))
  }

  private static func upperFraction(_ s: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - s
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for step in 1...100_000 {
      let an = -Double(step) * (Double(step) - s)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result * exp(-x + s * log(x) - lgamma(s))
  }
}
