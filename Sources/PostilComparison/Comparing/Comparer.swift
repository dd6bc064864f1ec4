import PostilRecords

/// Makes a comparison out of its inputs.
public struct Comparer {
  /// The fewest documents of a set that is tested.
  static let fewest = 8

  private let corpus: Corpus
  private let options: ComparisonOptions
  private let duplicates: [[Int]]
  private let bounds: [Int]
  private let baseSizes: [Facet.Base: [UInt32]]

  /// Compares `inputs`.
  ///
  /// - Throws: ``ReportError`` when one cannot be read or there are not two sets.
  public static func comparison(of inputs: [ComparisonInput], options: ComparisonOptions) throws -> Comparison {
    let corpus = try CorpusReader.corpus(of: ComparisonInput.distinct(inputs), options: options)
    guard corpus.groups.count >= 2 else {
      throw ReportError(
        description: options.groupBy.map {
          "the documents have fewer than two values of '\($0)', so there is nothing to compare"
        }
          ?? "a comparison needs two sets: give two inputs, or one with --group-by")
    }
    return Comparer(corpus, options: options).comparison()
  }

  private init(_ read: Corpus, options: ComparisonOptions) {
    var corpus = read
    duplicates = options.duplicates == .ignore ? [] : NearDuplicates(read.documents).groups
    if options.duplicates == .once { corpus.countOnce(duplicates) }
    if corpus.grouping?.unit == nil, let warning = UnequalPeriods(corpus).warning { corpus.warnings.append(warning) }
    self.corpus = corpus
    self.options = options
    bounds = corpus.bounds
    baseSizes = [
      .words: corpus.documents.map { $0.isCounted ? UInt32(clamping: $0.words ?? 0) : 0 },
      .statements: corpus.documents.map { $0.isCounted ? UInt32(clamping: $0.statements) : 0 },
      .documents: corpus.documents.map { $0.isCounted ? 1 : 0 },
    ]
  }

  private var groups: [Comparison.Group] {
    corpus.groups.indices.map { group in
      func sum(_ base: Facet.Base) -> Int {
        baseSizes[base]![bounds[group]..<bounds[group + 1]].reduce(0) { $0 + Int($1) }
      }
      return Comparison.Group(
        name: corpus.groups[group], documents: sum(.documents), words: sum(.words), statements: sum(.statements))
    }
  }

  /// Whether some document's words are unknown, so that documents take their place.
  private var isWordless: Bool { corpus.documents.contains { $0.words == nil } }

  private func base(of facet: Facet) -> Facet.Base { facet.base == .words && isWordless ? .documents : facet.base }

  private func comparison() -> Comparison {
    let groups = groups
    let small = groups.filter { $0.documents < Self.fewest }.map(\.name)
    let fewest = options.minDocuments ?? (small.isEmpty ? 3 : 1)
    let keys = corpus.postings.filter { $0.value.count >= fewest }.keys.sorted(by: Self.precedes)
    let postings = self.postings(keys)
    let tests = small.isEmpty ? ItemTests(postings: postings) : nil
    let tones = ToneTests(corpus: corpus, keys: keys, bounds: bounds, seed: options.seed, isTested: small.isEmpty)
    let (series, bases) = (corpus.series, keys.map { base(of: $0.facet) })
    let maker = RowMaker(
      corpus: corpus, postings: postings, tests: tests, tones: tones,
      series: SeriesTests(series, postings: postings, bases: bases), bases: bases,
      copies: corpus.copies(among: duplicates))
    let (ranked, own) = withoutOwnNames(maker.rows(keys).sorted(by: RowOrder(facets: options.facets).precedes))
    let rows = ranked.filter(options.filter.shows)
    return Comparison(
      groups: groups, rows: rows, hidden: ranked.count - rows.count, ownNames: own, boilerplate: corpus.boilerplate,
      boilerplateTreatment: options.boilerplate, joinedNames: corpus.join.names,
      method: Comparison.Method(
        tested: keys.count, permutations: tests == nil ? 0 : ToneTests.permutations,
        replicates: tests == nil ? 0 : ToneTests.replicates, seed: options.seed, small: small, minDocuments: fewest,
        rare: corpus.postings.count - keys.count),
      duplicates: duplicates.map { $0.map(corpus.place) }, polls: polls, warnings: corpus.warnings,
      facets: options.facets, series: series, corpus: corpus)
  }

  /// The rows that are ranked, and those that are own names of the groups.
  private func withoutOwnNames(_ rows: [Comparison.Row]) -> (ranked: [Comparison.Row], own: [Comparison.OwnRow]) {
    guard options.ownNames == .leaveOut, let field = corpus.grouping?.fields.firstIndex(where: OwnName.fields.contains)
    else {
      return (rows, [])
    }
    let names = corpus.values.map { OwnName($0[field]) }
    var (ranked, own): ([Comparison.Row], [Comparison.OwnRow]) = ([], [])
    for row in rows {
      if let group = row.owner(among: names) {
        own.append(Comparison.OwnRow(row: row, group: group))
      } else {
        ranked.append(row)
      }
    }
    return (ranked, own)
  }

  private static func precedes(_ left: ItemKey, _ right: ItemKey) -> Bool {
    (left.facet.rawValue, left.name) < (right.facet.rawValue, right.name)
  }

  private var polls: [Comparison.PollPlace] {
    corpus.documents.indices.flatMap { index in
      corpus.documents[index].polls.map { Comparison.PollPlace(place: corpus.place(index), poll: $0) }
    }
  }

  private func postings(_ keys: [ItemKey]) -> Postings {
    let bases = Facet.Base.allCases
    return Postings(
      documents: corpus.documents.count, bounds: bounds,
      places: keys.map { (corpus.postings[$0] ?? []).map(\.document) },
      counts: keys.map { key in
        let once = base(of: key.facet) == .documents
        return (corpus.postings[key] ?? []).map { once ? 1 : $0.count }
      },
      bases: keys.map { bases.firstIndex(of: base(of: $0.facet)) ?? 0 }, sizes: bases.map { baseSizes[$0] ?? [] })
  }
}

extension Corpus {
  func place(_ index: Int) -> Comparison.DocumentPlace {
    Comparison.DocumentPlace(group: documents[index].group, key: documents[index].key, date: documents[index].date)
  }

  /// The documents that repeat an earlier one of their set.
  ///
  /// - Parameter duplicates: Groups of documents that repeat each other, in the order of the documents.
  func copies(among duplicates: [[Int]]) -> Set<Int32> {
    var copies: Set<Int32> = []
    for group in duplicates {
      var seen: Set<Int> = []
      for index in group where !seen.insert(documents[index].group).inserted { copies.insert(Int32(index)) }
    }
    return copies
  }

  /// Takes all but the first of each group in one set out of the counts.
  mutating func countOnce(_ duplicates: [[Int]]) {
    for index in copies(among: duplicates) { documents[Int(index)].isCounted = false }
    let documents = documents
    postings = postings.compactMapValues { postings in
      let kept = postings.filter { documents[Int($0.document)].isCounted }
      return kept.isEmpty ? nil : kept
    }
  }
}
