import PostilMatching
import PostilModel
import PostilRules

/// The patterns and terms of many rules, found together: each document is gone through once for all of them.
struct RuleSearch: Sendable {
  private let patterns: PatternSet
  private let terms: TermIndex
  /// By their numbers in findings.
  let lexicons: [Lexicon]
  private let numberOfLexicon: [ObjectIdentifier: Int]
  /// For each rule with patterns, the place of its first one.
  private let firstPattern: [ObjectIdentifier: Int]
  /// Scopes behind those of rules: what lies near terms.
  private let near: [NearScope]
  /// The patterns by their places.
  let compiled: [CompiledPattern]

  /// - Parameters:
  ///   - withConditions: Whether the lexicons that conditions ask for are looked up too.
  ///   - cache: What is known of patterns already.
  init(_ rules: [Rule], withConditions: Bool = true, cache: RuleCache = RuleCache()) {
    var entries: [PatternSet.Entry] = []
    var compiled: [CompiledPattern] = []
    var firstPattern: [ObjectIdentifier: Int] = [:]
    var lexicons: [Lexicon] = []
    var near: [(lexicon: Lexicon, scope: RuleScope)] = []
    for (number, rule) in rules.enumerated() {
      if case .patterns(let own) = rule.matcher {
        firstPattern[ObjectIdentifier(rule)] = entries.count
        let scope = rule.near.map { Self.number(of: $0, rule.scope, among: &near) } ?? rule.scope.rawValue
        entries += own.map {
          .init(
            pattern: $0.pattern, scope: scope, limits: rule.limits, rule: number, keepsEmpty: rule.marksLookahead($0))
        }
        compiled += own
      }
      lexicons += rule.lexicons(withConditions: withConditions)
    }
    lexicons += near.map(\.lexicon)
    var numbers: [ObjectIdentifier: Int] = [:]
    self.lexicons = lexicons.filter { numbers.updateValue(0, forKey: ObjectIdentifier($0)) == nil }
    for (number, lexicon) in self.lexicons.enumerated() { numbers[ObjectIdentifier(lexicon)] = number }
    numberOfLexicon = numbers
    self.near = near.map { NearScope(lexicon: numbers[ObjectIdentifier($0.lexicon)] ?? 0, scope: $0.scope) }
    terms = TermIndex(self.lexicons, cache: cache)
    patterns = PatternSet(entries, cache: cache)
    self.compiled = compiled
    self.firstPattern = firstPattern
  }

  /// The number of `lexicon`, one of the rules'.
  func number(of lexicon: Lexicon) -> Int? { numberOfLexicon[ObjectIdentifier(lexicon)] }

  /// The places of the patterns of `rule`, one of those given.
  func patterns(of rule: Rule) -> Range<Int> {
    guard case .patterns(let own) = rule.matcher, let first = firstPattern[ObjectIdentifier(rule)] else { return 0..<0 }
    return first..<(first + own.count)
  }

  /// What stands in a text.
  ///
  /// - Parameters:
  ///   - words: The text as terms are looked for in it; let go before patterns are.
  ///   - regions: As of ``Subject``.
  func findings(
    in bytes: UnsafeBufferPointer<UInt8>, _ words: @autoclosure () -> TermText, regions: [[Span]],
    using matcher: Matcher
  ) -> RuleFindings {
    let terms = TermFindings(terms, in: words(), lexiconCount: lexicons.count)
    let regions = regions + near.map { $0.regions(of: terms, regions, count: bytes.count) }
    return RuleFindings(
      patterns: patterns.matches(in: bytes, regions: regions, using: matcher), patternCount: compiled.count,
      terms: terms)
  }

  /// The number of the scope of what lies near terms of `lexicon`, behind those of rules.
  private static func number(
    of lexicon: Lexicon, _ scope: RuleScope, among near: inout [(lexicon: Lexicon, scope: RuleScope)]
  ) -> Int {
    let place = near.firstIndex { $0.lexicon === lexicon && $0.scope == scope } ?? near.count
    if place == near.count { near.append((lexicon, scope)) }
    return RuleScope.allCases.count + place
  }
}

extension Rule {
  /// Whether what it annotates may stand in a lookahead of the pattern, behind a match that is empty.
  fileprivate func marksLookahead(_ pattern: CompiledPattern) -> Bool {
    spanCapture != nil && pattern.pattern.source.contains("(?=")
  }

  /// The lexicons that the rule looks up as wholes.
  fileprivate func lexicons(withConditions: Bool) -> [Lexicon] {
    let own: [Lexicon] = if case .terms(let lexicons) = matcher { lexicons } else { [] }
    return withConditions ? own + allConditions.flatMap(\.lexicons) : own
  }
}
