import PostilModel

/// Writes JSON by hand into a byte buffer.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout JSONBytes) -> Void) { nested("{", "}", body) }
  mutating func array(_ body: (inout JSONBytes) -> Void) { nested("[", "]", body) }

  private mutating func nested(_ open: Character, _ close: Character, _ body: (inout JSONBytes) -> Void) {
    separate()
    bytes += open.utf8
    needsComma = false
    body(&self)
    bytes += close.utf8
    needsComma = true
  }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A field with a text; none for nil.
  mutating func field(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func field(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Whole numbers without a fraction.
  mutating func number(_ number: Double) {
    separate()
    let text = number.plainText
    bytes += text.utf8
    needsComma = true
  }

  mutating func integer(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  mutating func boolean(_ flag: Bool) { literal(flag ? "true" : "false") }
  mutating func null() { literal("null") }
  mutating func newline() { bytes.append(0x0A) }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  private mutating func separate() { if needsComma { bytes.append(0x2C) } }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += "\\u00".utf8
        bytes += (digits.count < 2 ? "0" + digits : digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
