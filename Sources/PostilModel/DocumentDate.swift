/// The day, or the moment, that a document is from, and how that is known.
public struct DocumentDate: Hashable, Sendable {
  /// Where a date was found, the most trusted first.
  public enum Origin: String, Sendable, CaseIterable {
    case record, sidecar, frontMatter
    /// Of a web page: its JSON-LD, its `meta`, a `time`, its address, a line about its headline.
    case linkedData, meta, time, address, byline
    case option, dateline, head, foot
  }

  /// ISO 8601, `2023-09-21`, with a time of day behind `T` where one is known.
  public let value: String
  /// Where it was found.
  public let origin: Origin

  /// Makes a date.
  public init(value: String, origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// Whether `text` begins with a day that the Gregorian calendar has, such as `2023-09-21`, with a time of day behind `T`
  /// or a space or not.
  public static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == .space
    else { return false }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { $0.isASCIIDigit } ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), (1...12).contains(month) else {
      return false
    }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
