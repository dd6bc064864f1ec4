import PostilModel

/// Finds names as whole words; any white space in the text matches a space of the name.
struct NameSearch {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// Calls `found` with the name's index and each of its places, by place.
  func find(_ names: [String], _ found: (Int, Span) -> Void) {
    var byFirstRun: [[UInt8]: [(name: Int, pieces: [[UInt8]])]] = [:]
    for (index, name) in names.enumerated() {
      let pieces = name.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
      guard let first = pieces.first else { continue }
      let run = first.withUnsafeBufferPointer { Self.run(from: 0, in: $0) }
      byFirstRun[Array(first[..<max(1, run)]), default: []].append((index, pieces))
    }
    guard !byFirstRun.isEmpty else { return }
    for token in tokens {
      let start = token.span.start
      guard start == 0 || !Self.isWord(start - 1, in: text) || !Self.isWord(start, in: text) else { continue }
      let end = max(start + 1, Self.run(from: start, in: text))
      for candidate in byFirstRun[Array(text[start..<end])] ?? [] {
        if let end = match(candidate.pieces, from: start) { found(candidate.name, Span(start: start, end: end)) }
      }
    }
  }

  private func match(_ pieces: [[UInt8]], from start: Int) -> Int? {
    var offset = start
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        let gap = afterSpace(offset)
        guard gap > offset else { return nil }
        offset = gap
      }
      guard offset + piece.count <= text.count, text[offset..<(offset + piece.count)].elementsEqual(piece) else {
        return nil
      }
      offset += piece.count
    }
    return Self.isWord(offset, in: text) && Self.isWord(offset - 1, in: text) ? nil : offset
  }

  private func afterSpace(_ offset: Int) -> Int {
    var next = offset
    while next < text.count {
      if text[next] <= 0x20 {
        next += 1
      } else if text[next] == 0xC2, next + 1 < text.count, text[next + 1] == 0xA0 {
        next += 2
      } else {
        break
      }
    }
    return next
  }

  /// The end of the run of letters and digits that begins at `start`.
  private static func run(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < text.count, isWord(end, in: text) { end += 1 }
    return end
  }

  private static func isWord(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < text.count else { return false }
    let byte = text[offset]
    guard byte >= 0x80 else { return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
    return !isTypographicMark(offset, in: text)
  }

  /// Whether the byte belongs to a character of the block of general punctuation (U+2000 to U+206F).
  private static func isTypographicMark(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var lead = offset
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    return text[lead] == 0xE2 && lead + 1 < text.count && (text[lead + 1] == 0x80 || text[lead + 1] == 0x81)
  }
}
