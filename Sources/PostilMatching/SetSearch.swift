import PostilModel

/// One search of a set's patterns in a text, pattern by pattern in ascending order.
struct SetSearch {
  let text: UnsafeBufferPointer<UInt8>
  let regions: [[Span]]
  let matcher: Matcher
  let surroundings: SurroundingsTable.View
  private(set) var found = MatchTable()
  private(set) var breaches: [PatternSet.Breach] = []
  private let account: StepAccount
  /// The rule that the account is for.
  private var rule: Int?

  init(
    _ text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher,
    _ surroundings: SurroundingsTable.View
  ) {
    self.text = text
    self.regions = regions
    self.matcher = matcher
    self.surroundings = surroundings
    account = StepAccount(in: SearchedText(text))
  }

  /// What was found in all.
  consuming func result() -> PatternSet.Result {
    found.fit()
    return PatternSet.Result(matches: found, breaches: breaches)
  }

  /// Adds the matches of a pattern anywhere in its regions.
  mutating func add(_ entry: PatternSet.Entry, at index: Int) {
    add(entry, at: index) { (search: inout SetSearch, most) throws(PatternError) in
      for region in search.regions[entry.scope] where search.found.count <= most {
        try search.addAll(of: entry, at: index, in: region, most: most)
      }
    }
  }

  /// Adds the matches of a pattern where its evidence stands.
  ///
  /// - Parameter hits: Where its literals or starts stand, ascending.
  mutating func add(_ entry: PatternSet.Entry, at index: Int, by anchored: AnchoredSearch, hits: ArraySlice<UInt32>) {
    add(entry, at: index) { (search: inout SetSearch, most) throws(PatternError) in
      let regions = search.regions[entry.scope]
      var next = hits.startIndex
      while next < hits.endIndex, search.found.count <= most {
        // The first region that ends behind the hit.
        let place = regions.partitioningIndex { $0.end > Int(hits[next]) }
        guard place < regions.count else { break }
        let region = regions[place]
        while next < hits.endIndex, Int(hits[next]) < region.start { next += 1 }
        let first = next
        while next < hits.endIndex, Int(hits[next]) < region.end { next += 1 }
        if anchored.isDense(next - first, in: region) {
          try search.addAll(of: entry, at: index, in: region, most: most)
        } else {
          try search.add(entry, at: index, by: anchored, in: region, hits: hits[first..<next], most: most)
        }
      }
    }
  }

  /// Adds what `find` adds, up to the pattern's limit, and keeps which limit was hit.
  private mutating func add(
    _ entry: PatternSet.Entry, at index: Int,
    _ find: (_ search: inout SetSearch, _ most: Int) throws(PatternError) -> Void
  ) {
    if entry.rule == nil || entry.rule != rule { account.begin(entry.limits) }
    rule = entry.rule
    let before = found.count
    let (most, isBeyond) = before.addingReportingOverflow(entry.limits.matches)
    do throws(PatternError) {
      try find(&self, isBeyond ? .max : most)
      guard !isBeyond, found.count > most else { return }
      breaches.append(.init(pattern: index, kind: .matches))
      found.shorten(to: most)
    } catch {
      breaches.append(.init(pattern: index, kind: .failure(MatchFailure(error.code))))
      found.shorten(to: before)
    }
  }

  /// Adds the matches anywhere in `region`, one more than `most` rows at most, which tells that the limit was hit.
  private mutating func addAll(
    of entry: PatternSet.Entry, at index: Int, in region: Span, most: Int
  ) throws(PatternError) {
    var start = region.start
    while found.count <= most,
      let span = try entry.pattern.nextMatch(
        in: text, from: start, last: region.end, end: region.end, using: matcher,
        backtracking: entry.limits.backtracking, account: account, keepsEmpty: entry.keepsEmpty)
    {
      found.append(span, of: entry.pattern.code, at: index, from: matcher)
      start = span.isEmpty ? entry.pattern.next(after: span.end, in: text) : span.end
    }
  }

  /// Adds the matches round `hits`: the same as anywhere in `region`.
  private mutating func add(
    _ entry: PatternSet.Entry, at index: Int, by anchored: AnchoredSearch, in region: Span, hits: ArraySlice<UInt32>,
    most: Int
  ) throws(PatternError) {
    /// Before it no match can begin: it was searched, or belongs to a match.
    var floor = region.start
    for hit in hits where found.count <= most {
      let last = Int(hit) - anchored.distance.nearest
      guard last >= floor else { continue }
      var start = anchored.distance.firstStart(of: Int(hit), floor: floor, in: text)
      while let place = anchored.start(from: start, to: last, in: text, end: region.end, surroundings),
        let span = try entry.pattern.nextMatch(
          in: text, from: place, last: last, end: region.end, using: matcher,
          backtracking: entry.limits.backtracking, account: account, keepsEmpty: entry.keepsEmpty)
      {
        found.append(span, of: entry.pattern.code, at: index, from: matcher)
        start = span.isEmpty ? entry.pattern.next(after: span.end, in: text) : span.end
      }
      floor = max(start, last + 1)
    }
  }
}
