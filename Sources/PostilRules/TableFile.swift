import PostilDiagnostics
import PostilModel

/// Reads tab-separated tables for modules: a header row that names the columns, then rows that begin with their keys.
struct TableFile {
  private let file: SourceFile
  private let columns: [String]

  /// The rows of `file`, without those that are wrong; nil, with diagnostics, when its header is.
  static func rows(of file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [ModuleTable.Row]? {
    let columns = cells(ofLine: 1, of: file)
    let faults = faults(of: columns, in: file)
    diagnostics += faults
    guard faults.isEmpty else { return nil }
    return TableFile(file: file, columns: columns.map { String(decoding: $0, as: UTF8.self) }).rows(&diagnostics)
  }

  private static func cells(ofLine line: Int, of file: SourceFile) -> [ArraySlice<UInt8>] {
    file.bytes[file.bounds(ofLine: line)].split(separator: .tab, omittingEmptySubsequences: false)
  }

  private static func faults(of columns: [ArraySlice<UInt8>], in file: SourceFile) -> [Diagnostic] {
    if columns.allSatisfy(\.isEmpty) {
      return [
        file.diagnostic(
          .missingHeader, "a table begins with a header row", line: 1, column: 1,
          help: "begin the file with the names of its columns, such as 'name<tab>value'")
      ]
    }
    var seen: Set<ArraySlice<UInt8>> = []
    return columns.compactMap { column in
      let place = file.location(atByte: column.startIndex)
      if column.isEmpty { return file.diagnostic(.missingHeader, "a column without a name", at: place) }
      if seen.insert(column).inserted { return nil }
      return file.diagnostic(
        .repeatedInTable, "column '\(String(decoding: column, as: UTF8.self))' is given twice", at: place)
    }
  }

  private func rows(_ diagnostics: inout [Diagnostic]) -> [ModuleTable.Row] {
    var rows: [ModuleTable.Row] = []
    var lines: [String: Int] = [:]
    for line in 1...file.lineCount where line > 1 && !file.bounds(ofLine: line).isEmpty {
      let cells = Self.cells(ofLine: line, of: file)
      if let fault = fault(of: cells) {
        diagnostics.append(fault)
        continue
      }
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      if let first = lines[texts[0]] {
        diagnostics.append(
          file.diagnostic(
            .repeatedInTable, "row '\(texts[0])' is already given on line \(first)", line: line, column: 1))
        continue
      }
      lines[texts[0]] = line
      rows.append(ModuleTable.Row(zip(columns, texts).map { (column: $0, text: $1) }))
    }
    return rows
  }

  private func fault(of cells: [ArraySlice<UInt8>]) -> Diagnostic? {
    let counts = "\(cells.count == 1 ? "1 cell" : "\(cells.count) cells") in a table of \(columns.count) columns"
    if cells.count > columns.count {
      return file.diagnostic(.tooManyCells, counts, at: file.location(atByte: cells[columns.count].startIndex))
    }
    if cells.count < columns.count {
      return file.diagnostic(
        .tooFewCells, counts, at: file.location(atByte: cells[cells.count - 1].endIndex),
        help: "divide cells by tabs, also the empty ones")
    }
    guard cells[0].isEmpty else { return nil }
    return file.diagnostic(.missingTerm, "a row without a key", at: file.location(atByte: cells[0].startIndex))
  }
}
