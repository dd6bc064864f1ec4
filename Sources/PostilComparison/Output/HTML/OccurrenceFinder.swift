/// Finds where a page's items stand, with the words around them; reads again only documents that are shown.
struct OccurrenceFinder {
  /// One place in its context.
  struct Place {
    let document: Int
    let before: String
    let words: String
    let after: String
    let type: String
    let note: String
  }

  private struct Wanted {
    let row: Int
    let group: Int
    let most: Int
  }

  private let comparison: Comparison
  private let most: Int

  /// - Parameter most: The most places of one item in one set.
  init(_ comparison: Comparison, most: Int) {
    self.comparison = comparison
    self.most = most
  }

  /// For each row and set the places, in the order of the documents.
  func places(of rows: [NumberedRow]) -> [[[Place]]] {
    var found = rows.map { _ in comparison.groups.map { _ in [Place]() } }
    let wanted = wanted(rows)
    comparison.corpus.eachDocument(wanted.keys.sorted(), comparison.boilerplateTreatment) { number, document in
      let text = Array((document.text ?? "").unicodeScalars)
      for want in wanted[number] ?? [] {
        let places = document.items[rows[want.row].row.facet]?[rows[want.row].row.name] ?? []
        found[want.row][want.group] += places.prefix(want.most).map {
          place($0, text, number, rows[want.row].row, document)
        }
      }
    }
    return found
  }

  /// Which rows want places of which document: from the first documents, more from each where there are few.
  private func wanted(_ rows: [NumberedRow]) -> [Int: [Wanted]] {
    var wanted: [Int: [Wanted]] = [:]
    for (index, row) in rows.enumerated() {
      let postings = comparison.corpus.postings[row.row.key] ?? []
      for group in comparison.groups.indices {
        let own = postings.filter { comparison.corpus.documents[Int($0.document)].group == group }
        var left = most
        var share = own.count
        for posting in own.prefix(most) where left > 0 {
          let take = min(Int(posting.count), max(1, left - (share - 1)))
          wanted[Int(posting.document), default: []].append(Wanted(row: index, group: group, most: take))
          left -= take
          share -= 1
        }
      }
    }
    return wanted
  }

  private func place(
    _ place: Occurrence, _ text: [Unicode.Scalar], _ document: Int, _ row: Comparison.Row, _ summary: DocumentSummary
  ) -> Place {
    func cut(_ from: Int, _ to: Int) -> String {
      let (low, high) = (max(0, min(from, text.count)), max(0, min(to, text.count)))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[low..<max(low, high)])
      return String(view)
    }
    let end = min(place.end, place.start + 600)
    let score = place.score.map { "\(place.tone?.rawValue ?? "") \(NumberFormat.signed($0))" }
    return Place(
      document: document, before: before(place, text, cut),
      words: cut(place.start, end) + (end < place.end ? "…" : ""),
      after: after(place, text, cut),
      type: type(of: place, row, summary), note: score ?? place.tone?.rawValue ?? "")
  }

  /// About ninety code points that stand before, cut between words.
  private func before(_ place: Occurrence, _ text: [Unicode.Scalar], _ cut: (Int, Int) -> String) -> String {
    guard place.start > 90, place.start <= text.count else { return cut(0, place.start) }
    let start = text[place.start - 90..<place.start].firstIndex { $0.properties.isWhitespace } ?? place.start - 90
    return "…" + cut(start, place.start)
  }

  /// About ninety code points that stand behind, cut between words.
  private func after(_ place: Occurrence, _ text: [Unicode.Scalar], _ cut: (Int, Int) -> String) -> String {
    guard place.end + 90 < text.count else { return cut(place.end, text.count) }
    let end = text[place.end..<place.end + 90].lastIndex { $0.properties.isWhitespace } ?? place.end + 90
    return cut(place.end, end) + "…"
  }

  /// The annotation's type, for its colour.
  private func type(of place: Occurrence, _ row: Comparison.Row, _ summary: DocumentSummary) -> String {
    switch row.facet {
    case .source, .target, .sentiment: return "statement"
    case .date, .year, .direction: return "timex"
    case .poll: return "poll"
    case .type: return row.name
    case .pair: return "pair"
    case .entity, .rule:
      let own = summary.items[.type]?.first { _, places in
        places.contains { $0.start == place.start && $0.end == place.end }
      }
      return own?.key ?? "other"
    }
  }
}
