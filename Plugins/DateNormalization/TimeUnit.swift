import PostilModuleKit

/// A unit of time as candidates name it.
enum TimeUnit: String, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, season, half, year, decade, century
  case millennium

  static var names: [String] { allCases.map(\.rawValue) }

  /// Whether a unit is shorter than `other`.
  func isFiner(than other: TimeUnit) -> Bool {
    (Self.allCases.firstIndex(of: self) ?? 0) < (Self.allCases.firstIndex(of: other) ?? 0)
  }

  /// The months that the unit has, nil for one that is counted in days.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter, .season: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .millennium: 12_000
    default: nil
    }
  }

  /// The days that the unit has, nil for one that is counted in months.
  var days: Int? {
    switch self {
    case .second, .minute, .hour: 0
    case .day: 1
    case .weekend, .week: 7
    case .fortnight: 14
    default: nil
    }
  }

  /// The day of a week or weekend, from its first on, that tells in which month or year it lies.
  var middle: Int? {
    switch self {
    case .week: 3
    case .weekend: 0
    default: nil
    }
  }

  /// The seconds that the unit has, where it is shorter than a day.
  var seconds: Int? {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    default: nil
    }
  }

  /// The letter of ISO 8601, the letters of a vague number, and how many of the lettered unit it has.
  private var code: (prefix: String, letter: String, vague: String, factor: Double) {
    switch self {
    case .second: ("PT", "S", "S", 1)
    case .minute: ("PT", "M", "M", 1)
    case .hour: ("PT", "H", "H", 1)
    case .day: ("P", "D", "D", 1)
    case .weekend: ("P", "WE", "WE", 1)
    case .week: ("P", "W", "W", 1)
    case .fortnight: ("P", "W", "W", 2)
    case .month: ("P", "M", "M", 1)
    case .quarter, .season: ("P", "Q", "Q", 1)
    case .half: ("P", "M", "M", 6)
    case .year: ("P", "Y", "Y", 1)
    case .decade: ("P", "Y", "DE", 10)
    case .century: ("P", "Y", "CE", 100)
    case .millennium: ("P", "Y", "ML", 1000)
    }
  }

  /// The duration of `amount` units in ISO 8601, `X` for an unknown number: `P2D`, `PT3H`, `PXW`; a half is told in the
  /// next smaller unit, `PT1M30S`, where there is one.
  func duration(_ amount: Double?) -> String {
    let (prefix, letter, vague, factor) = code
    guard let amount, (0...1e9).contains(amount) else { return "\(prefix)X\(vague)" }
    let number = amount * factor
    guard number.rounded() != number, let part = smaller else { return prefix + number.plainText + letter }
    let whole = number.rounded(.down)
    let rest = ((number - whole) * part.factor).rounded()
    if self == .year, whole <= 1 { return "P\((whole * 12 + rest).plainText)M" }
    return prefix + (whole == 0 ? "" : whole.plainText + letter) + rest.plainText + part.letter
  }

  private var smaller: (letter: String, factor: Double)? {
    switch self {
    case .minute: ("S", 60)
    case .hour: ("M", 60)
    case .year: ("M", 12)
    default: nil
    }
  }
}
