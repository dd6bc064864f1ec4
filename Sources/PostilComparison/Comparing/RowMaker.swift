import PostilModel

/// Makes the rows of a comparison.
struct RowMaker {
  let corpus: Corpus
  let postings: Postings
  let tests: ItemTests?
  let tones: ToneTests
  let series: SeriesTests
  let bases: [Facet.Base]
  /// The documents that repeat an earlier one of their set.
  let copies: Set<Int32>
  private let groupSizes: [[Double]]
  private let groupDocuments: [Int]

  init(
    corpus: Corpus, postings: Postings, tests: ItemTests?, tones: ToneTests, series: SeriesTests, bases: [Facet.Base],
    copies: Set<Int32>
  ) {
    self.series = series
    self.copies = copies
    self.corpus = corpus
    self.postings = postings
    self.tests = tests
    self.tones = tones
    self.bases = bases
    groupSizes = postings.groupSizes
    let bounds = corpus.bounds
    groupDocuments = zip(bounds, bounds.dropFirst()).map { corpus.documents[$0..<$1].count(where: \.isCounted) }
  }

  func rows(_ keys: [ItemKey]) -> [Comparison.Row] {
    Array(keys.indices).concurrentMap { row($0, keys[$0], tests: keys.count) }
  }

  private func row(_ index: Int, _ key: ItemKey, tests count: Int) -> Comparison.Row {
    let sums = postings.sums(of: index)
    let sizes = groupSizes[postings.bases[index]]
    return Comparison.Row(
      key: key, names: corpus.names[key] ?? [], base: bases[index], sides: sides(index, key, sums, sizes),
      contrasts: contrasts(index, sums, sizes, tests: count), omnibus: omnibus(index, sums, sizes),
      toneTest: tones.tests[index].map {
        Comparison.ToneTest(p: $0.p, least: $0.least, q: tones.q[index] ?? 1)
      }, changes: series.changes[index])
  }

  private func sides(_ index: Int, _ key: ItemKey, _ sums: [Double], _ sizes: [Double]) -> [Comparison.Side] {
    let all = corpus.postings[key] ?? []
    return sums.indices.map { group in
      let range = postings.range(of: index, in: group)
      let own = all[range]
      return Comparison.Side(
        count: own.reduce(0) { $0 + Int($1.count) }, documents: own.count,
        copies: copies.isEmpty ? 0 : own.count { copies.contains($0.document) },
        rate: sizes[group] > 0 ? bases[index].unit * sums[group] / sizes[group] : 0,
        dispersion: tests == nil ? nil : dispersion(index, range, sizes[group]),
        tone: key.facet.isScored ? tone(own, tones.intervals[index]?[group]) : nil,
        share: Wilson.interval(own.count, of: groupDocuments[group]))
    }
  }

  private func dispersion(_ index: Int, _ range: Range<Int>, _ size: Double) -> Double? {
    let documentSizes = postings.sizes[postings.bases[index]]
    return Dispersion.deviation(
      counts: postings.counts[index][range].map(Double.init),
      sizes: postings.places[index][range].map { Double(documentSizes[Int($0)]) }, size: size)
  }

  private func tone(_ own: ArraySlice<Corpus.Posting>, _ interval: ClosedRange<Double>?) -> Comparison.Tone {
    let scored = own.reduce(0) { $0 + Int($1.scored) }
    let labels = (0..<3).map { label in own.reduce(0) { $0 + Int($1.tones[label]) } }
    return Comparison.Tone(
      positive: labels[0], neutral: labels[1], negative: labels[2], scored: scored,
      mean: scored > 0 ? own.reduce(0) { $0 + Double($1.scoreSum) } / Double(scored) : nil, interval: interval)
  }

  private func contrasts(_ index: Int, _ sums: [Double], _ sizes: [Double], tests count: Int) -> [Comparison.Contrast] {
    let (total, all) = (sums.reduce(0, +), sizes.reduce(0, +))
    let targets = sums.count == 2 ? [1] : Array(sums.indices)
    return targets.enumerated().map { number, target in
      let keyness = Keyness(a: sums[target], b: total - sums[target], c: sizes[target], d: all - sizes[target])
      return Comparison.Contrast(
        target: target, reference: sums.count == 2 ? 0 : nil, logRatio: keyness.logRatio,
        test: tests.map { tests in
          let test = tests.tests[index][number]
          return Comparison.Test(
            interval: test.interval(), conservative: test.conservativeLogRatio(tests: count), g2: keyness.signedG2,
            bic: keyness.bic, p: test.p, least: test.least, q: tests.q[index][number],
            designEffect: test.designEffect, degrees: test.degrees, deviate: test.deviate)
        })
    }
  }

  private func omnibus(_ index: Int, _ sums: [Double], _ sizes: [Double]) -> Comparison.Omnibus? {
    guard let tests, sums.count > 2 else { return nil }
    return Comparison.Omnibus(
      g2: GTest.value(zip(sums, sizes).map { [$0, max(0, $1 - $0)] }), p: tests.omnibus.p[index],
      least: tests.omnibus.least[index], q: tests.omnibus.q[index])
  }
}

/// The order of a comparison's rows.
struct RowOrder {
  let facets: [Facet]

  func precedes(_ left: Comparison.Row, _ right: Comparison.Row) -> Bool {
    let (a, b) = (key(left), key(right))
    return (a.0, a.1, a.2, a.3, left.name) < (b.0, b.1, b.2, b.3, right.name)
  }

  /// The facet; then LRC or the difference in document counts; then the log ratio; then the count. The largest first.
  private func key(_ row: Comparison.Row) -> (Int, Double, Double, Int) {
    let main = row.main
    let documents = row.sides.map { Double($0.documents) }
    let spread = (documents.max() ?? 0) - (documents.min() ?? 0)
    return (
      facets.firstIndex(of: row.facet) ?? 0, -(main?.test.map { abs($0.conservative) } ?? spread),
      -abs(main?.logRatio ?? 0), -row.sides.reduce(0) { $0 + $1.count }
    )
  }
}
