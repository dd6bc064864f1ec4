import PostilModuleKit

extension Fields {
  /// Whether a modifier changes the expression behind it.
  var changesWhatFollows: Bool {
    ["mod", "quant", "freq"].contains { features[$0] != nil } || features["shift"] == nil && features["drop"] == nil
  }
}

extension Expression {
  /// Whether a modifier behind it leads to a date: with a vague amount only from the document's date.
  func canShift(_ modifier: Fields) -> Bool { fields.amount != nil || modifier.string("anchor") == "document" }

  /// Whether a modifier that stands before the expression changes it.
  func accepts(_ modifier: Fields) -> Bool {
    if fields.string("value") != nil { return false }
    if fields.type == "SET" { return modifier.string("freq") != nil }
    switch modifier.string("of") {
    case "date": return !isDuration || shift != nil
    case "duration": return isDuration
    default: return true
    }
  }

  /// Whether the expression and the one behind it, with `link` between them, make one.
  func joins(_ next: Expression, across link: ArraySlice<UInt8>) -> Bool {
    if isSet || next.isSet { return joinsAsSet(next) }
    if fields.isSameAsBefore, next.shift != nil, next.fields.unit == .year { return true }
    guard !next.isDuration, fields.string("value") == nil, next.fields.string("value") == nil
    else {
      return false
    }
    let (left, right) = (fields, next.fields)
    if isTimeAlone { return next.isTimeAlone ? left.hour == nil && next.isHourAlone : joinsAsTime(next) }
    if left.string("beside") != nil { return right.unitOfDate == .day }
    if left.isSameAsBefore, !link.contains(UInt8(ascii: ",")) {
      return right.unitOfDate == .year && left.unit?.isFiner(than: .year) ?? false
        || right.unitOfDate == .week && left.unit == .day
    }
    if left.isContainer { return right.unitOfDate == .day }
    if next.isTimeAlone { return left.unitOfDate == .day && !isDuration && left.hour == nil }
    if left.hasTime || right.hasTime && left.weekday == nil { return false }
    if right.unitOfDate == .day, left.unitOfDate == .day {
      return left.isWeekdayAlone ? right.day != nil : right.isWeekdayAlone && left.day != nil
    }
    guard !link.contains(UInt8(ascii: ",")), !left.isComplete || left.isPart, let inner = left.unitOfDate ?? left.unit,
      let outer = right.unitOfDate
    else { return false }
    if left.isWeekdayAlone, !outer.isFiner(than: .month) { return false }
    if outer == .month && left.nth == nil && !(left.day != nil && left.month == nil) { return false }
    return inner.isFiner(than: outer) && (!isDuration || left.nth != nil)
  }

  private func joinsAsTime(_ next: Expression) -> Bool {
    guard next.fields.unitOfDate == .day, next.ofClock == nil else { return false }
    return next.partOfDay == nil || ofClock != nil
  }

  /// A time of day belongs to what recurs beside it: `Fridays at 1 p.m.`, `10 p.m. every night`.
  private func joinsAsSet(_ next: Expression) -> Bool {
    guard isSet != next.isSet, fields.string("value") == nil, next.fields.string("value") == nil else { return false }
    let (set, time) = isSet ? (self, next) : (next, self)
    return time.isTimeAlone && set.ofClock == nil && set.base.isEmpty && set.fields.recursByDay
  }

  /// Whether it is an hour without part of the day.
  private var isHourAlone: Bool { fields.hour != nil && fields.partOfDay == nil && fields.string("meridiem") == nil }

  /// Whether the duration behind it adds to it.
  func isLengthened(by next: Expression) -> Bool {
    guard isDuration, next.isDuration, !isSet, !next.isSet, shift == nil, fields.amount != nil,
      next.fields.amount != nil,
      let unit = fields.unit, let finer = next.fields.unit
    else { return false }
    return finer.isFiner(than: unit)
  }
}

extension Fields {
  /// Whether it is a weekday without a date.
  fileprivate var isWeekdayAlone: Bool { weekday != nil && day == nil && month == nil && nth == nil }
  /// Whether it is a unit alone, which holds what follows.
  var isContainer: Bool { type == "DATE" && unit != nil && unitOfDate == nil && offset == nil }
  /// Whether it is a unit like the one that the text named: `the same month`.
  var isSameAsBefore: Bool { offset == 0 && isAnchoredInText && unit != nil && string("needs") == nil }
  /// Whether it recurs by days or weekdays, so that a time of day can follow.
  fileprivate var recursByDay: Bool {
    weekday != nil || unit == .day && amount ?? 1 == 1 || partOfDay != nil && unit == nil || unit == .weekend
  }
  /// Whether it counts units in what follows.
  fileprivate var isPart: Bool { nth != nil && year == nil }
}
