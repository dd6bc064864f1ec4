/// A day of the proleptic Gregorian calendar, with year 0 before year 1.
public struct CivilDay: Equatable, Sendable {
  /// 0 for 1 BC.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.length(ofMonth: month, year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that lies `number` days after 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `2023-09-21`; what follows does not count.
  public init?(iso text: String) {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// `2023-09-20`; years before the year 1 as `BC0044`, as TIMEX3 writes them.
  public var iso: String { "\(yearText)-\(month.padded(to: 2))-\(day.padded(to: 2))" }

  /// `2023`, or `BC0044` for the year -43.
  public var yearText: String { Self.text(year: year) }

  /// `2023-W38`.
  public var weekText: String { "\(Self.text(year: week.year))-W\(week.week.padded(to: 2))" }

  private static func text(year: Int) -> String { year > 0 ? year.padded(to: 4) : "BC" + (1 - year).padded(to: 4) }

  /// Days after 1970-01-01.
  public var number: Int { Self.number(year: year, month: month, day: day) }

  /// Days after 1970-01-01, also of a day that no month has, such as 31 April (Hinnant, as above).
  public static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The number of the Monday of a year's first ISO week, the one with 4 January.
  public static func firstMonday(of year: Int) -> Int {
    let fourth = number(year: year, month: 1, day: 4)
    return fourth - ((fourth + 3) % 7 + 7) % 7
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The ISO week: the week belongs to the year of its Thursday.
  public var week: (year: Int, week: Int) {
    let thursday = CivilDay(number: number - weekday + 4)
    let first = CivilDay(year: thursday.year, month: 1, day: 1)?.number ?? thursday.number
    return (thursday.year, (thursday.number - first) / 7 + 1)
  }

  /// The same day of the month `months` later, or the month's last day.
  public func adding(months: Int) -> CivilDay {
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, Self.length(ofMonth: newMonth, newYear))
    return CivilDay(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The days of a month.
  public static func length(ofMonth month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
