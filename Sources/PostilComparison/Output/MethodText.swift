import PostilModel

/// How a comparison was made, in sentences for the reader.
struct MethodText {
  let comparison: Comparison

  /// The most sets that are named in one place.
  private static let mostSets = 12

  /// What the sets hold, one a line.
  var sets: [String] {
    let groups = comparison.groups
    let shown = groups.prefix(Self.mostSets).map {
      "\($0.name): \($0.documents) documents, \($0.words) words, \($0.statements) statements"
    }
    guard groups.count > Self.mostSets else { return shown }
    return shown + [
      "… \(groups.count - Self.mostSets) more sets, \(groups.reduce(0) { $0 + $1.documents }) documents in all"
    ]
  }

  /// One sentence a line.
  var lines: [String] {
    let method = comparison.method
    var lines: [String] = []
    let direction =
      comparison.groups.count == 2
      ? "\(comparison.groups[1].name) against \(comparison.groups[0].name)" : "each set against the rest"
    lines.append(
      "log ratio: log2 of the rates, \(direction); a count of 0 is taken as 0.5, at most the other's rate (Hardie 2014)"
    )
    if method.isTested { lines += testLines } else { lines.append(smallLine) }
    if method.rare > 0 {
      lines.append("\(method.rare) items in fewer than \(method.minDocuments) documents are left out")
    }
    return lines + [seriesLine, duplicateLine, joinedLine, boilerplateLine, ownNameLine, hiddenLine].compactMap(\.self)
  }

  private var seriesLine: String? {
    guard !comparison.series.isEmpty else { return nil }
    return
      "changes over time: binary segmentation by the test of rates, p times the ways to part a series, q over items and series; "
      + "--series ITEM shows one"
  }

  private var duplicateLine: String? {
    let groups = comparison.duplicates
    guard !groups.isEmpty else { return nil }
    return
      "\(groups.reduce(0) { $0 + $1.count }.counted("document")) in \(groups.count.counted("group")) repeat each other almost word "
      + "for word, in brackets behind documents; --near-duplicates once counts one of each set"
  }

  private var hiddenLine: String? {
    comparison.hidden > 0 ? "hidden: \(comparison.hidden.counted("item")), counted in m and q all the same" : nil
  }

  private var joinedLine: String? {
    guard comparison.joinedNames > 0 else { return nil }
    return
      "\(comparison.joinedNames.counted("name")) stand for other names of the same person, body or place; --identities none keeps "
      + "all apart"
  }

  private var boilerplateLine: String? {
    let found = comparison.boilerplate
    guard found.words > 0 || found.names > 0 else { return nil }
    let counts =
      "\(found.names.counted("name")), \(found.statements.counted("statement")) and \(found.words.counted("word")) in boilerplate"
    return comparison.boilerplateTreatment == .keep
      ? "\(counts) are counted" : "\(counts) are left out; --boilerplate keep counts them"
  }

  /// The most own names that are named.
  private static let mostOwnNames = 12

  private var ownNameLine: String? {
    let own = comparison.ownNames
    guard !own.isEmpty else { return nil }
    let named = own.filter { $0.row.facet != .pair }.map { "\($0.row.name) (\(comparison.groups[$0.group].name))" }
      .uniqued()
    let shown = named.prefix(Self.mostOwnNames).joined(separator: ", ")
    let more = named.count > Self.mostOwnNames ? " and \(named.count - Self.mostOwnNames) more" : ""
    return
      "own names of sets are not ranked: \(own.count.counted("item")), \(shown)\(more); --own-names keep ranks them"
  }

  private var smallLine: String {
    "\(list(comparison.method.small)) with fewer than 8 documents: counts, rates and log ratios only, no p, q or interval; "
      + "ordered by the difference in document counts, then by the log ratio"
  }

  private var testLines: [String] {
    let method = comparison.method
    return [
      "in brackets: 95 % interval; LRC: conservative log ratio, Bonferroni over \(method.tested) items (Evert 2022), the "
        + "default order; both of counts by their design effect",
      "p: by the sizes of the documents and the item's total, counts by their design effect; least p: no test over documents "
        + "can give less with such counts; of tones: studentised permutation of documents, at most \(method.permutations)",
      "q: Benjamini-Hochberg over m = \(method.tested) items",
      "G2: log-likelihood ratio, four cells, no correction, signed; BIC: two-cell G2 less ln N; DP: Gries' deviation of "
        + "proportions, 0 even, 1 clumped; seed \(method.seed); formulas: Documentation/Statistics.md",
    ]
  }

  private func list(_ names: [String]) -> String {
    names.prefix(Self.mostSets).map { "'\($0)'" }.joined(separator: ", ")
      + (names.count > Self.mostSets ? " and \(names.count - Self.mostSets) more" : "")
  }
}
