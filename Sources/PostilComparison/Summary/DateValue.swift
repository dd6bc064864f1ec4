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
    guard parts.count > 1 else { return CivilDay.number(year, 1, 1)...CivilDay.number(year, 12, 31) }
    if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()) {
      let monday = CivilDay.firstMonday(of: year) + 7 * (week - 1)
      return monday...monday + 6
    }
    guard let months = months(parts[1]) else { return nil }
    if months.count == 1, parts.count > 2, let day = Int(parts[2].prefix(2)) {
      let number = CivilDay.number(year, months.lowerBound, day)
      return number...number
    }
    let end =
      months.upperBound == 12 ? CivilDay.number(year + 1, 1, 1) : CivilDay.number(year, months.upperBound + 1, 1)
    return CivilDay.number(year, months.lowerBound, 1)...end - 1
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

/// Days of the Gregorian calendar on one count.
enum CivilDay {
  /// Days since 1970-01-01 (Howard Hinnant, days_from_civil).
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The Monday of ISO week 1: the week with January 4.
  static func firstMonday(of year: Int) -> Int {
    let fourth = number(year, 1, 4)
    return fourth - ((fourth + 3) % 7 + 7) % 7
  }
}
