extension StringProtocol {
  /// The same on one line: white space at its sides is left out, and runs of it are one space.
  public var onOneLine: String {
    hasPlainSpaces ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether all white space in it is single spaces between words, which most texts have, as far as single bytes tell.
  private var hasPlainSpaces: Bool {
    var isBehindSpace = true
    for byte in utf8 {
      switch byte {
      case 0x20:
        if isBehindSpace { return false }
        isBehindSpace = true
      // Line ends and tabs; the first bytes of white space beyond ASCII, and of much else.
      case 0x00..<0x20, 0xC2, 0xE1...0xE3: return false
      default: isBehindSpace = false
      }
    }
    return !isBehindSpace
  }
}
