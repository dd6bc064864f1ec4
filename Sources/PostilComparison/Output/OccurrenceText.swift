import PostilModel
import PostilReports

extension Comparison {
  /// The places of the item `name`, or of those that it was joined to, in context, for a terminal; nil when no facet compared has it.
  ///
  /// - Parameters:
  ///   - most: The most places in one set.
  ///   - width: The columns that lines take at most; nil for as many as they need.
  public func places(of name: String, most: Int, width: Int? = nil) -> String? {
    let found = items(called: name)
    guard !found.isEmpty else { return nil }
    let numbered = found.enumerated().map { NumberedRow(number: $0.offset, row: $0.element) }
    let places = OccurrenceFinder(self, most: most).places(of: numbered)
    return zip(found, places).map { row, places in
      TerminalText.sentence("\(row.facet.title): \(row.name)", width: width)
        + groups.indices.map { section($0, row.sides[$0], places[$0], width) }.joined()
    }.joined(separator: "\n")
  }

  /// What to say of a name that no item has.
  public func help(for name: String) -> String? { search.help(for: name) }

  /// The items that somebody means who types `name`.
  func items(called name: String) -> [Row] { search.items(called: name) }

  private var search: ItemSearch<Row> {
    ItemSearch(items: rows + ownNames.map(\.row)) { ($0.name, $0.names) }
  }

  private func section(_ group: Int, _ side: Side, _ places: [OccurrenceFinder.Place], _ width: Int?) -> String {
    let count = "\(side.count) in \(side.documents) document\(side.documents == 1 ? "" : "s")"
    return TerminalText.sentence("  \(groups[group].name): \(count)", width: width)
      + places.filter { !$0.words.isEmpty }.map { line($0, width) + "\n" }.joined()
  }

  /// A place with its words in double brackets; where not all has room, what is farthest from them is cut.
  private func line(_ place: OccurrenceFinder.Place, _ width: Int?) -> String {
    func clean(_ text: String) -> String {
      TerminalText.visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    let note = place.note.isEmpty ? "" : " (\(place.note))"
    let head = clean("    \(corpus.documents[place.document].key.id)\(note): ")
    let (before, words, after) = (clean(place.before), clean("[[\(place.words)]]"), clean(place.after))
    guard let width else { return head + before + words + after }
    let room = max(0, width - TextColumns.width(of: head) - TextColumns.width(of: words))
    let left = TextColumns.cutFront(before, to: max(room / 2, room - TextColumns.width(of: after)))
    let right = TextColumns.cut(after, to: room - TextColumns.width(of: left))
    return TextColumns.cut(head + left + words + right, to: width)
  }

  /// The first documents that have the item of `row` in `group`.
  func examples(of row: Row, in group: Int) -> [DocumentKey] {
    (corpus.postings[row.key] ?? []).lazy.map { corpus.documents[Int($0.document)] }
      .filter { $0.group == group }.prefix(5).map(\.key)
  }
}
