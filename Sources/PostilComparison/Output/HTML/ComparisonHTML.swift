import PostilReports

extension Comparison {
  /// The most sets that a page can show side by side.
  public static let mostSetsOfPage = CorpusReader.mostGroups

  /// The comparison as one self-contained page.
  ///
  /// - Parameters:
  ///   - most: The most rows of each facet.
  ///   - occurrences: The most places shown of an item in one set.
  public func html(most: Int = 200, occurrences: Int = 12) -> String {
    ComparisonPage(self, most: most, occurrences: occurrences).html
  }
}

/// Puts the page together.
struct ComparisonPage {
  private let comparison: Comparison
  private let rows: [NumberedRow]
  private let occurrences: Int

  init(_ comparison: Comparison, most: Int, occurrences: Int) {
    self.comparison = comparison
    self.occurrences = occurrences
    rows = Self.shown(comparison, most: most).enumerated().map { NumberedRow(number: $0.offset, row: $0.element) }
  }

  /// The first of each facet, the most frequent, and those that the reading aids name, in the order of the comparison.
  private static func shown(_ comparison: Comparison, most: Int) -> [Comparison.Row] {
    let named = Set(ReadingAids(comparison).lists.flatMap { $0.entries.compactMap { $0.row?.key } })
    return comparison.facets.flatMap { facet -> [Comparison.Row] in
      let rows = comparison.rows(of: facet)
      let limit = [.date, .year, .type, .rule].contains(facet) ? max(most, 600) : most
      let frequent = rows.sorted { $0.total > $1.total }.prefix(40).map(\.key)
      let kept = Set(rows.prefix(limit).map(\.key)).union(frequent).union(named)
      return rows.filter { kept.contains($0.key) }
    }
  }

  private var title: String {
    let names = comparison.groups.map(\.name)
    return names.count <= 3
      ? names.joined(separator: " and ") : "\(names.count) sets: \(names.prefix(3).joined(separator: ", ")), …"
  }

  var html: String {
    let title = HTMLText.escaped(title)
    let data = PageData(
      comparison: comparison, rows: rows,
      places: OccurrenceFinder(comparison, most: occurrences).places(of: rows))
    return """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <title>Postil: \(title)</title><style>\(PageStyle.css)</style></head><body>
      <header><h1>\(title)</h1><nav aria-label="Sections">\(navigation)
      <input id="filter" type="search" placeholder="Filter items  ( / )" aria-label="Filter items"></nav></header>
      <main>\(overview)\(aids)\(charts)<h2 id="tables">Tables</h2>
      <p class="soft">Every number opens what it counts. Bold: \(bold). A heading sorts. <kbd>/</kbd> filter, <kbd>Tab</kbd> and arrows move,
      <kbd>Enter</kbd> opens, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Esc</kbd> closes.</p>
      \(tables)\(duplicates)</main>
      <aside id="panel" hidden tabindex="-1" role="dialog" aria-labelledby="panel-title"><button id="close" type="button">Close</button><div id="panel-body"></div></aside>
      <script type="application/json" id="data">\(data.json)</script><script>\(PageScript.javaScript)</script></body></html>

      """
  }

  /// What bold items have in common.
  private var bold: String {
    comparison.method.isTested ? "q of at most .05" : "two documents and more apart, untested"
  }

  private var navigation: String {
    var links = ["<a href=\"#aids\">At a glance</a>", "<a href=\"#charts\">Charts</a>"]
    links += comparison.facets.filter { facet in rows.contains { $0.row.facet == facet } }.map {
      "<a href=\"#f-\($0.rawValue)\">\(HTMLText.escaped($0.title))</a>"
    }
    return links.joined()
  }

  private var overview: String {
    let sets = comparison.groups.enumerated().map { number, group in
      "<div class=\"\(ChartColor.set(number))\"><b>\(HTMLText.escaped(group.name))</b><small>\(group.documents) documents, "
        + "\(group.words) words, \(group.statements) statements</small></div>"
    }.joined()
    let warnings = comparison.warnings.map { "<p class=\"warn\">\(HTMLText.escaped($0))</p>" }.joined()
    let method = MethodText(comparison: comparison).lines
    let small =
      comparison.method.isTested ? "" : "<p class=\"warn\">\(HTMLText.escaped(method.dropFirst().first ?? ""))</p>"
    let lines = method.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
    return
      "<div class=\"sets\">\(sets)</div>\(warnings)\(small)<details><summary>How the figures are made</summary><ul class=\"method\">\(lines)</ul></details>"
  }

