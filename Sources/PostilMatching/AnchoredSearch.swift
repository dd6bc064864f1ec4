import PostilModel

/// Matches a pattern only round the places where one of its literals stands.
struct AnchoredSearch: Sendable {
  let pattern: Pattern
  let anchor: PatternFragment.Anchor

  /// More literals than one in this many bytes: searching the whole region is faster.
  private static let bytesPerHit = 24

  /// The matches in `region`: the same as of ``Pattern/matches(in:region:using:limits:)``.
  ///
  /// - Parameter hits: Where the literals begin, ascending; all of `region` at least.
  func matches(
    in text: UnsafeBufferPointer<UInt8>, region: Span, hits: ArraySlice<Int>, using matcher: Matcher,
    limits: MatchLimits
  ) throws(PatternError) -> [PatternMatch] {
    if hits.count > 8, hits.count > region.count / Self.bytesPerHit {
      return try pattern.matches(in: text, region: region, using: matcher, limits: limits)
    }
    var found: [PatternMatch] = []
    /// Before it no match can begin: it was searched, or belongs to a match.
    var floor = region.start
    for hit in hits {
      let last = hit - anchor.nearest
      guard last >= floor else { continue }
      var start = firstStart(of: hit, floor: floor, in: text)
      while start <= last,
        let match = try pattern.firstMatch(
          in: text, from: start, last: last, end: region.end, using: matcher, limits: limits)
      {
        found.append(match)
        start = match.span.end
      }
      floor = max(start, last + 1)
      if found.count > limits.matches { break }
    }
    return found
  }

  /// The earliest place where a match with its literal at `hit` can begin.
  fileprivate func firstStart(of hit: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let bound = max(floor, anchor.farthest.map { hit - $0 } ?? floor)
    var start = hit - anchor.nearest
    while start > bound, anchor.between.contains(text[start - 1]) { start -= 1 }
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
    guard let finding = PatternReader.finding(in: pattern.source) else { return nil }
    let search = AnchoredSearch(pattern: pattern, anchor: finding.anchor)
    let owned = finding.anchor.literals.map {
      (literal: LiteralScanner.Literal(bytes: $0, isCaseless: finding.isCaseless), owner: 0)
    }
    var hits: [Int] = []
    LiteralScanner(owned).scan(text) { hits.append($1) }
    literals = finding.anchor.literals.prefix(5).map { String(decoding: $0, as: UTF8.self) }.sorted()
    starts = hits.sorted().compactMap { hit in
      let last = hit - finding.anchor.nearest
      let first = search.firstStart(of: hit, floor: 0, in: text)
      return last < first ? nil : Span(start: first, end: last)
    }
  }
}
