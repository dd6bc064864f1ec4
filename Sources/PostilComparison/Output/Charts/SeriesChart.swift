/// The items whose rates change most surely, over time: for each series a band of bars, shares of documents with their intervals.
struct SeriesChart {
  private static let left = 150.0
  private static let right = 660.0
  private static let band = 56.0
  /// The most bands.
  private static let most = 12

  /// An item in one series that changes.
  private struct Band {
    let item: NumberedRow
    let series: Comparison.Series
    let changed: Set<Int>
    let q: Double
  }

  let comparison: Comparison
  let rows: [NumberedRow]

  var svg: String? {
    let bands = bands
    guard !bands.isEmpty else { return nil }
    var svg = SVG(
      width: 680, height: Self.band * Double(bands.count) + 30, title: "Shares of documents over time, changes marked")
    for (number, band) in bands.enumerated() { draw(band, base: Self.band * Double(number + 1) - 6, &svg) }
    svg.text(
      "bars: share of documents, with the 95 % interval; \(SeriesText.mark) the rate changes", Self.right,
      Self.band * Double(bands.count) + 22, .end, "tick")
    return svg.text
  }

  private var bands: [Band] {
    let found = rows.filter { [.entity, .source, .poll].contains($0.row.facet) }.flatMap { item in
      comparison.series.indices.compactMap { number -> Band? in
        let changes = item.row.changes.filter { $0.series == number && $0.q <= 0.05 }
        guard let q = changes.first?.q else { return nil }
        return Band(item: item, series: comparison.series[number], changed: Set(changes.map(\.group)), q: q)
      }
    }
    return Array(found.sorted { ($0.q, $0.item.number) < ($1.q, $1.item.number) }.prefix(Self.most))
  }

  private func draw(_ band: Band, base: Double, _ svg: inout SVG) {
    let name = band.item.row.name
    svg.text(name.count > 20 ? name.prefix(19) + "…" : name, Self.left - 10, base - 16, .end, "lab")
    svg.text(band.series.name, Self.left - 10, base - 2, .end, "tick")
    svg.line(Self.left, base, Self.right, base, "axis")
    let step = (Self.right - Self.left) / Double(max(1, band.series.periods.count))
    for (place, period) in band.series.periods.enumerated() {
      let x = Self.left + step * Double(place)
      if place == 0 || place == band.series.periods.count - 1 {
        svg.text(period.label, x + step / 2, base - Self.band + 16, place == 0 ? .start : .end, "tick")
      }
      if let group = period.group { bar(band, group, x: x, width: step, base: base, &svg) }
    }
  }

  private func bar(_ band: Band, _ group: Int, x: Double, width: Double, base: Double, _ svg: inout SVG) {
    let (side, documents) = (band.item.row.sides[group], comparison.groups[group].documents)
    guard let interval = side.share else { return }
    let tall = Self.band - 24
    let height = Double(side.documents) / Double(max(1, documents)) * tall
    let tip = "\(band.item.row.name), \(comparison.groups[group].name): \(side.documents) of \(documents) documents"
    svg.link(toRow: side.documents > 0 ? band.item.number : nil, set: group, label: tip) { svg in
      svg.rectangle(x + 0.5, base - height, max(1.5, width - 1), height, "fill \(ChartColor.set(0))", tip: tip)
    }
    svg.line(
      x + width / 2, base - interval.lowerBound * tall, x + width / 2, base - interval.upperBound * tall, "axis")
    if band.changed.contains(group) { svg.text(SeriesText.mark, x + width / 2, base + 6, .middle, "tick") }
  }
}
