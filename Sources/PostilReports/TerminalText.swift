/// Text of documents made safe for a terminal.
public enum TerminalText {
  /// `text` with control characters, line ends and tabs aside, replaced: nothing of a document commands the terminal.
  public static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      scalars.append(isControl ? (scalar == "\r" ? " " : "\u{FFFD}") : scalar)
    }
    return String(scalars)
  }
}
