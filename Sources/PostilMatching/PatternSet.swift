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
  private let scanner: LiteralScanner
  /// The patterns that run on every document, since nothing of their text tells where they can match.
  public let patternsWithoutLiteral: [Int]

  /// Prepares the patterns for matching together.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var literals: [(bytes: [UInt8], owner: Int)] = []
    var without: [Int] = []
    for (index, entry) in entries.enumerated() {
      if let found = RequiredLiterals.of(entry.pattern.source) {
        literals += found.map { ($0, index) }
      } else {
        without.append(index)
      }
    }
    scanner = LiteralScanner(literals)
    patternsWithoutLiteral = without
  }

  /// The matches of every pattern; those whose literals do not stand in the text are not tried.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - regions: For each scope the spans that are matched each by itself.
  public func matches(in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher) -> Result {
    var isHit = [Bool](repeating: false, count: entries.count)
    for index in patternsWithoutLiteral { isHit[index] = true }
    scanner.scan(text) { isHit[$0] = true }
    return matches(of: entries.indices.filter { isHit[$0] }, in: text, regions: regions, using: matcher)
  }

  /// The same, pattern by pattern: what faster ways are held against.
  public func referenceMatches(in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher) -> Result
  {
    matches(of: Array(entries.indices), in: text, regions: regions, using: matcher)
  }

  private func matches(
    of indices: [Int], in text: UnsafeBufferPointer<UInt8>, regions: [[Span]], using matcher: Matcher
  ) -> Result {
    var matches: [PatternMatch] = []
    var breaches: [Breach] = []
    for index in indices {
      let entry = entries[index]
      do throws(PatternError) {
        var found: [PatternMatch] = []
        for region in regions[entry.scope] {
          found += try entry.pattern.matches(in: text, region: region, using: matcher, limits: entry.limits)
          if found.count > entry.limits.matches { break }
        }
        if found.count > entry.limits.matches { breaches.append(Breach(pattern: index, kind: .matches)) }
        matches += found.prefix(entry.limits.matches).map {
          PatternMatch(pattern: index, span: $0.span, captures: $0.captures)
        }
      } catch {
        breaches.append(Breach(pattern: index, kind: .backtracking))
      }
    }
    return Result(matches: matches, breaches: breaches)
  }
}
