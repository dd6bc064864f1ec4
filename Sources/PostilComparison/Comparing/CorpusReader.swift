import PostilIdentities
import PostilRecords

/// Reads the documents of a comparison's inputs and counts their items.
struct CorpusReader {
  /// The most sets.
  static let mostGroups = 60
  /// The most sets that periods make.
  static let mostPeriods = 600

  private let options: ComparisonOptions
  private let grouping: Grouping?
  private var groups: [String: Int] = [:]
  private var values: [String: [String]] = [:]
  private var documents: [Corpus.Document] = []
  private var postings: [ItemKey: [Corpus.Posting]] = [:]
  private var seen: Set<SeenKey> = []
  private var names = NameTally()
  private var tally = Tally()
  private var boilerplate = Comparison.Boilerplate()
  private var faults: [String] = []
  private static let mostFaults = 5

  private struct SeenKey: Hashable {
    let group: Int
    let key: DocumentKey
  }

  private struct Tally {
    var failed = 0
    var repeated = 0
    var ungrouped = 0
    var wordless = 0
    var nameless = 0
  }

  /// The corpus of `inputs`.
  ///
  /// - Throws: ``ReportError`` when one cannot be read.
  static func corpus(of inputs: [ComparisonInput], options: ComparisonOptions) throws -> Corpus {
    var reader = try CorpusReader(options: options)
    if options.groupBy == nil { for input in inputs { reader.groups[input.name] = reader.groups.count } }
    var sources: [SummarySource] = []
    var provenance: [Int: Provenance] = [:]
    for input in inputs {
      for source in input.sources {
        let met = try reader.read(source, number: sources.count, name: input.name)
        sources.append(source)
        for group in met {
          provenance[group, default: Provenance()] = provenance[group, default: Provenance()].merged(
            with: source.provenance)
        }
      }
    }
    var corpus = try reader.corpus(sources: sources, provenance: provenance)
    if options.groupBy == nil { corpus.warnings += Self.differences(corpus) }
    return corpus
  }

  private init(options: ComparisonOptions) throws {
    self.options = options
    grouping = try options.groupBy.map { text throws(ReportError) in try Grouping(text) }
  }

  private mutating func read(_ source: SummarySource, number: Int, name: String) throws -> Set<Int> {
    var met: Set<Int> = []
    try source.eachDocument(keepsText: false, fault: { try tell($0) }) { document, range in
      guard !document.isFailed else {
        tally.failed += 1
        return
      }
      guard let group = try group(of: document, name) else {
        tally.ungrouped += 1
        return
      }
      guard seen.insert(SeenKey(group: group, key: document.key)).inserted else {
        tally.repeated += 1
        return
      }
      met.insert(group)
      add(document, source: number, range: range, group: group)
    }
    return met
  }

  /// Remembers what cannot be read; refuses it where the options are strict.
  private mutating func tell(_ fault: ReportError) throws {
    if options.isStrict { throw fault }
    faults.append(fault.description)
  }

  private mutating func group(of document: DocumentSummary, _ name: String) throws -> Int? {
    guard let grouping else { return groups[name] }
    guard let own = grouping.values(of: document) else { return nil }
    let value = Grouping.name(own)
    if let group = groups[value] { return group }
    let most = grouping.unit == nil ? Self.mostGroups : Self.mostPeriods
    guard groups.count < most else {
      throw ReportError(
        description: "'\(grouping.title)' divides the documents into more than \(most) sets, which nobody could read")
    }
    values[value] = own
    groups[value] = groups.count
    return groups.count - 1
  }

  private mutating func add(_ whole: DocumentSummary, source: Int, range: Range<Int>, group: Int) {
    boilerplate.add(whole.boilerplate)
    let document = whole.counted(options.boilerplate)
    let number = Int32(documents.count)
    if document.words == nil { tally.wordless += 1 }
    documents.append(
      Corpus.Document(
        key: document.key, date: document.date, words: document.words, statements: document.statements,
        sketch: options.duplicates == .ignore ? nil : document.sketch, source: source, range: range,
        polls: document.polls, number: documents.count, group: group))
    addNames(of: document, Int(number))
    for facet in options.facets {
      for (name, places) in document.items[facet] ?? [:] {
        var posting = Corpus.Posting(document: number, count: UInt32(places.count))
        for place in places { posting.add(place) }
        postings[ItemKey(facet: facet, name: name), default: []].append(posting)
      }
    }
  }

