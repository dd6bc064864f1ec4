import PostilModel

/// Metadata between two `---` lines at the top of a text: the part of YAML that is used there, `key: value`, quoted or not, lists in
/// brackets or one item a line, texts over several lines.
struct FrontMatter {
  /// No front matter is longer, in lines.
  private static let mostLines = 200

  private var metadata = Features()
  /// The key whose items, or lines of text, come next.
  private var key: String?
  private var items: [FeatureValue] = []
  private var words: [Substring] = []

  /// The metadata and the text behind it; a text that does not begin so is left as it is.
  static func split(_ text: String) -> (metadata: Features, text: String) {
    // CR LF is one character.
    let lines = text.split(maxSplits: mostLines, omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard let first = lines.first, first.trimmed == "---", first.first == "-",
      let end = lines.dropFirst().prefix(mostLines - 1).firstIndex(where: { $0.trimmed == "---" || $0.trimmed == "..." }
      )
    else { return ([:], text) }
    var matter = FrontMatter()
    for line in lines[1..<end] where !matter.take(line) { return ([:], text) }
    matter.endKey()
    let rest = lines[end].endIndex < text.endIndex ? text[text.index(after: lines[end].endIndex)...] : ""
    return (matter.metadata, String(rest))
  }

  /// Takes a line; false when it is no metadata.
  private mutating func take(_ line: Substring) -> Bool {
    let content = line.trimmed
    if content.isEmpty || content.hasPrefix("#") { return true }
    let isInner = line.first == " " || line.first == "\t"
    if key != nil, content.hasPrefix("- ") || content == "-" {
      items.append(Self.scalar(content.dropFirst(2).trimmed))
      return true
    }
    if isInner, key != nil {
      words.append(Substring(content))
      return true
    }
    guard let colon = content.firstIndex(of: ":"), !isInner else { return false }
    let name = content[..<colon].trimmed
    let value = content[content.index(after: colon)...]
    let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "_-. \"'".contains($0) }
    guard !name.isEmpty, name.count <= 60, isName, !value.hasPrefix("//") else { return false }
    endKey()
    key = Self.unquoted(name) ?? name
    let written = value.trimmed
    if !["", "|", ">", "|-", ">-"].contains(written) { words = [Substring(written)] }
    return true
  }

  /// Puts down what was read of the key at hand.
  private mutating func endKey() {
    if let key {
      if !items.isEmpty {
        metadata[key] = .list(items)
      } else if let value = Self.value(words.joined(separator: " ")) {
        metadata[key] = value
      }
    }
    (key, items, words) = (nil, [], [])
  }

  /// Nil for nothing.
  private static func value(_ text: String) -> FeatureValue? {
    if text.isEmpty || text == "~" || text == "null" { return nil }
    guard text.hasPrefix("["), text.hasSuffix("]") else { return scalar(text) }
    return .list(parts(of: text.dropFirst().dropLast()).map { scalar($0.trimmed) })
  }

  private static func scalar(_ text: String) -> FeatureValue {
    if let quoted = unquoted(text) { return .string(quoted) }
    // Behind a space a number sign begins a comment.
    let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
    return .string(text[..<end].trimmed)
  }

  /// What stands between quotation marks; nil where there are none.
  private static func unquoted(_ text: String) -> String? {
    guard text.count >= 2, let mark = text.first, mark == text.last, mark == "'" || mark == "\"" else { return nil }
    let inner = String(text.dropFirst().dropLast())
    if mark == "'" { return inner.replacing("''", with: "'") }
    return inner.replacing(/\\(.)/) { $0.1 == "n" ? "\n" : $0.1 == "t" ? "\t" : String($0.1) }
  }

  /// What stands between commas outside quotation marks.
  private static func parts(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var mark: Character?
    for place in text.indices {
      let character = text[place]
      if character == mark {
        mark = nil
      } else if mark == nil, character == "'" || character == "\"" {
        mark = character
      }
      guard character == ",", mark == nil else { continue }
      parts.append(text[start..<place])
      start = text.index(after: place)
    }
    return parts + (text[start...].trimmed.isEmpty ? [] : [text[start...]])
  }
}
