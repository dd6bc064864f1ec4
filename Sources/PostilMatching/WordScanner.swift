import PostilModel

/// Splits a text into runs of letters, digits and underscores, and single marks; white space divides.
enum WordScanner {
  /// A run, or a mark.
  struct Word {
    let span: Span
    /// Whether it is a run of letters, digits and underscores.
    let isRun: Bool
    /// Whether white space, or nothing, stands before it.
    let isAfterSpace: Bool

    /// Whether `other` is a run right beside it: no term may end between the two.
    func touches(_ other: Word) -> Bool {
      other.isRun && (span.end == other.span.start || other.span.end == span.start)
    }
  }

  static func words(in text: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(text.count / 5)
    var start: Int?
    var offset = 0
    var isAfterSpace = true
    func end(_ begun: Int, _ end: Int, isRun: Bool) {
      words.append(Word(span: Span(start: begun, end: end), isRun: isRun, isAfterSpace: isAfterSpace))
      isAfterSpace = false
    }
    while offset < text.count {
      let (length, kind) = character(at: offset, in: text)
      if kind == .word {
        start = start ?? offset
      } else {
        if let begun = start { end(begun, offset, isRun: true) }
        start = nil
        if kind == .mark { end(offset, offset + length, isRun: false) } else { isAfterSpace = true }
      }
      offset += length
    }
    if let begun = start { end(begun, text.count, isRun: true) }
    return words
  }

  private enum Kind {
    case word, mark, space
  }

  @inline(__always)
  private static func character(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (length: Int, kind: Kind) {
    let byte = text[offset]
    guard byte < 0x80 else { return characterBeyondASCII(at: offset, in: text) }
    return (1, ByteSet.word.contains(byte) ? .word : byte <= 0x20 ? .space : .mark)
  }

  private static func characterBeyondASCII(
    at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, kind: Kind) {
    let (scalar, length) = text.scalar(at: offset)
    let properties = scalar.properties
    if properties.isWhitespace { return (length, .space) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return (length, .word)
    default: return (length, .mark)
    }
  }
}
