import PostilModel

/// Finds quotations in double, single and typographic marks, over paragraphs where marks are reopened.
struct QuotationFinder {
  private struct Open {
    let start: Int
    let closer: Unicode.Scalar
    var partStart: Int
    var parts: [Span]
  }

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "«": "»", "‘": "’", "„": "“"]

  let text: TextBytes

  /// The quotations of all `paragraphs`, outer ones first.
  func quotations(in paragraphs: [Span]) -> [Quotation] {
    var found: [Quotation] = []
    var open: [Open] = []
    for (index, paragraph) in paragraphs.enumerated() {
      scan(paragraph, &open, &found)
      guard !open.isEmpty else { continue }
      let next = index + 1 < paragraphs.count ? paragraphs[index + 1] : nil
      if open.count == 1, let next, reopens(open[0], at: next) {
        if let part = text.trimmed(Span(start: open[0].partStart, end: paragraph.end)) { open[0].parts.append(part) }
        open[0].partStart = next.start + mark(at: next.start, next).length
      } else {
        for (depth, unclosed) in open.enumerated() {
          found.append(close(unclosed, paragraph.end, paragraph.end, depth, false))
        }
        open = []
      }
    }
    return found.filter { !$0.parts.isEmpty }.sorted { $0.span < $1.span }
  }

  private func scan(_ paragraph: Span, _ open: inout [Open], _ found: inout [Quotation]) {
    var offset = open.first.map { max(paragraph.start, $0.partStart) } ?? paragraph.start
    while offset < paragraph.end {
      guard mayBeMark(text[offset]) else {
        offset += 1
        continue
      }
      let (scalar, length) = mark(at: offset, paragraph)
      defer { offset += length }
      if let last = open.last, isCloser(scalar, of: last, offset, offset + length, paragraph),
        isClosing(scalar, offset, length, paragraph)
      {
        open.removeLast()
        found.append(close(last, offset, offset + length, open.count, true))
      } else if let closer = closer(of: scalar, open),
        isOpening(scalar, offset, length, paragraph), !open.contains(where: { $0.closer == closer })
      {
        open.append(Open(start: offset, closer: closer, partStart: offset + length, parts: []))
      }
    }
  }

  /// Whether a mark of quotation can begin with `byte`.
  private func mayBeMark(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// The scalar at `offset`; two grave accents or two apostrophes together are a double mark.
  private func mark(at offset: Int, _ paragraph: Span) -> (scalar: Unicode.Scalar, length: Int) {
    let (scalar, length) = text.scalar(at: offset)
    guard scalar == "`" || scalar == "'", offset + 1 < paragraph.end, text[offset + 1] == text[offset] else {
      return (scalar, length)
    }
    return ("\"", 2)
  }

  /// What closes a quotation that `scalar` opens; a closing mark opens one where none is open.
  private func closer(of scalar: Unicode.Scalar, _ open: [Open]) -> Unicode.Scalar? {
    if scalar == "\"" || scalar == "'" { return scalar }
    return scalar == "”" && open.isEmpty ? scalar : Self.pairs[scalar]
  }

  /// Whether `scalar` closes `open`. Behind a comma or full stop a straight mark closes a curved one, a curved one a straight one,
  /// and one that is curved the wrong way its own kind, where white space follows it.
  private func isCloser(
    _ scalar: Unicode.Scalar, of open: Open, _ offset: Int, _ end: Int, _ paragraph: Span
  ) -> Bool {
    if scalar == open.closer { return true }
    guard let before = text.scalar(before: offset)?.scalar, Self.enders.contains(before) else { return false }
    if scalar == "\"", open.closer == "”" { return true }
    let isAtEnd = end >= paragraph.end || text[end] <= 0x20
    return isAtEnd && (scalar == "”" && open.closer == "\"" || scalar == "“" && open.closer != "’")
  }

  /// What stands before the mark at the end of speech.
  private static let enders: Set<Unicode.Scalar> = [",", ".", "?", "!", "…"]

  /// An apostrophe inside or at the end of a word opens nothing, nor does one before the last digits of a year.
  private func isOpening(_ scalar: Unicode.Scalar, _ offset: Int, _ length: Int, _ paragraph: Span) -> Bool {
    guard scalar == "'" || scalar == "\"" || scalar == "‘" || scalar == "”" else { return true }
    if scalar == "'" || scalar == "‘", isYear(offset + length, paragraph) { return false }
    let isAfterWord = offset > paragraph.start && (text.scalar(before: offset).map { isWord($0.scalar) } ?? false)
    let next = offset + length
    return !isAfterWord && next < paragraph.end && text[next] > 0x20
  }

  /// Two digits and no more: `’08`.
  private func isYear(_ offset: Int, _ paragraph: Span) -> Bool {
    let digits = (offset..<min(paragraph.end, offset + 3)).prefix { (0x30...0x39).contains(text[$0]) }
    return digits.count == 2
  }

  /// How many bytes behind a plural's apostrophe the mark that closes the speech round it is looked for.
  private static let apostropheReach = 400

  /// Whether a mark behind `s` is the apostrophe of a plural: another one, behind a comma or full stop, closes the speech.
  private func isPluralApostrophe(_ scalar: Unicode.Scalar, _ offset: Int, _ next: Int, _ paragraph: Span) -> Bool {
    guard offset > paragraph.start, text[offset - 1] == UInt8(ascii: "s"), next + 1 < paragraph.end,
      text[next] == UInt8(ascii: " "), text.scalar(at: next + 1).scalar.isLetter
    else { return false }
    var place = next
    let limit = min(paragraph.end, next + Self.apostropheReach)
    while place < limit {
      let (found, length) = text.scalar(at: place)
      if found == "‘" || found == "“" || found == "\"" { return false }
      if found == scalar, let before = text.scalar(before: place)?.scalar, Self.enders.contains(before) { return true }
      place += length
    }
    return false
  }

  /// A single mark between letters is an apostrophe; one behind a space closes nothing.
  private func isClosing(_ scalar: Unicode.Scalar, _ offset: Int, _ length: Int, _ paragraph: Span) -> Bool {
    guard scalar == "'" || scalar == "’" else { return true }
    let next = offset + length
    let isBeforeWord = next < paragraph.end && isWord(text.scalar(at: next).scalar)
    let isAfterSpace = text.scalar(before: offset).map { $0.scalar.isSpace } ?? true
    return !isBeforeWord && !isAfterSpace && !isPluralApostrophe(scalar, offset, next, paragraph)
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isNumeral
  }

  private func reopens(_ open: Open, at paragraph: Span) -> Bool {
    let first = mark(at: paragraph.start, paragraph).scalar
    return Self.pairs[first] == open.closer || first == open.closer && first == "\""
  }

  private func close(_ open: Open, _ contentEnd: Int, _ end: Int, _ depth: Int, _ isClosed: Bool) -> Quotation {
    let last = open.partStart <= contentEnd ? text.trimmed(Span(start: open.partStart, end: contentEnd)) : nil
    return Quotation(
      span: Span(start: open.start, end: end), parts: open.parts + (last.map { [$0] } ?? []), depth: depth,
      isClosed: isClosed)
  }
}
