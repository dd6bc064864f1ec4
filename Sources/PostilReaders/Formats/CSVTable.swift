import PostilModel

/// The rows of a CSV file (RFC 4180), divided by what a first line `sep=;` says, else by commas, semicolons, tabs or bars, whichever
/// the first line has most of outside quotation marks.
struct CSVTable {
  /// A row with the line, from 1, at which it begins.
  struct Row {
    let line: Int
    let cells: [String]
  }

  /// What each column is called.
  let columns: [String]
  /// The others, without empty ones.
  let rows: [Row]
  /// The line of a quotation mark that is never closed, behind which nothing was read.
  let unclosedLine: Int?

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let isTold = first.count == 5 && first.starts(with: "sep=".unicodeScalars)
    let separator = isTold ? first[4] : Self.separator(in: first)
    var parser = Parser(separator: separator)
    for scalar in scalars { parser.take(scalar) }
    parser.end()
    var rows = parser.rows[...]
    if isTold { rows = rows.dropFirst() }
    columns = rows.first?.cells ?? []
    self.rows = Array(rows.dropFirst())
    unclosedLine = parser.unclosedLine
  }

  private static func separator(in line: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in line {
      if scalar == "\"" { isQuoted.toggle() } else if !isQuoted { counts[scalar, default: 0] += 1 }
    }
    let known: [Unicode.Scalar] = [",", ";", "\t", "|"]
    return known.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  private struct Parser {
    let separator: Unicode.Scalar
    var rows: [Row] = []
    private(set) var unclosedLine: Int?
    private var row: [String] = []
    private var cell = String.UnicodeScalarView()
    private var isQuoted = false
    private var wasQuote = false
    private var wasReturn = false
    private var line = 1
    private var firstLine = 1
    private var quoteLine = 1

    init(separator: Unicode.Scalar) { self.separator = separator }

    mutating func take(_ scalar: Unicode.Scalar) {
      // CR LF is one end of a line, CR alone is one too.
      let isSecond = scalar == "\n" && wasReturn
      wasReturn = scalar == "\r"
      if !isSecond, scalar == "\n" || scalar == "\r" { line += 1 }
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { cell.append(scalar) }
        return
      }
      switch scalar {
      case "\"": takeQuote()
      case separator: endCell()
      case "\n" where isSecond: firstLine = line
      case "\n", "\r": endRow()
      default: cell.append(scalar)
      }
      wasQuote = false
    }

    private mutating func takeQuote() {
      // Two quotation marks inside quotation marks are one.
      if wasQuote { cell.append("\"") }
      if wasQuote || cell.isEmpty {
        isQuoted = true
        if !wasQuote { quoteLine = line }
      } else {
        cell.append("\"")
      }
    }

    private mutating func endCell() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }

    private mutating func endRow() {
      endCell()
      if row != [""] { rows.append(Row(line: firstLine, cells: row)) }
      row = []
      firstLine = line
    }

    mutating func end() {
      if isQuoted {
        unclosedLine = quoteLine
      } else if !cell.isEmpty || !row.isEmpty {
        endRow()
      }
    }
  }
}
