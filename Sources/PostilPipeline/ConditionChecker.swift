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

/// Where something that conditions ask for stands in a document.
struct Occurrences {
  let spans: [Span]
  let places: SpanIndex
  /// For a type, what stands there.
  let items: [VisibleItem]
  /// For a lexicon, the row of each term.
  let rows: [Int]

  init(_ spans: [Span], items: [VisibleItem] = [], rows: [Int] = []) {
    self.spans = spans
    self.items = items
    self.rows = rows
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
  private var patternMatches: [[Span]]?
  private var ofPattern: [ObjectIdentifier: Occurrences] = [:]
  private var ofLexicons: [[ObjectIdentifier]: Occurrences] = [:]
  private var items: [String: [VisibleItem]] = [:]
  private var ofType: [String: Occurrences] = [:]

  init(subject: Subject, matcher: Matcher, tables: ConditionTables) {
    self.subject = subject
    self.matcher = matcher
    self.tables = tables
  }

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
        pattern.anywhere.matchesWhole(span, in: subject.bytes, using: matcher)
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
    guard case .type(let type, let tests) = condition, !tests.isEmpty else { return indices.contains { _ in true } }
    let items = occurrences(ofType: type).items
    return indices.contains { items[$0].passes(tests) }
  }

  private func stands(_ condition: Condition, before span: Span) -> Bool {
    if case .pattern(let pattern) = condition {
      let reach = min(tables.reach(of: pattern) ?? Self.reachBefore, Self.reachBefore)
      let start = subject.boundary(at: max(0, span.start - reach))
      return pattern.ending.firstMatch(in: subject.bytes, from: start, end: span.start, using: matcher) != nil
    }
    return standing(condition, near(places(of: condition), before: span))
  }

  /// What ends where `span` begins, or has nothing but white space between.
  func near(_ found: Occurrences, before span: Span) -> some Sequence<Int> {
    let reach = Span(start: max(0, span.start - Self.reachBefore), end: span.start)
    return found.places.inside(reach).filter { self.subject.isBlank(found.spans[$0].end..<span.start) }
  }

  private func stands(_ condition: Condition, after span: Span) -> Bool {
    if case .pattern(let pattern) = condition {
      return pattern.anchored.firstMatch(
        in: subject.bytes, from: span.end, end: subject.bytes.count, using: matcher) != nil
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
    case .terms(let lexicons): occurrences(of: lexicons)
    }
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
    let found = lexicons.compactMap(subject.search.number).flatMap(subject.found.terms.terms)
    let made = Occurrences(found.map(\.span), rows: found.map { Int($0.row) })
    ofLexicons[key] = made
    return made
  }

  private func occurrences(of pattern: ConditionPattern) -> Occurrences {
    let identity = pattern.anywhere.identity
    if let known = ofPattern[identity] { return known }
    let all = patternMatches ?? findPatterns()
    patternMatches = all
    let made = Occurrences(tables.placeOfPattern[identity].map { all[$0] } ?? [])
    ofPattern[identity] = made
    return made
  }

  /// The matches of all patterns that conditions ask for, in one pass.
  private func findPatterns() -> [[Span]] {
    var found = [[Span]](repeating: [], count: tables.placeOfPattern.count)
    let matches = tables.patterns.matches(in: subject.bytes, regions: subject.regions, using: matcher).matches
    for match in matches { found[match.pattern].append(match.span) }
    return found
  }
}

extension VisibleItem {
  /// Whether its features are what the tests ask for.
  func passes(_ tests: [FeatureTest]) -> Bool { tests.allSatisfy { $0.accepts(features[$0.name]) } }
}
