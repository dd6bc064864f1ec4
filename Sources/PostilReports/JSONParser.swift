/// Why a text is no JSON.
public struct JSONError: Error, Equatable, Sendable {
  /// The byte at which it stopped making sense.
  public let utf8Offset: Int
}

/// Reads one JSON text (RFC 8259) out of bytes, keeping every code point, byte order marks too.
public struct JSONParser {
  private static let deepest = 200

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var depth = 0

  /// The value that `bytes` hold.
  public static func value(of bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.at == bytes.count else { throw parser.fault }
    return value
  }

  /// The value that `text` holds.
  public static func value(of text: String) throws(JSONError) -> JSONValue {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { buffer in
      Result<JSONValue, JSONError> { () throws(JSONError) in try value(of: buffer) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private var fault: JSONError { JSONError(utf8Offset: at) }
  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard next == byte else { throw fault }
    at += 1
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case 0x7B: return try nested { parser throws(JSONError) in try parser.object() }
    case 0x5B: return try nested { parser throws(JSONError) in try parser.array() }
    case 0x22: return .string(try string())
    case 0x74: return try literal("true", .boolean(true))
    case 0x66: return try literal("false", .boolean(false))
    case 0x6E: return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    depth += 1
    guard depth <= Self.deepest else { throw fault }
    at += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    skipSpace()
    if next == 0x7D {
      at += 1
      return .object([])
    }
    while true {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(0x3A)
      members.append(JSONValue.Member(name: name, value: try value()))
      skipSpace()
      if next == 0x7D { break }
      try expect(0x2C)
    }
    at += 1
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    skipSpace()
    if next == 0x5D {
      at += 1
      return .array([])
    }
    while true {
      values.append(try value())
      skipSpace()
      if next == 0x5D { break }
      try expect(0x2C)
    }
    at += 1
    return .array(values)
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[offset] else { throw fault }
      at += 1
    }
    return value
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = at
    while at < bytes.count, (0x30...0x39).contains(next) || [0x2D, 0x2B, 0x2E, 0x45, 0x65].contains(next) { at += 1 }
    let digits = bytes[start..<at]
    if digits.count < 16, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Double(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard let number = Double(String(decoding: digits, as: UTF8.self)) else {
      at = start
      throw fault
    }
    return number
  }

  private mutating func string() throws(JSONError) -> String {
    try expect(0x22)
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
    if next == 0x22 {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    return try escapedString(from: start)
  }

  /// The rest of a string with an escape in it.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var buffer = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] != 0x22 {
      guard bytes[at] >= 0x20 else { throw fault }
      if bytes[at] == 0x5C {
        at += 1
        try escape(&buffer)
      } else {
        buffer.append(bytes[at])
        at += 1
      }
    }
    try expect(0x22)
    return String(decoding: buffer, as: UTF8.self)
  }

  private mutating func escape(_ buffer: inout [UInt8]) throws(JSONError) {
    let byte = next
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: buffer.append(byte)
    case 0x62: buffer.append(0x08)
    case 0x66: buffer.append(0x0C)
    case 0x6E: buffer.append(0x0A)
    case 0x72: buffer.append(0x0D)
    case 0x74: buffer.append(0x09)
    case 0x75: buffer += String(try codePoint()).utf8
    default: throw fault
    }
  }

  /// A code point behind `\u`; a lone half of a pair becomes U+FFFD.
  private mutating func codePoint() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), next == 0x5C, at + 1 < bytes.count, bytes[at + 1] == 0x75 {
      at += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      at -= 6
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw fault }
    at += 4
    return value
  }
}
