import PostilMatching
import PostilModel
import PostilRules

/// An annotation, or a candidate of an earlier phase, that conditions may ask for.
struct VisibleItem {
  let type: String
  let span: Span
  let features: Features
  /// Its index among the document's annotations; for a candidate of this step, its own index behind all of them.
  let reference: Int
}

/// A term of a lexicon that stands in a document.
struct FoundTerm {
  let lexicon: Lexicon
  let row: Int
}

/// Where something that conditions ask for stands in a document.
struct Occurrences {
  let spans: [Span]
  let places: SpanIndex
  /// For a type, what stands there.
  let items: [VisibleItem]
  /// For lexicons, what term stands there.
  let terms: [FoundTerm]

  init(_ spans: [Span], items: [VisibleItem] = [], terms: [FoundTerm] = []) {
    self.spans = spans
    self.items = items
    self.terms = terms
    places = SpanIndex(spans)
  }
}

/// Answers the conditions of rules for one document, finding each thing once.
final class ConditionChecker {
  /// How far before a match the condition `before` may reach, in bytes.
  static let reachBefore = 1000

  let subject: Subject
  let matcher: Matcher
  private let tables: ConditionTables
  private var patternMatches: (spans: [[Span]], failures: [Int: MatchFailure])?
  /// What the searches may do that are made for the rule at hand.
  let account: StepAccount
  private(set) var limits = MatchLimits()
  /// Why something that the rule at hand asks for could not be looked for, if it could not.
  private(set) var unanswered: MatchFailure?
  private var ofPattern: [ObjectIdentifier: Occurrences] = [:]
  private var ofLexicons: [[ObjectIdentifier]: Occurrences] = [:]
  private var items: [String: [VisibleItem]] = [:]
  private var ofType: [String: Occurrences] = [:]
  private var ofNegation: Occurrences?

  init(subject: Subject, matcher: Matcher, tables: ConditionTables) {
    self.subject = subject
    self.matcher = matcher
    self.tables = tables
    account = StepAccount(in: SearchedText(subject.bytes))
  }

  /// Where clauses begin in the chain's language.
  var clauses: ClauseStarts { tables.words.clauses }

  /// Begins with the conditions, elements and items of `rule`.
  func begin(_ rule: Rule) {
    limits = rule.limits
    account.begin(limits)
    unanswered = nil
  }

  /// Why what the rule at hand asks for could not be told, so that it has no candidates.
  var searchFailure: MatchFailure? { unanswered ?? account.failure }

  /// Whether any condition asks for annotations of `type`.
  func isAskedFor(_ type: String) -> Bool { tables.types.contains(type) }

  /// Makes `item` visible to the conditions of later phases.
  func show(_ item: VisibleItem) {
    items[item.type, default: []].append(item)
    ofType[item.type] = nil
  }

  /// Makes those annotations visible that conditions ask for.
  func show(_ annotations: [Annotation]) {
    guard !tables.types.isEmpty else { return }
    for (index, annotation) in annotations.enumerated() where isAskedFor(annotation.type) {
      show(
        VisibleItem(
          type: annotation.type, span: annotation.span, features: annotation.features, reference: index))
    }
  }

  /// The first of a rule's conditions that `span` does not pass.
  func failure(of span: Span, by rule: Rule) -> ContextCondition? {
    rule.conditions.first { condition in
      condition.alternatives.contains { holds($0, condition.relation, span) } == condition.relation.isNegative
    }
  }

  private func holds(_ condition: Condition, _ relation: ContextRelation, _ span: Span) -> Bool {
    switch relation {
    case .within, .notWithin: standing(condition, places(of: condition).places.around(span))
    case .contains, .notContains: standing(condition, places(of: condition).places.inside(span))
    case .except:
      if case .pattern(let pattern) = condition {
        pattern.anywhere.matchesWhole(span, in: subject.bytes, using: matcher, limits: limits, account: account)
      } else {
        standing(
          condition, places(of: condition).places.inside(span).filter { self.places(of: condition).spans[$0] == span })
      }
    case .before: stands(condition, before: span)
    case .after: stands(condition, after: span)
    }
  }

  /// Whether any of `indices` is what the condition asks for, its tests of features included.
  func standing(_ condition: Condition, _ indices: some Sequence<Int>) -> Bool {
    let tests = condition.tests
    guard !tests.isEmpty else { return indices.contains { _ in true } }
    let found = places(of: condition)
    return indices.contains { found.misfit($0, tests) == nil }
  }

