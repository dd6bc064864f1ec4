import PostilModel

/// Every six words that stand one behind the other in a paragraph: what repeats inside it is known by these, and where it ends.
enum WordRuns {
  /// News repeats five words often.
  static let length = 6

  /// Calls `each` with the hash of every run and its place, from the first word to the last.
  ///
  /// Words are runs of letters, digits and marks; case makes no difference, nor which digits.
  ///
  /// - Parameter isEnd: Whether a line belongs to no run.
  static func each(
    in text: TextBytes, lines: [Span], paragraphs: [Span], isEnd: (Span) -> Bool, _ each: (UInt64, Span) -> Void
  ) {
    var next = lines.startIndex
    for paragraph in paragraphs {
      var words: [(hash: UInt64, span: Span)] = []
      while next < lines.endIndex, lines[next].start < paragraph.end {
        if isEnd(lines[next]) {
          words.removeAll(keepingCapacity: true)
        } else {
          self.words(of: lines[next], text) { word in
            words.append(word)
            guard words.count >= length else { return }
            let run = words.suffix(length)
            let hash = run.reduce(into: FNV1a()) { $0.add($1.hash) }.value
            each(hash, Span(start: run[run.startIndex].span.start, end: word.span.end))
          }
        }
        next += 1
      }
    }
  }

  private static func words(of line: Span, _ text: TextBytes, _ each: ((hash: UInt64, span: Span)) -> Void) {
    var (offset, start) = (line.start, line.start)
    var (hash, isInside, isAfterDigit) = (FNV1a(), false, false)
    while offset < line.end {
      let (scalar, length) = text.scalar(at: offset)
      defer { offset += length }
      guard isPart(scalar) else {
        if isInside { each((hash.value, Span(start: start, end: offset))) }
        (hash, isInside, isAfterDigit) = (FNV1a(), false, false)
        continue
      }
      if !isInside { (start, isInside) = (offset, true) }
      if scalar.isNumeral {
        if !isAfterDigit { hash.add(UInt8(ascii: "0")) }
      } else {
        for folded in scalar.properties.lowercaseMapping.unicodeScalars { hash.add(folded.value) }
      }
      isAfterDigit = scalar.isNumeral
    }
    if isInside { each((hash.value, Span(start: start, end: line.end))) }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isLetter || scalar.isNumeral { return true }
    guard !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
