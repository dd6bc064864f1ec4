import Foundation

/// How far out a two-sided level lies on the normal distribution, and on Student's.
enum Deviates {
  /// No double is small enough for the tail beyond.
  private static let farthest = 38.0

  /// The deviate of the standard normal distribution that is exceeded, either way, with probability `level`.
  static func normal(exceededWith level: Double) -> Double {
    halved(0, farthest) { erfc($0 / 2.0.squareRoot()) > level }
  }

  /// The probability that the standard normal distribution lies beyond `deviate`, either way.
  static func normalTails(_ deviate: Double) -> Double { erfc(deviate / 2.0.squareRoot()) }

  /// The probability that Student's t lies beyond `deviate`, either way.
  static func studentTails(_ deviate: Double, degrees: Double) -> Double {
    IncompleteBeta.value(degrees / (degrees + deviate * deviate), degrees / 2, 0.5)
  }

  /// The deviate of Student's t that is exceeded, either way, with probability `level`.
  static func student(exceededWith level: Double, degrees: Double) -> Double {
    var high = normal(exceededWith: level) + 1
    while studentTails(high, degrees: degrees) > level, high < 1e150 { high *= 2 }
    return halved(0, high) { studentTails($0, degrees: degrees) > level }
  }

  /// Where `isBelow` turns false, to about ten digits.
  private static func halved(_ from: Double, _ to: Double, _ isBelow: (Double) -> Bool) -> Double {
    var (low, high) = (from, to)
    while high - low > 1e-10 * max(1, high) {
      let middle = (low + high) / 2
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
