import Foundation

/// The regularized incomplete beta function and its inverse.
enum IncompleteBeta {
  /// I_x(a, b), by the continued fraction of Numerical Recipes 6.4, evaluated with Lentz's method.
  static func value(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logFront = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    if x < (a + 1) / (a + b + 2) { return exp(logFront) * fraction(x, a, b) / a }
    return 1 - exp(logFront) * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }

  /// The x at which I_x(a, b) is `share`, by halving: right to the last digits of a double.
  static func inverse(_ share: Double, _ a: Double, _ b: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if value(middle, a, b) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
