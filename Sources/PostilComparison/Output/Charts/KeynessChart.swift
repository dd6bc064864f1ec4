import Foundation

/// Effect against evidence: each item a dot, its log ratio across, its evidence upwards.
struct KeynessChart {
  private static let most = 400
  private static let left = 54.0

  let comparison: Comparison
  let rows: [NumberedRow]

  /// Nil without items.
  var svg: String? {
    let shown = rows.filter { [Facet.entity, .pair, .source, .target, .poll].contains($0.row.facet) }
      .sorted { $0.row.strength > $1.row.strength }.prefix(Self.most)
    guard comparison.groups.count == 2, !shown.isEmpty else { return nil }
    let top = max(1, shown.map { evidence($0.row) }.max() ?? 1) * 1.08
    let reach = min(8, max(2, (shown.map { abs($0.row.main?.logRatio ?? 0) }.max() ?? 2) * 1.1))
    let x = ChartScale(domain: -reach...reach, from: Self.left, to: 660)
    let y = ChartScale(domain: 0...top, from: 420, to: 20)
    var svg = SVG(width: 680, height: 470, title: "Effect against evidence")
    axes(&svg, x, y)
    var labels = LabelPlaces(dots: shown.map { (x($0.row.main?.logRatio ?? 0), y(evidence($0.row)), radius($0.row)) })
    for item in shown.reversed() { dot(item, &svg, x, y) }
    for item in shown.sorted(by: { evidence($0.row) > evidence($1.row) }).prefix(60) {
      let place = (x(item.row.main?.logRatio ?? 0), y(evidence(item.row)))
      guard let spot = labels.place(item.row.name, at: place, within: Self.left...675) else { continue }
      svg.text(spot.text, spot.x, spot.y, spot.anchor, "lab")
    }
    return svg.text
  }

  private func radius(_ row: Comparison.Row) -> Double { min(12, 3 + sqrt(Double(row.total)) * 0.6) }

  private func evidence(_ row: Comparison.Row) -> Double {
    if let test = row.main?.test { return -log10(max(test.p, 1e-12)) }
    return Double(abs(row.sides[1].documents - row.sides[0].documents))
  }

  private func axes(_ svg: inout SVG, _ x: ChartScale, _ y: ChartScale) {
    for tick in y.ticks(6) {
      svg.line(Self.left, y(tick), 660, y(tick), "grid")
      svg.text(SVG.number(tick), Self.left - 8, y(tick) + 4, .end, "tick")
    }
    for tick in x.ticks(8) { svg.text(NumberFormat.signed(tick, 0), x(tick), 438, .middle, "tick") }
    svg.line(x(0), 20, x(0), 420, "axis")
    svg.text("← more in \(short(comparison.groups[0].name))", Self.left, 460, .start, "tick t0")
    svg.text("log ratio", x(0), 460, .middle, "tick")
    svg.text("more in \(short(comparison.groups[1].name)) →", 660, 460, .end, "tick t1")
    let title = comparison.method.isTested ? "−log10 p" : "difference in documents"
    svg.text(title, Self.left - 8, 12, .start, "tick")
  }

  private func short(_ name: String) -> String { name.count > 32 ? name.prefix(31) + "…" : name }

  private func dot(_ item: NumberedRow, _ svg: inout SVG, _ x: ChartScale, _ y: ChartScale) {
    let row = item.row
    let ratio = row.main?.logRatio ?? 0
    let tip =
      "\(row.name) (\(row.facet.title)): \(row.sides.map { "\($0.count)" }.joined(separator: " → ")), log ratio "
      + NumberFormat.signed(ratio)
    svg.link(toRow: item.number, label: tip) { svg in
      svg.circle(
        x(ratio), y(evidence(row)), radius(row),
        "\(row.isBorneOut ? "dot" : "dot faint") \(ChartColor.set(ratio >= 0 ? 1 : 0))", tip: tip)
    }
  }
}

/// Keeps labels from standing on each other and on dots.
struct LabelPlaces {
  private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private var taken: [Box] = []
  private let dots: [Box]

  /// - Parameter dots: Middle and radius of each.
  init(dots: [(x: Double, y: Double, radius: Double)]) {
    self.dots = dots.map { dot in
      (dot.x - dot.radius...dot.x + dot.radius, dot.y - dot.radius...dot.y + dot.radius)
    }
  }

  /// Where a label may stand beside a dot; nil when there is no room.
  mutating func place(
    _ name: String, at dot: (Double, Double), within bounds: ClosedRange<Double>
  ) -> (text: String, x: Double, y: Double, anchor: SVG.Anchor)? {
    let text = name.count > 30 ? name.prefix(29) + "…" : name
    let width = Double(text.count) * 6.6
    for (anchor, x) in [(SVG.Anchor.start, dot.0 + 13), (.end, dot.0 - 13)] {
      let span = anchor == .start ? x...x + width : x - width...x
      let box = Box(x: span, y: dot.1 - 6...dot.1 + 6)
      guard bounds.contains(span.lowerBound), bounds.contains(span.upperBound),
        !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }),
        !dots.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) })
      else { continue }
      taken.append(box)
      return (text, x, dot.1 + 4, anchor)
    }
    return nil
  }
}
