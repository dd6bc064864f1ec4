import PostilModuleKit

/// When clocks go forward, by the law that a zone keeps.
enum SummerTime: String, CaseIterable {
  case american = "US"
  case european = "EU"

  static var names: [String] { allCases.map(\.rawValue) }

  /// Whether summer time holds on a day.
  func holds(on day: CivilDay) -> Bool {
    guard let (first, last) = limits(day.year) else { return false }
    return first.number <= day.number && day.number < last.number
  }

  /// The days on which it begins and ends; nil before 1967 in America and 1981 in Europe, when each place had its own.
  private func limits(_ year: Int) -> (CivilDay, CivilDay)? {
    switch (self, year) {
    case (.american, 2007...): Self.sundays((2, 3), (1, 11), year)
    case (.american, 1987...2006): Self.sundays((1, 4), (-1, 10), year)
    case (.american, 1967...1986): Self.sundays((-1, 4), (-1, 10), year)
    case (.european, 1996...): Self.sundays((-1, 3), (-1, 10), year)
    case (.european, 1981...1995): Self.sundays((-1, 3), (-1, 9), year)
    default: nil
    }
  }

  private static func sundays(
    _ first: (nth: Int, month: Int), _ last: (nth: Int, month: Int), _ year: Int
  ) -> (CivilDay, CivilDay)? {
    guard let start = CivilDay.weekday(7, number: first.nth, month: first.month, year: year),
      let end = CivilDay.weekday(7, number: last.nth, month: last.month, year: year)
    else { return nil }
    return (start, end)
  }
}

extension Fields {
  /// The zone of a clock as the value has it, `Z` or `-05:00`; in summer that of summer time, where the zone keeps it.
  func zone(on day: CivilDay?) -> String {
    guard let zone = string("zone") else { return "" }
    guard let summer = string("summerZone"), let law = string("summerTime").flatMap(SummerTime.init) else {
      return zone
    }
    guard let day else { return "" }
    return law.holds(on: day) ? summer : zone
  }
}
