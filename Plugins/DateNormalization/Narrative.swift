/// The dates that a text has named so far.
struct Narrative {
  private var latest: [TimeUnit: (period: Period, order: Int, place: Int)] = [:]
  private var count = 0

  /// Remembers a date.
  mutating func record(_ period: Period, at place: Int) {
    latest[period.unit] = (period, count, place)
    count += 1
  }

  /// The last period of just this kind.
  func last(_ unit: TimeUnit) -> Period? { latest[unit]?.period }

  /// The last period of just this kind, if it was named no farther than `reach` bytes before `place`.
  func last(_ unit: TimeUnit, before place: Int, within reach: Int) -> Period? {
    latest[unit].flatMap { place - $0.place <= reach ? $0.period : nil }
  }

  /// The last date that is as fine as `unit` or finer.
  func last(within unit: TimeUnit) -> Period? {
    latest.filter { !unit.isFiner(than: $0.key) }.max { $0.value.order < $1.value.order }?.value.period
  }

  /// The year of the last date.
  var year: Int? { latest.values.max { $0.order < $1.order }?.period.first.year }
}
