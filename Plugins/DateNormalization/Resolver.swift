import PostilModuleKit

/// Resolves candidates one after the other, remembering the dates on the way.
struct Resolver {
  /// A value with its type and what it was reckoned from.
  struct Resolved {
    let type: String
    let value: String
    let anchor: String?
  }

  /// The most units that a relative date may lie off; beyond it the value stays open.
  private static let farthest = 100_000

  /// The document's date; nil when it is unknown.
  let reference: CivilDay?
  /// The year of the last date with one.
  private var narrativeYear: Int?

  init(reference: CivilDay?) { self.reference = reference }

  /// The value of a candidate, or nil when it names a day that does not exist.
  mutating func resolve(_ features: Features) -> Resolved? {
    let fields = Fields(features)
    let type = features["timexType"]?.string ?? "DATE"
    if let value = features["value"]?.string { return Resolved(type: type, value: value, anchor: nil) }
    if type == "DURATION" || type == "SET" {
      guard let unit = fields.unit else {
        return fields.weekday.map { Resolved(type: type, value: "XXXX-WXX-\($0)", anchor: nil) }
      }
      return Resolved(type: type, value: unit.duration(fields.amount ?? (type == "SET" ? 1 : nil)), anchor: nil)
    }
    guard let date = date(fields) else { return nil }
    let value = date + time(fields)
    let digits = value.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 4, let year = Int(digits) { narrativeYear = year }
    let isAnchored = fields.year == nil && reference != nil
    return Resolved(
      type: time(fields).isEmpty ? type : "TIME", value: value, anchor: isAnchored ? reference.map(Self.iso) : nil)
  }

  private func time(_ fields: Fields) -> String {
    if let hour = fields.hour { return "T\(padded(hour, 2)):\(padded(fields.minute ?? 0, 2))" }
    return fields.partOfDay.map { "T\($0)" } ?? ""
  }

  private func date(_ fields: Fields) -> String? {
    if let weekday = fields.weekday, fields.day == nil { return self.weekday(weekday, fields) }
    if let offset = fields.offset, let unit = fields.unit { return relative(offset, unit, fields) }
    if let decade = fields.decade { return String(padded(decade, 4).prefix(3)) }
    if let season = fields.season { return "\(year(fields) ?? "XXXX")-\(season)" }
    if let quarter = fields.quarter { return "\(year(fields) ?? "XXXX")-Q\(quarter)" }
    guard let month = fields.month else {
      if fields.hour != nil || fields.partOfDay != nil { return reference.map(Self.iso) ?? "XXXX-XX-XX" }
      return year(fields) ?? "XXXX"
    }
    guard let day = fields.day else { return "\(yearOfMonth(month, fields) ?? "XXXX")-\(padded(month, 2))" }
    return dayOfMonth(month, day, fields)
  }

  private func dayOfMonth(_ month: Int, _ day: Int, _ fields: Fields) -> String? {
    guard CivilDay(year: 2000, month: month, day: day) != nil else { return nil }
    if let year = year(fields) {
      guard let number = Int(year), let resolved = CivilDay(year: number, month: month, day: day) else { return nil }
      return Self.iso(resolved)
    }
    guard let reference else { return "XXXX-\(padded(month, 2))-\(padded(day, 2))" }
    let near = (-1...1).compactMap { CivilDay(year: reference.year + $0, month: month, day: day) }
    let allowed = near.filter {
      switch fields.direction {
      case "past": $0.number <= reference.number
      case "future": $0.number >= reference.number
      default: true
      }
    }
    return allowed.min { abs($0.number - reference.number) < abs($1.number - reference.number) }.map(Self.iso)
  }

  private func weekday(_ weekday: Int, _ fields: Fields) -> String {
    guard let reference else { return "XXXX-WXX-\(weekday)" }
    let back = (reference.weekday - weekday + 7) % 7
    let number =
      switch fields.direction {
      case "future": reference.number + (back == 0 ? 7 : 7 - back)
      default: reference.number - (back == 0 && fields.direction == "past" ? 7 : back)
      }
    return Self.iso(CivilDay(number: number))
  }

  private func relative(_ offset: Int, _ unit: TimeUnit, _ fields: Fields) -> String {
    guard let reference, abs(offset) <= Self.farthest else { return Self.open(unit) }
    switch unit {
    case .second, .minute, .hour, .day:
      return Self.iso(CivilDay(number: reference.number + (unit == .day ? offset : 0)))
    case .week:
      let week = CivilDay(number: reference.number + 7 * offset).week
      return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .month:
      let day = reference.adding(months: offset)
      return "\(padded(day.year, 4))-\(padded(day.month, 2))"
    case .quarter:
      let day = reference.adding(months: 3 * offset)
      return "\(padded(day.year, 4))-Q\((day.month - 1) / 3 + 1)"
    case .year: return padded(reference.year + offset, 4)
    case .decade: return String(padded(reference.year + 10 * offset, 4).prefix(3))
    case .century: return String(padded(reference.year + 100 * offset, 4).prefix(2))
    }
  }

  /// The year said, or that of the story where the candidate leans on it.
  private func year(_ fields: Fields) -> String? {
    if let year = fields.year {
      guard year < 100 else { return padded(year, 4) }
      let century = (reference?.year ?? 2000) / 100 * 100
      let near = [century - 100, century].map { $0 + year }
      return near.min { abs($0 - (reference?.year ?? 2000)) < abs($1 - (reference?.year ?? 2000)) }.map {
        padded($0, 4)
      }
    }
    if fields.anchor == "text" { return (narrativeYear ?? reference?.year).map { padded($0, 4) } }
    return nil
  }

  /// A month without year lies in the past unless the candidate says otherwise.
  private func yearOfMonth(_ month: Int, _ fields: Fields) -> String? {
    if let year = year(fields) { return year }
    guard let reference else { return nil }
    let shift =
      switch fields.direction {
      case "future": month < reference.month ? 1 : 0
      case "nearest": month - reference.month > 6 ? -1 : month - reference.month < -6 ? 1 : 0
      default: month > reference.month ? -1 : 0
      }
    return padded(reference.year + shift, 4)
  }

  /// The value of a relative expression in a text without a date.
  private static func open(_ unit: TimeUnit) -> String {
    switch unit {
    case .second, .minute, .hour, .day: "XXXX-XX-XX"
    case .week: "XXXX-WXX"
    case .month: "XXXX-XX"
    case .quarter: "XXXX-QX"
    case .year: "XXXX"
    case .decade: "XXX"
    case .century: "XX"
    }
  }

  private static func iso(_ day: CivilDay) -> String {
    "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }
}

/// A candidate's features, read.
private struct Fields {
  let year, month, day, weekday, offset, quarter, decade, hour, minute: Int?
  let amount: Double?
  let unit: TimeUnit?
  let direction, season, partOfDay, anchor: String?

  init(_ features: Features) {
    func integer(_ name: String) -> Int? { features[name]?.number.flatMap { Int(exactly: $0.rounded()) } }
    year = integer("year")
    month = integer("month")
    day = integer("day")
    weekday = integer("weekday")
    offset = integer("offset")
    quarter = integer("quarter")
    decade = integer("decade")
    hour = integer("hour")
    minute = integer("minute")
    amount = features["amount"]?.number
    unit = features["unit"]?.string.flatMap(TimeUnit.init)
    direction = features["direction"]?.string
    season = features["season"]?.string
    partOfDay = features["partOfDay"]?.string
    anchor = features["anchor"]?.string
  }
}
