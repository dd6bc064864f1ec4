import PostilModel
import PostilReports

extension Comparison {
  /// The item `name`, or what it was joined to, over time: a line for each period, its share of documents and rate, changes marked; nil
  /// when no facet compared has it.
  ///
  /// - Parameter width: The columns that lines take at most; nil for as many as they need.
  public func series(of name: String, width: Int? = nil) -> String? {
    let found = items(called: name)
    guard !found.isEmpty else { return nil }
    return found.map { SeriesText(comparison: self, row: $0, width: width).text }.joined(separator: "\n")
  }
}

/// An item over time as a table for a terminal.
struct SeriesText {
  /// What stands beside the first period of a new rate.
  static let mark = "◆"
  /// The columns of the longest bar.
  private static let longest = 20

  let comparison: Comparison
  let row: Comparison.Row
  let width: Int?

  var text: String {
    line("\(row.facet.title): \(row.name)")
      + comparison.series.indices.map(series).joined()
      + line(
        "share: documents that have it, with Wilson's 95 % interval, as the bar has it; \(Self.mark) change of the rate: binary "
          + "segmentation by the test of rates, p times the ways to part a series; q: Benjamini-Hochberg over items and series"
      )
  }

  private func series(_ number: Int) -> String {
    let series = comparison.series[number]
    let changes = row.changes.filter { $0.series == number }
    let changed = Set(changes.map(\.group))
    let table = TextTable(
      rows: [[series.unit.rawValue, "", "docs", "with", "share", "95 %", "count", "rate", ""]]
        + series.periods.map { cells($0, isChange: $0.group.map(changed.contains) ?? false) },
      ranks: [0, 0, 0, 0, 0, 2, 1, 0, 3], left: [0, 8], width: width)
    return (series.name.isEmpty ? "" : line(series.name)) + table.text + changes.map(change).joined()
  }

  private func cells(_ period: Comparison.Series.Period, isChange: Bool) -> [String] {
    guard let group = period.group, let interval = row.sides[group].share else {
      return [period.label, "", "0", "–", "–", "–", "–", "–"]
    }
    let (side, documents) = (row.sides[group], comparison.groups[group].documents)
    let share = Double(side.documents) / Double(max(1, documents))
    let bar = String(repeating: "█", count: Int((share * Double(Self.longest)).rounded()))
    return [
      period.label, isChange ? Self.mark : "", "\(documents)", "\(side.documents)", NumberFormat.decimal(share),
      "[\(NumberFormat.decimal(interval.lowerBound)), \(NumberFormat.decimal(interval.upperBound))]", "\(side.count)",
      NumberFormat.rate(side.rate), bar,
    ]
  }

  private func change(_ change: Comparison.Change) -> String {
    line("  \(Self.mark) " + change.text(comparison, row))
  }

  private func line(_ text: String) -> String { TerminalText.sentence(text, width: width) }
}

extension Comparison.Change {
  /// `2024-07: 0.61 → 4.20 per 1,000 words, p 0.0003, q 0.0041`
  func text(_ comparison: Comparison, _ row: Comparison.Row) -> String {
    "\(comparison.groups[group].name): \(NumberFormat.rate(before)) → \(NumberFormat.rate(after)) \(row.base.title), p "
      + "\(NumberFormat.probability(p)), q \(NumberFormat.probability(q))"
  }
}
