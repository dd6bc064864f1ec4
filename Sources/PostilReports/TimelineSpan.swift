/// The days that a TIMEX3 value covers.
struct TimelineSpan: Equatable {
  /// A day by year and its number in the year, from 0.
  struct Day: Equatable {
    let year: Int
    let ordinal: Int
  }

  let first: Day
  let last: Day

  /// Nil for a value that names no time of the calendar: a duration, a set, `PRESENT_REF`, or one with an unknown part.
  init?(_ value: String) {
    let date = value.prefix { $0 != "T" }
    guard !date.isEmpty, date.allSatisfy({ $0.isASCII }), date.first?.isNumber == true else { return nil }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard let number = Int(parts[0]), parts[0].count <= 4 else { return nil }
    guard parts.count > 1 else {
      let years = [1: 1000, 2: 100, 3: 10, 4: 1][parts[0].count] ?? 1
      self.init(number * years, 0, years: years)
      return
    }
    guard parts[0].count == 4, let span = Self.inYear(number, parts.dropFirst().map(String.init)) else { return nil }
    self = span
  }

  private init(_ year: Int, _ start: Int, years: Int) {
    first = Day(year: year, ordinal: start)
    last = Day(year: year + years - 1, ordinal: Self.length(year + years - 1) - 1)
  }

  private init(year: Int, from start: Int, through end: Int) {
    first = Self.normal(year, start)
    last = Self.normal(year, end)
  }

  private static func inYear(_ year: Int, _ parts: [String]) -> TimelineSpan? {
    let head = parts[0]
    if let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][head] { return months(year, start, 3) }
    if head.first == "W" { return week(year, Int(head.dropFirst()), parts.count > 1 ? parts[1] : "") }
    if head.first == "Q" { return Int(head.dropFirst()).flatMap { months(year, 3 * $0 - 2, 3) } }
    if head.first == "H" { return Int(head.dropFirst()).flatMap { months(year, 6 * $0 - 5, 6) } }
    guard let month = Int(head), (1...12).contains(month) else { return nil }
    guard parts.count > 1, parts[1] != "XX" else { return months(year, month, 1) }
    guard let day = Int(parts[1]), day > 0 else { return nil }
    let ordinal = start(of: month, year) + day - 1
    return TimelineSpan(year: year, from: ordinal, through: ordinal)
  }

  private static func months(_ year: Int, _ month: Int, _ count: Int) -> TimelineSpan? {
    guard (1...12).contains(month) else { return nil }
    let end = month + count - 1
    let last = end <= 12 ? start(of: end + 1, year) - 1 : length(year) + start(of: end - 11, year + 1) - 1
    return TimelineSpan(year: year, from: start(of: month, year), through: last)
  }

  /// The ISO week: the first holds January 4.
  private static func week(_ year: Int, _ week: Int?, _ part: String) -> TimelineSpan? {
    guard let week, (1...53).contains(week) else { return nil }
    let monday = 3 - weekday(ofJanuary4: year) + 7 * (week - 1)
    if part == "WE" { return TimelineSpan(year: year, from: monday + 5, through: monday + 6) }
    if let day = Int(part), (1...7).contains(day) {
      return TimelineSpan(year: year, from: monday + day - 1, through: monday + day - 1)
    }
    return TimelineSpan(year: year, from: monday, through: monday + 6)
  }

  /// 0 for Monday (Gauss's rule).
  private static func weekday(ofJanuary4 year: Int) -> Int {
    let past = year - 1
    return (past + past / 4 - past / 100 + past / 400 + 3) % 7
  }

  private static func normal(_ year: Int, _ ordinal: Int) -> Day {
    if ordinal < 0 { return Day(year: year - 1, ordinal: ordinal + length(year - 1)) }
    let days = length(year)
    return ordinal < days ? Day(year: year, ordinal: ordinal) : Day(year: year + 1, ordinal: ordinal - days)
  }

  /// The days before a month; of month 13 all days of the year.
  private static func start(of month: Int, _ year: Int) -> Int {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365][month - 1]
    return before + (month > 2 && length(year) == 366 ? 1 : 0)
  }

  /// The days of a year.
  static func length(_ year: Int) -> Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }
}
