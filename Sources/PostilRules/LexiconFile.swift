import PostilDiagnostics

/// Reads tab-separated lexicons: a header row whose first column is `term`, then a row for each term.
public enum LexiconFile {
  /// The lexicon of `file`; nil, with a diagnostic, when it has no column `term`.
  public static func read(
    _ file: SourceFile, name: String, letterCase: Lexicon.LetterCase, _ diagnostics: inout [Diagnostic]
  ) -> Lexicon? {
    var lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) { lines[0] = first.dropFirst(3) }
    let header = lines.first.map { cells(of: $0).compactMap(\.self) } ?? []
    guard header.first == "term" else {
      diagnostics.append(
        file.diagnostic(
          "R030", "the first column of a lexicon must be 'term'", line: 1, column: 1,
          help: "begin the file with a header row such as 'term<tab>number'"))
      return nil
    }
    var rows: [[String?]] = []
    rows.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty && line != [0x0D] {
      var cells = cells(of: line)
      guard cells.count <= header.count else {
        diagnostics.append(
          file.diagnostic(
            "R031", "\(cells.count) cells in a table of \(header.count) columns", line: index + 1, column: 1))
        continue
      }
      guard cells[0] != nil else {
        diagnostics.append(file.diagnostic("R032", "a row without a term", line: index + 1, column: 1))
        continue
      }
      while cells.count < header.count { cells.append(nil) }
      rows.append(cells)
    }
    return Lexicon(name: name, columns: header, rows: rows, letterCase: letterCase)
  }

  /// The cells of a line without its CR; an empty one is nil.
  private static func cells(of line: ArraySlice<UInt8>) -> [String?] {
    let line = line.last == 0x0D ? line.dropLast() : line
    return line.split(separator: 0x09, omittingEmptySubsequences: false)
      .map { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }
}
