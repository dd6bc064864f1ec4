/// A set of bytes of UTF-8 text: any of ASCII, and all or none of the others.
struct ByteSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether bytes of characters beyond ASCII belong to it.
  var hasOthers = false

  static let all = ByteSet(low: ~0, high: ~0, hasOthers: true)
  static let digits = ByteSet(0x30...0x39)
  static let upper = ByteSet(0x41...0x5A)
  static let letters = ByteSet(0x61...0x7A).union(upper)
  static let word = letters.union(digits).union(ByteSet(0x5F...0x5F))
  static let space = ByteSet(0x09...0x0D).union(ByteSet(0x20...0x20))

  init() {}

  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  private init(low: UInt64, high: UInt64, hasOthers: Bool) {
    self.low = low
    self.high = high
    self.hasOthers = hasOthers
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte - 64)
    } else {
      hasOthers = true
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 != 0 : byte < 128 ? high >> UInt64(byte - 64) & 1 != 0 : hasOthers
  }

  func union(_ other: ByteSet) -> ByteSet {
    ByteSet(low: low | other.low, high: high | other.high, hasOthers: hasOthers || other.hasOthers)
  }

  /// The same without the bytes of an ASCII text.
  func subtracting(_ text: StaticString) -> ByteSet {
    let left = text.withUTF8Buffer { $0.reduce(into: ByteSet()) { $0.insert($1) } }
    return ByteSet(low: low & ~left.low, high: high & ~left.high, hasOthers: hasOthers)
  }

  /// The ASCII bytes that do not belong to it, and all others.
  var complement: ByteSet { ByteSet(low: ~low, high: ~high, hasOthers: true) }

  /// The same with all characters beyond ASCII.
  var withOthers: ByteSet { ByteSet(low: low, high: high, hasOthers: true) }

  /// The same with both cases of each ASCII letter; `K` and `S` fold to characters beyond ASCII, so letters bring these.
  var caseFolded: ByteSet {
    var folded = self
    for upper in UInt8(0x41)...0x5A where contains(upper) || contains(upper | 0x20) {
      folded.insert(upper)
      folded.insert(upper | 0x20)
      folded.hasOthers = true
    }
    return folded
  }
}
