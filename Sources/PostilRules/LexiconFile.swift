import PostilDiagnostics
import PostilModel

/// Reads tab-separated lexicons: a header row whose first column is `term`, then a row for each term.
public enum LexiconFile {
  /// The lexicon of `file`; nil, with a diagnostic, when it has no column `term`.
  public static func read(
    _ file: SourceFile, name: String, letterCase: Lexicon.LetterCase, isDotted: Bool = false,
    _ diagnostics: inout [Diagnostic]
  ) -> Lexicon? {
    let header = header(of: file)
    guard header.first == "term" else {
      diagnostics.append(
        file.diagnostic(
          .missingTermColumn, "the first column of a lexicon must be 'term'", line: 1, column: 1,
          help: "begin the file with a header row such as 'term<tab>number'"))
      return nil
    }
    var cells = LexiconCells(bytes: file.bytes, columnCount: header.count)
    cells.reserve(file.lineCount)
    for number in 1...file.lineCount where number > 1 {
      let line = file.bounds(ofLine: number)
      guard !line.isEmpty else { continue }
      let row = cells.add(line)
      guard !row.isAdded else { continue }
      let problem: (Diagnostic.Code, String) =
        row.cells > header.count
        ? (.tooManyCells, "\(row.cells) cells in a table of \(header.count) columns")
        : (.missingTerm, "a row without a term")
      diagnostics.append(file.diagnostic(problem.0, problem.1, line: number, column: 1))
    }
    return Lexicon(name: name, columns: header, cells: cells, letterCase: letterCase, isDotted: isDotted)
  }

  /// The names of the columns.
  private static func header(of file: SourceFile) -> [String] {
    file.bytes[file.bounds(ofLine: 1)].split(separator: .tab).map { String(decoding: $0, as: UTF8.self) }
  }
}
