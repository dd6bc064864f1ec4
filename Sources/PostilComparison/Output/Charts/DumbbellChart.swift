import Foundation

/// The rates of two sets on one line for each item.
struct DumbbellChart {
  private static let most = 18
  private static let left = 206.0

  let comparison: Comparison
  let rows: [NumberedRow]

  var svg: String? {
    let shown = ChartRows.telling(rows, most: Self.most)
    guard comparison.groups.count == 2, !shown.isEmpty else { return nil }
    let top = shown.flatMap { $0.row.sides.map(\.rate) }.max() ?? 1
    let x = ChartScale(domain: 0...max(top, 1e-9), from: Self.left, to: 640)
    let height = Double(shown.count) * 24 + 46
    var svg = SVG(width: 680, height: height, title: "Names: rates in both sets")
    for tick in x.ticks(6) {
      svg.line(x(tick), 8, x(tick), height - 38, "grid")
      svg.text(x.label(tick, of: 6), x(tick), height - 20, .middle, "tick")
    }
    svg.text(shown[0].row.base.title, 640, height - 4, .end, "tick")
    for (number, item) in shown.enumerated() { line(item, Double(number) * 24 + 20, &svg, x) }
    return svg.text
  }

  private func line(_ item: NumberedRow, _ y: Double, _ svg: inout SVG, _ x: ChartScale) {
    let row = item.row
    let places = row.sides.map { x($0.rate) }
    let name = row.name.count > 29 ? row.name.prefix(28) + "…" : row.name
    svg.link(toRow: item.number, label: "\(row.name): occurrences") { svg in
      svg.text(name, Self.left - 14, y + 4, .end, "lab")
      svg.line(places[0], y, places[1], y, "bar \(places[1] >= places[0] ? "s1" : "s0")")
    }
    for (set, side) in row.sides.enumerated() {
      let tip = "\(row.name), \(comparison.groups[set].name): \(side.count) in \(side.documents) documents"
      svg.link(toRow: item.number, set: set, label: tip) { svg in
        svg.circle(places[set], y, 6, "dot \(ChartColor.set(set))", tip: tip)
      }
    }
  }
}

/// The names that a chart has room for.
enum ChartRows {
  /// Those whose difference is borne out, in the order of the comparison, then the most frequent.
  static func telling(_ rows: [NumberedRow], most: Int) -> [NumberedRow] {
    let names = rows.filter { $0.row.facet == .entity }
    let sure = names.filter(\.row.isBorneOut).prefix(most)
    let kept = Set(sure.map(\.number))
    let frequent = names.filter { !kept.contains($0.number) }.sorted { $0.row.total > $1.row.total }
    return Array(sure) + frequent.prefix(most - sure.count)
  }
}
