import PostilDiagnostics
import PostilRules

/// Lays rule files out: LF, no white space at line ends, one blank line at most, one line end at the end.
public enum RuleFormatter {
  /// The rule files at or under `path`, and what is wrong with it.
  public static func files(in path: String) -> (files: [String], diagnostics: [Diagnostic]) {
    let found = RuleLoader.files(in: path)
    return (found.files.map(\.path), found.diagnostics)
  }

  /// The file's text and what it would be.
  ///
  /// - Throws: A ``Diagnostic`` when the file cannot be read or is no YAML.
  public static func formatted(_ path: String) throws(Diagnostic) -> (text: String, formatted: String) {
    let source = try SourceFile(path: path, name: path)
    return (source.text, try formatted(source))
  }

  static func formatted(_ source: SourceFile) throws(Diagnostic) -> String {
    let before = try YAMLReader.read(source)
    let text = laidOut(source.text)
    let after = try YAMLReader.read(SourceFile(name: source.name, text: text))
    // Where blank lines are part of a value, only line ends are touched.
    return before?.hasSameText(as: after) ?? (after == nil) ? text : withPlainLineEnds(source.text)
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    text.replacing("\r\n", with: "\n")
  }

  private static func laidOut(_ text: String) -> String {
    var lines: [Substring] = []
    for line in withPlainLineEnds(text).split(separator: "\n", omittingEmptySubsequences: false) {
      let plain = line.reversed().drop { $0 == " " || $0 == "\t" }.count
      let trimmed = line.prefix(plain)
      if trimmed.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(trimmed)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
