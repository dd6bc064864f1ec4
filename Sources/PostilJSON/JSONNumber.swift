/// How numbers of JSON texts are kept.
enum JSONNumber {
  /// Whole numbers beyond it are not all values of a `Double`: 2^53.
  static let largestExactInteger: UInt = 1 << 53

  /// The number that `digits` writes by the grammar of RFC 8259, section 6; nil when they write none.
  ///
  /// - Parameter digits: The bytes of the number alone.
  static func value(of digits: UnsafeRawBufferPointer) -> JSONValue? {
    guard let form = form(of: digits) else { return nil }
    if form == .integer, digits.count < 16 { return .number(Double(small(digits))) }
    let text = String(decoding: digits, as: UTF8.self)
    if form == .integer {
      return Int(text).map(JSONValue.init) ?? .digits(text)
    }
    guard let number = Double(text), number.isFinite else { return .digits(text) }
    return .number(number)
  }

  private enum Form { case integer, fraction }

  /// Whether the bytes are `-`, digits without a zero in front, a fraction, an exponent.
  private static func form(of bytes: UnsafeRawBufferPointer) -> Form? {
    var at = bytes.first == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Int {
      let start = at
      while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
      return at - start
    }
    let first = at
    let count = digits()
    guard count > 0, count == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    guard at < bytes.count else { return .integer }
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard digits() > 0 else { return nil }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { return nil }
    }
    return at == bytes.count ? .fraction : nil
  }

  /// The whole number of at most 15 digits.
  private static func small(_ digits: UnsafeRawBufferPointer) -> Int {
    let isNegative = digits.first == UInt8(ascii: "-")
    let size = digits.dropFirst(isNegative ? 1 : 0).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -size : size
  }
}
