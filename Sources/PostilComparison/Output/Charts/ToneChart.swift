/// The mean score of each speaker in each set, with its interval.
struct ToneChart {
  private static let most = 18
  private static let left = 206.0

  let comparison: Comparison
  let rows: [NumberedRow]

  var svg: String? {
    let shown = rows.filter { $0.row.facet == .source && $0.row.sides.contains { $0.tone?.mean != nil } }
      .sorted { weight($0.row) > weight($1.row) }.prefix(Self.most)
    guard !shown.isEmpty else { return nil }
    let x = ChartScale(domain: -1...1, from: Self.left, to: 640)
    let line = max(24, 9 * Double(comparison.groups.count) + 8)
    let height = Double(shown.count) * line + 44
    var svg = SVG(width: 680, height: height, title: "Sentiment by speaker")
    for tick in [-1, -0.5, 0, 0.5, 1] {
      svg.line(x(tick), 6, x(tick), height - 38, tick == 0 ? "axis" : "grid")
      svg.text(NumberFormat.signed(tick, 1), x(tick), height - 20, .middle, "tick")
    }
    svg.text("negative", x(-1), height - 4, .start, "tick")
    svg.text("positive", x(1), height - 4, .end, "tick")
    for (number, item) in shown.enumerated() { draw(item, Double(number) * line + line / 2 + 4, &svg, x) }
    return svg.text
  }

  /// Speakers of several sets first, then those who speak most.
  private func weight(_ row: Comparison.Row) -> Int {
    let sets = row.sides.count { $0.tone?.mean != nil }
    return (sets > 1 ? 1_000_000 : 0) + row.sides.reduce(0) { $0 + $1.count }
  }

  private func draw(_ item: NumberedRow, _ y: Double, _ svg: inout SVG, _ x: ChartScale) {
    let row = item.row
    let name = row.name.count > 29 ? row.name.prefix(28) + "…" : row.name
    svg.link(toRow: item.number, label: "\(row.name): statements") { svg in
      svg.text(name, Self.left - 14, y + 4, .end, "lab")
    }
    let gap = comparison.groups.count == 2 ? 6.0 : 9.0
    for (set, side) in row.sides.enumerated() {
      guard let tone = side.tone, let mean = tone.mean else { continue }
      let at = y + (Double(set) - Double(row.sides.count - 1) / 2) * gap
      let tip =
        "\(row.name), \(comparison.groups[set].name): mean \(NumberFormat.signed(mean)) of \(tone.scored) statements, "
        + "\(tone.positive) positive, \(tone.neutral) neutral, \(tone.negative) negative"
      svg.link(toRow: item.number, set: set, label: tip) { svg in
        if let interval = tone.interval {
          svg.line(x(interval.lowerBound), at, x(interval.upperBound), at, "bar \(ChartColor.set(set))")
        }
        svg.circle(x(mean), at, 5, "dot \(ChartColor.set(set))", tip: tip)
      }
    }
  }
}
