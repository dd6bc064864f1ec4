/// How rare a literal is in news text, in bits: only speed depends on it, never what is found.
enum LiteralRarity {
  /// Literals more common than one in this many bits of positions would call the matcher too often.
  static let least = 7.0

  /// The rarity of a literal: of its rarest four bytes, with a little for each byte more.
  static func bits(_ literal: [UInt8]) -> Double {
    guard literal.count > 4 else { return literal.reduce(0) { $0 + bits(of: $1) } }
    var rarest = 0.0
    for start in 0...(literal.count - 4) { rarest = max(rarest, bits(ofWindow: start, in: literal)) }
    return rarest + 0.2 * Double(literal.count - 4)
  }

  /// The rarity of any of several literals, as if all were as common as the commonest.
  static func bits(ofAnyOf count: Int, commonest: Double) -> Double {
    let doublings = Int.bitWidth - count.leadingZeroBitCount - 1
    return commonest - Double(max(doublings, 0))
  }

  /// The rarity of a place by the nearest character on each side.
  static func bits(_ surroundings: Surroundings) -> Double {
    [surroundings.ahead.first, surroundings.behind.first].reduce(0) { $0 - ($1.map { log2(share($0)) } ?? 0) }
  }

  /// The share of a text's places that have these surroundings, by two characters on each side.
  static func share(_ surroundings: Surroundings) -> Double {
    (surroundings.ahead.prefix(2) + surroundings.behind.prefix(2)).reduce(1) { $0 * share($1) }
  }

  /// The share of a text's places where a literal stands, by its letters alone.
  static func share(_ literal: [UInt8]) -> Double { literal.reduce(1) { $0 / Double(1 << Int(bits(of: $1))) } }

  /// The share of a text's characters that belong to a set.
  private static func share(_ set: ByteSet) -> Double {
    let share = (UInt8(0)..<0x80).reduce(set.hasOthers ? shareOfOthers : 0) { share, byte in
      set.contains(byte) ? share + 1 / Double(1 << Int(bits(of: byte))) : share
    }
    return min(max(share, leastShare), 1)
  }

  private static let leastShare = 1e-9

  private static let shareOfOthers = 0.01

  /// The binary logarithm, exact at powers of two and straight between them.
  private static func log2(_ value: Double) -> Double { Double(value.exponent) + value.significand - 1 }

  /// The rarity of four bytes of a literal.
  static func bits(ofWindow start: Int, in literal: [UInt8]) -> Double {
    bits(of: literal[start]) + bits(of: literal[start + 1]) + bits(of: literal[start + 2])
      + bits(of: literal[start + 3])
  }

  private static func bits(of byte: UInt8) -> Double { bitsOfBytes[Int(byte)] }

  private static let bitsOfBytes = (UInt8.min...UInt8.max).map(counted)

  /// Rounded from letter counts of English text: Norvig, "English Letter Frequency Counts" (norvig.com/mayzner.html).
  private static func counted(_ byte: UInt8) -> Double {
    switch byte {
    case 0x20, UInt8(ascii: "e"): 3
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "i"), UInt8(ascii: "n"),
      UInt8(ascii: "s"), UInt8(ascii: "r"):
      4
    case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "c"), UInt8(ascii: "u"): 5
    case UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "z"): 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      0x0A:
      6
    default: 8
    }
  }
}
