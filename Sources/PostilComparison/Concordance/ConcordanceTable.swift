import PostilModel
import PostilReports

extension Concordance {
  /// The first `most` lines in columns for a terminal: left context, keyword, right context, outlet, date, document.
  ///
  /// - Parameter width: The columns that lines take at most; nil for as many as they need.
  public func table(most: Int, width: Int? = nil) -> String {
    let found = "\(lines.count.counted("place")) in \(Set(lines.map(\.document)).count.counted("document"))"
    let shown = Array(lines.prefix(most))
    let more = lines.count > most ? "… \(lines.count - most) more: --limit shows them\n" : ""
    return TerminalText.sentence("\(title): \(found)", width: width)
      + ConcordanceTable(lines: shown, width: width).text + more
  }
}

/// Lines of a concordance, their keywords one below the other.
struct ConcordanceTable {
  private static let gap = "  "

  /// What stands in a line, or how wide it is.
  private struct Cells<Value> {
    var left: Value
    var keyword: Value
    var right: Value
    /// Outlet, or set where it is not known; date; document.
    var source: [Value]
  }

  private let rows: [Cells<String>]
  private let widths: Cells<Int>

  init(lines: [Concordance.Line], width: Int?) {
    let isOneSet = Set(lines.map(\.set)).count < 2
    let rows = lines.map { line in
      let set = isOneSet && !line.document.set.isEmpty ? line.document.set : line.set
      return Cells(
        left: Self.clean(line.left), keyword: Self.clean(line.keyword), right: Self.clean(line.right),
        source: [line.outlet ?? set, line.date.map { String($0.prefix(10)) } ?? "", line.document.id].map(
          Self.clean))
    }
    func widest(_ cell: (Cells<String>) -> String) -> Int { rows.map { TextColumns.width(of: cell($0)) }.max() ?? 0 }
    let natural = Cells(
      left: widest(\.left), keyword: widest(\.keyword), right: widest(\.right),
      source: (0..<3).map { column in widest { $0.source[column] } })
    self.rows = rows
    widths = width.map { Self.fitted(natural, to: $0) } ?? natural
  }

  /// The fewest columns that keyword and contexts get before outlet and date give way.
  private static let narrowest = 30

  /// Outlet and document get an eighth of the line each, the keyword a third of what is left; a date is not cut.
  private static func fitted(_ natural: Cells<Int>, to width: Int) -> Cells<Int> {
    var fitted = natural
    for column in [0, 2] { fitted.source[column] = min(natural.source[column], max(8, width / 8)) }
    func room() -> Int { width - fitted.source.filter { $0 > 0 }.reduce(2) { $0 + $1 + gap.count } }
    for column in [0, 1] where room() < narrowest { fitted.source[column] = 0 }
    let room = room()
    fitted.keyword = min(natural.keyword, max(8, room / 3))
    let side = max(4, (room - fitted.keyword) / 2)
    (fitted.left, fitted.right) = (min(natural.left, side), min(natural.right, side))
    return fitted
  }

  var text: String { rows.map { line($0) + "\n" }.joined() }

  private func line(_ row: Cells<String>) -> String {
    let context = [
      TextColumns.padded(TextColumns.cutFront(row.left, to: widths.left), to: widths.left, isRight: true),
      TextColumns.padded(TextColumns.cut(row.keyword, to: widths.keyword), to: widths.keyword),
      TextColumns.padded(TextColumns.cut(row.right, to: widths.right), to: widths.right),
    ].joined(separator: " ")
    let source = zip(row.source, widths.source).filter { $1 > 0 }.map {
      TextColumns.padded(TextColumns.cut($0, to: $1), to: $1)
    }
    var line = ([context] + source).joined(separator: Self.gap)
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func clean(_ text: String) -> String { TerminalText.visible(text.onOneLine) }
}
