import PostilModel
import PostilReports

extension Comparison {
  /// The places of the item `name`, or of those that it was joined to, in context, for a terminal; nil when no facet compared has it.
  ///
  /// - Parameter most: The most places in one set.
  public func places(of name: String, most: Int) -> String? {
    let found = items(called: name)
    guard !found.isEmpty else { return nil }
    let numbered = found.enumerated().map { NumberedRow(number: $0.offset, row: $0.element) }
    let places = OccurrenceFinder(self, most: most).places(of: numbered)
    return zip(found, places).map { row, places in
      "\(row.facet.title): \(TerminalText.visible(row.name))\n"
        + groups.indices.map { section($0, row.sides[$0], places[$0]) }.joined()
    }.joined(separator: "\n")
  }

  /// What to say of a name that no item has.
  public func help(for name: String) -> String? { search.help(for: name) }

  /// The items that somebody means who types `name`.
  func items(called name: String) -> [Row] { search.items(called: name) }

  private var search: ItemSearch<Row> {
    ItemSearch(items: rows + ownNames.map(\.row)) { ($0.name, $0.names) }
  }

  private func section(_ group: Int, _ side: Side, _ places: [OccurrenceFinder.Place]) -> String {
    let count = "\(side.count) in \(side.documents) document\(side.documents == 1 ? "" : "s")"
    return "  \(TerminalText.visible(groups[group].name)): \(count)\n"
      + places.filter { !$0.words.isEmpty }.map { place in
        let text = "\(place.before)[[\(place.words)]]\(place.after)"
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let note = place.note.isEmpty ? "" : " (\(place.note))"
        return TerminalText.visible("    \(corpus.documents[place.document].key.id)\(note): \(line)") + "\n"
      }.joined()
  }

  /// The first documents that have the item of `row` in `group`.
  func examples(of row: Row, in group: Int) -> [DocumentKey] {
    (corpus.postings[row.key] ?? []).lazy.map { corpus.documents[Int($0.document)] }
      .filter { $0.group == group }.prefix(5).map(\.key)
  }
}
