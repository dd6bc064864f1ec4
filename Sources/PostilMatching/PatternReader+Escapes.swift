import PostilModel

/// Escapes of patterns: characters, types of characters, assertions, backreferences.
extension PatternReader {
  mutating func escape() throws -> PatternPart {
    let byte = try take()
    switch byte {
    case UInt8(ascii: "b"): return .boundary(isNegated: false)
    case UInt8(ascii: "B"): return .boundary(isNegated: true)
    case UInt8(ascii: "A"): return .beside(.behind, .edge)
    case UInt8(ascii: "z"): return .beside(.ahead, .edge)
    case UInt8(ascii: "Z"): return .beside(.ahead, ByteSet.lineBreaks.union(.edge))
    // Where the search begins: a search round literals begins elsewhere.
    case UInt8(ascii: "G"): throw Unsure()
    case UInt8(ascii: "R"), UInt8(ascii: "X"): return .anything
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      while let digit = next, ByteSet.digits.contains(digit) { offset += 1 }
      return .anything
    case UInt8(ascii: "k"):
      let isQuoted = takes("'")
      guard isQuoted || takes("<") || takes("{") else { throw Unsure() }
      while let byte = next, ByteSet.word.contains(byte) { offset += 1 }
      offset += 1
      return .anything
    default: break
    }
    if let set = try characterType(byte) { return .character(set) }
    return literal(try escapedCharacter(byte))
  }

  /// The set of `\d`, `\w`, `\p{…}` and the like; nil for other escapes.
  mutating func characterType(_ byte: UInt8) throws -> ByteSet? {
    switch byte {
    case UInt8(ascii: "d"): return ByteSet.digits.withOtherWord
    case UInt8(ascii: "w"): return ByteSet.word.withOtherWord
    case UInt8(ascii: "s"): return ByteSet.space.withOtherMarks
    case UInt8(ascii: "D"): return ByteSet.digits.complement
    case UInt8(ascii: "W"): return ByteSet.word.complement
    case UInt8(ascii: "S"): return ByteSet.space.complement
    case UInt8(ascii: "h"): return ByteSet.blanks.withOtherMarks
    case UInt8(ascii: "H"): return ByteSet.blanks.complement
    case UInt8(ascii: "v"): return ByteSet(0x0A...0x0D).withOtherMarks
    case UInt8(ascii: "V"): return ByteSet(0x0A...0x0D).complement
    case UInt8(ascii: "N"):
      guard next != UInt8(ascii: "{") else { throw Unsure() }
      return Self.notNewline
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      let property = try self.property()
      return byte == UInt8(ascii: "P") ? property.map(\.complement) ?? .all : property ?? .all
    default: return nil
    }
  }

  /// The characters of a Unicode property; nil for those that the reader does not know.
  mutating func property() throws -> ByteSet? {
    var name = [try take()]
    if name == [UInt8(ascii: "{")] {
      let start = offset
      try take(through: UInt8(ascii: "}"))
      name = Array(pattern[start..<(offset - 1)])
    }
    switch String(decoding: name, as: UTF8.self) {
    case "L": return ByteSet.letters.withOtherWord
    case "Lu" where !isCaseless: return ByteSet.upper.withOtherWord
    case "Ll" where !isCaseless: return ByteSet(0x61...0x7A).withOtherWord
    case "N", "Nd": return ByteSet.digits.withOtherWord
    // None of ASCII, and one is a letter (U+2139): emoji-data.txt of Unicode.
    case "Extended_Pictographic": return ByteSet().withOthers
    default: return nil
    }
  }

  mutating func escapedCharacter(_ byte: UInt8) throws -> [UInt8] {
    switch byte {
    case UInt8(ascii: "n"): return [.lineFeed]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "x"): return try hexadecimal()
    default:
      guard !ByteSet.word.contains(byte) else { throw Unsure() }
      return character(from: byte)
    }
  }

  /// `\x{2019}`.
  mutating func hexadecimal() throws -> [UInt8] {
    guard takes("{") else { throw Unsure() }
    let start = offset
    try take(through: UInt8(ascii: "}"))
    let digits = String(decoding: pattern[start..<(offset - 1)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { throw Unsure() }
    return Array(String(scalar).utf8)
  }
}
