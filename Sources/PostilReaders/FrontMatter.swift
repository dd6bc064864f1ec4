import PostilModel

/// Metadata between two `---` lines at the top of a text, a `key: value` a line.
enum FrontMatter {
  /// The metadata and the text behind it; a text that does not begin so is left as it is.
  static func split(_ text: String) -> (metadata: Features, text: String) {
    let lines = text.split(separator: "\n", maxSplits: 40, omittingEmptySubsequences: false)
    func plain(_ line: Substring) -> Substring { line.hasSuffix("\r") ? line.dropLast() : line }
    guard lines.first.map(plain) == "---",
      let end = lines.dropFirst().prefix(39).firstIndex(where: { plain($0) == "---" })
    else { return ([:], text) }
    var metadata = Features()
    for line in lines[1..<end].map(plain) where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { return ([:], text) }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      metadata[String(line[..<colon])] = .string(String(value))
    }
    let rest = lines[end].endIndex < text.endIndex ? text[text.index(after: lines[end].endIndex)...] : ""
    return (metadata, String(rest))
  }
}
