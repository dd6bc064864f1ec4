/// The dates that a text has named so far.
struct Narrative {
  /// A date of the text.
  struct Named {
    let period: Period
    /// The deciding candidate of the expression that named it.
    let source: Int
    fileprivate let order: Int
    fileprivate let place: Int

    /// Its first day, to reckon from.
    var anchor: Anchor { Anchor(day: period.first, source: source) }
  }

  private var latest: [TimeUnit: Named] = [:]
  private var count = 0

  /// Remembers the date of an expression.
  mutating func record(_ period: Period, of expression: Expression) {
    latest[period.unit] = Named(
      period: period, source: expression.candidates[0], order: count, place: expression.span.start)
    count += 1
  }

  /// The last date.
  var last: Named? { latest.values.max { $0.order < $1.order } }

  /// The last period of just this kind.
  func last(_ unit: TimeUnit) -> Named? { latest[unit] }

  /// The last period of just this kind, if it was named no farther than `reach` bytes before `place`.
  func last(_ unit: TimeUnit, before place: Int, within reach: Int) -> Named? {
    latest[unit].flatMap { place - $0.place <= reach ? $0 : nil }
  }

  /// The last date that is as fine as `unit` or finer.
  func last(within unit: TimeUnit) -> Named? {
    latest.filter { !unit.isFiner(than: $0.key) }.values.max { $0.order < $1.order }
  }
}
