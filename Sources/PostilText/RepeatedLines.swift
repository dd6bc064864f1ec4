import PostilModel

/// Lines that are known to repeat from text to text, by their hashes.
public struct RepeatedLines: Sendable {
  private let hashes: Set<UInt64>

  /// Knows none.
  public static let none = RepeatedLines([])

  /// Knows those of these hashes.
  public init(_ hashes: Set<UInt64>) { self.hashes = hashes }

  /// Whether the line at `span` is one of them.
  func contains(_ text: TextBytes, _ span: Span) -> Bool {
    !hashes.isEmpty && Self.hash(of: text.bytes[span.start..<span.end]).map(hashes.contains) ?? false
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

  /// The hash of a line without white space at its ends, or of any words: case is folded, white space run together, and every run of digits is one,
  /// so that what differs in a time or number alone is the same. Nil for what has neither letter nor digit.
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
