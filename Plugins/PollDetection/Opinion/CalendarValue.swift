import PostilModuleKit

/// Reads the values of dates: days, months and years as they are written, weeks as their days.
enum CalendarValue {
  /// The first day of a week; a day, month or year as it is; nil for seasons and vague times.
  static func first(of value: String) -> String? {
    week(value).map { day($0.isWeekend ? $0.monday + 5 : $0.monday) } ?? plain(value)
  }

  /// The last day of a week; a day, month or year as it is.
  static func last(of value: String) -> String? { week(value).map { day($0.monday + 6) } ?? plain(value) }

  private static func plain(_ value: String) -> String? {
    let parts = value.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, let year = parts.first, year.count == 4, year == "XXXX" || Int(year) != nil,
      parts.dropFirst().allSatisfy({ $0.count == 2 && Int($0) != nil }), year != "XXXX" || parts.count == 3
    else { return nil }
    return parts.joined(separator: "-")
  }

  /// `2025-W15`, `2025-W15-WE`: the Monday, in days from 1 January 1970.
  private static func week(_ value: String) -> (monday: Int, isWeekend: Bool)? {
    let parts = value.split(separator: "-")
    guard parts.count == 2 || parts.count == 3 && parts[2] == "WE", let year = Int(parts[0]), parts[1].count == 3,
      parts[1].first == "W", let number = Int(parts[1].dropFirst())
    else { return nil }
    return (CivilDay.firstMonday(of: year) + 7 * (number - 1), parts.count == 3)
  }

  /// A day as ISO 8601 has it.
  private static func day(_ number: Int) -> String {
    let day = CivilDay(number: number)
    return [day.year.padded(to: 4), day.month.padded(to: 2), day.day.padded(to: 2)].joined(separator: "-")
  }
}
