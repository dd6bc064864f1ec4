import PostilReports

extension Comparison {
  /// The comparison as tables of at most `most` rows for each facet.
  public func table(most: Int = 25) -> String {
    var text = (MethodText(comparison: self).lines + warnings.map { "warning: \($0)" })
      .map { TerminalText.visible($0) + "\n" }.joined()
    for facet in facets {
      let rows = rows(of: facet)
      guard !rows.isEmpty else { continue }
      text += "\n\(facet.title) (\(rows[0].base.title))\n"
      var table = TextTable(rows: [head(facet)])
      table.rows += rows.prefix(most).map(cells)
      text += table.text
      if rows.count > most { text += "… \(rows.count - most) more\n" }
    }
    return text + ReadingAids(self).text
  }

  /// The rows of one facet.
  public func rows(of facet: Facet) -> [Row] { rows.filter { $0.facet == facet } }

  private func head(_ facet: Facet) -> [String] {
    var cells = [facet.rawValue]
    for group in groups { cells += [short(group.name), "docs", "rate"] }
    if groups.count == 2 {
      cells +=
        method.isTested ? ["log ratio", "95 %", "LRC", "p", "least p", "q", "G2", "BIC", "DP", "DP"] : ["log ratio"]
    } else {
      cells +=
        ["most in or out", "log ratio"] + (method.isTested ? ["LRC", "p", "least p", "omnibus G2", "p", "q"] : [])
    }
    return facet.isScored
      ? cells + groups.map { "tone \(short($0.name))" } + (method.isTested ? ["p", "least p"] : []) : cells
  }

  private func short(_ name: String) -> String { name.count > 14 ? name.prefix(13) + "…" : name }

  private func cells(_ row: Row) -> [String] {
    var cells = [row.name]
    for side in row.sides { cells += ["\(side.count)", side.documentText, NumberFormat.rate(side.rate)] }
    guard let main = row.main else { return cells }
    if groups.count > 2 { cells.append(short(groups[main.target].name)) }
    cells.append(NumberFormat.signed(main.logRatio))
    if let test = main.test { cells += groups.count == 2 ? pairCells(test, row) : manyCells(test, row) }
    guard row.facet.isScored else { return cells }
    cells += row.sides.map { $0.tone?.meanText ?? "–" }
    guard method.isTested else { return cells }
    return cells + [row.toneTest?.p, row.toneTest?.least].map { $0.map(NumberFormat.probability) ?? "–" }
  }

  private func pairCells(_ test: Test, _ row: Row) -> [String] {
    [
      NumberFormat.interval(test.interval), NumberFormat.signed(test.conservative), NumberFormat.probability(test.p),
      NumberFormat.probability(test.least), NumberFormat.probability(test.q), NumberFormat.signed(test.g2, 1),
      NumberFormat.decimal(test.bic, 1),
    ] + row.sides.map { $0.dispersion.map { NumberFormat.decimal($0) } ?? "–" }
  }

  private func manyCells(_ test: Test, _ row: Row) -> [String] {
    [
      NumberFormat.signed(test.conservative), NumberFormat.probability(test.p), NumberFormat.probability(test.least),
    ]
      + (row.omnibus.map {
        [NumberFormat.decimal($0.g2, 1), NumberFormat.probability($0.p), NumberFormat.probability($0.q)]
      } ?? [])
  }
}

extension Comparison.Side {
  /// The documents, and in brackets those of them that repeat others: `12 (3)`.
  var documentText: String { copies > 0 ? "\(documents) (\(copies))" : "\(documents)" }
}
