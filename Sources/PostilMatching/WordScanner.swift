import PostilModel

/// Splits a text into runs of letters, digits and underscores, and single marks; white space divides.
enum WordScanner {
  static func words(in text: UnsafeBufferPointer<UInt8>) -> [Span] {
    var words: [Span] = []
    var start: Int?
    var offset = 0
    while offset < text.count {
      let (length, kind) = character(at: offset, in: text)
      switch kind {
      case .word:
        if start == nil { start = offset }
      case .mark, .space:
        if let begun = start { words.append(Span(start: begun, end: offset)) }
        start = nil
        if kind == .mark { words.append(Span(start: offset, end: offset + length)) }
      }
      offset += length
    }
    if let begun = start { words.append(Span(start: begun, end: text.count)) }
    return words
  }

  private enum Kind {
    case word, mark, space
  }

  private static func character(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (length: Int, kind: Kind) {
    let byte = text[offset]
    if byte < 0x80 {
      let isWord = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      return (1, isWord ? .word : byte <= 0x20 ? .space : .mark)
    }
    let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, text.count - offset)
    guard let scalar = String(decoding: text[offset..<(offset + length)], as: UTF8.self).unicodeScalars.first else {
      return (length, .mark)
    }
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
