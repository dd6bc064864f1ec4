import PostilModuleKit

extension Resolver {
  /// The date of an expression; nil when there is no such day.
  func date(_ expression: Expression) -> Dated? {
    let fields = expression.fields
    var base: Dated?
    if let inner = expression.base.first, !inner.isTimeAlone {
      guard let dated = date(inner) else { return nil }
      base = dated
    }
    if let shift = expression.shift { return shifted(expression, shift, base) }
    if fields.isTimeAlone { return base?.holdingTime ?? dayOfSentence(expression) ?? dayOfStory }
    if let first = fields.integer("firstNumber"), let second = fields.integer("secondNumber") {
      return numeric(first, second, fields)
    }
    if let base, let whole = base.period {
      return part(fields, of: whole).map { $0.inside(base) }
    }
    if fields.string("beside") != nil { return nil }
    return alone(fields, expression, isOpen: base != nil)
  }

  /// The day of the sentence that a time of day belongs to: that of the time at which its range ends, else another one.
  private func dayOfSentence(_ expression: Expression) -> Dated? {
    let ends = expression.chain.flatMap(\.end).filter { !$0.isTimeAlone || !$0.day.isEmpty }
    return (ends + expression.chain.flatMap(\.day)).lazy.compactMap { other -> Dated? in
      guard let day = days[other.candidates[0]] ?? self.date(other), day.isDay, day.period != nil else { return nil }
      return day.ofSentence(other.candidates[0])
    }.first
  }

  /// The day that a time of day alone belongs to: that of the document, or one just named that lies right by it.
  private var dayOfStory: Dated {
    guard let anchor else { return Dated(open: "XXXX-XX-XX", .noAnchor) }
    guard let last = narrative.last(.day), (1...2).contains(last.period.distance(to: anchor.day)) else {
      return Dated(Period(.day, containing: anchor.day), .timeOfReferenceDay, anchor: anchor)
    }
    return Dated(last.period, .timeOfDayInText, anchor: last.anchor)
  }

  /// What dates without year count from: the document's date, in a narrative the last date of the text.
  var anchor: Anchor? {
    style == "narrative" ? narrative.last(within: .year)?.anchor ?? referenceAnchor : referenceAnchor
  }

  /// The document's date.
  var referenceAnchor: Anchor? { reference.map { Anchor(day: $0) } }

  /// An expression with nothing joined to it; `isOpen` when what it was joined to has no date.
  private func alone(_ fields: Fields, _ expression: Expression, isOpen: Bool) -> Dated? {
    if let unit = fields.unit, let offset = fields.offset { return relative(offset, unit, fields) }
    if let year = fields.year, fields.unit == .quarter, fields.isAnchoredInText, let last = narrative.last(.quarter) {
      return Dated(
        last.period.shifted(by: year - last.period.first.year, .year), .sameQuarter, anchor: last.anchor)
    }
    if let decade = fields.decade {
      return year(ofTwoDigits: decade, fields).map { Dated(Period(.decade, containing: $0), .yearSaid) }
    }
    if let century = fields.century {
      if fields.string("era") == "BC" { return Dated(open: "BC" + (century - 1).padded(to: 2), .yearSaid) }
      let year = 100 * (century - 1)
      return CivilDay(year: year, month: 1, day: 1).map { Dated(Period(.century, containing: $0), .yearSaid) }
    }
    if let weekday = fields.weekday, fields.day == nil, fields.month == nil, fields.nth == nil {
      return dayOfWeek(weekday, fields, expression)
    }
    if fields.day != nil, fields.month == nil { return dayOfMonth(fields, expression) }
    if let unit = fields.unitOfDate, unit != .year { return ofYear(fields, expression, isOpen) }
    return fields.year.flatMap { year(ofTwoDigits: $0, fields) }.map { Dated(Period(.year, containing: $0), .yearSaid) }
  }

  /// A weekday without date.
  private func dayOfWeek(_ weekday: Int, _ fields: Fields, _ expression: Expression) -> Dated {
    let named = fields.isAnchoredInText ? narrative.last(within: .day)?.anchor : nil
    guard let anchor = named ?? anchor else { return Dated(open: "XXXX-WXX-\(weekday)", .noAnchor) }
    let side = side(of: expression, default: style == "narrative" ? .nearest : .past)
    if let start = starts[expression.candidates[0]] {
      let day = CivilDay(number: start.day.number + (weekday - start.day.weekday + 7) % 7)
      return Dated(Period(.day, containing: day), .afterRangeStart, anchor: anchor, source: start.source)
    }
    if !side.isTold, let end = end(of: expression) {
      let day = CivilDay(number: end.day.number - (end.day.weekday - weekday + 7) % 7)
      return Dated(Period(.day, containing: day), .weekdayToRangeEnd, anchor: anchor, source: end.source)
    }
    let ahead = (weekday - anchor.day.weekday + 7) % 7
    let more = 7 * max(0, (fields.integer("count") ?? 1) - 1)
    let days =
      switch side.direction {
      case .future: ahead
      case .next: (ahead == 0 ? 7 : ahead) + more
      case .past: ahead == 0 ? 0 : ahead - 7
      // On a Tuesday nobody says last Monday of the day before.
      case .last: (ahead == 6 && more == 0 && named == nil ? -8 : ahead - 7) - more
      case .this: weekday - anchor.day.weekday
      case .nearest: ahead <= 3 ? ahead : ahead - 7
      }
    return Dated(
      Period(.day, containing: CivilDay(number: anchor.day.number + days)), .weekday(side), anchor: anchor,
      cue: side.cue)
  }

