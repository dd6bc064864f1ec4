import PostilModel

/// Lines, and runs of words inside others, that are known to repeat from text to text, by their hashes.
public struct RepeatedLines: Sendable {
  private let lines: Set<UInt64>
  private let runs: Set<UInt64>

  /// Knows none.
  public static let none = RepeatedLines(lines: [], runs: [])

  /// Knows those of these hashes.
  public init(lines: Set<UInt64>, runs: Set<UInt64>) {
    self.lines = lines
    self.runs = runs
  }

  /// Whether the line at `span` is one of them.
  func contains(_ text: TextBytes, _ span: Span) -> Bool {
    !lines.isEmpty && Self.hash(of: text.bytes[span.start..<span.end]).map(lines.contains) ?? false
  }

  /// The known runs of words in the other lines, with the marks at their ends; they may overlap.
  func runs(in text: TextBytes, lines: [Span], paragraphs: [Span]) -> [Span] {
    guard !runs.isEmpty else { return [] }
    var found: [Span] = []
    WordRuns.each(in: text, lines: lines, paragraphs: paragraphs, isEnd: { contains(text, $0) }) { hash, span in
      if runs.contains(hash) { found.append(text.withMarks(span)) }
    }
    return found
  }

  /// The lines of `text` that have a hash, each once, without white space at their ends.
  public static func lines(of text: String) -> [UInt64: String] {
    let bytes = TextBytes(bytes: Array(text.utf8))
    var lines: [UInt64: String] = [:]
    for line in LineFinder.allLines(bytes).compactMap(bytes.trimmed) {
      guard let hash = hash(of: bytes.bytes[line.start..<line.end]) else { continue }
      let words = bytes.text(line)
      lines[hash] = lines[hash].map { min($0, words) } ?? words
    }
    return lines
  }

  /// The runs of words of `text` outside the lines that are known, each once, with the first of its places.
  public func runs(of text: String) -> [UInt64: Span] {
    let bytes = TextBytes(bytes: Array(text.utf8))
    let allLines = LineFinder.allLines(bytes)
    var found: [UInt64: Span] = [:]
    WordRuns.each(
      in: bytes, lines: allLines.compactMap(bytes.trimmed), paragraphs: LineFinder.paragraphs(allLines, bytes),
      isEnd: { contains(bytes, $0) }
    ) { hash, span in found[hash] = found[hash] ?? span }
    return found
  }

  /// The hash of a line without white space at its ends, or of any words: case is folded, white space run together, and every run of
  /// digits is one, so that what differs in a time or number alone is the same. Nil for what has neither letter nor digit.
  public static func hash(of line: some Collection<UInt8>) -> UInt64? {
    var hash = FNV1a()
    var (hasWord, isAfterSpace, isAfterDigit) = (false, false, false)
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      let (isSpace, isDigit) = (scalar.properties.isWhitespace, scalar.properties.numericType == .decimal)
      defer { (isAfterSpace, isAfterDigit) = (isSpace, isDigit) }
      if isSpace && isAfterSpace || isDigit && isAfterDigit { continue }
      hasWord = hasWord || isDigit || scalar.properties.isAlphabetic
      if isSpace || isDigit {
        hash.add(UInt8(ascii: isSpace ? " " : "0"))
      } else {
        for folded in scalar.properties.lowercaseMapping.unicodeScalars { hash.add(folded.value) }
      }
    }
    return hasWord ? hash.value : nil
  }
}

extension TextBytes {
  /// `span` with the marks that stand at its ends, up to white space or another word.
  fileprivate func withMarks(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while let (scalar, begin) = scalar(before: start), !isSpace(at: begin), !scalar.isLetter, !scalar.isNumeral {
      start = begin
    }
    while end < count, !isSpace(at: end) {
      let (scalar, length) = scalar(at: end)
      guard !scalar.isLetter, !scalar.isNumeral else { break }
      end += length
    }
    return Span(start: start, end: end)
  }
}
