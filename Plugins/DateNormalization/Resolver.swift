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
  /// The seconds of the document's day at which it was written, where they are known.
  let secondOfDay: Int?
  let style: String
  let order: NumericOrder
  let feasts: Feasts
  let tense: Tense
  var narrative = Narrative()
  /// The days that expressions were found to be, by their deciding candidates: what leans on the text is another day later in it.
  private(set) var days: [Int: Dated] = [:]
  /// Where ranges begin of which the beginning is told by itself, by the deciding candidate of their end.
  private(set) var starts: [Int: Anchor] = [:]

  /// The value of an expression, or nil when it names a day that does not exist.
  mutating func resolve(_ expression: Expression) -> Resolved? {
    let fields = expression.fields
    guard fields.isPossible else { return nil }
    if let value = fields.string("value") { return Resolved(type: fields.type, value: value, decision: .valueGiven) }
    if expression.isSet { return Resolved(type: "SET", value: recurring(expression), decision: .recurring) }
    if expression.isDuration, expression.shift == nil { return duration(expression) }
    guard let dated = date(expression) else { return nil }
    if dated.isDay { days[expression.candidates[0]] = dated }
    if let period = dated.period {
      if expression.isStory || style == "narrative" { narrative.record(period, of: expression) }
      if let end = expression.end.first, dated.decision.tellsSide {
        starts[end.candidates[0]] = Anchor(day: period.first, source: expression.candidates[0])
      }
    }
    let time = dated.isDay ? dated.clock ?? time(expression, of: dated.period?.first) : ""
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
    return Resolved(type: "DURATION", value: Self.length(expression, unit), decision: .duration)
  }

  /// The value of a duration with the shorter ones that add to it: `P2Y6M`.
  private static func length(_ expression: Expression, _ unit: TimeUnit) -> String {
    let value = unit.duration(expression.fields.amount)
    guard let rest = expression.rest.first, let finer = rest.fields.unit else { return value }
    let more = length(rest, finer).dropFirst()
    return value.contains("T") && more.hasPrefix("T") ? value + more.dropFirst() : value + more
  }

  /// The first three or six months of a year and the like, where the calendar has a name for them.
  private static func part(_ nth: Int, of whole: Period, _ amount: Int, _ unit: TimeUnit) -> Period? {
    guard let months = unit.months, let named = TimeUnit.allCases.first(where: { $0.months == months * amount }),
      named.isFiner(than: whole.unit)
    else { return nil }
    return Period(named == .season ? .quarter : named, containing: nth > 0 ? whole.first : whole.last)
  }

  private func recurring(_ expression: Expression) -> String {
    let fields = (expression.chain.first(where: \.recurs) ?? expression).fields
    let time = time(expression, of: nil)
    if let weekday = fields.weekday { return "XXXX-WXX-\(weekday)\(time)" }
    if let month = fields.month {
      return "XXXX-\(month.padded(to: 2))" + (fields.day.map { "-\($0.padded(to: 2))" } ?? "")
    }
    if let season = fields.season { return "XXXX-\(season)" }
    if let quarter = fields.quarter { return "XXXX-Q\(quarter)" }
    if fields.unit == .weekend { return "XXXX-WXX-WE" }
    if !time.isEmpty { return "XXXX-XX-XX\(time)" }
    if let unit = fields.unit { return unit.duration(fields.amount ?? 1) }
    return "XXXX-XX-XX\(time)"
  }
}
