import PostilModuleKit

extension Fields {
  private static let ranges: [(name: String, range: ClosedRange<Int>)] = [
    ("year", 0...9999), ("yearStart", 1...12), ("month", 1...12), ("day", 1...31), ("weekday", 1...7), ("week", 1...53),
    ("quarter", 1...4), ("half", 1...2), ("decade", 0...9990), ("century", 1...99), ("hour", 0...24),
    ("minute", -59...59),
    ("second", 0...59), ("easter", -400...400),
  ]

  /// Whether the numbers lie where a calendar has any, and month and day can be a date.
  var isPossible: Bool {
    for feature in features where feature.value.number != nil {
      guard let range = Self.ranges.first(where: { $0.name == feature.name })?.range else { continue }
      guard let number = integer(feature.name), range.contains(number) else { return false }
    }
    guard let month, let day else { return true }
    return CivilDay(year: 2000, month: month, day: day) != nil
  }

  /// The value when the year is not known.
  var openValue: String {
    if let month { return "XXXX-\(month.padded(to: 2))" + (day.map { "-\($0.padded(to: 2))" } ?? "") }
    if let season { return "XXXX-\(season)" }
    if let quarter { return "XXXX-Q\(quarter)" }
    if let half { return "XXXX-H\(half)" }
    return week.map { "XXXX-W\($0.padded(to: 2))" } ?? "XXXX-XX-XX"
  }
}
