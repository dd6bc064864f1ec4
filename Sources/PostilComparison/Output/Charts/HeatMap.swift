/// Items down, three and more sets across; a cell's colour is the log ratio of its set against the rest.
struct HeatMap {
  private static let most = 26
  private static let left = 206.0

  let comparison: Comparison
  let rows: [NumberedRow]

  var svg: String? {
    let shown = ChartRows.telling(rows, most: Self.most)
    guard comparison.groups.count > 2, !shown.isEmpty else { return nil }
    let groups = comparison.groups
    let width = max(34, min(110, 440 / Double(groups.count)))
    let height = Double(shown.count) * 22 + 60
    var svg = SVG(
      width: Self.left + width * Double(groups.count) + 10, height: height, title: "Names: each set against the rest")
    for (set, group) in groups.enumerated() {
      let most = max(3, Int(width / 7))
      let name = group.name.count > most ? group.name.prefix(most - 1) + "…" : group.name
      svg.text(name, Self.left + width * (Double(set) + 0.5), 16, .middle, "tick")
    }
    for (number, item) in shown.enumerated() { line(item, Double(number) * 22 + 24, width, &svg) }
    svg.text(
      "colour: log ratio against the rest, from −4 to +4; number: occurrences", 8, height - 8, .start, "tick")
    return svg.text
  }

  private func line(_ item: NumberedRow, _ y: Double, _ width: Double, _ svg: inout SVG) {
    let row = item.row
    let name = row.name.count > 29 ? row.name.prefix(28) + "…" : row.name
    svg.link(toRow: item.number, label: "\(row.name): occurrences") { svg in
      svg.text(name, Self.left - 10, y + 15, .end, "lab")
    }
    for (set, side) in row.sides.enumerated() {
      let ratio = row.contrasts[set].logRatio
      let tip =
        "\(row.name), \(comparison.groups[set].name): \(side.count) in \(side.documents) documents, log ratio "
        + NumberFormat.signed(ratio)
      svg.link(toRow: item.number, set: set, label: tip) { svg in
        let x = Self.left + width * Double(set)
        svg.rectangle(
          x + 1, y, width - 2, 20, ratio >= 0 ? "cell hi" : "cell lo", opacity: min(1, abs(ratio) / 4) * 0.85, tip: tip)
        svg.text("\(side.count)", x + width / 2, y + 14, .middle, "num")
      }
    }
  }
}
