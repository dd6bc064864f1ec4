import PostilModuleKit

/// The words of a question or proposition without the label, date or marker before them.
struct QuestionWords {
  private static let sides = Set("\"“”„‘’'«»*_#–—-:•·>|\u{FE0F}".unicodeScalars)

  let document: DocumentView

  /// The words in `region` of a line: where it asks, from the first sentence that does to the end of the last.
  func question(in region: Span, of line: PollLine) -> Span {
    var start = region.start
    if let mark = line.mark, mark.span.start <= start { start = max(start, mark.span.end) }
    for cue in line.cues where [.label, .date, .author].contains(cue.kind) && cue.span.end < region.end {
      let between = Span(start: start, end: max(start, cue.span.start))
      if cue.span.end > start, !document.hasWords(between) { start = cue.span.end }
    }
    let marks = (start..<region.end).filter { document.utf8[$0] == UInt8(ascii: "?") }
    guard let first = marks.first, let last = marks.last else {
      return trimmed(Span(start: start, end: region.end))
    }
    return trimmed(Span(start: max(start, document.sentence(at: first)?.start ?? start), end: last + 1))
  }

  private func trimmed(_ span: Span) -> Span {
    document.trimmed(span) { $0.properties.isWhitespace || Self.sides.contains($0) || $0.isPicture }
  }
}
