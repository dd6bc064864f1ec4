import PostilModel

/// Where the rates of all items change along the series.
struct SeriesTests {
  /// The changes of each item.
  let changes: [[Comparison.Change]]

  init(_ series: [Comparison.Series], postings: Postings, bases: [Facet.Base]) {
    let lines = series.map { SeriesLine($0, postings) }
    let found = Array(postings.places.indices).concurrentMap { item in lines.map { $0.points(item, postings) } }
    let q = BenjaminiHochberg.q(of: found.flatMap { $0.map(\.p) })
    changes = found.indices.map { item in
      lines.indices.flatMap { number in
        lines[number].changes(
          found[item][number], of: item, series: number, q: q[item * lines.count + number], unit: bases[item].unit,
          postings)
      }
    }
  }
}

/// The documents of one series.
struct SeriesLine {
  /// The sets that have documents, in order.
  private let groups: [Int]
  private let documents: Range<Int>
  /// For each base.
  private let bins: [SeriesBins]

  init(_ series: Comparison.Series, _ postings: Postings) {
    groups = series.periods.compactMap(\.group)
    guard let first = groups.first, let last = groups.last else {
      (documents, bins) = (0..<0, postings.sizes.map { _ in SeriesBins(sizes: [], bounds: [0]) })
      return
    }
    let documents = postings.bounds[first]..<postings.bounds[last + 1]
    let bounds = (groups.map { postings.bounds[$0] } + [documents.upperBound]).map { $0 - documents.lowerBound }
    self.documents = documents
    bins = postings.sizes.map { SeriesBins(sizes: Array($0[documents]), bounds: bounds) }
  }

  func points(_ item: Int, _ postings: Postings) -> ChangePoints {
    let own = postings.places[item].indices.filter { documents.contains(Int(postings.places[item][$0])) }
    return ChangePoints(
      bins[postings.bases[item]], places: own.map { postings.places[item][$0] - Int32(documents.lowerBound) },
      counts: own.map { postings.counts[item][$0] })
  }

  func changes(
    _ points: ChangePoints, of item: Int, series: Int, q: Double, unit: Double, _ postings: Postings
  ) -> [Comparison.Change] {
    guard !points.changes.isEmpty else { return [] }
    let (sums, sizes) = (postings.sums(of: item), postings.groupSizes[postings.bases[item]])
    let cuts = [0] + points.changes.map(\.period) + [groups.count]
    let rates = zip(cuts, cuts.dropFirst()).map { low, high in
      let part = groups[low..<high]
      return unit * part.reduce(0) { $0 + sums[$1] } / max(1, part.reduce(0) { $0 + sizes[$1] })
    }
    return points.changes.enumerated().map { number, change in
      Comparison.Change(
        series: series, group: groups[change.period], p: change.p, q: q, before: rates[number], after: rates[number + 1]
      )
    }
  }
}
