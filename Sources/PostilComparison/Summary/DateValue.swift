import PostilModel

/// What comparisons make of a TIMEX3 value.
struct DateValue {
  private let value: String

  init(_ value: String) { self.value = value }

  /// `2023-09` of `2023-09-20`; nil for values without a month.
  var month: String? {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard let year, parts.count >= 2, let month = Int(parts[1].prefix(2)), (1...12).contains(month),
      parts[1].count == 2 || parts[1].dropFirst(2).first == "T"
    else { return nil }
    return "\(year)-\(parts[1].prefix(2))"
  }

  /// The four digits of the year; nil without them.
  var year: String? {
    let digits = value.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard value.count == 4 || value.dropFirst(4).first == "-" else { return nil }
    return String(digits)
  }

  /// `past`, `same` or `future` as seen from `date`, as coarsely as the value is; nil when that cannot be said.
  func direction(from date: String) -> String? {
    switch value {
    case "PAST_REF": return "past"
    case "PRESENT_REF": return "same"
    case "FUTURE_REF": return "future"
    default: break
    }
    guard year != nil, let mine = Self.days(of: value), let theirs = Self.days(of: String(date.prefix(10))) else {
      return nil
    }
    return mine.upperBound < theirs.lowerBound ? "past" : theirs.upperBound < mine.lowerBound ? "future" : "same"
  }

  /// The first and last day that a value covers, as days on one count.
  private static func days(of value: String) -> ClosedRange<Int>? {
    let parts = value.split(separator: "-").map(String.init)
    guard let year = parts.first.flatMap(Int.init) else { return nil }
    guard parts.count > 1 else {
      return CivilDay.number(year: year, month: 1, day: 1)...CivilDay.number(year: year, month: 12, day: 31)
    }
    if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()) {
      let monday = CivilDay.firstMonday(of: year) + 7 * (week - 1)
      return monday...monday + 6
    }
    guard let months = months(parts[1]) else { return nil }
    if months.count == 1, parts.count > 2, let day = Int(parts[2].prefix(2)) {
      let number = CivilDay.number(year: year, month: months.lowerBound, day: day)
      return number...number
    }
    let end =
      months.upperBound == 12
      ? CivilDay.number(year: year + 1, month: 1, day: 1)
      : CivilDay.number(year: year, month: months.upperBound + 1, day: 1)
    return CivilDay.number(year: year, month: months.lowerBound, day: 1)...end - 1
  }

  /// The months of `09`, `Q3`, `H1` and the seasons; winter counts as the year's first months.
  private static func months(_ part: String) -> ClosedRange<Int>? {
    if let number = Int(part.prefix(2)) { return (1...12).contains(number) ? number...number : nil }
    switch part.prefix(2) {
    case "Q1", "WI": return 1...3
    case "Q2": return 4...6
    case "Q3": return 7...9
    case "Q4": return 10...12
    case "H1": return 1...6
    case "H2": return 7...12
    case "SP": return 3...5
    case "SU": return 6...8
    case "FA": return 9...11
    default: return nil
    }
  }
}
