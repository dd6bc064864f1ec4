import PostilModel

/// Splits a text into words, numbers and marks.
///
/// An apostrophe between letters and a full stop, comma or colon between digits stay inside; a hyphen divides.
enum Tokenizer {
  static func tokens(_ text: TextBytes) -> [Token] {
    var tokens: [Token] = []
    var offset = 0
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      if isWord(scalar), !isLoneLine(scalar, text, offset) {
        let (end, isNumber) = wordEnd(text, offset)
        tokens.append(Token(span: Span(start: offset, end: end), kind: isNumber ? .number : .word))
        offset = end
        continue
      }
      if !scalar.isSpace, scalar.value >= 0x20 {
        tokens.append(
          Token(span: Span(start: offset, end: offset + length), kind: scalar.isPunctuation ? .punctuation : .symbol))
      }
      offset += length
    }
    return tokens
  }

  private static func wordEnd(_ text: TextBytes, _ start: Int) -> (end: Int, isNumber: Bool) {
    var end = start
    var isNumber = true
    while end < text.count {
      let (scalar, length) = text.scalar(at: end)
      if isWord(scalar) {
        if !scalar.isNumeral { isNumber = false }
        end += length
        continue
      }
      let joins = isNumber ? scalar == "." || scalar == "," || scalar == ":" : scalar == "’" || scalar == "'"
      guard joins, end + length < text.count else { break }
      let next = text.scalar(at: end + length).scalar
      guard isNumber ? next.isNumeral : next.isLetter else { break }
      end += length
    }
    return (end, isNumber)
  }

  /// `_` with no letter behind it, the dash of old wires.
  private static func isLoneLine(_ scalar: Unicode.Scalar, _ text: TextBytes, _ offset: Int) -> Bool {
    scalar == "_" && (offset + 1 >= text.count || !isWord(text.scalar(at: offset + 1).scalar))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.isLetter || scalar.isNumeral || scalar == "_" }
    return scalar.isLetter || scalar.isNumeral || scalar.properties.generalCategory == .nonspacingMark
  }
}