  private func stands(_ condition: Condition, before span: Span) -> Bool {
    if case .pattern(let pattern) = condition {
      let reach = min(tables.reach(of: pattern) ?? Self.reachBefore, Self.reachBefore)
      let start = subject.boundary(at: max(0, span.start - reach))
      return firstMatch(of: pattern.ending, from: start, end: span.start) != nil
    }
    return standing(condition, near(places(of: condition), before: span))
  }

  /// The first match from `start` to `end`, within what the rule at hand may do.
  func firstMatch(of pattern: Pattern, from start: Int, end: Int) -> PatternMatch? {
    pattern.firstMatch(
      in: subject.bytes, from: start, end: end, using: matcher, limits: limits, account: account)
  }

  /// What ends where `span` begins, or has nothing but white space between.
  func near(_ found: Occurrences, before span: Span) -> some Sequence<Int> {
    let reach = Span(start: max(0, span.start - Self.reachBefore), end: span.start)
    return found.places.inside(reach).filter { self.subject.isBlank(found.spans[$0].end..<span.start) }
  }

  private func stands(_ condition: Condition, after span: Span) -> Bool {
    if case .pattern(let pattern) = condition {
      return firstMatch(of: pattern.anchored, from: span.end, end: subject.bytes.count) != nil
    }
    return standing(condition, near(places(of: condition), after: span))
  }

  /// What begins where `span` ends, or has nothing but white space between.
  func near(_ found: Occurrences, after span: Span) -> some Sequence<Int> {
    found.places.starting(from: span.end).prefix { self.subject.isBlank(span.end..<found.spans[$0].start) }
  }

  /// Where what the condition asks for stands, tests of features aside.
  func places(of condition: Condition) -> Occurrences {
    switch condition {
    case .type(let type, _): occurrences(ofType: type)
    case .pattern(let pattern): occurrences(of: pattern)
    case .negation: negations()
    case .terms(let lexicons, _): occurrences(of: lexicons)
    }
  }

  private func negations() -> Occurrences {
    if let known = ofNegation { return known }
    let made = Occurrences(tables.words.negations.stretches(in: subject, clauses))
    ofNegation = made
    return made
  }

  func occurrences(ofType type: String) -> Occurrences {
    if let known = ofType[type] { return known }
    let items = items[type] ?? []
    let made = Occurrences(items.map(\.span), items: items)
    ofType[type] = made
    return made
  }

  func occurrences(of lexicons: [Lexicon]) -> Occurrences {
    let key = lexicons.map(ObjectIdentifier.init)
    if let known = ofLexicons[key] { return known }
    var spans: [Span] = []
    var terms: [FoundTerm] = []
    for lexicon in lexicons {
      guard let number = subject.search.number(of: lexicon) else { continue }
      for term in subject.found.terms.terms(of: number) {
        spans.append(term.span)
        terms.append(FoundTerm(lexicon: lexicon, row: Int(term.row)))
      }
    }
    let made = Occurrences(spans, terms: terms)
    ofLexicons[key] = made
    return made
  }

  private func occurrences(of pattern: ConditionPattern) -> Occurrences {
    let identity = pattern.anywhere.identity
    let all = patternMatches ?? findPatterns()
    patternMatches = all
    let place = tables.placeOfPattern[identity]
    if !all.failures.isEmpty, let place { unanswered = all.failures[place] ?? unanswered }
    if let known = ofPattern[identity] { return known }
    let made = Occurrences(place.map { all.spans[$0] } ?? [])
    ofPattern[identity] = made
    return made
  }

  /// The matches of all patterns that conditions ask for, in one pass, and which could not be looked for.
  private func findPatterns() -> (spans: [[Span]], failures: [Int: MatchFailure]) {
    var spans = [[Span]](repeating: [], count: tables.placeOfPattern.count)
    let found = tables.patterns.matches(in: subject.bytes, regions: subject.regions, using: matcher)
    for match in found.matches { spans[match.pattern].append(match.span) }
    var failures: [Int: MatchFailure] = [:]
    for breach in found.breaches {
      if case .failure(let failure) = breach.kind { failures[breach.pattern] = failure }
    }
    return (spans, failures)
  }
}

extension Occurrences {
  /// The value that a test asks of what stands at a place: a feature of the annotation or a column of the term's row.
  func value(_ name: String, at index: Int) -> FeatureValue? {
    guard items.isEmpty else { return items[index].features[name] }
    return terms[index].lexicon.value(row: terms[index].row, column: name).map { .string($0) }
  }

  /// The first of the tests that what stands at a place does not pass.
  func misfit(_ index: Int, _ tests: [FeatureTest]) -> FeatureTest? {
    tests.first { !$0.accepts(value($0.name, at: index)) }
  }
}
