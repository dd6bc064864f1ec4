/// The words of a text: runs of letters, digits and marks.
public enum Words {
  /// Calls `body` with the hash of every word, case folded, in order; returns their number.
  @discardableResult
  public static func each(in text: String, _ body: (UInt64) -> Void = { _ in }) -> Int {
    var (count, hash, isInside) = (0, offset, false)
    for scalar in text.unicodeScalars {
      if isWordPart(scalar) {
        isInside = true
        hash = mixed(hash, scalar)
      } else if isInside {
        body(hash)
        (count, hash, isInside) = (count + 1, offset, false)
      }
    }
    guard isInside else { return count }
    body(hash)
    return count + 1
  }

  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a over folded code points.
  private static func mixed(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
    if scalar.isASCII {
      let lower = (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
      return (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.reduce(hash) {
      ($0 ^ UInt64($1.value)) &* 0x100_0000_01B3
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}
