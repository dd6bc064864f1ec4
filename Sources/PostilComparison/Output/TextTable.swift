import PostilModel
import PostilReports

/// A table in columns for a terminal; the first column to the left, the others to the right.
struct TextTable {
  private static let widest = 40

  var rows: [[String]] = []

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let clean = rows.map { $0.map(Self.clean) }
    let widths = (0..<columns).map { column in clean.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return clean.map { row in
      var line = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func clean(_ cell: String) -> String {
    let line = TerminalText.visible(cell.onOneLine)
    return line.count > widest ? line.prefix(widest - 1) + "…" : line
  }
}
