import PostilModel

/// Splits paragraphs into sentences.
struct SentenceFinder {
  private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]"]

  let text: TextBytes
  let language: TextLanguage

  /// The sentences of a paragraph, without white space between them.
  func sentences(in paragraph: Span) -> [Span] {
    var sentences: [Span] = []
    var start = paragraph.start
    var offset = paragraph.start
    while offset < paragraph.end {
      let (scalar, length) = text.scalar(at: offset)
      offset += length
      guard scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" else { continue }
      let end = afterClosers(offset, paragraph.end)
      guard end < paragraph.end else { break }
      guard text[end] <= 0x20, !(scalar == "." && isAbbreviation(before: offset - 1, next: end, paragraph)),
        startsSentence(after: end, paragraph)
      else { continue }
      if let sentence = text.trimmed(Span(start: start, end: end)) { sentences.append(sentence) }
      start = end
      offset = end
    }
    if let rest = text.trimmed(Span(start: start, end: paragraph.end)) { sentences.append(rest) }
    return sentences
  }

  private func afterClosers(_ offset: Int, _ end: Int) -> Int {
    var next = offset
    while next < end {
      let (scalar, length) = text.scalar(at: next)
      guard Self.closers.contains(scalar) || scalar == "." || scalar == "!" || scalar == "?" else { break }
      next += length
    }
    return next
  }

  /// Whether the word behind the space can begin a sentence: not a lower-case letter.
  private func startsSentence(after space: Int, _ paragraph: Span) -> Bool {
    var next = space
    while next < paragraph.end {
      let (scalar, length) = text.scalar(at: next)
      if scalar.properties.isAlphabetic { return !scalar.properties.isLowercase }
      if scalar.properties.numericType != nil { return true }
      next += length
    }
    return false
  }

  /// Whether the full stop at `dot` ends an abbreviation or an initial rather than a sentence.
  private func isAbbreviation(before dot: Int, next: Int, _ paragraph: Span) -> Bool {
    var start = dot
    while let (scalar, begin) = text.scalar(before: start), begin >= paragraph.start,
      scalar.properties.isAlphabetic || scalar == "."
    {
      start = begin
    }
    guard start < dot else { return false }
    let word = text.text(Span(start: start, end: dot))
    if language.abbreviations.contains(word.lowercased()) { return true }
    return word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }
}
