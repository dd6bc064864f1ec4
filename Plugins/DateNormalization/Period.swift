import PostilModuleKit

/// A day, or the week, month, … that a day lies in.
struct Period: Equatable {
  /// Its first day.
  let first: CivilDay
  let unit: TimeUnit

  /// The period of a kind that `day` lies in.
  init(_ unit: TimeUnit, containing day: CivilDay) {
    self.unit = unit
    let month = day.month - 1
    switch unit {
    case .weekend: first = CivilDay(number: day.number - day.weekday + 6)
    case .week, .fortnight: first = CivilDay(number: day.number - day.weekday + 1)
    case .month: first = day.start(month: month, year: day.year)
    case .quarter: first = day.start(month: month / 3 * 3, year: day.year)
    case .season: first = day.start(month: (month + 1) / 3 * 3 - 1, year: day.year)
    case .half: first = day.start(month: month / 6 * 6, year: day.year)
    case .year: first = day.start(month: 0, year: day.year)
    case .decade: first = day.start(month: 0, year: floored(day.year, 10))
    case .century: first = day.start(month: 0, year: floored(day.year, 100))
    case .millennium: first = day.start(month: 0, year: floored(day.year, 1000))
    case .second, .minute, .hour, .day: first = day
    }
  }

  /// The period `count` units later.
  func shifted(by count: Int) -> Period { shifted(by: count, unit) }

  /// The period of the same kind that lies `count` units of another kind later.
  func shifted(by count: Int, _ other: TimeUnit) -> Period {
    if let months = other.months { return Period(unit, containing: first.adding(months: months * count)) }
    return Period(unit, containing: CivilDay(number: first.number + (other.days ?? 0) * count))
  }

  /// Its last day.
  var last: CivilDay {
    if unit == .weekend { return CivilDay(number: first.number + 1) }
    if let months = unit.months { return CivilDay(number: first.adding(months: months).number - 1) }
    return CivilDay(number: first.number + max(1, unit.days ?? 1) - 1)
  }

  /// How many days lie between `day` and the nearest day of the period.
  func distance(to day: CivilDay) -> Int {
    max(0, first.number - day.number, day.number - last.number)
  }

  /// The TIMEX3 value.
  var value: String {
    guard (-9998...9999).contains(first.year) else { return Self.open(unit) }
    let year = first.yearText
    let month = first.month
    switch unit {
    case .second, .minute, .hour, .day: return first.iso
    case .weekend: return "\(first.weekText)-WE"
    case .week, .fortnight: return first.weekText
    case .month: return "\(year)-\(month.padded(to: 2))"
    case .quarter: return "\(year)-Q\((month + 2) / 3)"
    case .season: return "\(year)-\(["SP", "SU", "FA", "WI"][(month - 3) / 3])"
    case .half: return "\(year)-H\((month + 5) / 6)"
    case .year: return year
    case .decade: return first.year > 0 ? String(year.prefix(3)) : year
    case .century: return first.year > 0 ? String(year.prefix(2)) : year
    case .millennium: return first.year > 0 ? String(year.prefix(1)) : year
    }
  }

  /// The value of a period of which only the kind is known.
  static func open(_ unit: TimeUnit) -> String {
    switch unit {
    case .second, .minute, .hour, .day: "XXXX-XX-XX"
    case .weekend: "XXXX-WXX-WE"
    case .week, .fortnight: "XXXX-WXX"
    case .month, .season: "XXXX-XX"
    case .quarter: "XXXX-QX"
    case .half: "XXXX-HX"
    case .year: "XXXX"
    case .decade: "XXX"
    case .century: "XX"
    case .millennium: "X"
    }
  }
}

private func floored(_ number: Int, _ step: Int) -> Int {
  (number >= 0 ? number / step : (number - step + 1) / step) * step
}

extension CivilDay {
  /// The first day of a month counted from 0, which may lie outside the year.
  func start(month: Int, year: Int) -> CivilDay {
    CivilDay(year: year, month: 1, day: 1)?.adding(months: month) ?? self
  }

  /// Easter Sunday of a year, by the Gregorian reckoning (the "Meeus/Jones/Butcher" algorithm).
  static func easter(_ year: Int) -> CivilDay? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// The nth weekday of a month; -1 for the last one.
  static func weekday(_ weekday: Int, number nth: Int, month: Int, year: Int) -> CivilDay? {
    guard nth != 0, let first = CivilDay(year: year, month: month, day: 1) else { return nil }
    let offset = (weekday - first.weekday + 7) % 7
    let length = length(ofMonth: month, year)
    let day = nth > 0 ? 1 + offset + 7 * (nth - 1) : 1 + offset + 7 * ((length - 1 - offset) / 7 + nth + 1)
    return CivilDay(year: year, month: month, day: day)
  }
}
