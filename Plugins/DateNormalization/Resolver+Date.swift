extension Resolver {
  /// The date of an expression; nil when there is no such day.
  func date(_ expression: Expression) -> Dated? {
    let fields = expression.fields
    var base: Dated?
    if let inner = expression.base.first, !inner.fields.isTimeAlone {
      guard let dated = date(inner) else { return nil }
      base = dated
    }
    if let shift = expression.shift { return shifted(expression, shift, base) }
    if fields.isTimeAlone { return base ?? dayOfStory }
    if let first = fields.integer("firstNumber"), let second = fields.integer("secondNumber") {
      return numeric(first, second, fields)
    }
    if let base, let whole = base.period {
      return part(fields, of: whole, expression).map { part in
        var dated = part
        dated.anchor = base.anchor
        return dated
      }
    }
    return alone(fields, expression, isOpen: base != nil)
  }

  private var today: Dated {
    anchorDay.map { Dated(Period(.day, containing: $0), anchor: $0) } ?? Dated(open: "XXXX-XX-XX")
  }

  /// The day that a time of day alone belongs to: that of the document, or one just named that lies right by it.
  private var dayOfStory: Dated {
    guard let anchor = anchorDay, let last = narrative.last(.day), (1...2).contains(last.distance(to: anchor)) else {
      return today
    }
    return Dated(last, anchor: last.first)
  }

  /// What dates without year count from: the document's date, in a narrative the last date of the text.
  var anchorDay: CivilDay? { style == "narrative" ? narrative.last(within: .year)?.first ?? reference : reference }

  /// An expression with nothing joined to it; `isOpen` when what it was joined to has no date.
  private func alone(_ fields: Fields, _ expression: Expression, isOpen: Bool) -> Dated? {
    if let unit = fields.unit, let offset = fields.offset { return relative(offset, unit, fields) }
    if let year = fields.year, fields.unit == .quarter, fields.isAnchoredInText, let last = narrative.last(.quarter) {
      return Dated(last.shifted(by: year - last.first.year, .year), anchor: last.first)
    }
    if let decade = fields.decade {
      return year(ofTwoDigits: decade, fields).map { Dated(Period(.decade, containing: $0)) }
    }
    if let century = fields.century {
      let year = fields.string("era") == "BC" ? 1 - 100 * century : 100 * (century - 1)
      return CivilDay(year: year, month: 1, day: 1).map { Dated(Period(.century, containing: $0)) }
    }
    if let weekday = fields.weekday, fields.day == nil, fields.month == nil, fields.nth == nil {
      return dayOfWeek(weekday, fields, expression)
    }
    if fields.day != nil, fields.month == nil { return dayOfMonth(fields, expression) }
    if let unit = fields.unitOfDate, unit != .year { return ofYear(fields, expression, isOpen) }
    return fields.year.flatMap { year(ofTwoDigits: $0, fields) }.map { Dated(Period(.year, containing: $0)) }
  }

  /// A weekday without date.
  private func dayOfWeek(_ weekday: Int, _ fields: Fields, _ expression: Expression) -> Dated {
    guard let anchor = anchorDay else { return Dated(open: "XXXX-WXX-\(weekday)") }
    if let end = expression.end.first.flatMap(date)?.period?.first {
      let day = CivilDay(number: end.number - (end.weekday - weekday + 7) % 7)
      return Dated(Period(.day, containing: day), anchor: anchor)
    }
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days =
      switch direction(expression, standard: style == "narrative" ? .nearest : .past) {
      case .future: ahead
      case .next: ahead == 0 ? 7 : ahead
      case .past: ahead == 0 ? 0 : ahead - 7
      // On a Tuesday nobody says last Monday of the day before.
      case .last: ahead == 6 ? -8 : ahead - 7
      case .this: weekday - anchor.weekday
      case .nearest: ahead <= 3 ? ahead : ahead - 7
      }
    return Dated(Period(.day, containing: CivilDay(number: anchor.number + days)), anchor: anchor)
  }

  /// A day of the month without month.
  private func dayOfMonth(_ fields: Fields, _ expression: Expression) -> Dated? {
    guard let day = fields.day, (1...31).contains(day) else { return nil }
    guard let anchor = anchorDay else { return Dated(open: "XXXX-XX-\(padded(day, 2))") }
    let days = (-2...2).compactMap { shift -> Period? in
      let month = Period(.month, containing: anchor).shifted(by: shift).first
      return CivilDay(year: month.year, month: month.month, day: day).map { Period(.day, containing: $0) }
    }
    let fitting = days.filter { fields.weekday == nil || $0.first.weekday == fields.weekday }
    return choose(direction(expression, standard: .nearest), among: fitting, anchor).map { Dated($0, anchor: anchor) }
  }

  /// Something that comes once a year.
  private func ofYear(_ fields: Fields, _ expression: Expression, _ isOpen: Bool) -> Dated? {
    if let number = fields.year {
      return year(ofTwoDigits: number, fields).flatMap { place(fields, in: $0.year) }.map { Dated($0) }
    }
    if isOpen { return Dated(open: fields.openValue) }
    if fields.isAnchoredInText, let year = narrative.year ?? reference?.year {
      return place(fields, in: year).map { Dated($0) }
    }
    guard let anchor = anchorDay else { return Dated(open: fields.openValue) }
    let near = (-1...1).compactMap { place(fields, in: anchor.year + $0) }
    let periods = near.count < 3 ? (-8...8).compactMap { place(fields, in: anchor.year + $0) } : near
    let standard: Direction =
      [.day, .month].contains(fields.unitOfDate) || style == "narrative" ? storyDirection : .past
    if let end = expression.end.first.flatMap(date)?.period,
      let start = periods.last(where: { $0.first.number <= end.first.number })
    {
      return Dated(start, anchor: anchor)
    }
    return choose(direction(expression, standard: standard), among: periods, anchor).map { period in
      let years = fields.offset.flatMap { abs($0) <= Self.farthest ? $0 : nil } ?? 0
      return Dated(period.shifted(by: years, .year), anchor: anchor)
    }
  }

  /// In a narrative the year just named holds what follows.
  private var storyDirection: Direction {
    style == "narrative" && narrative.last(within: .year)?.unit == .year ? .this : .nearest
  }

  /// Where the expression lies: as it says, else by the tense around it.
  private func direction(_ expression: Expression, standard: Direction) -> Direction {
    if let said = expression.fields.direction { return said }
    if style == "narrative" { return standard }
    if tense.isFuture(at: expression.span) { return .future }
    let reach = expression.fields.unitOfDate == .month ? Tense.reach : Tense.closeness
    return tense.isPast(at: expression.span, within: reach) ? .past : standard
  }

  /// The one of `periods`, in order, that lies as `direction` says from `day`.
  func choose(_ direction: Direction, among periods: [Period], _ day: CivilDay) -> Period? {
    let chosen: Period? =
      switch direction {
      case .past: periods.last { $0.first.number <= day.number }
      case .last: periods.last { $0.last.number < day.number }
      case .future: periods.first { $0.last.number >= day.number && Self.isExpected($0, day) }
      case .next: periods.first { $0.first.number > day.number }
      case .this: periods.first { $0.first.year == day.year }
      case .nearest: nil
      }
    return chosen ?? periods.min { weight($0, day) < weight($1, day) }
  }

  /// Reports speak of quarters and days ahead only where they are near.
  private static func isExpected(_ period: Period, _ day: CivilDay) -> Bool {
    period.distance(to: day) <= (period.unit == .quarter ? 150 : period.unit == .day ? 200 : 365)
  }

  /// How far a period lies off; days ahead count half as much again.
  private func weight(_ period: Period, _ day: CivilDay) -> Int {
    period.first.number > day.number && style != "narrative"
      ? 3 * period.distance(to: day) : 2 * period.distance(to: day)
  }
}
