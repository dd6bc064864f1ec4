import PostilModel

/// Writes a message between the program and a worker, both of one build.
///
/// Numbers are in groups of seven bits, the lowest first; texts have their length in front; of a name that came before, its number stands.
struct MessageWriter {
  private(set) var bytes: [UInt8] = []
  private var numbers: [String: Int] = [:]

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes += value.utf8
  }

  /// A text that may come often.
  mutating func name(_ value: String) {
    if let known = numbers[value] { return number(known) }
    numbers[value] = numbers.count + 1
    number(0)
    text(value)
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(_ values: some Collection<Value>, _ write: (inout Self, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}
