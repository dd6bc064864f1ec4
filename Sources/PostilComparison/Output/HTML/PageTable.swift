import PostilReports

/// The table of one facet; headings sort, numbers open what they count.
struct PageTable {
  private struct Column {
    let title: String
    let hint: String
  }

  let comparison: Comparison
  let facet: Facet
  let rows: [NumberedRow]
  let total: Int

  var html: String {
    guard let first = rows.first else { return "" }
    let head = columns.enumerated().map { number, column in
      "<th scope=\"col\" title=\"\(HTMLText.escaped(column.hint))\"><button type=\"button\" data-sort=\"\(number)\">"
        + "\(HTMLText.escaped(column.title))</button></th>"
    }.joined()
    let more = total > rows.count ? " <small>the first \(rows.count) of \(total); CSV and JSON hold all</small>" : ""
    return
      "<section class=\"facet\" id=\"f-\(facet.rawValue)\"><h3>\(HTMLText.escaped(facet.title)) <small>\(total) items, rates "
      + "\(HTMLText.escaped(first.row.base.title))</small>\(more)</h3><div class=\"scroll\"><table><thead><tr>\(head)</tr></thead>"
      + "<tbody>\(rows.map(line).joined())</tbody></table></div></section>"
  }

  private var isPair: Bool { comparison.groups.count == 2 }
  private var isTested: Bool { comparison.method.isTested }

  private var columns: [Column] {
    var columns = [Column(title: facet == .source ? "speaker" : facet.rawValue, hint: "the item")]
    for group in comparison.groups {
      columns.append(Column(title: group.name, hint: "occurrences in \(group.name)"))
      columns.append(Column(title: "docs", hint: "documents of \(group.name) that have it"))
      if isPair { columns.append(Column(title: "rate", hint: "rate in \(group.name)")) }
    }
    if !isPair { columns.append(Column(title: "set", hint: "the set that differs most from the rest")) }
    columns.append(
      Column(title: "log ratio", hint: "log2 of the rates; in brackets the 95 % interval"))
    if isTested {
      columns.append(Column(title: "LRC", hint: "conservative log ratio (Evert 2022)"))
      columns.append(Column(title: "p", hint: "given sizes and total; in small type the least p that the counts allow"))
      columns.append(Column(title: "q", hint: "false discovery rate after Benjamini and Hochberg"))
      columns.append(Column(title: "G2", hint: "log-likelihood ratio, four cells, signed"))
      columns.append(Column(title: "BIC", hint: "Bayesian information criterion, two cells"))
      for group in comparison.groups where isPair {
        columns.append(Column(title: "DP", hint: "dispersion in \(group.name): 0 even, 1 clumped"))
      }
      if !isPair { columns.append(Column(title: "omnibus p", hint: "the least p of the sets times their number")) }
    }
    if facet.isScored {
      for group in comparison.groups {
        columns.append(Column(title: "tone", hint: "mean score in \(group.name), of how many statements"))
      }
      if isTested, isPair {
        columns.append(
          Column(
            title: "tone p",
            hint:
              "studentised permutation test of the mean scores over documents; in small type the least p there can be"))
      }
    }
    return columns
  }

  private func line(_ item: NumberedRow) -> String {
    let row = item.row
    var cells = [
      "<th scope=\"row\" dir=\"auto\"><a href=\"#r\(item.number)\" data-r=\"\(item.number)\">\(HTMLText.escaped(clipped(row.name)))</a></th>"
    ]
    for (set, side) in row.sides.enumerated() {
      cells.append(opening("\(side.count)", item.number, set, Double(side.count), isNothing: side.count == 0))
      cells.append(opening("\(side.documents)", item.number, set, Double(side.documents), isNothing: side.count == 0))
      if isPair {
        cells.append(opening(NumberFormat.rate(side.rate), item.number, set, side.rate, isNothing: side.count == 0))
      }
    }
    if let main = row.main { cells += figures(main, row, item.number) }
    if facet.isScored { cells += tones(row, item.number) }
    return "<tr id=\"r\(item.number)\"\(row.isBorneOut ? " class=\"sure\"" : "")>\(cells.joined())</tr>"
  }

  private func clipped(_ name: String) -> String { name.count > 120 ? name.prefix(119) + "…" : name }

  private func figures(_ main: Comparison.Contrast, _ row: Comparison.Row, _ number: Int) -> [String] {
    var cells: [String] = []
    if !isPair { cells.append("<td>\(HTMLText.escaped(comparison.groups[main.target].name))</td>") }
    let interval = main.test.map { " <small>\(NumberFormat.interval($0.interval))</small>" } ?? ""
    cells.append(value(NumberFormat.signed(main.logRatio) + interval, number, main.logRatio))
    guard let test = main.test else { return cells }
    cells.append(value(NumberFormat.signed(test.conservative), number, test.conservative))
    cells.append(value(probability(test.p, least: test.least), number, test.p))
    cells.append(value(NumberFormat.probability(test.q), number, test.q))
    cells.append(value(NumberFormat.signed(test.g2, 1), number, test.g2))
    cells.append(value(NumberFormat.decimal(test.bic, 1), number, test.bic))
    if isPair {
      cells += row.sides.map {
        value($0.dispersion.map { NumberFormat.decimal($0) } ?? "–", number, $0.dispersion ?? 2)
      }
    } else {
      cells.append(value(row.omnibus.map { probability($0.p, least: $0.least) } ?? "–", number, row.omnibus?.p ?? 2))
    }
    return cells
  }

  private func tones(_ row: Comparison.Row, _ number: Int) -> [String] {
    var cells = row.sides.enumerated().map { set, side -> String in
      guard let tone = side.tone, let mean = tone.mean else { return "<td data-v=\"-9\">–</td>" }
      let style = mean > 0.05 ? "pos" : mean < -0.05 ? "neg" : "neu"
      let interval = tone.interval.map { " <small>\(NumberFormat.interval($0))</small>" } ?? ""
      let text = "<span class=\"tone \(style)\">\(NumberFormat.signed(mean))</span> (\(tone.scored))\(interval)"
      return opening(text, number, set, mean)
    }
    if isTested, isPair {
      let test = row.toneTest
      cells.append(value(test.map { probability($0.p, least: $0.least) } ?? "–", number, test?.p ?? 2))
    }
    return cells
  }

  private func probability(_ p: Double, least: Double) -> String {
    "\(NumberFormat.probability(p)) <small>≥ \(NumberFormat.probability(least))</small>"
  }

  private func value(_ html: String, _ number: Int, _ value: Double) -> String {
    "<td data-v=\"\(value)\"><a href=\"#r\(number)\" data-r=\"\(number)\">\(html)</a></td>"
  }

  private func opening(_ html: String, _ number: Int, _ set: Int, _ value: Double, isNothing: Bool = false) -> String {
    isNothing
      ? "<td data-v=\"\(value)\" class=\"soft\">\(html)</td>"
      : "<td data-v=\"\(value)\"><a href=\"#r\(number)\" data-r=\"\(number)\" data-s=\"\(set)\">\(html)</a></td>"
  }
}
