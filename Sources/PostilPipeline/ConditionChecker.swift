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
  private var spans: [String: [Span]] = [:]
  private var byType: [String: [VisibleItem]] = [:]

  init(subject: Subject, matcher: Matcher, indexes: [ObjectIdentifier: TermIndex]) {
    self.subject = subject
    self.matcher = matcher
    self.indexes = indexes
  }

  /// Makes `items` visible to the conditions of later phases.
  mutating func show(_ items: some Sequence<VisibleItem>) {
    for item in items { byType[item.type, default: []].append(item) }
  }

  /// Whether `span` passes the `within` and `notWithin` of `rule`.
  mutating func allows(_ span: Span, by rule: Rule) -> Bool {
    guard rule.within.isEmpty || rule.within.contains(where: { lies(span, within: $0) }) else { return false }
    return !rule.notWithin.contains { lies(span, within: $0) }
  }

  private mutating func lies(_ span: Span, within condition: Condition) -> Bool {
    switch condition {
    case .type(let type, let tests):
      return (byType[type] ?? []).contains { item in
        item.span.contains(span) && tests.allSatisfy { $0.accepts(item.features[$0.name]) }
      }
    case .pattern(let pattern):
      return matches(of: pattern).contains { $0.contains(span) }
    case .terms(let lexicons):
      return lexicons.contains { matches(of: $0).contains { $0.contains(span) } }
    }
  }

  private mutating func matches(of pattern: Pattern) -> [Span] {
    let key = "pattern " + pattern.source
    if let known = spans[key] { return known }
    let found = subject.regions[0].flatMap { region in
      (try? pattern.matches(in: subject.bytes, region: region, using: matcher, limits: MatchLimits()))?.map(\.span)
        ?? []
    }
    spans[key] = found
    return found
  }

  private mutating func matches(of lexicon: Lexicon) -> [Span] {
    let key = "lexicon \(ObjectIdentifier(lexicon))"
    if let known = spans[key] { return known }
    var found: [Span] = []
    indexes[ObjectIdentifier(lexicon)]?.matches(in: subject.bytes) { found.append($0.span) }
    spans[key] = found
    return found
  }
}

extension Condition {
  /// The lexicons that the condition looks up.
  var lexicons: [Lexicon] { if case .terms(let lexicons) = self { lexicons } else { [] } }
}
