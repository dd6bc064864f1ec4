import PostilModel

/// Reads a message that ``MessageWriter`` wrote, or bytes that are none: whatever they are, it reads no further than they go and makes
/// nothing that the rest of the program could stumble over.
struct MessageReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var names: [String] = []
  /// The document's text, which spans lie in.
  var text = ""

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func byte() throws(MessageError) -> UInt8 {
    guard place < bytes.endIndex else { throw .cut }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(MessageError) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      let group = try byte()
      value |= UInt64(group & 0x7F) << shift
      if group < 0x80 { return Int(Int64(bitPattern: value)) }
    }
    throw .badValue
  }

  mutating func flag() throws(MessageError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .badValue
    }
  }

  mutating func string() throws(MessageError) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - place else { throw .cut }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func name() throws(MessageError) -> String {
    let number = try number()
    if number == 0 {
      names.append(try string())
      return names[names.count - 1]
    }
    guard names.indices.contains(number - 1) else { throw .badValue }
    return names[number - 1]
  }

  mutating func optional<Value>(
    _ read: (inout Self) throws(MessageError) -> Value
  ) throws(MessageError) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(
    _ read: (inout Self) throws(MessageError) -> Value
  ) throws(MessageError) -> [Value] {
    let count = try number()
    // Each takes a byte at least.
    guard count >= 0, count <= bytes.endIndex - place else { throw .cut }
    var values: [Value] = []
    values.reserveCapacity(min(count, 4096))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
