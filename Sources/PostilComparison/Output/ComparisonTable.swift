import PostilReports

extension Comparison {
  /// The comparison as tables of at most `most` rows for each facet.
  ///
  /// - Parameter width: The columns of the terminal that lines take at most: sentences are broken, names cut, and the figures that say
  ///   least left out; nil for lines as long as they are.
  public func table(most: Int = 25, width: Int? = nil) -> String {
    let method = MethodText(comparison: self)
    var text = (method.sets + method.lines + warnings.map { "warning: \($0)" })
      .map { TerminalText.sentence($0, width: width) }.joined()
    for facet in facets {
      let rows = rows(of: facet)
      guard !rows.isEmpty else { continue }
      text += "\n\(facet.title) (\(rows[0].base.title))\n"
      let columns = TableColumn.all(of: self, facet: facet)
      let table = TextTable(
        rows: [columns.map(\.title)] + rows.prefix(most).map { row in columns.map { $0.cell(row) } },
        ranks: columns.map(\.rank), width: width)
      text += table.text
      if rows.count > most { text += "… \(rows.count - most) more\n" }
      text += leftOut(table.leftOut, width)
    }
    return text + ReadingAids(self).text(width: width)
  }

  /// The rows of one facet.
  public func rows(of facet: Facet) -> [Row] { rows.filter { $0.facet == facet } }

  /// What to say of columns that do not fit.
  private func leftOut(_ titles: [String], _ width: Int?) -> String {
    guard !titles.isEmpty else { return "" }
    let named = titles.uniqued()
    let shown = named.prefix(12).joined(separator: ", ") + (named.count > 12 ? " and \(named.count - 12) more" : "")
    return TerminalText.sentence("no room for \(shown): a greater --width shows them, --format csv all", width: width)
  }
}

extension TerminalText {
  /// A sentence of text that may come from documents, on lines of at most `width` columns.
  static func sentence(_ text: String, width: Int?) -> String {
    let text = visible(text)
    return (width.map { TextColumns.wrapped(text, to: $0) } ?? [text]).map { $0 + "\n" }.joined()
  }
}

extension Comparison.Side {
  /// The documents, and in brackets those of them that repeat others: `12 (3)`.
  var documentText: String { copies > 0 ? "\(documents) (\(copies))" : "\(documents)" }
}
