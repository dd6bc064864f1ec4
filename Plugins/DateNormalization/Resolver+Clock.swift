import PostilModuleKit

extension Resolver {
  /// The time of day of an expression and of what it was joined to, `T09:30`; the zone is that of the day.
  func time(_ expression: Expression, of day: CivilDay?) -> String {
    guard let part = expression.ofClock, let hour = hour(expression) else {
      return expression.partOfDay.map { "T\($0)" } ?? ""
    }
    let fields = part.fields
    let second = fields.integer("second").map { ":" + $0.padded(to: 2) } ?? ""
    let zone = fields.zone(on: day)
    let minutes = 60 * hour + (fields.integer("minute") ?? 0)
    // Midnight at the end of a day is its 24th hour.
    let ofDay = minutes < 0 || minutes > 1440 ? (minutes + 1440) % 1440 : minutes
    return "T\((ofDay / 60).padded(to: 2)):\((ofDay % 60).padded(to: 2))\(second)\(zone)"
  }

  /// The hour of 24 that an expression says.
  private func hour(_ expression: Expression) -> Int? {
    guard let part = expression.ofClock, let hour = part.fields.hour else { return nil }
    let meridiem = part.fields.string("meridiem")
    if meridiem == nil, expression.partOfDay == nil, hour <= 12, !part.fields.flag("of24"), let end = part.end.first,
      end.fields.string("meridiem") != nil || end.partOfDay != nil, let last = self.hour(end)
    {
      return Self.before(last, hour % 12)
    }
    return Self.of24(hour, meridiem, part.fields.partOfDay ?? expression.partOfDay)
  }

  /// The hour at which a range begins that ends at `last`: in the same half of the day, unless that lies behind it.
  private static func before(_ last: Int, _ hour: Int) -> Int {
    let same = hour + (last >= 12 && last < 24 ? 12 : 0)
    return same < last ? same : (same + 12) % 24
  }

  private static func of24(_ hour: Int, _ meridiem: String?, _ part: String?) -> Int {
    if hour == 12, meridiem == "am" || part == "NI" { return 0 }
    // Two at night is no afternoon.
    let isLate = meridiem == "pm" || part == "AF" || part == "EV" || part == "NI" && hour > 4
    return hour < 12 && isLate ? hour + 12 : hour
  }

  /// The moment so many seconds from the document's, where its time of day is known.
  func moment(_ seconds: Int) -> Dated? {
    guard let reference, let secondOfDay, abs(seconds) < 100_000_000 else { return nil }
    let total = reference.number * 86_400 + secondOfDay + seconds
    let day = Int((Double(total) / 86_400).rounded(.down))
    let rest = total - day * 86_400
    var dated = Dated(
      Period(.day, containing: CivilDay(number: day)), .shiftFromDocument, anchor: Anchor(day: reference))
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0.padded(to: 2) }
    dated.clock = "T" + (parts[2] == "00" ? parts.prefix(2) : parts[...]).joined(separator: ":")
    return dated
  }
}

extension CivilDay {
  /// The seconds of the day behind the `T` of an ISO 8601 moment, `2024-03-13T10:20`; nil where it has none.
  static func second(of text: String) -> Int? {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return nil }
    let parts = text[text.index(after: mark)...].prefix(8).split(separator: ":").map { Int($0.prefix(2)) }
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60 else { return nil }
    return 3600 * hour + 60 * minute + (parts.count > 2 ? parts[2] ?? 0 : 0)
  }
}
