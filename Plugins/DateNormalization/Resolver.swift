import PostilModuleKit

/// Resolves expressions one after the other, remembering the dates on the way.
struct Resolver {
  /// A value with its type, how it was found, and what it was reckoned from.
  struct Resolved {
    let type: String
    let value: String
    let decision: DateDecision
    var anchor: CivilDay?
    /// The deciding candidates of the expressions that it was made from.
    var sources: [Int] = []
    /// The candidates beside the expression's own that it was made from.
    var cues: [Int] = []
  }

  /// The most units that a relative date may lie off; beyond it the value stays open.
  static let farthest = 100_000

  /// The document's date; nil when it is unknown.
  let reference: CivilDay?
  let style: String
  let order: NumericOrder
  let tense: Tense
  var narrative = Narrative()

  /// The value of an expression, or nil when it names a day that does not exist.
  mutating func resolve(_ expression: Expression) -> Resolved? {
    let fields = expression.fields
    guard fields.isPossible else { return nil }
    if let value = fields.string("value") { return Resolved(type: fields.type, value: value, decision: .valueGiven) }
    if expression.isSet { return Resolved(type: "SET", value: recurring(expression), decision: .recurring) }
    if expression.isDuration, expression.shift == nil { return duration(expression) }
    guard let dated = date(expression) else { return nil }
    if let period = dated.period, expression.isStory || style == "narrative" {
      narrative.record(period, of: expression)
    }
    let time = dated.isDay ? Self.time(expression) : ""
    return Resolved(
      type: time.isEmpty ? "DATE" : "TIME", value: dated.text + time, decision: dated.decision,
      anchor: dated.anchor?.day,
      sources: dated.sources, cues: dated.cues)
  }

  private mutating func duration(_ expression: Expression) -> Resolved? {
    let fields = expression.fields
    guard let unit = fields.unit else { return nil }
    if let nth = fields.nth, let amount = fields.amount, (1...1000).contains(amount), let base = expression.base.first,
      let whole = date(base), let period = whole.period, let part = Self.part(nth, of: period, Int(amount), unit)
    {
      return Resolved(
        type: "DATE", value: part.value, decision: .namedPart, sources: whole.sources, cues: whole.cues)
    }
    return Resolved(type: "DURATION", value: unit.duration(fields.amount), decision: .duration)
  }

  /// The first three or six months of a year and the like, where the calendar has a name for them.
  private static func part(_ nth: Int, of whole: Period, _ amount: Int, _ unit: TimeUnit) -> Period? {
    guard let months = unit.months, let named = TimeUnit.allCases.first(where: { $0.months == months * amount }),
      named.isFiner(than: whole.unit)
    else { return nil }
    return Period(named == .season ? .quarter : named, containing: nth > 0 ? whole.first : whole.last)
  }

  private func recurring(_ expression: Expression) -> String {
    let fields = expression.fields
    let time = Self.time(expression)
    if let weekday = fields.weekday { return "XXXX-WXX-\(weekday)\(time)" }
    if let month = fields.month { return "XXXX-\(padded(month, 2))" + (fields.day.map { "-\(padded($0, 2))" } ?? "") }
    if let season = fields.season { return "XXXX-\(season)" }
    if let quarter = fields.quarter { return "XXXX-Q\(quarter)" }
    if fields.unit == .weekend { return "XXXX-WXX-WE" }
    if let unit = fields.unit { return unit.duration(fields.amount ?? 1) }
    return "XXXX-XX-XX\(time)"
  }

  /// The time of day of an expression or of what it was joined to, `T09:30`.
  static func time(_ expression: Expression) -> String {
    let fields = expression.fields
    let inner = expression.base.first.map(time) ?? ""
    guard let hour = fields.hour else {
      return inner.isEmpty ? fields.partOfDay.map { "T\($0)" } ?? "" : inner
    }
    let part = fields.partOfDay ?? expression.base.first?.fields.partOfDay
    let isLate = fields.string("meridiem") == "pm" || part.map { ["AF", "EV", "NI"].contains($0) } ?? false
    let isNoonOrMidnight = hour == 12 && (fields.string("meridiem") == "am" || part == "NI")
    let of24 = isNoonOrMidnight ? 0 : hour < 12 && isLate ? hour + 12 : hour
    let second = fields.integer("second").map { ":" + padded($0, 2) } ?? ""
    return "T\(padded(of24, 2)):\(padded(fields.integer("minute") ?? 0, 2))\(second)\(fields.string("zone") ?? "")"
  }
}
