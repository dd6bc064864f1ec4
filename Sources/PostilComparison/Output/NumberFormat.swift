import Foundation

/// Numbers as people read them.
enum NumberFormat {
  static func decimal(_ value: Double, _ places: Int = 2) -> String {
    guard value.isFinite else { return value > 0 ? "∞" : value < 0 ? "−∞" : "–" }
    let text = String(format: "%.\(places)f", value)
    return text.allSatisfy { "-0.".contains($0) } && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// A rate: enough places to tell rare items apart.
  static func rate(_ value: Double) -> String { decimal(value, value == 0 || value >= 10 ? 1 : value >= 1 ? 2 : 3) }

  static func signed(_ value: Double, _ places: Int = 2) -> String {
    let text = decimal(value, places)
    return value == .infinity || value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// A p or q: four places, or a power of ten below.
  static func probability(_ value: Double) -> String {
    value >= 0.0001 ? String(format: "%.4f", value) : String(format: "%.1e", value)
  }

  static func interval(_ range: ClosedRange<Double>) -> String {
    "[\(signed(range.lowerBound)), \(signed(range.upperBound))]"
  }
}
