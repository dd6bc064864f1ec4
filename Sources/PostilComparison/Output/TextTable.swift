import PostilModel
import PostilReports

/// A table in columns for a terminal.
struct TextTable {
  /// The widest a cell is where no width is asked for.
  private static let widest = 40
  /// The narrowest that the first column gets before others give way.
  private static let narrowest = 16
  private static let gap = 2

  /// The first row is the head.
  var rows: [[String]] = []
  /// How soon each column gives way where all do not fit, the highest first; all of one rank go together. 0, for the first column
  /// and those that are not named, is never.
  var ranks: [Int] = []
  /// The columns that stand to the left; the others stand to the right.
  var left: Set<Int> = [0]
  /// The most columns of the terminal that a line takes; nil for as many as it needs.
  var width: Int?

  var text: String { fitted.text }

  /// The heads of the columns that do not fit.
  var leftOut: [String] { fitted.leftOut }

  private var fitted: (text: String, leftOut: [String]) {
    let clean = rows.map { $0.map { TextColumns.cut(TerminalText.visible($0.onOneLine), to: width ?? Self.widest) } }
    var widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      clean.map { column < $0.count ? TextColumns.width(of: $0[column]) : 0 }.max() ?? 0
    }
    let shown = shown(widths)
    if let width, let first = widths.first {
      widths[0] = min(
        first, max(Self.narrowest / 2, width - shown.dropFirst().reduce(0) { $0 + widths[$1] + Self.gap }))
    }
    let text = clean.map { line($0, shown, widths) + "\n" }.joined()
    return (text, widths.indices.filter { !shown.contains($0) }.compactMap { clean.first?[$0] })
  }

  private func line(_ row: [String], _ shown: [Int], _ widths: [Int]) -> String {
    let cells = shown.filter { $0 < row.count }.map { column in
      TextColumns.padded(
        TextColumns.cut(row[column], to: widths[column]), to: widths[column], isRight: !left.contains(column))
    }
    var line = cells.joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return width.map { TextColumns.cut(line, to: $0) } ?? line
  }

  /// The columns that fit.
  private func shown(_ widths: [Int]) -> [Int] {
    func rank(_ column: Int) -> Int { column < ranks.count ? ranks[column] : 0 }
    var shown = Array(widths.indices)
    guard let width else { return shown }
    while let first = shown.first, let highest = shown.map(rank).max(), highest > 0 {
      let taken = min(widths[first], Self.narrowest) + shown.dropFirst().reduce(0) { $0 + widths[$1] + Self.gap }
      if taken <= width { break }
      shown.removeAll { rank($0) == highest }
    }
    return shown
  }
}
