import PostilModel

/// Finds the full date that a text gives itself in one of its first lines: in a byline, a label, or before a dash.
struct HeadDate {
  /// The lines at the beginning that may hold the date.
  private static let lines = 12
  /// How far into a line the date may end, in bytes.
  private static let reach = 110
  /// The most that may stand in the line beside the date, in bytes: where marks set it apart, and where not.
  private static let most = (apart: 100, close: 15)

  let text: TextBytes
  let finder: DateFinder

  /// The first such date.
  func first(in lines: [Span]) -> DateFinder.Found? {
    lines.prefix(Self.lines).enumerated().lazy.compactMap { index, line in
      let head = Span(start: line.start, end: text.boundary(min(line.end, line.start + Self.reach)))
      guard let found = finder.first(in: head), found.year != nil else { return nil }
      let rest = line.count - found.span.count
      let isLabel =
        index > 0 && rest <= Self.most.apart && text[line.end - 1] != UInt8(ascii: ".")
        && standsApart(found.span, in: line)
        || rest <= Self.most.close
      return isLabel || standsBeforeDash(found.span.end) ? found : nil
    }.first
  }

  /// Whether marks, or the line's ends, stand on both sides: `By Ann Lee, 20 September 2023 | News`.
  private func standsApart(_ span: Span, in line: Span) -> Bool {
    var start = span.start
    while start > line.start, text[start - 1] == .space { start -= 1 }
    var end = span.end
    while end < line.end, text[end] == .space { end += 1 }
    return (start == line.start || isMark(text.scalar(before: start)?.scalar))
      && (end == line.end || isMark(text.scalar(at: end).scalar))
  }

  private func isMark(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { !$0.isLetter && !$0.isNumeral } ?? true
  }

  private func standsBeforeDash(_ offset: Int) -> Bool {
    var next = offset
    while next < text.count, text[next] == .space { next += 1 }
    guard next < text.count else { return false }
    return text[next] == UInt8(ascii: "-") && next + 1 < text.count && text[next + 1] == UInt8(ascii: "-")
      || text.scalar(at: next).scalar == "—"
  }
}
