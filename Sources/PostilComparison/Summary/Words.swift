import PostilModel

/// The words of a text: runs of letters, digits and marks.
public enum Words {
  /// Calls `body` with the hash of every word, case folded, in order; returns their number.
  @discardableResult
  public static func each(in text: String, _ body: (UInt64) -> Void = { _ in }) -> Int {
    var (count, hash, isInside) = (0, FNV1a(), false)
    for scalar in text.unicodeScalars {
      if isWordPart(scalar) {
        isInside = true
        add(scalar, to: &hash)
      } else if isInside {
        body(hash.value)
        (count, hash, isInside) = (count + 1, FNV1a(), false)
      }
    }
    guard isInside else { return count }
    body(hash.value)
    return count + 1
  }

  /// Adds a code point, its case folded.
  private static func add(_ scalar: Unicode.Scalar, to hash: inout FNV1a) {
    if scalar.isASCII { return hash.add(UInt8(truncatingIfNeeded: scalar.value).asciiFolded) }
    for scalar in scalar.properties.lowercaseMapping.unicodeScalars { hash.add(scalar.value) }
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
