/// Reads one JSON text (RFC 8259) out of bytes.
///
/// Foundation's reader is not used for it, since it forgets the order of members, drops byte order marks inside strings, which
/// would move every offset behind them, and rounds whole numbers beyond 2^53, such as ids of posts.
///
/// Works in time linear in the bytes, without recursion.
public struct JSONParser {
  /// How many arrays and objects may stand inside one another.
  public static let mostLevels = 500

  /// An array or object that has begun and not ended.
  private struct Level {
    let isObject: Bool
    /// The number of values and of names that had ended before it.
    let values: Int
    let names: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var levels: [Level] = []
  /// The elements and members of the open levels, in order.
  private var values: [JSONValue] = []
  /// The names of the open objects, the last one perhaps still without its value.
  private var names: [String] = []
  private var loneHalves = 0

  /// The value that `bytes` hold.
  public static func value(of bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    try repaired(bytes).value
  }

  /// The value that `bytes` hold.
  public static func value(of bytes: some Collection<UInt8>) throws(JSONError) -> JSONValue {
    try repaired(bytes).value
  }

  /// The value that `bytes` hold, and how many halves of surrogate pairs stand alone in its strings: no text can hold one, so each
  /// became U+FFFD.
  public static func repaired(
    _ bytes: some Collection<UInt8>
  ) throws(JSONError) -> (value: JSONValue, loneHalves: Int) {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      Result<(JSONValue, Int), JSONError> { () throws(JSONError) in try repaired(UnsafeRawBufferPointer(buffer)) }
    }
    guard let result else { return try repaired(Array(bytes)) }
    return try result.get()
  }

  private static func repaired(
    _ bytes: UnsafeRawBufferPointer
  ) throws(JSONError) -> (value: JSONValue, loneHalves: Int) {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.at == bytes.count else { throw parser.fault() }
    return (value, parser.loneHalves)
  }

  /// The value that `text` holds.
  public static func value(of text: String) throws(JSONError) -> JSONValue { try value(of: text.utf8) }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func fault(_ reason: JSONError.Reason = .syntax) -> JSONError { JSONError(reason: reason, utf8Offset: at) }
  /// The byte at hand; zero, which stands nowhere in JSON, at the end.
  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard next == byte else { throw fault() }
    at += 1
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    while true {
      skipSpace()
      var value: JSONValue
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard let empty = try begin() else { continue }
        value = empty
      default: value = try scalar()
      }
      while let level = levels.last {
        values.append(value)
        guard try hasEnded(level) else { break }
        value = end(level)
      }
      if levels.isEmpty { return value }
    }
  }

  /// Goes into an array or object, to its first value; gives it back when it is empty.
  private mutating func begin() throws(JSONError) -> JSONValue? {
    let isObject = next == UInt8(ascii: "{")
    guard levels.count < Self.mostLevels else { throw fault(.nestedTooDeeply) }
    at += 1
    skipSpace()
    if next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      at += 1
      return isObject ? .object([]) : .array([])
    }
    levels.append(Level(isObject: isObject, values: values.count, names: names.count))
    if isObject { try name() }
    return nil
  }

  private mutating func name() throws(JSONError) {
    skipSpace()
    names.append(try string())
    skipSpace()
    try expect(UInt8(ascii: ":"))
  }

  /// Whether `level` ends behind the value just read; else goes on to its next value.
  private mutating func hasEnded(_ level: Level) throws(JSONError) -> Bool {
    skipSpace()
    if next == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      at += 1
      return true
    }
    try expect(UInt8(ascii: ","))
    if level.isObject { try name() }
    return false
  }

  private mutating func end(_ level: Level) -> JSONValue {
    levels.removeLast()
    defer { values.removeSubrange(level.values...) }
    guard level.isObject else { return .array(Array(values[level.values...])) }
    defer { names.removeSubrange(level.names...) }
    return .object(zip(names[level.names...], values[level.values...]).map { JSONValue.Member(name: $0, value: $1) })
  }

  private mutating func scalar() throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    guard let value = JSONNumber.value(of: UnsafeRawBufferPointer(rebasing: bytes[start..<at])) else {
      at = start
      throw fault()
    }
    return value
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(JSONError) -> String {
    var reader = JSONString(bytes: bytes, at: at)
    defer {
      at = reader.at
      loneHalves += reader.loneHalves
    }
    return try reader.value()
  }
}
