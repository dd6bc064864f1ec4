import PostilModuleKit

extension Resolver {
  /// How far ahead a year of two digits may lie.
  private static let yearsAhead = 20

  /// The first day of the year that a candidate says; two digits mean the last such year that lies not far ahead, those of a
  /// decade one that has begun.
  func year(ofTwoDigits number: Int, _ fields: Fields) -> CivilDay? {
    if fields.string("era") == "BC" { return CivilDay(year: 1 - number, month: 1, day: 1) }
    guard (0..<100).contains(number) else { return CivilDay(year: number, month: 1, day: 1) }
    let now = reference?.year ?? 2000
    let latest = fields.decade == nil ? min(now + Self.yearsAhead, 9999) : now
    let year = (latest - number) / 100 * 100 + number
    return CivilDay(year: year, month: 1, day: 1)
  }

  /// What a candidate names in a given year; nil when that year has none.
  func place(_ fields: Fields, in year: Int) -> Period? {
    if let days = fields.easter {
      return CivilDay.easter(year).map { Period(.day, containing: CivilDay(number: $0.number + days)) }
    }
    if let week = fields.week { return isoWeek(week, year) }
    if let season = fields.season.flatMap(Season.month) { return period(.season, month: season, year) }
    if let start = fields.quarter.map({ 3 * $0 - 2 }) { return period(.quarter, month: start, year, fields) }
    if let start = fields.half.map({ 6 * $0 - 5 }) { return period(.half, month: start, year, fields) }
    guard let month = fields.month else {
      return CivilDay(year: year, month: 1, day: 1).map { Period(.year, containing: $0) }
    }
    if let weekday = fields.weekday, let nth = fields.nth {
      return CivilDay.weekday(weekday, number: nth, month: month, year: year).map { Period(.day, containing: $0) }
    }
    guard let day = fields.day else { return period(.month, month: month, year) }
    guard let date = CivilDay(year: year, month: month, day: day) else { return nil }
    let wait = fields.weekday.map { ($0 - date.weekday + 7) % 7 } ?? 0
    return Period(.day, containing: CivilDay(number: date.number + wait))
  }

  private func period(_ unit: TimeUnit, month: Int, _ year: Int, _ fields: Fields? = nil) -> Period? {
    let start = fields?.integer("yearStart") ?? 1
    let shift = start > 1 ? start - 13 : 0
    let first = CivilDay(year: year, month: 1, day: 1)?.adding(months: month - 1 + shift)
    return first.map { Period(unit, containing: $0) }
  }

  private func isoWeek(_ week: Int, _ year: Int) -> Period? {
    guard (1...53).contains(week), let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
    let period = Period(.week, containing: CivilDay(number: fourth.number + 7 * (week - 1)))
    return period.first.week.year == year ? period : nil
  }

  /// The part of a longer period that an expression names: `Friday` of last week, `May` of a year, the last day of a month.
  func part(_ fields: Fields, of whole: Period) -> Dated? {
    if fields.hasTime, fields.unitOfDate == nil { return Dated(whole, .timeOfJoinedDay) }
    if fields.isContainer, let unit = fields.unit { return Dated(Period(unit, containing: whole.first), .partOfPeriod) }
    if let side = fields.string("beside"), let weekday = fields.weekday {
      return Dated(Self.day(weekday, fields.nth ?? 1, side, whole), .partOfPeriod)
    }
    if fields.isSameAsBefore, let unit = fields.unit { return same(unit, fields, in: whole) }
    if let weekday = fields.weekday, fields.nth == nil, fields.day == nil {
      return Dated(day(weekday, in: whole), .partOfPeriod)
    }
    if let nth = fields.nth, let unit = fields.unit {
      return counted(nth, unit, in: whole).map { Dated($0, .partOfPeriod) }
    }
    if let weekday = fields.weekday, let nth = fields.nth, fields.month == nil {
      return CivilDay.weekday(weekday, number: nth, month: whole.first.month, year: whole.first.year).map {
        Dated(Period(.day, containing: $0), .partOfPeriod)
      }
    }
    if let day = fields.day, fields.month == nil {
      let date = CivilDay(year: whole.first.year, month: whole.first.month, day: day)
      return date.map { Dated(Period(.day, containing: $0), .partOfPeriod) }
    }
    return places(fields, in: whole.first.year).first.map { Dated($0, .partOfPeriod) }
  }

  /// The nth weekday before or after a period.
  private static func day(_ weekday: Int, _ nth: Int, _ side: String, _ whole: Period) -> Period {
    let more = 7 * (min(abs(nth), 1000) - 1)
    if side == "before" {
      let back = (whole.first.weekday - weekday + 6) % 7 + 1
      return Period(.day, containing: CivilDay(number: whole.first.number - back - more))
    }
    let ahead = (weekday - whole.last.weekday + 6) % 7 + 1
    return Period(.day, containing: CivilDay(number: whole.last.number + ahead + more))
  }

  /// The month, quarter or day that the text named, in another year; a day in another week.
  private func same(_ unit: TimeUnit, _ fields: Fields, in whole: Period) -> Dated? {
    guard let named = relative(0, unit, fields).period else { return Dated(open: Period.open(unit), .noAnchor) }
    if whole.unit == .week { return Dated(day(named.first.weekday, in: whole), .partOfPeriod) }
    let moved = named.shifted(by: whole.first.year - named.first.year, .year)
    return Dated(moved, .partOfPeriod)
  }

  private func day(_ weekday: Int, in whole: Period) -> Period {
    if whole.unit == .day || whole.unit == .weekend && weekday < 6 { return Period(.day, containing: whole.first) }
    let start = whole.unit == .weekend ? Period(.week, containing: whole.first).first : whole.first
    return Period(.day, containing: CivilDay(number: start.number + (weekday - start.weekday + 7) % 7))
  }

  private func counted(_ nth: Int, _ unit: TimeUnit, in whole: Period) -> Period? {
    guard nth != 0, abs(nth) < 400 else { return nil }
    let start = nth > 0 ? first(unit, of: whole) : last(unit, of: whole)
    let found = start.shifted(by: nth > 0 ? nth - 1 : nth + 1)
    return found.first.number <= whole.last.number && found.last.number >= whole.first.number ? found : nil
  }

  /// The first week whose Thursday, or weekend whose Saturday, lies in a period; of other units the one in which it begins.
  private func first(_ unit: TimeUnit, of whole: Period) -> Period {
    let start = Period(unit, containing: whole.first)
    return unit.middle.map { start.first.number + $0 < whole.first.number } ?? false ? start.shifted(by: 1) : start
  }

  /// The last week or weekend that lies in a period, likewise.
  private func last(_ unit: TimeUnit, of whole: Period) -> Period {
    let end = Period(unit, containing: whole.last)
    return unit.middle.map { end.first.number + $0 > whole.last.number } ?? false ? end.shifted(by: -1) : end
  }
}
