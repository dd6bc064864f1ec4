import PostilMatching
import PostilModel
import PostilRules

/// An annotation, or a candidate of an earlier phase, that conditions may ask for.
struct VisibleItem {
  let type: String
  let span: Span
  let features: Features
}

/// Answers the conditions of rules for one document, finding each pattern's matches once.
struct ConditionChecker {
  private let subject: Subject
  private let matcher: Matcher
  /// The indexes of the lexicons that conditions look up.
  private let indexes: [ObjectIdentifier: TermIndex]
  private var spans: [String: SpanIndex] = [:]
  private var byType: [String: [VisibleItem]] = [:]
  /// The places of ``byType``, made when first asked for.
  private var places: [String: SpanIndex] = [:]

  init(subject: Subject, matcher: Matcher, indexes: [ObjectIdentifier: TermIndex]) {
    self.subject = subject
    self.matcher = matcher
    self.indexes = indexes
  }

  /// Makes `items` visible to the conditions of later phases.
  mutating func show(_ items: some Sequence<VisibleItem>) {
    for item in items {
      byType[item.type, default: []].append(item)
      places[item.type] = nil
    }
  }

  /// Whether `span` passes the `within` and `notWithin` of `rule`.
  mutating func allows(_ span: Span, by rule: Rule) -> Bool {
    guard rule.within.isEmpty || rule.within.contains(where: { lies(span, within: $0) }) else { return false }
    return !rule.notWithin.contains { lies(span, within: $0) }
  }

  private mutating func lies(_ span: Span, within condition: Condition) -> Bool {
    switch condition {
    case .type(let type, let tests):
      let items = byType[type] ?? []
      return placesOfItems(type).around(span).contains { index in
        tests.allSatisfy { $0.accepts(items[index].features[$0.name]) }
      }
    case .pattern(let pattern):
      return matches(of: pattern).covers(span)
    case .terms(let lexicons):
      return lexicons.contains { matches(of: $0).covers(span) }
    }
  }

  private mutating func placesOfItems(_ type: String) -> SpanIndex {
    if let known = places[type] { return known }
    let made = SpanIndex((byType[type] ?? []).map(\.span))
    places[type] = made
    return made
  }

  private mutating func matches(of pattern: Pattern) -> SpanIndex {
    let key = "pattern " + pattern.source
    if let known = spans[key] { return known }
    let found = subject.regions[0].flatMap { region in
      (try? pattern.matches(in: subject.bytes, region: region, using: matcher, limits: MatchLimits(matches: .max)))?
        .map(\.span)
        ?? []
    }
    let index = SpanIndex(found)
    spans[key] = index
    return index
  }

  private mutating func matches(of lexicon: Lexicon) -> SpanIndex {
    let key = "lexicon \(ObjectIdentifier(lexicon))"
    if let known = spans[key] { return known }
    var found: [Span] = []
    indexes[ObjectIdentifier(lexicon)]?.matches(in: subject.bytes) { found.append($0.span) }
    let index = SpanIndex(found)
    spans[key] = index
    return index
  }
}

extension Condition {
  /// The lexicons that the condition looks up.
  var lexicons: [Lexicon] { if case .terms(let lexicons) = self { lexicons } else { [] } }
}
