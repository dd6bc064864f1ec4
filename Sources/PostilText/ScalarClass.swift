/// What kind of character a scalar is; those of ASCII are told without Unicode's tables.
extension Unicode.Scalar {
  /// Whether it is alphabetic.
  var isLetter: Bool { isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic }

  /// Whether it stands for a number.
  var isNumeral: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }

  /// Whether it is white space.
  var isSpace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

  /// Whether it is a letter in lower case.
  var isSmall: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }

  /// Whether it is a letter in upper case.
  var isCapital: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }

  /// Whether it is a mark of punctuation, and no symbol.
  var isPunctuation: Bool {
    if isASCII {
      return !"$+<=>^`|~".unicodeScalars.contains(self) && value > 0x20 && value < 0x7F && !isLetter && !isNumeral
    }
    switch properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .connectorPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
