import PostilModel

/// Many patterns matched over one text.
public struct PatternSet: Sendable {
  /// A pattern with where it is matched and how much.
  public struct Entry: Sendable {
    let pattern: Pattern
    let scope: Int
    let limits: MatchLimits
    /// Whether empty matches are found, too: what they are for stands in their groups.
    let keepsEmpty: Bool
    let rule: Int?

    /// - Parameters:
    ///   - scope: An index into the regions given when matching; 0 is the whole document.
    ///   - rule: What has patterns one after another, which share the steps of its limits; nil for one by itself.
    ///   - keepsEmpty: Whether empty matches are found, too.
    public init(pattern: Pattern, scope: Int, limits: MatchLimits, rule: Int? = nil, keepsEmpty: Bool = false) {
      self.keepsEmpty = keepsEmpty
      self.pattern = pattern
      self.scope = scope
      self.limits = limits
      self.rule = rule
    }
  }

  /// A limit that a pattern hit.
  public struct Breach: Hashable, Sendable {
    /// Which limit.
    public enum Kind: Hashable, Sendable {
      case matches
      /// There are no matches.
      case failure(MatchFailure)
    }

    /// The pattern's index.
    public let pattern: Int
    /// Which limit.
    public let kind: Kind
  }

  /// What was found in a text.
  public struct Result: Sendable {
    /// By pattern, then from left to right.
    public let matches: MatchTable
    /// A pattern that hit `matches` keeps the first; one that failed has none.
    public let breaches: [Breach]
  }

  private let entries: [Entry]
  /// For each pattern the search where its evidence stands; nil when its text tells none.
  private let searches: [AnchoredSearch?]
  /// For each pattern the greatest length of a match, in bytes, where its text tells one.
  public let greatestLengths: [Int?]
  private let scanner: LiteralScanner
  private let starts: StartScanner
  private let surroundings: SurroundingsTable
  /// The patterns that run on every document, since nothing of their text tells where they can match.
  public let patternsWithoutLiteral: [Int]

  /// Prepares the patterns for matching together.
  ///
  /// - Parameter cache: What is known of patterns already.
  public init(_ entries: [Entry], cache: RuleCache = RuleCache()) {
    self.entries = entries
    var surroundings = SurroundingsTable()
    var searches: [AnchoredSearch?] = []
    var literals: [(LiteralScanner.Literal, LiteralScanner.Owner)] = []
    var starts: [(Surroundings, Int32, Int)] = []
    let read = entries.concurrentMap { cache.evidence(of: $0.pattern.source) }
    for (index, evidence) in read.enumerated() {
      entries[index].pattern.code.tell(evidence?.reach ?? .unknown)
      guard let evidence, evidence.hasLiteral || evidence.hasStart else {
        searches.append(nil)
        continue
      }
      let start = surroundings.number(of: evidence.start)
      searches.append(AnchoredSearch(distance: evidence.distance, isCaseless: evidence.isCaseless, start: start))
      if !evidence.hasLiteral { starts.append((evidence.start, start, index)) }
      for (literal, around) in evidence.literals {
        literals.append((literal, .init(number: Int32(index), surroundings: surroundings.number(of: around))))
      }
    }
    greatestLengths = read.map { $0?.longest }
    patternsWithoutLiteral = entries.indices.filter { searches[$0] == nil }
    // Texts with letters beyond ASCII that fold to ASCII ones are not searched by the literals of patterns that ignore case.
    if searches.contains(where: { $0?.isCaseless == true }) {
      let folding = LiteralScanner.Owner(number: Int32(entries.count), surroundings: surroundings.number(of: .open))
      literals += Self.lettersFoldingToASCII.map { (.init(bytes: $0, isCaseless: false), folding) }
    }
    scanner = LiteralScanner(literals)
    self.starts = StartScanner(starts)
    self.surroundings = surroundings
    self.searches = searches
  }

  /// U+017F and U+212A, which match `s` and `k` when case is ignored (CaseFolding.txt of Unicode).
  private static let lettersFoldingToASCII = ["\u{17F}", "\u{212A}"].map { Array($0.utf8) }

  /// The matches of every pattern; each is tried only where its literals stand.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - regions: For each scope the spans that are matched each by itself, ascending and apart.
  public func matches(in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher) -> Result {
    surroundings.withView { surroundings in
      var hits = HitTable()
      swap(&hits, &matcher.hits)
      hits.begin(patterns: entries.count + 1)
      find(in: text, regions: regions, surroundings, hits: &hits)
      let isFolding = !hits.isEmpty(of: entries.count)
      var search = SetSearch(text, regions: regions, using: matcher, surroundings)
      for (index, entry) in entries.enumerated() {
        if let anchored = searches[index], !(isFolding && anchored.isCaseless) {
          hits.take(of: index) { search.add(entry, at: index, by: anchored, hits: $0) }
        } else {
          search.add(entry, at: index)
        }
      }
      swap(&hits, &matcher.hits)
      return search.result()
    }
  }

  /// Finds the places of evidence of each pattern; behind them those of letters that fold to ASCII ones.
  private func find(
    in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], _ surroundings: SurroundingsTable.View,
    hits: inout HitTable
  ) {
    /// Whether a region of the scope may end before the text does.
    let areCut = regions.map { $0 != [Span(start: 0, end: text.count)] }
    func isCut(_ owner: Int32) -> Bool { Int(owner) < entries.count && areCut[entries[Int(owner)].scope] }
    scanner.scan(text) { owner, start, end in
      if surroundings.hold(
        owner.surroundings, before: start, behind: end, in: text, limit: text.count, isCut: isCut(owner.number))
      {
        hits.add(start, of: Int(owner.number))
      }
    }
    starts.scan(text) { owner, number, start in
      if surroundings.hold(number, before: start, behind: start, in: text, limit: text.count, isCut: isCut(owner)) {
        hits.add(start, of: Int(owner))
      }
    }
  }

  /// The same, pattern by pattern over the whole text: what faster ways are held against.
  ///
  /// The two differ where a limit is hit: a place that a search round literals leaves out hits none.
  public func referenceMatches(in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher) -> Result
  {
    surroundings.withView { surroundings in
      var search = SetSearch(text, regions: regions, using: matcher, surroundings)
      for index in entries.indices { search.add(entries[index], at: index) }
      return search.result()
    }
  }
}
