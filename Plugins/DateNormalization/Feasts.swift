import PostilModuleKit

/// The days of feasts that other calendars give, by the table `feasts`: a row a feast, a column a year.
struct Feasts: Sendable {
  /// The name of the table.
  static let table = "feasts"

  private let table: ModuleTable

  init(_ table: ModuleTable) { self.table = table }

  /// The days on which a feast begins in a year, `04-10` in the table, in order.
  func days(of feast: String, in year: Int) -> [CivilDay] {
    (table[feast]?[String(year)] ?? "").split(separator: " ").compactMap { day in
      CivilDay(iso: "\(year.padded(to: 4))-\(day)")
    }
  }
}

extension Resolver {
  /// What a candidate names in a given year, the eve or weekend of it where it says so: none, one or, of a feast, two.
  func places(_ fields: Fields, in year: Int) -> [Period] {
    let named =
      fields.string("feast").map { feasts.days(of: $0, in: year).map { Period(.day, containing: $0) } }
      ?? [place(fields, in: year)].compactMap(\.self)
    let moved =
      fields.integer("daysAfter").map { days in named.map { $0.shifted(by: min(max(days, -400), 400), .day) } } ?? named
    return fields.string("around") == nil ? moved : moved.map(Self.weekend)
  }

  /// The weekend that a day lies in or beside: of a Monday or Tuesday the one before.
  private static func weekend(_ day: Period) -> Period {
    let weekend = Period(.weekend, containing: day.first)
    return day.first.weekday < 3 ? weekend.shifted(by: -1) : weekend
  }
}
