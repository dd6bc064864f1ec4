import PostilModel

/// Finds lines and paragraphs.
enum LineFinder {
  /// All lines without their ends (LF, CR, CR LF), blank ones too.
  static func allLines(_ text: TextBytes) -> [Span] {
    var lines: [Span] = []
    var start = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == .lineFeed || byte == .carriageReturn {
        lines.append(Span(start: start, end: offset))
        if byte == .carriageReturn, offset + 1 < text.count, text[offset + 1] == .lineFeed { offset += 1 }
        start = offset + 1
      }
      offset += 1
    }
    if start < text.count { lines.append(Span(start: start, end: text.count)) }
    return lines
  }

  /// Runs of lines between blank lines; a line over 200 bytes, or a heading's, stands by itself.
  static func paragraphs(_ lines: [Span], _ text: TextBytes) -> [Span] {
    var paragraphs: [Span] = []
    var open: Span?
    for line in lines {
      guard let content = text.trimmed(line) else {
        if let begun = open { paragraphs.append(begun) }
        open = nil
        continue
      }
      if let begun = open, begun.end > begun.start, continues(begun, content, text) {
        open = Span(start: begun.start, end: content.end)
      } else {
        if let begun = open { paragraphs.append(begun) }
        open = content
      }
    }
    if let begun = open { paragraphs.append(begun) }
    return paragraphs
  }

  /// Whether `line` goes on with the paragraph before it: wrapped text does, where the line before neither ended a
  /// sentence nor was long.
  private static func continues(_ paragraph: Span, _ line: Span, _ text: TextBytes) -> Bool {
    var start = paragraph.end
    while start > paragraph.start, text[start - 1] != .lineFeed, text[start - 1] != .carriageReturn { start -= 1 }
    let length = paragraph.end - start
    guard length < 200, line.count < 200 else { return false }
    return length > 40 || !".!?:".utf8.contains(text[paragraph.end - 1])
  }
}
