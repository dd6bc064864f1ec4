import PostilModel

/// Finds datelines, bylines, label lines and headings.
struct DatelineFinder {
  let text: TextBytes
  let language: TextLanguage

  /// The dateline at the head of one of the first paragraphs: capitals, perhaps an agency or a date, then a dash.
  func dateline(in paragraphs: [Span]) -> Dateline? {
    paragraphs.prefix(8).lazy.compactMap(dateline).first
  }

  private func dateline(at paragraph: Span) -> Dateline? {
    let head = Span(start: paragraph.start, end: min(paragraph.end, paragraph.start + 90))
    guard let (dash, end) = dash(in: head) else { return nil }
    var placeEnd = head.start
    var sawCapitals = 0
    var offset = head.start
    while offset < dash {
      let (scalar, length) = text.scalar(at: offset)
      if scalar.isCapital {
        sawCapitals += 1
      } else if scalar.isLetter || scalar == "," || scalar == "(" || scalar.isNumeral {
        break
      } else if scalar != " ", scalar != ".", scalar != "-", scalar != "’", scalar != "'" {
        return nil
      }
      offset += length
      if scalar.isCapital || scalar == "." { placeEnd = offset }
    }
    if offset < dash, text.scalar(at: offset).scalar.isSmall {
      // The capital before a lower-case letter begins another word, as in "BAGHDAD September".
      return nil
    }
    guard sawCapitals >= 3, placeEnd > head.start else { return nil }
    let date = DateFinder(text: text, language: language).first(in: Span(start: placeEnd, end: dash))?.span
    return Dateline(span: Span(start: head.start, end: end), place: Span(start: head.start, end: placeEnd), date: date)
  }

  /// A dash between spaces, or two hyphens.
  private func dash(in head: Span) -> (start: Int, end: Int)? {
    var offset = head.start
    while offset < head.end {
      guard !text[offset].isContinuation else {
        offset += 1
        continue
      }
      let (scalar, length) = text.scalar(at: offset)
      let isSpaced = offset > head.start && text[offset - 1] == .space
      if scalar == "—" || (scalar == "–" || scalar == "-") && isSpaced {
        var end = offset + length
        while end < text.count, text[end] == UInt8(ascii: "-") { end += 1 }
        return (offset, end)
      }
      if scalar == "“" || scalar == "\"" { return nil }
      offset += length
    }
    return nil
  }

  func byline(in lines: [Span]) -> Span? {
    lines.prefix(8).first { line in
      guard line.count < 100, let space = (line.start..<line.end).first(where: { text[$0] == .space }) else {
        return false
      }
      return language.bylineStarts.contains(text.text(Span(start: line.start, end: space)).lowercased())
    }
  }

  func labelLines(in lines: [Span]) -> [Span] {
    lines.filter { $0.count < 60 && language.labelLines.contains(text.text($0).lowercased()) }
  }

  /// Short lines without a full stop that stand before a longer paragraph.
  func headings(in paragraphs: [Span]) -> [Span] {
    paragraphs.indices.filter { index in
      let paragraph = paragraphs[index]
      guard paragraph.count < 160, !".!?:;,".utf8.contains(text[paragraph.end - 1]) else { return false }
      return paragraphs.dropFirst(index + 1).prefix(3).contains { $0.count > paragraph.count && $0.count > 100 }
    }.map { paragraphs[$0] }
  }
}
