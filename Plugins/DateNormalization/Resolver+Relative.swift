extension Resolver {
  /// How far a quarter governs comparisons with a year before, in bytes.
  static let reach = 600

  /// So many units after the anchor.
  func relative(_ offset: Int, _ unit: TimeUnit, _ fields: Fields) -> Dated {
    guard abs(offset) <= Self.farthest else { return Dated(open: Period.open(unit), .tooFar) }
    if fields.isAnchoredInText {
      if unit == .quarter, let last = narrative.last(.quarter), offset != 0 || isOver(last.period) || reference == nil {
        return Dated(last.period.shifted(by: offset), .relativeToText, anchor: last.anchor)
      }
      if unit == .quarter, offset == 0, let reference = referenceAnchor {
        return Dated(Period(.quarter, containing: reference.day).shifted(by: -1), .justOver, anchor: reference)
      }
      if let last = narrative.last(within: unit) {
        return Dated(
          Period(unit, containing: last.period.first).shifted(by: offset), .relativeToText, anchor: last.anchor)
      }
    }
    guard let anchor = fields.isAnchoredInText ? anchor : referenceAnchor else {
      return Dated(open: Period.open(unit), .noAnchor)
    }
    if unit == .weekend, fields.direction == .past, offset == 0, anchor.day.weekday < 6 {
      return Dated(Period(unit, containing: anchor.day).shifted(by: -1), .justOver, anchor: anchor)
    }
    return Dated(Period(unit, containing: anchor.day).shifted(by: offset), .relativeToDocument, anchor: anchor)
  }

  /// Whether a quarter lies behind the document's date, or ends within the month.
  private func isOver(_ quarter: Period) -> Bool { reference.map { quarter.last.number <= $0.number + 31 } ?? true }

  /// The date to which a duration leads from its anchor: `three days ago`, `a year earlier`, `two days before Easter`.
  func shifted(_ expression: Expression, _ shift: Fields, _ base: Dated?) -> Dated? {
    let fields = expression.fields
    let isPast = shift.string("shift") == "past"
    if shift.string("anchor") ?? "document" == "document", let seconds = Self.seconds(expression),
      let moment = moment(isPast ? -seconds : seconds)
    {
      return moment
    }
    if let rest = expression.rest.first { return shiftedByParts(expression, rest, shift, base) }
    guard let unit = fields.unit, let amount = fields.amount, abs(amount) <= Double(Self.farthest) else {
      return Dated(open: isPast ? "PAST_REF" : "FUTURE_REF", .vagueShift)
    }
    let count = Int(amount.rounded()) * (isPast ? -1 : 1)
    if shift.string("anchor") == "next" {
      guard let base else { return nil }
      guard let day = base.period else { return Dated(open: Period.open(unit), .noAnchor) }
      return Dated(
        day.shifted(by: count, unit), .shiftFromNext, anchor: Anchor(day: day.first, source: base.anchor?.source))
    }
    if unit == .decade, let reference = referenceAnchor, base == nil {
      return Dated(
        Period(.year, containing: reference.day).shifted(by: count, unit), .shiftFromDocument, anchor: reference)
    }
    if unit == .year, let quarter = narrative.last(.quarter, before: expression.span.start, within: Self.reach) {
      return Dated(quarter.period.shifted(by: count, unit), .shiftFromQuarter, anchor: quarter.anchor)
    }
    if shift.string("anchor") == "text", let last = narrative.last(within: unit == .week ? .day : unit) {
      return Dated(last.period.shifted(by: count, unit), .shiftFromText, anchor: last.anchor)
    }
    guard let reference else { return Dated(open: Period.open(unit == .week ? .day : unit), .noAnchor) }
    let start = Period(unit == .week || unit == .fortnight ? .day : unit, containing: reference)
    return Dated(start.shifted(by: count, unit), .shiftFromDocument, anchor: Anchor(day: start.first))
  }

  /// The date to which a duration of several units leads, as fine as the last of them: `a year and six months ago`.
  private func shiftedByParts(_ expression: Expression, _ rest: Expression, _ shift: Fields, _ base: Dated?) -> Dated? {
    let parts = [expression] + Self.parts(rest)
    guard let finest = parts.last?.fields.unit else { return nil }
    let named = shift.string("anchor") == "text" ? narrative.last(within: finest)?.anchor : nil
    guard let start = base?.period.map({ Anchor(day: $0.first) }) ?? named ?? referenceAnchor else {
      return Dated(open: Period.open(finest), .noAnchor)
    }
    let day = parts.reduce(start.day) { day, part in
      let count = Int((part.fields.amount ?? 0).rounded())
      guard let unit = part.fields.unit, abs(count) <= Self.farthest else { return day }
      return Period(.day, containing: day).shifted(by: shift.string("shift") == "past" ? -count : count, unit).first
    }
    let decision: DateDecision = base != nil ? .shiftFromNext : named != nil ? .shiftFromText : .shiftFromDocument
    return Dated(Period(finest == .week ? .day : finest, containing: day), decision, anchor: start)
  }

  private static func parts(_ expression: Expression) -> [Expression] { [expression] + expression.rest.flatMap(parts) }

  /// The seconds of a duration of hours, minutes and seconds; nil where it has a longer unit.
  private static func seconds(_ expression: Expression) -> Int? {
    parts(expression).reduce(Int?.some(0)) { sum, part in
      guard let sum, let amount = part.fields.amount, abs(amount) < 1e6, let length = part.fields.unit?.seconds else {
        return nil
      }
      return sum + Int((amount * Double(length)).rounded())
    }
  }
}
