import PostilIdentities

/// The postings of items whose names mean one thing, under one name.
struct JoinedPostings {
  /// The facets whose items are names.
  static let facets: Set<Facet> = [.entity, .pair, .source, .target]

  /// By item, of one document one.
  private(set) var postings: [ItemKey: [Corpus.Posting]]
  /// The other names that an item has taken.
  private(set) var names: [ItemKey: Set<String>] = [:]

  /// - Parameter postings: With the numbers of documents that `join` knows.
  init(_ postings: [ItemKey: [Corpus.Posting]], _ join: NameJoin) {
    self.postings = postings
    let joined = postings.keys.filter { Self.joins($0, join) }.sorted {
      ($0.facet.rawValue, $0.name) < ($1.facet.rawValue, $1.name)
    }
    for key in joined { self.postings[key] = nil }
    var touched: Set<ItemKey> = []
    for key in joined {
      for posting in postings[key] ?? [] {
        guard let name = Self.name(of: key, in: Int(posting.document), join) else { continue }
        let new = ItemKey(facet: key.facet, name: name)
        self.postings[new, default: []].append(posting)
        touched.insert(new)
        if name != key.name { names[new, default: []].insert(key.name) }
      }
    }
    for key in touched { self.postings[key] = self.postings[key].map(Self.once) }
  }

  /// The name of an item in a document; nil for a pair of one with itself.
  static func name(of key: ItemKey, in document: Int, _ join: NameJoin) -> String? {
    guard facets.contains(key.facet) else { return key.name }
    guard key.facet == .pair else { return join.name(key.name, in: document) }
    guard let pair = ParagraphPairs.names(of: key.name, where: join.joins) else { return key.name }
    let (left, right) = (join.name(pair.left, in: document), join.name(pair.right, in: document))
    return left == right ? nil : ParagraphPairs.name(left, right)
  }

  private static func joins(_ key: ItemKey, _ join: NameJoin) -> Bool {
    guard facets.contains(key.facet) else { return false }
    return key.facet == .pair ? ParagraphPairs.names(of: key.name, where: join.joins) != nil : join.joins(key.name)
  }

  /// The postings of each document as one, in the order of the documents.
  private static func once(_ postings: [Corpus.Posting]) -> [Corpus.Posting] {
    let order = postings.enumerated().sorted { ($0.element.document, $0.offset) < ($1.element.document, $1.offset) }
    var result: [Corpus.Posting] = []
    for (_, posting) in order {
      if result.last?.document == posting.document {
        result[result.count - 1].add(posting)
      } else {
        result.append(posting)
      }
    }
    return result
  }
}

extension Corpus.Posting {
  fileprivate mutating func add(_ other: Corpus.Posting) {
    count += other.count
    scoreSum += other.scoreSum
    scored += other.scored
    tones &+= other.tones
  }
}

extension DocumentSummary {
  /// The document with its names joined, under the number by which `join` knows it.
  func joined(_ join: NameJoin, as number: Int) -> DocumentSummary {
    var copy = self
    for facet in JoinedPostings.facets {
      guard let own = items[facet] else { continue }
      var named: Items = [:]
      for (name, places) in own {
        guard let new = JoinedPostings.name(of: ItemKey(facet: facet, name: name), in: number, join) else { continue }
        named[new, default: []] += places
      }
      copy.items[facet] = named.mapValues { $0.sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
    }
    return copy
  }
}