  /// The first day of the end of a range that begins with the expression.
  private func end(of expression: Expression) -> Anchor? {
    expression.end.first.flatMap { end in
      date(end)?.period.map { Anchor(day: $0.first, source: end.candidates[0]) }
    }
  }

  /// A day of the month without month.
  private func dayOfMonth(_ fields: Fields, _ expression: Expression) -> Dated? {
    guard let day = fields.day, (1...31).contains(day) else { return nil }
    guard let anchor else { return Dated(open: "XXXX-XX-\(day.padded(to: 2))", .noAnchor) }
    // A weekday with its number may not come again for seven months.
    let reach = fields.weekday == nil ? 2 : 7
    let days = (-reach...reach).compactMap { shift -> Period? in
      let month = Period(.month, containing: anchor.day).shifted(by: shift).first
      return CivilDay(year: month.year, month: month.month, day: day).map { Period(.day, containing: $0) }
    }
    let fitting = days.filter { fields.weekday == nil || $0.first.weekday == fields.weekday }
    let side = side(of: expression, default: .nearest)
    return choose(side.direction, among: fitting, anchor.day).map {
      Dated($0, .dayOfMonth(side), anchor: anchor, cue: side.cue)
    }
  }

  /// Something that comes once a year.
  private func ofYear(_ fields: Fields, _ expression: Expression, _ isOpen: Bool) -> Dated? {
    if let number = fields.year {
      guard let first = year(ofTwoDigits: number, fields) else { return nil }
      if let place = places(fields, in: first.year).first { return Dated(place, .inYearSaid) }
      return fields.isFeast ? Dated(Period(.year, containing: first), .yearSaid) : nil
    }
    if isOpen { return Dated(open: fields.openValue, .noAnchor) }
    if fields.isAnchoredInText, let named = narrative.last?.anchor ?? referenceAnchor {
      return places(fields, in: named.day.year).first.map { Dated($0, .inYearOfText, source: named.source) }
    }
    let usual: Direction =
      [.day, .month].contains(fields.unitOfDate) || style == "narrative" ? storyDirection : .past
    let side = side(of: expression, default: usual)
    if !side.isTold || expression.end.first?.saysYear ?? false, let end = end(of: expression),
      let start = start(fields, before: end.day)
    {
      return Dated(start, .yearlyToRangeEnd, anchor: anchor, source: end.source)
    }
    guard let anchor else { return Dated(open: fields.openValue, .noAnchor) }
    let near = (-1...1).flatMap { places(fields, in: anchor.day.year + $0) }
    let periods = near.count < 3 ? (-8...8).flatMap { places(fields, in: anchor.day.year + $0) } : near
    if let start = starts[expression.candidates[0]],
      let end = periods.first(where: { $0.first.number >= start.day.number })
    {
      return Dated(end, .afterRangeStart, anchor: anchor, source: start.source)
    }
    return choose(side.direction, among: periods, anchor.day).map { period in
      let years = fields.offset.flatMap { abs($0) <= Self.farthest ? $0 : nil } ?? 0
      return Dated(period.shifted(by: years, .year), .yearly(side), anchor: anchor, cue: side.cue)
    }
  }

  /// What comes once a year, the last before the end of a range.
  private func start(_ fields: Fields, before end: CivilDay) -> Period? {
    (-1...0).flatMap { places(fields, in: end.year + $0) }.last { $0.first.number <= end.number }
  }

  /// In a narrative the year just named holds what follows.
  private var storyDirection: Direction {
    style == "narrative" && narrative.last(within: .year)?.period.unit == .year ? .this : .nearest
  }

  /// Where the expression lies: as it says, else by the tense around it.
  private func side(of expression: Expression, default usual: Direction) -> Side {
    if let said = expression.fields.direction { return Side(direction: said, way: .said) }
    if style != "narrative" {
      if let cue = tense.future(at: expression.span) { return Side(direction: .future, way: .tense, cue: cue) }
      let reach = expression.fields.unitOfDate == .month ? Tense.reach : Tense.closeness
      if let cue = tense.past(at: expression.span, within: reach) {
        return Side(direction: .past, way: .tense, cue: cue)
      }
    }
    return Side(direction: usual, way: .nearness)
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
