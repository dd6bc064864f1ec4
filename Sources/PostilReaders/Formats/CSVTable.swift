/// The rows of a CSV file (RFC 4180), divided by commas, semicolons or tabs, whichever the first line has most of.
struct CSVTable {
  /// The cells of each row; the first row names the columns.
  let rows: [[String]]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let first = scalars.prefix { $0 != "\n" }
    let separator = ([",", ";", "\t"] as [Unicode.Scalar]).max { left, right in
      first.count { $0 == left } < first.count { $0 == right }
    }
    var parser = Parser(separator: separator ?? ",")
    for scalar in scalars { parser.take(scalar) }
    parser.end()
    rows = parser.rows
  }

  private struct Parser {
    let separator: Unicode.Scalar
    var rows: [[String]] = []
    private var row: [String] = []
    private var cell = String.UnicodeScalarView()
    private var isQuoted = false
    private var wasQuote = false

    init(separator: Unicode.Scalar) { self.separator = separator }

    mutating func take(_ scalar: Unicode.Scalar) {
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { cell.append(scalar) }
        return
      }
      switch scalar {
      case "\"":
        // Two quotation marks inside quotation marks are one.
        if wasQuote { cell.append(scalar) }
        if wasQuote || cell.isEmpty { isQuoted = true } else { cell.append(scalar) }
      case separator: endCell()
      case "\n": endRow()
      case "\r": break
      default: cell.append(scalar)
      }
      wasQuote = false
    }

    private mutating func endCell() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }

    private mutating func endRow() {
      endCell()
      if row != [""] { rows.append(row) }
      row = []
    }

    mutating func end() { if !cell.isEmpty || !row.isEmpty { endRow() } }
  }
}
