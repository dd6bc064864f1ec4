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
    guard !isSet, !next.isSet, !next.isDuration, fields.string("value") == nil, next.fields.string("value") == nil
    else {
      return false
    }
    let (left, right) = (fields, next.fields)
    if left.isTimeAlone { return joinsAsTime(next) }
    if left.isContainer { return right.unitOfDate == .day }
    if right.isTimeAlone { return left.unitOfDate == .day && !isDuration && left.hour == nil && next.base.isEmpty }
    if left.hasTime || right.hasTime && left.weekday == nil { return false }
    if right.unitOfDate == .day, left.unitOfDate == .day {
      return left.isWeekdayAlone ? right.day != nil : right.isWeekdayAlone && left.day != nil
    }
    guard !link.contains(UInt8(ascii: ",")), !left.isComplete || left.isPart, let inner = left.unitOfDate ?? left.unit,
      let outer = right.unitOfDate
    else { return false }
    if outer == .month && left.nth == nil && !(left.day != nil && left.month == nil) { return false }
    return inner.isFiner(than: outer) && (!isDuration || left.nth != nil)
  }

  private func joinsAsTime(_ next: Expression) -> Bool {
    let right = next.fields
    guard right.unitOfDate == .day, right.hour == nil, next.base.allSatisfy({ $0.fields.hour == nil }) else {
      return false
    }
    return right.partOfDay == nil || fields.hour != nil
  }
}

extension Fields {
  /// Whether it is a weekday without a date.
  fileprivate var isWeekdayAlone: Bool { weekday != nil && day == nil && month == nil && nth == nil }
  /// Whether it is a unit alone, which holds what follows.
  var isContainer: Bool { type == "DATE" && unit != nil && unitOfDate == nil && offset == nil }
  /// Whether it counts units in what follows.
  fileprivate var isPart: Bool { nth != nil && year == nil }
}
