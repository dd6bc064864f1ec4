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
    // 4 January is always in the first week; 1 January 1970 was a Thursday.
    let fourth = days(year, 1, 4)
    let weekday = ((fourth + 3) % 7 + 7) % 7
    return (fourth - weekday + 7 * (number - 1), parts.count == 3)
  }

  /// Days from 1 January 1970 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func day(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let number = ofYear - (153 * part + 2) / 5 + 1
    let written = year + era * 400 + (month <= 2 ? 1 : 0)
    return [padded(written, 4), padded(month, 2), padded(number, 2)].joined(separator: "-")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
