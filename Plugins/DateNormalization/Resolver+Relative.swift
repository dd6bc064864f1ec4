extension Resolver {
  /// How far a quarter governs comparisons with a year before, in bytes.
  static let reach = 600

  /// So many units after the anchor.
  func relative(_ offset: Int, _ unit: TimeUnit, _ fields: Fields) -> Dated {
    guard abs(offset) <= Self.farthest else { return Dated(open: Period.open(unit)) }
    if fields.isAnchoredInText {
      if unit == .quarter, let last = narrative.last(.quarter), offset != 0 || isOver(last) || reference == nil {
        return Dated(last.shifted(by: offset), anchor: last.first)
      }
      if unit == .quarter, offset == 0, let reference {
        return Dated(Period(.quarter, containing: reference).shifted(by: -1), anchor: reference)
      }
      if let last = narrative.last(within: unit) {
        return Dated(Period(unit, containing: last.first).shifted(by: offset), anchor: last.first)
      }
    }
    guard let anchor = fields.isAnchoredInText ? anchorDay : reference else { return Dated(open: Period.open(unit)) }
    if unit == .weekend, fields.direction == .past, offset == 0, anchor.weekday < 6 {
      return Dated(Period(unit, containing: anchor).shifted(by: -1), anchor: anchor)
    }
    return Dated(Period(unit, containing: anchor).shifted(by: offset), anchor: anchor)
  }

  /// Whether a quarter lies behind the document's date, or ends within the month.
  private func isOver(_ quarter: Period) -> Bool { reference.map { quarter.last.number <= $0.number + 31 } ?? true }

  /// The date to which a duration leads from its anchor: `three days ago`, `a year earlier`, `two days before Easter`.
  func shifted(_ expression: Expression, _ shift: Fields, _ base: Dated?) -> Dated? {
    let fields = expression.fields
    let isPast = shift.string("shift") == "past"
    guard let unit = fields.unit, let amount = fields.amount, abs(amount) <= Double(Self.farthest) else {
      return Dated(open: isPast ? "PAST_REF" : "FUTURE_REF")
    }
    let count = Int(amount.rounded()) * (isPast ? -1 : 1)
    if shift.string("anchor") == "next" {
      guard let day = base?.period else { return base.map { _ in Dated(open: Period.open(unit)) } }
      return Dated(day.shifted(by: count, unit), anchor: day.first)
    }
    if unit == .decade, let reference, base == nil {
      return Dated(Period(.year, containing: reference).shifted(by: count, unit), anchor: reference)
    }
    if unit == .year, let quarter = narrative.last(.quarter, before: expression.span.start, within: Self.reach) {
      return Dated(quarter.shifted(by: count, unit), anchor: quarter.first)
    }
    let last = shift.string("anchor") == "text" ? narrative.last(within: unit == .week ? .day : unit) : nil
    let start = last ?? reference.map { Period(unit == .week || unit == .fortnight ? .day : unit, containing: $0) }
    guard let start else { return Dated(open: Period.open(unit == .week ? .day : unit)) }
    return Dated(start.shifted(by: count, unit), anchor: start.first)
  }
}
