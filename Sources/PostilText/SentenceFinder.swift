import PostilModel

/// Splits paragraphs into sentences.
struct SentenceFinder {
  private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "“", "’", "»", ")", "]"]

  /// No abbreviation is longer, in bytes; a limit, so that rows of full stops take linear time.
  private static let longestAbbreviation = 32

  let text: TextBytes
  let language: TextLanguage

  /// No text that is wrapped by hand has longer lines, in bytes.
  private static let longestWrapped = 140

  /// The sentences of a paragraph, without white space between them. In one that is not wrapped by hand the ends of lines are ends
  /// of sentences, where the next line can begin one.
  func sentences(in paragraph: Span) -> [Span] {
    lines(of: paragraph).flatMap(sentences(inLine:))
  }

  /// The lines of a paragraph of which one is longer than any that is wrapped, those that begin no sentence with the one before;
  /// else the whole.
  private func lines(of paragraph: Span) -> [Span] {
    var starts = [paragraph.start]
    for offset in paragraph.start..<paragraph.end where text[offset] == .lineFeed { starts.append(offset + 1) }
    let ends = starts.dropFirst() + [paragraph.end]
    guard zip(starts, ends).contains(where: { $1 - $0 > Self.longestWrapped }) else { return [paragraph] }
    let firsts = starts.filter { $0 == paragraph.start || beginsSentence($0, paragraph) }
    return zip(firsts, firsts.dropFirst() + [paragraph.end]).map { Span(start: $0, end: $1) }
  }

  private func beginsSentence(_ place: Int, _ paragraph: Span) -> Bool {
    var known: (place: Int, startsSentence: Bool)?
    return startsSentence(after: place, paragraph, &known)
  }

  private func sentences(inLine paragraph: Span) -> [Span] {
    var sentences: [Span] = []
    var start = paragraph.start
    var offset = paragraph.start
    var end = paragraph.start
    var next: (place: Int, startsSentence: Bool)?
    while offset < paragraph.end {
      let (scalar, length) = text.scalar(at: offset)
      offset += length
      guard scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" else { continue }
      // All marks of one run end in the same place, and all runs before a word have that word behind them.
      if offset > end { end = afterClosers(offset, paragraph.end) }
      guard end < paragraph.end else { break }
      guard text.isSpace(at: end), !(scalar == "." && isAbbreviation(before: offset - 1, followedFrom: end, paragraph)),
        startsSentence(after: end, paragraph, &next)
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
  ///
  /// - Parameter known: The word found last, which is still the next one up to its own place.
  private func startsSentence(
    after space: Int, _ paragraph: Span, _ known: inout (place: Int, startsSentence: Bool)?
  ) -> Bool {
    if let known, known.place >= space { return known.startsSentence }
    var place = space
    var startsSentence = false
    while place < paragraph.end {
      let (scalar, length) = text.scalar(at: place)
      if scalar.isLetter || scalar.isNumeral {
        startsSentence = !scalar.isLetter || !scalar.isSmall
        break
      }
      place += length
    }
    known = (place, startsSentence)
    return startsSentence
  }

  /// Whether the full stop at `dot` ends an abbreviation or an initial rather than a sentence.
  private func isAbbreviation(before dot: Int, followedFrom end: Int, _ paragraph: Span) -> Bool {
    var start = dot
    while let (scalar, begin) = text.scalar(before: start), begin >= paragraph.start,
      dot - begin <= Self.longestAbbreviation, scalar.isLetter || scalar == "."
    {
      start = begin
    }
    guard start < dot else { return false }
    let word = text.text(Span(start: start, end: dot))
    let term = word.lowercased()
    switch language.abbreviations[term] {
    case .title: return word.first?.isLowercase == false || !language.capitalAbbreviations.contains(term)
    case .number: return isNumber(after: end, paragraph)
    case .end: return !language.sentenceStarts.contains(nextWord(after: end, paragraph).lowercased())
    case nil: break
    }
    return word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(\.isCapital)
  }

  private func isNumber(after space: Int, _ paragraph: Span) -> Bool {
    var place = space
    while place < paragraph.end, text.isSpace(at: place) { place += text.scalar(at: place).length }
    return place < paragraph.end && text[place].isASCIIDigit
  }

  /// The word behind white space and opening marks.
  private func nextWord(after space: Int, _ paragraph: Span) -> String {
    var start = space
    while start < paragraph.end, !text.scalar(at: start).scalar.isLetter, start - space < 16 {
      start += text.scalar(at: start).length
    }
    var end = start
    while end < paragraph.end, end - start < Self.longestAbbreviation {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.isLetter else { break }
      end += length
    }
    return text.text(Span(start: start, end: end))
  }
}
