import PostilDiagnostics

/// Reads tab-separated lexicons: a header row whose first column is `term`, then a row for each term.
public enum LexiconFile {
  /// The lexicon of `file`; nil, with a diagnostic, when it has no column `term`.
  public static func read(
    _ file: SourceFile, name: String, caseInsensitive: Bool, _ diagnostics: inout [Diagnostic]
  ) -> Lexicon? {
    let text = file.text.hasPrefix("\u{FEFF}") ? String(file.text.unicodeScalars.dropFirst()) : file.text
    // CR LF is one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let header = lines.first.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) } ?? []
    guard header.first == "term" else {
      diagnostics.append(
        file.diagnostic(
          "R030", "the first column of a lexicon must be 'term'", line: 1, column: 1,
          help: "begin the file with a header row such as 'term<tab>number'"))
      return nil
    }
    var rows: [[String?]] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count <= header.count else {
        diagnostics.append(
          file.diagnostic(
            "R031", "\(cells.count) cells in a table of \(header.count) columns", line: index + 1, column: 1))
        continue
      }
      guard !cells[0].isEmpty else {
        diagnostics.append(file.diagnostic("R032", "a row without a term", line: index + 1, column: 1))
        continue
      }
      rows.append(header.indices.map { $0 < cells.count && !cells[$0].isEmpty ? String(cells[$0]) : nil })
    }
    return Lexicon(name: name, columns: header, rows: rows, caseInsensitive: caseInsensitive)
  }
}