  private var aids: String {
    let lists = ReadingAids(comparison).lists
    guard !lists.isEmpty else { return "" }
    let numbers = Dictionary(rows.map { ($0.row.key, $0.number) }) { first, _ in first }
    let sections = lists.map { list in
      let entries = list.entries.map { entry in
        let text = HTMLText.escaped(entry.text)
        let number = entry.row.flatMap { numbers[$0.key] }
        return "<li dir=\"auto\">" + (number.map { "<a href=\"#r\($0)\" data-r=\"\($0)\">\(text)</a>" } ?? text)
          + "</li>"
      }.joined()
      return "<section><h3>\(HTMLText.escaped(list.title))</h3><ul>\(entries)</ul></section>"
    }.joined()
    return "<h2 id=\"aids\">At a glance</h2><div class=\"aids\">\(sections)</div>"
  }

  private var charts: String {
    let drawings: [(title: String, html: String?)] = [
      ("Over time", SeriesChart(comparison: comparison, rows: rows).svg),
      ("Effect against evidence", KeynessChart(comparison: comparison, rows: rows).svg),
      ("Names: rates in both sets", DumbbellChart(comparison: comparison, rows: rows).svg),
      ("Names: each set against the rest", HeatMap(comparison: comparison, rows: rows).svg),
      ("Sentiment of statements", ShareBars.sentiment(comparison, rows).svg),
      (
        "Sentiment by speaker: mean score\(comparison.method.isTested ? " and 95 % interval" : "")",
        ToneChart(comparison: comparison, rows: rows).svg
      ),
      ("Dates: past and future as seen from the documents", ShareBars.direction(comparison, rows).svg),
      ("Dates that the documents speak of", TimelineChart(comparison: comparison, rows: rows).svg),
    ]
    let shown = drawings.compactMap { drawing in
      drawing.html.map {
        "<figure><h3>\(HTMLText.escaped(drawing.title))</h3><div class=\"chart\">\($0)</div></figure>"
      }
    }.joined()
    let polls = PollBars(comparison: comparison, rows: rows).html.map { "<h3>Polls</h3>\($0)" } ?? ""
    let legend = comparison.groups.enumerated().map {
      "<span class=\"\(ChartColor.set($0.offset))\"><i></i>\(HTMLText.escaped($0.element.name))</span>"
    }.joined()
    return shown.isEmpty && polls.isEmpty
      ? ""
      : "<h2 id=\"charts\">Charts</h2><p class=\"legend\">\(legend)</p><div class=\"charts\">\(shown)</div>\(polls)"
  }

  private var tables: String {
    comparison.facets.map { facet in
      PageTable(
        comparison: comparison, facet: facet, rows: rows.filter { $0.row.facet == facet },
        total: comparison.rows(of: facet).count
      ).html
    }.joined()
  }

  private var duplicates: String {
    guard !comparison.duplicates.isEmpty else { return "" }
    let groups = comparison.duplicates.prefix(200).map { group in
      "<li>"
        + group.prefix(12).map { place in
          "<span class=\"\(ChartColor.set(place.group)) key\">\(HTMLText.escaped(place.key.id))</span> <small>"
            + "\(HTMLText.escaped([comparison.groups[place.group].name, place.date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")))</small>"
        }.joined(separator: " · ") + (group.count > 12 ? " and \(group.count - 12) more" : "") + "</li>"
    }.joined()
    return
      "<h2 id=\"duplicates\">Documents that repeat each other <small>\(comparison.duplicates.count) groups; estimated Jaccard similarity of "
      + "five-word shingles at least \(NumberFormat.decimal(NearDuplicates.threshold, 1))</small></h2><ul>\(groups)</ul>"
  }
}
