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
  /// The patterns by their places.
  let compiled: [CompiledPattern]

  /// - Parameter withConditions: Whether the lexicons that conditions ask for are looked up too.
  init(_ rules: [Rule], withConditions: Bool = true) {
    var entries: [PatternSet.Entry] = []
    var compiled: [CompiledPattern] = []
    var firstPattern: [ObjectIdentifier: Int] = [:]
    var lexicons: [Lexicon] = []
    for rule in rules {
      if case .patterns(let own) = rule.matcher {
        firstPattern[ObjectIdentifier(rule)] = entries.count
        entries += own.map { .init(pattern: $0.pattern, scope: rule.scope.rawValue, limits: rule.limits) }
        compiled += own
      }
      lexicons += rule.lexicons(withConditions: withConditions)
    }
    var numbers: [ObjectIdentifier: Int] = [:]
    self.lexicons = lexicons.filter { numbers.updateValue(0, forKey: ObjectIdentifier($0)) == nil }
    for (number, lexicon) in self.lexicons.enumerated() { numbers[ObjectIdentifier(lexicon)] = number }
    numberOfLexicon = numbers
    terms = TermIndex(self.lexicons)
    patterns = PatternSet(entries)
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
  /// - Parameter regions: As of ``Subject``.
  func findings(
    in bytes: UnsafeBufferPointer<UInt8>, _ words: TermText, regions: [[Span]], using matcher: Matcher
  ) -> RuleFindings {
    RuleFindings(
      patterns: patterns.matches(in: bytes, regions: regions, using: matcher), patternCount: compiled.count,
      terms: TermFindings(terms, in: words, lexiconCount: lexicons.count))
  }
}

/// What the patterns and terms of rules found in a document.
///
/// A class, since all steps share it.
final class RuleFindings {
  /// By pattern, then from left to right.
  let matches: MatchTable
  /// For each pattern, the place of its first match; one more for the end.
  private let firstMatch: [Int]
  /// The limits that patterns hit, by pattern.
  let breaches: [PatternSet.Breach]
  let terms: TermFindings

  fileprivate init(patterns: PatternSet.Result, patternCount: Int, terms: TermFindings) {
    matches = patterns.matches
    breaches = patterns.breaches
    self.terms = terms
    var first = [Int](repeating: 0, count: patternCount + 1)
    for match in matches { first[match.pattern + 1] += 1 }
    for pattern in 0..<patternCount { first[pattern + 1] += first[pattern] }
    firstMatch = first
  }

  /// The places in ``matches`` of what the patterns of a range found.
  func matches(of patterns: Range<Int>) -> Range<Int> {
    firstMatch[patterns.lowerBound]..<firstMatch[patterns.upperBound]
  }
}

/// The terms of many lexicons in a document, by lexicon, then from left to right without overlap.
struct TermFindings {
  /// A term found.
  struct Term {
    let span: Span
    let row: Int32
  }

  private let terms: [Term]
  /// For each lexicon, the place of its first term; one more for the end.
  private let first: [Int]

  fileprivate init(_ index: TermIndex, in words: TermText, lexiconCount: Int) {
    var found: [TermIndex.Match] = []
    var first = [Int](repeating: 0, count: lexiconCount + 1)
    index.matches(in: words) {
      found.append($0)
      first[$0.lexicon + 1] += 1
    }
    for lexicon in 0..<lexiconCount { first[lexicon + 1] += first[lexicon] }
    var next = first
    terms = [Term](unsafeUninitializedCapacity: found.count) { buffer, count in
      for match in found {
        buffer.initializeElement(at: next[match.lexicon], to: Term(span: match.span, row: Int32(match.row)))
        next[match.lexicon] += 1
      }
      count = found.count
    }
    self.first = first
  }

  /// The terms of lexicon number `lexicon`.
  func terms(of lexicon: Int) -> ArraySlice<Term> { terms[first[lexicon]..<first[lexicon + 1]] }
}

extension Rule {
  /// The lexicons that the rule looks up as wholes.
  fileprivate func lexicons(withConditions: Bool) -> [Lexicon] {
    let own: [Lexicon] = if case .terms(let lexicons) = matcher { lexicons } else { [] }
    return withConditions ? own + allConditions.flatMap(\.lexicons) : own
  }
}
