import Foundation

/// A day as spreadsheets count it when a cell's form is lost: days since 30 December 1899, with the time behind the point.
enum SpreadsheetDate {
  /// From 1954 to 2064; fewer or more digits are numbers of another kind.
  private static let days = 20_000...60_000

  /// The day as `yyyy-mm-dd`; nil where `cell` is no such number.
  static func day(of cell: String) -> String? {
    let parts = cell.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts[0].count == 5, let count = Int(parts[0]), days.contains(count)
    else { return nil }
    // 1 January 1970 is day 25,569.
    let day = Date(timeIntervalSince1970: Double(count - 25_569) * 86_400)
    return day.formatted(.iso8601.year().month().day())
  }
}
