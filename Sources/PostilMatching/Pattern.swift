import PostilModel

/// How much matching a rule may do.
public struct MatchLimits: Hashable, Sendable {
  /// The most matches in a document.
  public var matches: Int
  /// PCRE2's match limit of one call.
  public var backtracking: UInt32
  /// The most steps of all calls in a text of up to 1,000,000 bytes, where they are counted: see ``StepAccount``.
  public var steps: Int

  /// The default limits are 1,000 matches, 100,000 steps at a place and 30 million in a text.
  public init(matches: Int = 1000, backtracking: UInt32 = 100_000, steps: Int = 30_000_000) {
    self.matches = matches
    self.backtracking = backtracking
    self.steps = steps
  }

  /// What is enough for both.
  public func union(_ other: MatchLimits) -> MatchLimits {
    MatchLimits(
      matches: max(matches, other.matches), backtracking: max(backtracking, other.backtracking),
      steps: max(steps, other.steps))
  }
}

/// One match of a pattern by itself.
public struct PatternMatch: Hashable, Sendable {
  /// The whole match.
  public let span: Span
  /// What each of ``Pattern/captureNames`` matched.
  public let captures: [Span?]
}

/// A compiled PCRE2 pattern, in UTF mode with Unicode properties; `^` and `$` mean line ends.
///
/// Compile once and share freely: matching does not change the pattern.
public struct Pattern: Sendable {
  /// The pattern as compiled.
  public let source: String
  let code: CompiledCode

  /// - Throws: ``PatternError`` with the place when the pattern is not valid.
  public init(_ source: String) throws(PatternError) {
    self.source = source
    code = try CompiledCode(source)
  }

  /// The same; where `cache` knows that the pattern is valid, it is compiled when it is first searched for.
  ///
  /// - Throws: ``PatternError`` with the place when the pattern is not valid.
  public init(_ source: String, cache: RuleCache) throws(PatternError) {
    self.source = source
    code = try cache.code(of: source)
  }

  private init(_ pattern: Pattern, _ bounds: CompiledCode.Bounds) {
    source = pattern.source
    code = CompiledCode(known: source, groups: pattern.code.groups, bounds: bounds)
  }

  /// The same pattern, of which a match begins where the search does.
  public var beginningThere: Pattern { Pattern(self, .begins) }

  /// The same pattern, of which a match ends where the subject does.
  public var endingThere: Pattern { Pattern(self, .ends) }

  /// What tells this compiled pattern from all others.
  public var identity: ObjectIdentifier { ObjectIdentifier(code) }

  /// The names of the named groups, in the order of their numbers.
  public var captureNames: [String] { code.groups.names }

  /// Every match in `region` from left to right without overlap; empty matches are left out.
  ///
  /// - Parameter text: Valid UTF-8. The subject ends at the region's end; lookbehind sees the text before it.
  /// - Throws: ``PatternError`` with kind `match` when a limit is hit.
  public func matches(
    in text: UnsafeBufferPointer<UInt8>, region: Span, using matcher: Matcher, limits: MatchLimits = MatchLimits()
  ) throws(PatternError) -> [PatternMatch] {
    var found: [PatternMatch] = []
    var start = region.start
    while let match = try firstMatch(
      in: text, from: start, last: region.end, end: region.end, using: matcher, backtracking: limits.backtracking)
    {
      found.append(match)
      start = match.span.end
      // One more than the limit tells that it was hit.
      if found.count > limits.matches { break }
    }
    return found
  }

  /// The first match that is not empty, begins at `start` or later, and ends by `end`; nil when a limit is hit, too.
  ///
  /// - Parameters:
  ///   - last: Where it begins at the latest; nil for anywhere.
  ///   - limits: What a call may do.
  ///   - account: What all calls may do; it is told which limit was hit.
  public func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, last: Int? = nil, end: Int, using matcher: Matcher,
    limits: MatchLimits = MatchLimits(), account: StepAccount? = nil
  ) -> PatternMatch? {
    try? firstMatch(
      in: text, from: start, last: last ?? end, end: end, using: matcher, backtracking: limits.backtracking,
      account: account)
  }

  /// The first match that is not empty and begins at `start` or later, at `last` at the latest, and ends by `end`.
  private func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, last: Int, end: Int, using matcher: Matcher,
    backtracking: UInt32, account: StepAccount? = nil
  ) throws(PatternError) -> PatternMatch? {
    let span = try nextMatch(
      in: text, from: start, last: last, end: end, using: matcher, backtracking: backtracking, account: account)
    return span.map { span in
      PatternMatch(span: span, captures: code.groups.numbers.map { matcher.group($0) })
    }
  }

  /// Where the first match stands that is not empty, unless empty ones are kept, and begins at `start` or later, at `last` at the latest, and ends by
  /// `end`; `matcher` has its groups.
  func nextMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, last: Int, end: Int, using matcher: Matcher,
    backtracking: UInt32, account: StepAccount?, keepsEmpty: Bool = false
  ) throws(PatternError) -> Span? {
    var start = start
    while start <= last {
      switch matcher.search(
        code, in: text, from: start, last: last, end: end, backtracking: backtracking, account: account)
      {
      case .none: return nil
      case .failed(let code): throw PatternError(kind: .match(MatchFailure(code)), code: code, pattern: source)
      case .match(let span):
        guard span.isEmpty, !keepsEmpty else { return span }
        start = next(after: span.end, in: text)
      }
    }
    return nil
  }

  /// Whether it matches anywhere in a short text, such as a feature's value.
  public func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let matcher = Matcher()
      if case .match = matcher.search(
        code, in: bytes, from: 0, last: bytes.count, end: bytes.count, backtracking: 100_000)
      {
        return true
      }
      return false
    }
  }

  /// Whether the whole of `span` matches.
  ///
  /// - Parameters:
  ///   - limits: What the call may do.
  ///   - account: What all calls may do; it is told which limit was hit.
  public func matchesWhole(
    _ span: Span, in text: UnsafeBufferPointer<UInt8>, using matcher: Matcher, limits: MatchLimits = MatchLimits(),
    account: StepAccount? = nil
  ) -> Bool {
    guard
      case .match(let found) = matcher.search(
        code, in: text, from: span.start, last: span.start, end: span.end, backtracking: limits.backtracking,
        anchored: true, account: account)
    else { return false }
    return found == span
  }

  /// The next code point boundary after `offset`.
  func next(after offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var next = offset + 1
    while next < text.count, text[next].isContinuation { next += 1 }
    return next
  }
}
