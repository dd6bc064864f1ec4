import PostilModel
import PostilReports

extension Comparison {
  /// The figures of the item `name`, or of those that it was joined to, with their formulas, the counts put into them and the documents
  /// behind them, for a terminal; nil when no facet compared has it.
  ///
  /// - Parameters:
  ///   - most: The most documents that are named of one set.
  ///   - width: The columns that lines take at most; nil for as many as they need.
  public func explanation(of name: String, most: Int, width: Int? = nil) -> String? {
    let found = items(called: name)
    guard !found.isEmpty else { return nil }
    return found.map { row in
      ItemExplanation(comparison: self, row: row, most: most).lines.map { TerminalText.sentence($0, width: width) }
        .joined()
    }.joined(separator: "\n")
  }
}

/// An item's figures as sums that a reader can do again.
struct ItemExplanation {
  let comparison: Comparison
  let row: Comparison.Row
  /// The most documents that are named of one set.
  let most: Int

  var lines: [String] {
    var lines = ["\(row.facet.title): \(row.name)"]
    if !row.names.isEmpty { lines.append("stands for \(row.names.joined(separator: ", "))") }
    lines += comparison.groups.indices.map(set)
    if let main = row.main { lines += ContrastExplanation(comparison: comparison, row: row, contrast: main).lines }
    if let omnibus = row.omnibus {
      lines.append(
        "omnibus: p = least p of the sets × \(row.contrasts.count) = \(NumberFormat.probability(omnibus.p)), q "
          + NumberFormat.probability(omnibus.q))
    }
    if let test = row.toneTest {
      lines.append(
        "tones differ: p \(NumberFormat.probability(test.p)) by studentised permutation of the documents, least p "
          + "\(NumberFormat.probability(test.least)), q \(NumberFormat.probability(test.q))")
    }
    lines += row.changes.map { "changes with " + $0.text(comparison, row) }
    return lines + comparison.groups.indices.flatMap(documents)
  }

  private func set(_ number: Int) -> String {
    let (group, side) = (comparison.groups[number], row.sides[number])
    let size = group.size(row.base)
    let counted = row.base == .documents ? side.documents : side.count
    let factor = row.base.unit == 1 ? "" : " × 1,000"
    let unit = row.base.rawValue
    var text =
      "\(group.name): \(side.count) in \(side.documents) of \(group.documents.counted("document")); rate \(counted) / "
      + "\(size) \(unit)\(factor) = \(NumberFormat.rate(side.rate)) \(row.base.title)"
    if side.copies > 0 { text += "; \(side.copies.counted("document")) repeat others" }
    if let dispersion = side.dispersion { text += "; DP \(NumberFormat.decimal(dispersion))" }
    if let tone = side.tone, let mean = tone.mean {
      let interval = tone.interval.map { " " + NumberFormat.interval($0) } ?? ""
      text +=
        "; tone \(NumberFormat.signed(mean))\(interval), the mean of \(tone.scored.counted("score")) (\(tone.positive) positive, "
        + "\(tone.neutral) neutral, \(tone.negative) negative)"
    }
    return text
  }

  /// The documents of a set that have the item, those with most of it first.
  private func documents(_ set: Int) -> [String] {
    let documents = comparison.corpus.documents
    let own = (comparison.corpus.postings[row.key] ?? []).filter { documents[Int($0.document)].group == set }
    guard !own.isEmpty else { return [] }
    let named = own.sorted { ($1.count, $0.document) < ($0.count, $1.document) }.prefix(most).map { posting in
      let document = documents[Int(posting.document)]
      let words = document.words.map { " in \($0.counted("word"))" } ?? ""
      return "  \(posting.count)\(words): "
        + [document.date ?? "", document.key.id].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return ["documents of \(comparison.groups[set].name):"] + named
      + (own.count > most ? ["  … \(own.count - most) more: --occurrences shows them"] : [])
  }
}
