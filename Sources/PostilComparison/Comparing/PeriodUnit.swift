import PostilModel

/// A unit of time that documents are grouped by.
public enum PeriodUnit: String, CaseIterable, Sendable {
  /// Days.
  case date
  /// ISO weeks, `2024-W09`.
  case week
  /// Months, `2024-03`.
  case month
  /// Years.
  case year

  /// The period that a document's date lies in; nil where the date is coarser.
  func period(of date: String) -> String? {
    switch self {
    case .year: return Self.known(date, 4)
    case .month: return Self.known(date, 7)
    case .date, .week: return CivilDay(iso: date).map(period)
    }
  }

  /// The first `count` characters where they are a year or a month.
  private static func known(_ date: String, _ count: Int) -> String? {
    let start = String(date.prefix(count))
    return start.count == count && firstDay(of: start) != nil ? start : nil
  }

  private func period(of day: CivilDay) -> String {
    switch self {
    case .year: return day.yearText
    case .month: return "\(day.yearText)-\(day.month.padded(to: 2))"
    case .date: return day.iso
    case .week: return day.weekText
    }
  }

  /// All periods from that of one date to that of another, also those without documents.
  func periods(from first: String, to last: String) -> [String] {
    guard let start = Self.firstDay(of: first), let end = Self.firstDay(of: last) else { return [] }
    return (start...max(start, end)).map { period(of: CivilDay(number: $0)) }.uniqued()
  }

  /// The number of the first day that a date means, be it a day, a month or a year.
  static func firstDay(of date: String) -> Int? {
    let full = date.count >= 10 ? date : date.count >= 7 ? date.prefix(7) + "-01" : date.prefix(4) + "-01-01"
    return CivilDay(iso: full)?.number
  }
}
