/// Finds how far a text of JSON goes on without marks, escapes and control characters, eight bytes at a time.
enum PlainStretch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first offset from `start` on that is below a space, a quotation mark, a reverse solidus or the code DEL; the count when none is.
  static func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at + 8 <= bytes.count, isPlain(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) { at += 8 }
    while at < bytes.count, isPlain(bytes[at]) { at += 1 }
    return at
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: " ") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }

  /// Whether all eight bytes are plain: the tests for a byte below n and for a zero byte of "Bit Twiddling Hacks" (S. E. Anderson,
  /// graphics.stanford.edu/~seander/bithacks.html), which are exact as long as it is only asked whether there is one.
  private static func isPlain(_ eight: UInt64) -> Bool {
    let low = (eight &- ones &* 0x20) & ~eight
    return (low | zero(eight, 0x22) | zero(eight, 0x5C) | zero(eight, 0x7F)) & highs == 0
  }

  private static func zero(_ eight: UInt64, _ byte: UInt64) -> UInt64 {
    let differences = eight ^ (ones &* byte)
    return (differences &- ones) & ~differences
  }
}
