import PostilModuleKit

/// The words of a question or proposition without the label, date or marker before them.
struct QuestionWords {
  private static let sides = Set("\"“”„‘’'«»*_#–—-:•·>|\u{FE0F}".unicodeScalars)

  /// So many bytes of other words may stand before a label, such as the same in another language.
  private static let longestBeforeLabel = 24

  private static let longestPrefix = 48

  let document: DocumentView

  /// The words in `region` of a line: where it asks, from the first sentence that does to the end of the last.
  func question(in region: Span, of line: PollLine) -> Span {
    var start = region.start
    if let mark = line.mark, mark.span.start <= start { start = max(start, mark.span.end) }
    for cue in line.cues where [.label, .date, .author, .prompt].contains(cue.kind) && cue.span.end < region.end {
      let between = Span(start: start, end: max(start, cue.span.start))
      let isBehindWords = cue.kind == .label && between.count <= Self.longestBeforeLabel
      if cue.span.end > start, isBehindWords || !document.hasWords(between) { start = cue.span.end }
    }
    start = behindPrefix(start, region.end)
    let marks = (start..<region.end).filter { document.utf8[$0] == UInt8(ascii: "?") }
    guard let first = marks.first, let last = marks.last else {
      return trimmed(order(in: Span(start: start, end: region.end), of: line) ?? Span(start: start, end: region.end))
    }
    if let quoted = quotation(start, last) { return trimmed(Span(start: quoted, end: last + 1)) }
    let sentence = max(start, document.sentence(at: first)?.start ?? start)
    let isPrompt = line.cues.contains { $0.kind == .prompt && $0.span.contains(first) && $0.span.start <= sentence + 1 }
    return trimmed(Span(start: isPrompt ? start : sentence, end: last + 1))
  }

  /// The sentence that tells readers to choose.
  private func order(in rest: Span, of line: PollLine) -> Span? {
    guard let order = line.cue(.order), order.span.start > rest.start, order.span.end < rest.end else { return nil }
    let sentence = Span(start: order.span.start, end: rest.end)
    return Span(start: sentence.start, end: document.breaks(in: sentence, ".!").first ?? sentence.end)
  }

  /// Where a quotation begins that ends with the question mark at `mark`, behind other words.
  private func quotation(_ start: Int, _ mark: Int) -> Int? {
    document.structure.quotations.first { quotation in
      quotation.span.start > start && quotation.parts.last?.end == mark + 1
    }?.span.start
  }

  /// Behind a few words and a colon where a capital or a quotation mark begins a question: `Last time: “Should …?”`.
  private func behindPrefix(_ start: Int, _ end: Int) -> Int {
    let text = document.utf8[start..<end]
    guard let colon = text.prefix(Self.longestPrefix).firstIndex(of: UInt8(ascii: ":")),
      text[colon...].contains(UInt8(ascii: "?")), !text[..<colon].contains(UInt8(ascii: "?"))
    else { return start }
    let rest = document.trimmed(Span(start: colon + 1, end: end)) { $0.properties.isWhitespace }
    guard rest.start > colon + 1, !rest.isEmpty else { return start }
    let first = document.utf8.scalar(at: rest.start).scalar
    return first.properties.isUppercase || Self.sides.contains(first) ? rest.start : start
  }

  private func trimmed(_ span: Span) -> Span {
    document.trimmed(span) { $0.properties.isWhitespace || Self.sides.contains($0) || $0.isPicture }
  }
}
