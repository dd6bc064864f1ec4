/// One bar for each set, divided into the shares of a facet's few items.
struct ShareBars {
  private static let left = 150.0

  let comparison: Comparison
  let rows: [NumberedRow]
  let facet: Facet
  /// The items in order, with the class that colours each.
  let items: [(name: String, style: String)]

  static func sentiment(_ comparison: Comparison, _ rows: [NumberedRow]) -> ShareBars {
    ShareBars(
      comparison: comparison, rows: rows, facet: .sentiment,
      items: [("negative", "neg"), ("neutral", "neu"), ("positive", "pos")])
  }

  static func direction(_ comparison: Comparison, _ rows: [NumberedRow]) -> ShareBars {
    ShareBars(
      comparison: comparison, rows: rows, facet: .direction,
      items: [("past", "past"), ("same", "neu"), ("future", "future")])
  }

  var svg: String? {
    let found = items.compactMap { item in rows.first { $0.row.facet == facet && $0.row.name == item.name } }
    guard !found.isEmpty else { return nil }
    let height = Double(comparison.groups.count) * 30 + 10
    var svg = SVG(width: 680, height: height, title: facet.title)
    for (set, group) in comparison.groups.enumerated() {
      let total = found.reduce(0) { $0 + $1.row.sides[set].count }
      let y = Double(set) * 30 + 6
      svg.text(group.name.count > 20 ? group.name.prefix(19) + "…" : group.name, Self.left - 10, y + 15, .end, "lab")
      var x = Self.left
      for item in found {
        let count = item.row.sides[set].count
        let width = total > 0 ? Double(count) / Double(total) * 500 : 0
        part(item, set, x, y, width, &svg)
        x += width
      }
    }
    return svg.text
  }

  private func part(_ item: NumberedRow, _ set: Int, _ x: Double, _ y: Double, _ width: Double, _ svg: inout SVG) {
    let count = item.row.sides[set].count
    let tip = "\(comparison.groups[set].name): \(count) \(item.row.name)"
    svg.link(toRow: item.number, set: set, label: tip) { svg in
      let style = items.first { $0.name == item.row.name }?.style ?? ""
      svg.rectangle(x, y, max(0, width - 1), 22, "share \(style)", tip: tip)
      if width > 112 {
        svg.text("\(item.row.name) \(count)", x + 8, y + 15, .start, "in")
      } else if width > 24 {
        svg.text("\(count)", x + width / 2, y + 15, .middle, "in")
      }
    }
  }
}
