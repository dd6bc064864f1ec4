/// A set of the characters that can stand at a place of a text, told by their first bytes: any of ASCII, and all or none of
/// the others; or nothing, where the text ends.
struct ByteSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var beyond: Beyond = []

  /// What is not ASCII.
  private struct Beyond: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Letters, digits and all else that `\w` takes.
    static let word = Beyond(rawValue: 1)
    static let other = Beyond(rawValue: 2)
    static let edge = Beyond(rawValue: 4)
  }

  /// Every character.
  static let all = ByteSet(low: ~0, high: ~0, beyond: [.word, .other])
  /// Every character, or the text's edge.
  static let anything = ByteSet(low: ~0, high: ~0, beyond: [.word, .other, .edge])
  /// The text's edge.
  static let edge = ByteSet(low: 0, high: 0, beyond: .edge)
  static let digits = ByteSet(0x30...0x39)
  static let upper = ByteSet(0x41...0x5A)
  static let letters = ByteSet(0x61...0x7A).union(upper)
  static let word = letters.union(digits).union(ByteSet(0x5F...0x5F))
  static let space = ByteSet(0x09...0x0D).union(ByteSet(0x20...0x20))
  /// White space within a line.
  static let blanks = ByteSet(0x09...0x09).union(ByteSet(0x20...0x20))
  static let lineFeed = ByteSet(0x0A...0x0A)
  static let lineBreaks = lineFeed.union(ByteSet(0x0D...0x0D))

  init() {}

  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  /// The character that begins with `byte`; where case is ignored, a folded letter with all that fold to it.
  init(characterFrom byte: UInt8, isCaseless: Bool) {
    insert(byte)
    guard isCaseless, byte.isASCIILetter else { return }
    insert(byte & ~0x20)
    if byte == UInt8(ascii: "k") || byte == UInt8(ascii: "s") { beyond.insert(.word) }
  }

  private init(low: UInt64, high: UInt64, beyond: Beyond) {
    self.low = low
    self.high = high
    self.beyond = beyond
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte & 63)
    } else {
      beyond.formUnion([.word, .other])
    }
  }

  /// Whether a character that begins with `byte` can belong to it.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 64
      ? low &>> UInt64(byte) & 1 != 0 : byte < 128 ? high &>> UInt64(byte & 63) & 1 != 0 : beyond.rawValue & 3 != 0
  }

  /// Whether characters beyond ASCII can belong to it.
  var hasOthers: Bool { beyond.rawValue & 3 != 0 }

  /// Whether all of ASCII belongs to it; so does it where its members are not known.
  var isAnyOfASCII: Bool { low == ~0 && high == ~0 }

  /// Whether the text may end.
  var hasEdge: Bool { beyond.contains(.edge) }

  func union(_ other: ByteSet) -> ByteSet {
    ByteSet(low: low | other.low, high: high | other.high, beyond: beyond.union(other.beyond))
  }

  func intersection(_ other: ByteSet) -> ByteSet {
    ByteSet(low: low & other.low, high: high & other.high, beyond: beyond.intersection(other.beyond))
  }

  /// The same without the ASCII characters of `other`.
  func subtracting(_ other: ByteSet) -> ByteSet {
    ByteSet(low: low & ~other.low, high: high & ~other.high, beyond: beyond)
  }

  /// The same without the bytes of an ASCII text.
  func subtracting(_ text: StaticString) -> ByteSet {
    subtracting(text.withUTF8Buffer { $0.reduce(into: ByteSet()) { $0.insert($1) } })
  }

  /// The ASCII characters that do not belong to it, and all others.
  var complement: ByteSet { ByteSet(low: ~low, high: ~high, beyond: [.word, .other]) }

  /// Its ASCII characters.
  var inASCII: ByteSet { ByteSet(low: low, high: high, beyond: []) }

  /// The same with all characters beyond ASCII.
  var withOthers: ByteSet { union(ByteSet(low: 0, high: 0, beyond: [.word, .other])) }

  /// The same with those characters beyond ASCII that `\w` takes.
  var withOtherWord: ByteSet { union(ByteSet(low: 0, high: 0, beyond: .word)) }

  /// The same with those characters beyond ASCII that `\w` does not take.
  var withOtherMarks: ByteSet { union(ByteSet(low: 0, high: 0, beyond: .other)) }

  /// The same with both cases of each ASCII letter; `K` and `S` fold to characters beyond ASCII and back, so letters bring
  /// these, and these bring them.
  var caseFolded: ByteSet {
    var folded = hasOthers ? union(Self.foldedFromBeyond) : self
    for upper in UInt8(0x41)...0x5A where contains(upper) || contains(upper | 0x20) {
      folded.insert(upper)
      folded.insert(upper | 0x20)
      folded = folded.withOtherWord
    }
    return folded
  }

  private static let foldedFromBeyond = "kKsS".utf8.reduce(into: ByteSet()) { $0.insert($1) }

  /// What can stand beside one of its characters where `\b` says that a word begins or ends between them, or where `\B` says
  /// that none does.
  func neighbors(acrossBoundary isBoundary: Bool) -> ByteSet {
    let word = Self.word.withOtherWord
    let marks = Self.word.complement.intersection(ByteSet(low: ~0, high: ~0, beyond: .other)).union(.edge)
    let hasWord = intersection(word) != ByteSet()
    let hasMark = intersection(marks) != ByteSet()
    var neighbors = ByteSet()
    if isBoundary ? hasMark : hasWord { neighbors = neighbors.union(word) }
    if isBoundary ? hasWord : hasMark { neighbors = neighbors.union(marks) }
    return neighbors
  }
}
