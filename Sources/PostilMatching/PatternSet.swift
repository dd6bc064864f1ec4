import PostilModel

/// Many patterns matched over one text.
public struct PatternSet: Sendable {
  /// A pattern with where it is matched and how much.
  public struct Entry: Sendable {
    let pattern: Pattern
    let scope: Int
    let limits: MatchLimits

    /// - Parameter scope: An index into the regions given when matching; 0 is the whole document.
    public init(pattern: Pattern, scope: Int, limits: MatchLimits) {
      self.pattern = pattern
      self.scope = scope
      self.limits = limits
    }
  }

  /// A limit that a pattern hit.
  public struct Breach: Hashable, Sendable {
    /// Which limit.
    public enum Kind: Hashable, Sendable {
      case backtracking, matches
    }

    /// The pattern's index.
    public let pattern: Int
    /// Which limit.
    public let kind: Kind
  }

  /// What was found in a text.
  public struct Result: Sendable {
    /// By pattern, then from left to right.
    public let matches: [PatternMatch]
    /// A pattern that hit the backtracking limit has no matches; one that hit `matches` keeps the first.
    public let breaches: [Breach]
  }

  private let entries: [Entry]
  /// For each pattern the search where its evidence stands; nil when its text tells none.
  private let searches: [AnchoredSearch?]
  private let scanner: LiteralScanner
  private let starts: StartScanner
  private let surroundings: SurroundingsTable
  /// The patterns that ignore case: texts with letters beyond ASCII that fold to ASCII ones are not searched by literals.
  private let caselessPatterns: [Int]
  /// The patterns that run on every document, since nothing of their text tells where they can match.
  public let patternsWithoutLiteral: [Int]

