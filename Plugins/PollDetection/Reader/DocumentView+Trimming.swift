import PostilModuleKit

extension Unicode.Scalar {
  /// Whether it is a picture, or belongs to one.
  var isPicture: Bool {
    properties.isEmojiPresentation || properties.isEmojiModifier || value == 0xFE0F || value == 0x200D
      || (properties.isEmoji && value > 0xFF)
  }
  /// Whether it is a letter or a digit.
  var isWordCharacter: Bool {
    if isASCII { return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) }
    return properties.isAlphabetic || properties.numericType == .decimal
  }
}

extension DocumentView {
  /// The span without the scalars at its sides that `isCut` holds for.
  func trimmed(_ span: Span, where isCut: (Unicode.Scalar) -> Bool) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end {
      let (scalar, length) = utf8.scalar(at: start)
      guard isCut(scalar) else { break }
      start += length
    }
    while start < end {
      let last = utf8.boundary(atOrBefore: end - 1)
      guard isCut(utf8.scalar(at: last).scalar) else { break }
      end = last
    }
    return Span(start: start, end: max(start, end))
  }

  /// How many letters and digits stand in `span`.
  func wordCharacters(_ span: Span) -> Int {
    var (offset, count) = (span.start, 0)
    while offset < span.end {
      let (scalar, length) = utf8.scalar(at: offset)
      if scalar.isWordCharacter { count += 1 }
      offset += length
    }
    return count
  }

  /// Whether a letter or digit stands in `span`.
  func hasWords(_ span: Span) -> Bool {
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = utf8.scalar(at: offset)
      if scalar.isWordCharacter { return true }
      offset += length
    }
    return false
  }

  /// The parts of `span` outside `removed` that have letters or digits, without the punctuation round them.
  func pieces(of span: Span, without removed: [Span]) -> [Span] {
    var pieces: [Span] = []
    var start = span.start
    for cut in removed.sorted() {
      if cut.start > start { pieces.append(Span(start: start, end: min(cut.start, span.end))) }
      start = max(start, cut.end)
    }
    if start < span.end { pieces.append(Span(start: start, end: span.end)) }
    return pieces.map { $0.answer(in: self) }.filter(hasWords)
  }
}

extension DocumentView {
  /// Where one of `marks` stands before a blank: the places behind it.
  func breaks(in piece: Span, _ marks: String) -> [Int] {
    (piece.start..<max(piece.start, piece.end - 1)).filter {
      marks.utf8.contains(utf8[$0]) && utf8.scalar(at: $0 + 1).scalar.properties.isWhitespace
    }.map { $0 + 1 }
  }
}

extension Span {
  private static let sides = Set("-–—−:·•|;,.…*_#<>=~/\\★☆←→↑↓⟵⟶➡⬅\u{AD}\u{200B}\u{FE0F}\u{20E3}".unicodeScalars)

  /// The words in it as an answer or a question: without blanks, separators, pictures and odd brackets at its sides.
  func answer(in document: DocumentView) -> Span {
    let bytes = document.utf8[start..<end]
    let opens = bytes.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    let closes = bytes.contains { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
    return document.trimmed(self) { scalar in
      scalar.properties.isWhitespace || Self.sides.contains(scalar) || scalar.isPicture
        || (!closes && "([".unicodeScalars.contains(scalar)) || (!opens && ")]".unicodeScalars.contains(scalar))
    }
  }

  /// Without the quotation marks round all of it.
  func unquoted(in document: DocumentView) -> Span {
    let inner = document.trimmed(self) { "\"“”„«»".unicodeScalars.contains($0) }
    return inner.start > start && inner.end < end ? inner : self
  }
}
