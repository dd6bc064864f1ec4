import PostilModuleKit

/// A unit of time as candidates name it.
enum TimeUnit: String, CaseIterable {
  case second, minute, hour, day, week, month, quarter, year, decade, century

  static var names: [String] { allCases.map(\.rawValue) }

  /// The duration of `amount` units in ISO 8601, `X` for an unknown number: `P2D`, `PT3H`, `PXW`.
  func duration(_ amount: Double?) -> String {
    let (prefix, letter, factor): (String, String, Double) =
      switch self {
      case .second: ("PT", "S", 1)
      case .minute: ("PT", "M", 1)
      case .hour: ("PT", "H", 1)
      case .day: ("P", "D", 1)
      case .week: ("P", "W", 1)
      case .month: ("P", "M", 1)
      case .quarter: ("P", "Q", 1)
      case .year: ("P", "Y", 1)
      case .decade: ("P", "Y", 10)
      case .century: ("P", "Y", 100)
      }
    guard let amount else { return "\(prefix)X\(self == .decade ? "DE" : self == .century ? "CE" : letter)" }
    let number = amount * factor
    return prefix + (number.plainText) + letter
  }
}
