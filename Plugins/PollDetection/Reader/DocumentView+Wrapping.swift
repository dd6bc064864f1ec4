import PostilModuleKit

extension DocumentView {
  /// A shorter line ends because its writer ended it, in bytes.
  private static let shortestWrapped = 40

  /// The lines that are not blank, where one that was cut for its length goes on on the next.
  var unwrappedLines: [Span] {
    var lines: [Span] = []
    for line in structure.lines {
      if let last = lines.last, goesOn(from: last, on: line) {
        lines[lines.count - 1] = Span(start: last.start, end: line.end)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  /// The line without the marks of a quoted message at its beginning: `> Yes`.
  func withoutQuoteMarks(_ line: Span) -> Span {
    let start = (line.start..<line.end).first {
      utf8[$0] != UInt8(ascii: ">") && utf8[$0] != .space && utf8[$0] != .tab
    }
    return Span(start: start ?? line.end, end: line.end)
  }

  /// Whether a long line without an end of a sentence stands right over one that begins with a small letter.
  private func goesOn(from last: Span, on next: Span) -> Bool {
    let begin = trimmed(next) { $0.properties.isWhitespace }
    let words = trimmed(last) { $0.properties.isWhitespace }
    guard !begin.isEmpty, !words.isEmpty, utf8.scalar(at: begin.start).scalar.properties.isLowercase,
      utf8[words.end..<begin.start].count(where: { $0 == .lineFeed }) == 1
    else { return false }
    let lastLine = text(words).split(separator: "\n").last ?? ""
    return lastLine.utf8.count >= Self.shortestWrapped && !".!?:;%)|".contains(lastLine.last ?? ".")
  }
}
