import PostilModel

/// Finds the full date that a text gives itself in one of its first lines: in a byline, a label, or before a dash.
struct HeadDate {
  /// The lines at the beginning that may hold the date.
  private static let lines = 12
  /// How far into a line the date may end, in bytes.
  private static let reach = 110
  /// The most that may stand in the line beside the date, in bytes.
  private static let most = 60

  let text: TextBytes
  let finder: DateFinder

  /// The first such date.
  func first(in lines: [Span]) -> DateFinder.Found? {
    lines.prefix(Self.lines).enumerated().lazy.compactMap { index, line in
      let head = Span(start: line.start, end: text.boundary(min(line.end, line.start + Self.reach)))
      guard let found = finder.first(in: head), found.year != nil else { return nil }
      let rest = line.count - found.span.count
      let isLabel = index > 0 && rest <= Self.most && text[line.end - 1] != 0x2E || rest <= 10
      return isLabel || standsBeforeDash(found.span.end) ? found : nil
    }.first
  }

  private func standsBeforeDash(_ offset: Int) -> Bool {
    var next = offset
    while next < text.count, text[next] == 0x20 { next += 1 }
    guard next < text.count else { return false }
    return text[next] == 0x2D && next + 1 < text.count && text[next + 1] == 0x2D || text.scalar(at: next).scalar == "—"
  }
}