  private mutating func addNames(of document: DocumentSummary, _ number: Int) {
    if case .none = options.identities { return }
    if let own = document.names { names.add(own, of: number) } else { tally.nameless += 1 }
  }

  /// What the names of all documents mean.
  private var join: NameJoin {
    switch options.identities {
    case .none: NameJoin()
    case .table(let table): NameJoin(table, names)
    case .join(let linking, let nicknames):
      NameJoin(IdentityResolver.resolve(names, linking: linking, nicknames: nicknames), names)
    }
  }

  /// The corpus with its sets in order and their documents together.
  private func corpus(sources: [SummarySource], provenance: [Int: Provenance]) throws -> Corpus {
    let names = groups.sorted { options.groupBy == nil ? $0.value < $1.value : $0.key < $1.key }
    guard documents.reduce(0, { $0 + min(max(0, $1.words ?? 0), Int(UInt32.max)) }) < Int(UInt32.max) else {
      throw ReportError(
        description: "the documents have more than \(UInt32.max) words together, which is not supported")
    }
    let rank = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element.value, $0.offset) })
    let order = documents.indices.sorted {
      (rank[documents[$0].group] ?? 0, documents[$0].key) < (rank[documents[$1].group] ?? 0, documents[$1].key)
    }
    var place = [Int32](repeating: 0, count: documents.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    var corpus = Corpus(groups: names.map(\.key), provenance: names.map { provenance[$0.value] ?? Provenance() })
    corpus.grouping = grouping
    corpus.values = names.map { values[$0.key] ?? [] }
    corpus.documents = order.map { old in
      var document = documents[old]
      document.group = rank[document.group] ?? 0
      return document
    }
    corpus.join = join
    let joined = JoinedPostings(postings, corpus.join)
    corpus.names = joined.names.mapValues { $0.sorted() }
    corpus.postings = joined.postings.mapValues { postings in
      postings.map { posting in
        var moved = posting
        moved.document = place[Int(posting.document)]
        return moved
      }.sorted { $0.document < $1.document }
    }
    corpus.sources = sources
    corpus.boilerplate = boilerplate
    corpus.warnings = partial(of: sources) + warnings
    return corpus
  }

  private var warnings: [String] {
    var warnings: [String] = []
    func told(_ count: Int, _ text: String) { if count > 0 { warnings.append("\(count) \(text)") } }
    told(tally.failed, "documents failed when they were annotated, or cannot be read, and are left out")
    told(tally.repeated, "documents stand in a set twice under one key and are counted once")
    told(tally.ungrouped, "documents have no '\(grouping?.title ?? "")' and are left out")
    told(tally.wordless, "documents come without text, so rates are per document and there are no contexts")
    told(
      tally.nameless,
      "documents come from summaries without 'names', so that their names are not joined; 'postil summarize' makes "
        + "new ones of their reports")
    warnings += faults.prefix(Self.mostFaults)
    told(faults.count - Self.mostFaults, "further faults of this kind")
    return warnings
  }

  /// What the reports behind `sources` say of runs that were stopped.
  private func partial(of sources: [SummarySource]) -> [String] {
    sources.flatMap { source in source.partial.map { "'\(source.file.path)' is partial: \($0.progress)" } }
  }

  private static func differences(_ corpus: Corpus) -> [String] {
    corpus.groups.indices.dropFirst().compactMap { group in
      let names = corpus.provenance[0].differences(to: corpus.provenance[group])
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
      return "'\(corpus.groups[0])' and '\(corpus.groups[group])' were made with different versions of: \(shown); "
        + "differences may come from these"
    }
  }
}

extension Corpus.Posting {
  mutating func add(_ place: Occurrence) {
    if let score = place.score {
      scoreSum += Float(score)
      scored += 1
    }
    switch place.tone {
    case .positive: tones[0] &+= 1
    case .neutral: tones[1] &+= 1
    case .negative: tones[2] &+= 1
    case nil: break
    }
  }
}

extension DocumentSummary {
  /// What `field` divides documents by, times aside: a metadata field, `set` or `id`.
  func value(of field: String) -> String? {
    if let own = metadata[field] { return own }
    switch field {
    case "set": return set
    case "id": return id
    default: return nil
    }
  }
}
