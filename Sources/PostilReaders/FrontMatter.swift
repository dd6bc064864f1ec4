import PostilModel

/// Metadata between two `---` lines at the top of a text, a `key: value` a line.
enum FrontMatter {
  /// The metadata and the text behind it; a text that does not begin so is left as it is.
  static func split(_ text: String) -> (metadata: Features, text: String) {
    // CR LF is one character.
    let lines = text.split(maxSplits: 40, omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard lines.first == "---", let end = lines.dropFirst().prefix(39).firstIndex(of: "---")
    else { return ([:], text) }
    var metadata = Features()
    for line in lines[1..<end] where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { return ([:], text) }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      metadata[String(line[..<colon])] = .string(String(value))
    }
    let rest = lines[end].endIndex < text.endIndex ? text[text.index(after: lines[end].endIndex)...] : ""
    return (metadata, String(rest))
  }
}
