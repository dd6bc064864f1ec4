import Foundation

/// What a TIMEX3 value may look like.
enum TimexSyntax {
  private static let year = #"(?:BC\d{4}|[\dX]{4})"#
  private static let clock = #"T(?:MO|MI|AF|EV|NI|DT|[\dX]{2}(?::[\dX]{2}(?::\d{2})?)?(?:Z|[+-]\d\d:\d\d)?)"#
  private static let date = [
    #"\d{1,3}"#, "X{1,3}", #"BC\d\d"#, year, "\(year)-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)",
    "\(year)-W[\\dX]{2}(?:-(?:[1-7]|WE))?",
    #"\#(year)-[\dX]{2}(?:-[\dX]{2})?"#,
  ].joined(separator: "|")
  private static let duration = #"P(?:X|\d+)(?:Y|M|W|D|Q|DE|CE|ML|WE)(?:\d+M)?|PT(?:X|\d+)[HMS](?:\d+[MS])?"#

  /// Whether `value` is one.
  static func accepts(_ value: String) -> Bool {
    let all = "^(?:(?:PAST|PRESENT|FUTURE)_REF|(?:\(date))(?:\(clock))?|\(duration))$"
    return value.range(of: all, options: .regularExpression) != nil
  }
}