  /// Prepares the patterns for matching together.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var surroundings = SurroundingsTable()
    var searches: [AnchoredSearch?] = []
    var literals: [(LiteralScanner.Literal, LiteralScanner.Owner)] = []
    var starts: [(Surroundings, Int32, Int)] = []
    for (index, entry) in entries.enumerated() {
      guard let evidence = PatternEvidence(of: entry.pattern.source), evidence.hasLiteral || evidence.hasStart else {
        searches.append(nil)
        continue
      }
      let start = surroundings.number(of: evidence.start)
      searches.append(AnchoredSearch(pattern: entry.pattern, evidence: evidence, start: start))
      if !evidence.hasLiteral { starts.append((evidence.start, start, index)) }
      for (literal, around) in evidence.literals {
        literals.append((literal, .init(number: Int32(index), surroundings: surroundings.number(of: around))))
      }
    }
    patternsWithoutLiteral = entries.indices.filter { searches[$0] == nil }
    caselessPatterns = entries.indices.filter { searches[$0]?.evidence.isCaseless == true }
    if !caselessPatterns.isEmpty {
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
      let hits = self.hits(in: text, regions: regions, surroundings)
      let isFolding = hits.last.map { Int($0 >> 40) == entries.count } ?? false
      let everywhere = isFolding ? (patternsWithoutLiteral + caselessPatterns).sorted() : patternsWithoutLiteral
      var collector = Collector(text: text, regions: regions, matcher: matcher, surroundings: surroundings)
      var next = 0
      for index in everywhere {
        visit(hits, &next, before: index, &collector)
        while next < hits.count, Int(hits[next] >> 40) == index { next += 1 }
        collector.add(entries[index], at: index, search: nil, hits: [])
      }
      visit(hits, &next, before: entries.count, &collector)
      return Result(matches: collector.matches, breaches: collector.breaches)
    }
  }

  /// The places of evidence, each with its pattern in the upper bits, ascending.
  private func hits(
    in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], _ surroundings: SurroundingsTable.View
  ) -> [UInt64] {
    /// Whether a region of the scope may end before the text does.
    let areCut = regions.map { $0 != [Span(start: 0, end: text.count)] }
    func isCut(_ owner: Int32) -> Bool { Int(owner) < entries.count && areCut[entries[Int(owner)].scope] }
    var hits: [UInt64] = []
    scanner.scan(text) { owner, start, end in
      if surroundings.hold(
        owner.surroundings, before: start, behind: end, in: text, limit: text.count, isCut: isCut(owner.number))
      {
        hits.append(UInt64(owner.number) << 40 | UInt64(start))
      }
    }
    starts.scan(text) { owner, number, start in
      if surroundings.hold(
        number, before: start, behind: start, in: text, limit: text.count, isCut: isCut(owner))
      {
        hits.append(UInt64(owner) << 40 | UInt64(start))
      }
    }
    hits.sort()
    return hits
  }

  /// Searches round the hits of the patterns before `end`.
  private func visit(_ hits: [UInt64], _ next: inout Int, before end: Int, _ collector: inout Collector) {
    while next < hits.count, Int(hits[next] >> 40) < end {
      let index = Int(hits[next] >> 40)
      var offsets: [Int] = []
      while next < hits.count, Int(hits[next] >> 40) == index {
        offsets.append(Int(hits[next] & 0xFF_FFFF_FFFF))
        next += 1
      }
      collector.add(entries[index], at: index, search: searches[index], hits: offsets)
    }
  }

  /// The same, pattern by pattern over the whole text: what faster ways are held against.
  ///
  /// The two differ where a limit is hit: a place that a search round literals leaves out hits none.
  public func referenceMatches(in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher) -> Result
  {
    surroundings.withView { surroundings in
      var collector = Collector(text: text, regions: regions, matcher: matcher, surroundings: surroundings)
      for index in entries.indices { collector.add(entries[index], at: index, search: nil, hits: []) }
      return Result(matches: collector.matches, breaches: collector.breaches)
    }
  }

  /// Runs patterns over the regions of their scopes and keeps what they find.
  private struct Collector {
    let text: UnsafeBufferPointer<UInt8>
    let regions: [[Span]]
    let matcher: Matcher
    let surroundings: SurroundingsTable.View
    var matches: [PatternMatch] = []
    var breaches: [Breach] = []

    /// - Parameter hits: Where the literals of `search` begin, ascending.
    mutating func add(_ entry: Entry, at index: Int, search: AnchoredSearch?, hits: [Int]) {
      do throws(PatternError) {
        let found = if let search { try round(hits, by: search, entry) } else { try everywhere(entry) }
        if found.count > entry.limits.matches { breaches.append(Breach(pattern: index, kind: .matches)) }
        for match in found.prefix(entry.limits.matches) {
          matches.append(PatternMatch(pattern: index, span: match.span, captures: match.captures))
        }
      } catch {
        breaches.append(Breach(pattern: index, kind: .backtracking))
      }
    }

    private func everywhere(_ entry: Entry) throws(PatternError) -> [PatternMatch] {
      var found: [PatternMatch] = []
      for region in regions[entry.scope] {
        found += try entry.pattern.matches(in: text, region: region, using: matcher, limits: entry.limits)
        if found.count > entry.limits.matches { break }
      }
      return found
    }

    private func round(
      _ hits: [Int], by search: AnchoredSearch, _ entry: Entry
    ) throws(PatternError) -> [PatternMatch] {
      var found: [PatternMatch] = []
      var next = 0
      let regions = self.regions[entry.scope]
      while next < hits.count {
        // The first region that ends behind the hit.
        let place = regions.partitioningIndex { $0.end > hits[next] }
        guard place < regions.count else { break }
        let region = regions[place]
        while next < hits.count, hits[next] < region.start { next += 1 }
        let first = next
        while next < hits.count, hits[next] < region.end { next += 1 }
        found += try search.matches(
          in: text, region: region, hits: hits[first..<next], surroundings: surroundings, using: matcher,
          limits: entry.limits)
        if found.count > entry.limits.matches { break }
      }
      return found
    }
  }
}
