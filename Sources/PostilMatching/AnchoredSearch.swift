import PostilModel

/// Matches a pattern only where its evidence stands.
struct AnchoredSearch: Sendable {
  let pattern: Pattern
  let evidence: PatternEvidence
  /// The surroundings of its start, by their number.
  let start: Int32

  /// More hits than one in this many bytes: searching the whole region is faster.
  private static let bytesPerHit = 24

  /// The matches in `region`: the same as of ``Pattern/matches(in:region:using:limits:)``.
  ///
  /// - Parameter hits: Where the literals begin, or the matches where there are no literals, ascending; all of `region` at
  ///   least.
  func matches(
    in text: UnsafeBufferPointer<UInt8>, region: Span, hits: ArraySlice<Int>, surroundings: SurroundingsTable.View,
    using matcher: Matcher, limits: MatchLimits
  ) throws(PatternError) -> [PatternMatch] {
    if hits.count > 8, hits.count > region.count / Self.bytesPerHit {
      return try pattern.matches(in: text, region: region, using: matcher, limits: limits)
    }
    var found: [PatternMatch] = []
    /// Before it no match can begin: it was searched, or belongs to a match.
    var floor = region.start
    for hit in hits {
      let last = hit - evidence.nearest
      guard last >= floor else { continue }
      var start = evidence.firstStart(of: hit, floor: floor, in: text)
      while true {
        // A place where no match can begin is passed over here, which is cheaper than in PCRE2.
        while start <= last,
          !surroundings.hold(self.start, before: start, behind: start, in: text, limit: region.end, isCut: false)
        {
          start = pattern.next(after: start, in: text)
        }
        guard start <= last,
          let match = try pattern.firstMatch(
            in: text, from: start, last: last, end: region.end, using: matcher, limits: limits)
        else { break }
        found.append(match)
        start = match.span.end
      }
      floor = max(start, last + 1)
      if found.count > limits.matches { break }
    }
    return found
  }
}

extension PatternEvidence {
  /// The earliest place where a match with its literal at `hit` can begin.
  fileprivate func firstStart(of hit: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let bound = max(floor, farthest.map { hit - $0 } ?? floor)
    var start = hit - nearest
    while start > bound, between.contains(text[start - 1]) { start -= 1 }
    while start < hit, text[start].isContinuation { start += 1 }
    return start
  }
}

/// Where a pattern is tried at all: what the literal prefilter leaves of a text.
public struct SearchWindows: Sendable {
  /// Literals of which every match has one; some of them, where there are many.
  public let literals: [String]
  /// Where a match can begin, by place.
  public let starts: [Span]

  /// The windows of `pattern` in `text`; nil when its text tells no literal, so that it is tried everywhere.
  public init?(of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>) {
    guard let evidence = PatternEvidence(of: pattern.source), !evidence.literals.isEmpty else { return nil }
    let owner = LiteralScanner.Owner(number: 0, surroundings: 0)
    var hits: [Int] = []
    LiteralScanner(evidence.literals.keys.map { ($0, owner) }).scan(text) { _, start, _ in hits.append(start) }
    literals = evidence.literals.keys.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }.prefix(5).map {
      String(decoding: $0, as: UTF8.self)
    }
    starts = hits.sorted().compactMap { hit in
      let last = hit - evidence.nearest
      let first = evidence.firstStart(of: hit, floor: 0, in: text)
      return last < first ? nil : Span(start: first, end: last)
    }
  }
}
