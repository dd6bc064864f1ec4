import PostilModel

/// Writes JSON by hand into a byte buffer.
public struct JSONBytes {
  /// What was written and not taken away.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Nothing written yet.
  public init() {}

  /// Gives what was written so far to `sink`, and goes on behind it in the same room, unless a large text has made that large.
  public mutating func drain(_ sink: (ArraySlice<UInt8>) throws -> Void) rethrows {
    try sink(bytes[...])
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
  }

  /// An object with the members that `body` writes.
  public mutating func object(_ body: (inout JSONBytes) throws -> Void) rethrows {
    try nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }
  /// An array with the elements that `body` writes.
  public mutating func array(_ body: (inout JSONBytes) throws -> Void) rethrows {
    try nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  private mutating func nested(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONBytes) throws -> Void
  ) rethrows {
    separate()
    bytes.append(open)
    needsComma = false
    try body(&self)
    bytes.append(close)
    needsComma = true
  }

  /// The name of the next value.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
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

  /// A field with a list of texts.
  public mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  /// A list of texts.
  public mutating func strings(_ texts: [String]) { array { json in for text in texts { json.string(text) } } }

  /// A text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// A number; whole ones are written without a fraction, what is none or endless, which JSON does not have, as null.
  public mutating func number(_ number: Double) { literal(number.isFinite ? number.plainText : "null") }
  /// A whole number.
  public mutating func integer(_ number: Int) { literal(String(number)) }
  /// A number as it was written.
  public mutating func digits(_ text: String) { literal(text) }
  /// A truth value.
  public mutating func boolean(_ flag: Bool) { literal(flag ? "true" : "false") }
  /// The value null.
  public mutating func null() { literal("null") }
  /// A line end between two texts.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Most texts have nothing to escape: what lies between escapes is copied as one piece.
      var copied = 0
      while true {
        let end = PlainStretch.end(in: UnsafeRawBufferPointer(utf8), from: copied)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<end]))
        guard end < utf8.count else { break }
        escape(utf8[end])
        copied = end + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      bytes += "\\u00".utf8
      bytes += (digits.count < 2 ? "0" + digits : digits).utf8
    }
  }
}
