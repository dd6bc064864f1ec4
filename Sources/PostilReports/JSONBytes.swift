import PostilModel

/// Writes JSON by hand into a byte buffer.
public struct JSONBytes {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Nothing written yet.
  public init() {}

  /// An object with the members that `body` writes.
  public mutating func object(_ body: (inout JSONBytes) -> Void) { nested("{", "}", body) }
  /// An array with the elements that `body` writes.
  public mutating func array(_ body: (inout JSONBytes) -> Void) { nested("[", "]", body) }

  private mutating func nested(_ open: Character, _ close: Character, _ body: (inout JSONBytes) -> Void) {
    separate()
    bytes += open.utf8
    needsComma = false
    body(&self)
    bytes += close.utf8
    needsComma = true
  }

  /// The name of the next value.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A field with a text; none for nil.
  public mutating func field(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A field with a whole number.
  public mutating func field(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  /// A text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Whole numbers without a fraction.
  public mutating func number(_ number: Double) {
    separate()
    let text = number.plainText
    bytes += text.utf8
    needsComma = true
  }

  /// A whole number.
  public mutating func integer(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  /// A truth value.
  public mutating func boolean(_ flag: Bool) { literal(flag ? "true" : "false") }
  /// The value null.
  public mutating func null() { literal("null") }
  /// A line end between two texts.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

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
