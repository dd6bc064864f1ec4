/// A band of months, or years, for each set: how often its documents speak of them, and when they are from.
struct TimelineChart {
  private static let left = 150.0
  private static let band = 74.0

  let comparison: Comparison
  let rows: [NumberedRow]

  var svg: String? {
    let months = rows.filter { $0.row.facet == .date }.sorted { $0.row.name < $1.row.name }
    let years = rows.filter { $0.row.facet == .year }.sorted { $0.row.name < $1.row.name }
    let (items, areMonths) = span(months) <= 60 || years.isEmpty ? (window(months), true) : (window(years), false)
    guard let first = items.first.map({ Self.index($0.row.name) }),
      let last = items.last.map({ Self.index($0.row.name) })
    else { return nil }
    let x = ChartScale(domain: Double(first)...Double(last + 1), from: Self.left, to: 660)
    let height = Self.band * Double(comparison.groups.count) + 34
    var svg = SVG(width: 680, height: height, title: "Dates that the documents speak of")
    for set in comparison.groups.indices { band(set, items, areMonths, &svg, x) }
    labels(first...last, areMonths, height, &svg, x)
    return svg.text
  }

  /// Months since year 0, or the year.
  private static func index(_ name: String) -> Int {
    let parts = name.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : parts.first ?? 0
  }

  private func span(_ items: [NumberedRow]) -> Int {
    let window = window(items)
    guard let first = window.first, let last = window.last else { return 0 }
    return Self.index(last.row.name) - Self.index(first.row.name)
  }

  /// The items that hold all mentions but the outermost 2 % on either side.
  private func window(_ items: [NumberedRow]) -> [NumberedRow] {
    let counts = items.map { $0.row.sides.reduce(0) { $0 + $1.count } }
    let total = counts.reduce(0, +)
    guard total > 50 else { return items }
    var (low, sum) = (0, 0)
    while low < items.count, (sum + counts[low]) * 50 < total { (low, sum) = (low + 1, sum + counts[low]) }
    var high = items.count
    sum = 0
    while high > low + 1, (sum + counts[high - 1]) * 50 < total { (high, sum) = (high - 1, sum + counts[high - 1]) }
    return Array(items[low..<high])
  }

  private func band(_ set: Int, _ items: [NumberedRow], _ areMonths: Bool, _ svg: inout SVG, _ x: ChartScale) {
    let base = Self.band * Double(set + 1) - 6
    let most = Double(items.map { $0.row.sides[set].count }.max() ?? 1)
    let name = comparison.groups[set].name
    svg.text(name.count > 20 ? name.prefix(19) + "…" : name, Self.left - 10, base - 20, .end, "lab")
    svg.line(Self.left, base, 660, base, "axis")
    for item in items where item.row.sides[set].count > 0 {
      let at = Double(Self.index(item.row.name))
      let height = Double(item.row.sides[set].count) / max(1, most) * (Self.band - 18)
      let tip = "\(item.row.name), \(name): \(item.row.sides[set].count) in \(item.row.sides[set].documents) documents"
      svg.link(toRow: item.number, set: set, label: tip) { svg in
        svg.rectangle(
          x(at) + 0.5, base - height, max(1.5, x(at + 1) - x(at) - 1), height, "fill \(ChartColor.set(set))", tip: tip)
      }
    }
    for date in documentDates(set, areMonths) where x.domain.contains(Double(date)) {
      svg.rectangle(x(Double(date)), base + 1, max(1.5, x(Double(date + 1)) - x(Double(date))), 3, "own")
    }
  }

  private func documentDates(_ set: Int, _ areMonths: Bool) -> Set<Int> {
    Set(
      comparison.corpus.documents.filter { $0.group == set }
        .compactMap { $0.date.map { Self.index(String($0.prefix(areMonths ? 7 : 4))) } })
  }

  private func labels(_ range: ClosedRange<Int>, _ areMonths: Bool, _ height: Double, _ svg: inout SVG, _ x: ChartScale)
  {
    let step = max(1, (range.count + 11) / 12)
    for at in stride(from: range.lowerBound, through: range.upperBound, by: step) {
      let month = at % 12 + 1
      let name = areMonths ? "\(at / 12)-\(month < 10 ? "0" : "")\(month)" : "\(at)"
      svg.text(name, (x(Double(at)) + x(Double(at + 1))) / 2, height - 18, .middle, "tick")
    }
    svg.text("line below: when the documents are from", 660, height - 3, .end, "tick")
  }
}
