import PostilMatching
import PostilModel
import PostilRules

/// Looks for what keeps the patterns of one rule from a match over a place.
struct PatternProbe {
  /// How far round the place a pattern may begin, in bytes.
  private static let reach = 400

  let patterns: [Pattern]
  let scope: RuleScope
  let region: Span
  let subject: Subject
  let matcher: Matcher

  /// - Parameter matches: Where the rule matches, from left to right.
  func verdict(at place: Int, besides matches: [Span]) -> RuleVerdict {
    if let held = heldByOwn(place, matches) { return held }
    // A partial match elsewhere, or a whole one, says nothing about the place.
    let partial = partial(at: place)
    guard let (pattern, found) = partial, found.span.start <= place, found.span.end >= place, !found.span.isEmpty else {
      if let note = notTried(place) { return note }
      let wanted = partial.flatMap { $0.1.span.start == place ? $0.1.item : nil }
      return .noBeginning(
        wanted: wanted, pattern: (partial?.0 ?? patterns.first)?.source ?? "", caseless: caselessMatch(over: place))
    }
    return .noMatch(
      taken: subject.text(found.span), wanted: found.item, pattern: pattern.source, next: next(at: found.span.end),
      caseless: caselessMatch(over: place))
  }

  /// The farthest that any of the patterns got.
  private func partial(at place: Int) -> (Pattern, PartialMatch)? {
    let first = subject.boundary(at: max(region.start, place - Self.reach))
    let starts = Span(start: min(first, region.end), end: min(region.end, max(first, place + 1)))
    return patterns.compactMap { pattern in
      PartialMatch.longest(of: pattern, in: subject.bytes, starts: starts, place: place, end: region.end).map {
        (pattern, $0)
      }
    }.max { $0.1.span.count < $1.1.span.count }
  }

  private func next(at offset: Int) -> RuleVerdict.Next {
    guard offset < region.end else { return .end(of: scope) }
    let rest = subject.text(Span(start: offset, end: subject.boundary(at: min(region.end, offset + 64))))
    return rest.first.map { .character($0) } ?? .end(of: scope)
  }

  /// What a pattern would match over the place, were case ignored.
  private func caselessMatch(over place: Int) -> Span? {
    for pattern in patterns {
      guard let caseless = try? Pattern("(?i)" + pattern.source) else { continue }
      var start = subject.boundary(at: max(region.start, place - Self.reach))
      while start <= place,
        let match = caseless.firstMatch(in: subject.bytes, from: start, end: region.end, using: matcher)?.span,
        match.start <= place
      {
        if match.contains(place) { return match }
        start = match.end
      }
    }
    return nil
  }

  /// A match over the place that the rule would find, did not its match before take a part of it.
  private func heldByOwn(_ place: Int, _ matches: [Span]) -> RuleVerdict? {
    guard let earlier = matches.last(where: { $0.end <= place && $0.end > place - Self.reach }) else { return nil }
    for pattern in patterns {
      var start = subject.boundary(at: earlier.start + 1)
      while start < earlier.end,
        let match = pattern.firstMatch(in: subject.bytes, from: start, end: region.end, using: matcher)?.span,
        match.start < earlier.end
      {
        if match.contains(place) { return .heldByOwn(match: match, earlier: earlier) }
        start = subject.boundary(at: match.start + 1)
      }
    }
    return nil
  }

  /// Whether the prefilter keeps all patterns away from the place.
  private func notTried(_ place: Int) -> RuleVerdict? {
    let windows = patterns.map { SearchWindows(of: $0, in: subject.bytes) }
    let isTried = windows.contains { window in
      window.map { $0.starts.contains { $0.start - place < Self.reach && place - $0.end < Self.reach } } ?? true
    }
    guard !isTried, let literals = windows.compactMap({ $0?.literals }).first else { return nil }
    return .notTried(literals: literals, pattern: patterns[0].source)
  }
}
