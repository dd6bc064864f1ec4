import PostilModel

/// The formulas of a contrast with the counts put into them (`Documentation/Statistics.md`).
struct ContrastExplanation {
  private let keyness: Keyness
  private let contrast: Comparison.Contrast
  private let tested: Int
  private let title: String

  init(comparison: Comparison, row: Comparison.Row, contrast: Comparison.Contrast) {
    let counts = row.sides.map { row.base == .documents ? $0.documents : $0.count }
    let sizes = comparison.groups.map { $0.size(row.base) }
    let (a, c) = (counts[contrast.target], sizes[contrast.target])
    keyness = Keyness(
      a: Double(a), b: Double(counts.reduce(0, +) - a), c: Double(c), d: Double(sizes.reduce(0, +) - c))
    self.contrast = contrast
    tested = comparison.method.tested
    title =
      "\(comparison.groups[contrast.target].name) against "
      + (contrast.reference.map { comparison.groups[$0].name } ?? "the rest")
  }

  private var a: String { whole(keyness.a) }
  private var b: String { whole(keyness.b) }
  private var c: String { whole(keyness.c) }
  private var d: String { whole(keyness.d) }

  var lines: [String] { [head, logRatio] + (contrast.test.map(lines) ?? []) }

  private var head: String {
    "\(title): a = \(a), b = \(b), c = \(c), d = \(d), N = c + d = \(whole(keyness.c + keyness.d))"
  }

  private var logRatio: String {
    let zero = keyness.a == 0 || keyness.b == 0
    let note = zero ? ", 0 taken as 0.5, but as no higher rate than the other's" : ""
    let (a, b) = (keyness.a == 0 ? "0.5" : a, keyness.b == 0 ? "0.5" : b)
    return
      "log ratio: log2((a/c) / (b/d)) = log2((\(a)/\(c)) / (\(b)/\(d))) = \(NumberFormat.signed(contrast.logRatio))\(note)"
  }

  private func lines(_ test: Comparison.Test) -> [String] {
    let (delta, share) = (test.designEffect, keyness.c / (keyness.c + keyness.d))
    let divided =
      "a/δ = \(NumberFormat.decimal(keyness.a / delta)) and b/δ = \(NumberFormat.decimal(keyness.b / delta))"
    let student = "Student's t with \(NumberFormat.decimal(test.degrees, 1)) degrees of freedom"
    return [
      "design effect: δ = \(NumberFormat.decimal(delta)); \(divided)",
      "95 %: \(NumberFormat.interval(test.interval)), Clopper-Pearson of a/δ and b/δ at the level of \(student)",
      "LRC: \(NumberFormat.signed(test.conservative)), the end next to 0 of the interval at the level .05/m = .05/\(tested); 0 where "
        + "p is not below it",
      "p: \(NumberFormat.probability(test.p)), \(student) at the deviate \(NumberFormat.decimal(test.deviate)) of the binomial mid-p of "
        + "a/δ and b/δ at the share π = c/N = \(NumberFormat.decimal(share, 3)); not below the least p",
      "least p: \(NumberFormat.probability(test.least)), the share of all deals of the documents that part the item as far",
      "q: \(NumberFormat.probability(test.q)), Benjamini-Hochberg over m = \(tested) items",
      "G2: 2 Σ O ln(O/E) over a, b, c − a = \(whole(keyness.c - keyness.a)), d − b = \(whole(keyness.d - keyness.b)) = "
        + NumberFormat.signed(test.g2, 1), bic(test),
    ]
  }

  private func bic(_ test: Comparison.Test) -> String {
    let sum = keyness.a + keyness.b
    let expected = [keyness.c, keyness.d].map { NumberFormat.decimal($0 * sum / (keyness.c + keyness.d), 1) }
    return
      "BIC: 2(a ln(a/E1) + b ln(b/E2)) − ln N = 2(\(a) ln(\(a)/\(expected[0])) + \(b) ln(\(b)/\(expected[1]))) − ln "
      + "\(whole(keyness.c + keyness.d)) = \(NumberFormat.decimal(test.bic, 1))"
  }

  private func whole(_ value: Double) -> String { NumberFormat.decimal(value, 0) }
}
