/// How a comparison was made, in sentences for the reader.
struct MethodText {
  let comparison: Comparison

  /// One sentence a line.
  var lines: [String] {
    let method = comparison.method
    var lines = comparison.groups.map {
      "\($0.name): \($0.documents) documents, \($0.words) words, \($0.statements) statements"
    }
    let direction =
      comparison.groups.count == 2
      ? "\(comparison.groups[1].name) against \(comparison.groups[0].name)" : "each set against the rest"
    lines.append("log ratio: log2 of the rates, \(direction); a count of 0 is taken as 0.5 (Hardie 2014)")
    if method.isTested { lines += testLines } else { lines.append(smallLine) }
    if method.rare > 0 {
      lines.append("\(method.rare) items in fewer than \(method.minDocuments) documents are left out")
    }
    return lines
  }

  private var smallLine: String {
    "\(list(comparison.method.small)) with fewer than 8 documents: counts, rates and log ratios only, no p, q or interval; "
      + "ordered by the difference in document counts, then by the log ratio"
  }

  private var testLines: [String] {
    let method = comparison.method
    return [
      "in brackets: 95 % bootstrap interval, \(method.replicates) resamplings of documents; "
        + "LRC: conservative log ratio, Bonferroni over \(method.tested) items (Evert 2022), the default order",
      "p: permutation of documents between the sets, \(method.firstPermutations) for each item, up to "
        + "\(method.permutations) for the lowest; lowest possible p \(NumberFormat.probability(method.floor)); "
        + "q: Benjamini-Hochberg over m = \(method.tested) items",
      "G2: log-likelihood ratio, four cells, no correction, signed; BIC: two-cell G2 less ln N; DP: Gries' deviation of "
        + "proportions, 0 even, 1 clumped; seed \(method.seed); formulas: Documentation/Statistics.md",
    ]
  }

  private func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
}
