import Foundation

/// Puts values on a line of the drawing.
struct ChartScale {
  let domain: ClosedRange<Double>
  let from: Double
  let to: Double

  func callAsFunction(_ value: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0 else { return (from + to) / 2 }
    let clipped = min(max(value, domain.lowerBound), domain.upperBound)
    return from + (clipped - domain.lowerBound) / width * (to - from)
  }

  /// About `count` round values inside the domain.
  func ticks(_ count: Int) -> [Double] {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0 else { return [domain.lowerBound] }
    let raw = width / Double(max(1, count))
    let power = pow(10, floor(log10(raw)))
    let step = ([1, 2, 5, 10].map { $0 * power }.first { $0 >= raw } ?? raw)
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step).rounded(.down)
    return first > last ? [] : (Int(first)...Int(last)).map { Double($0) * step }
  }
}

extension ChartScale {
  /// A tick with as many decimals as tell it from the next.
  func label(_ tick: Double, of count: Int) -> String {
    let ticks = ticks(count)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    return NumberFormat.decimal(tick, max(0, Int((-log10(step)).rounded(.up))))
  }
}

/// The names of the classes that colour sets.
enum ChartColor {
  static func set(_ number: Int) -> String { "s\(number % 8)" }
}
