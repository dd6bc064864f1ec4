import PostilMatching
import PostilRules

/// What the conditions of a step's rules look for, compiled for finding together.
struct ConditionTables: Sendable {
  let patterns: PatternSet
  /// The place in ``patterns`` of each pattern, by its identity.
  let placeOfPattern: [ObjectIdentifier: Int]
  /// The types that conditions ask for.
  let types: Set<String>
  /// What is known of the chain's language.
  let words: SentenceWords

  /// - Parameter cache: What is known of patterns already.
  init(_ rules: [Rule], words: SentenceWords = .none, cache: RuleCache = RuleCache()) {
    self.words = words
    var asked: [(pattern: Pattern, limits: MatchLimits)] = []
    var places: [ObjectIdentifier: Int] = [:]
    for rule in rules {
      for case .pattern(let pattern) in rule.allConditions {
        let place = places[pattern.anywhere.identity] ?? asked.count
        places[pattern.anywhere.identity] = place
        if place == asked.count { asked.append((pattern.anywhere, rule.limits)) }
        asked[place].limits = asked[place].limits.union(rule.limits)
        asked[place].limits.matches = .max
      }
    }
    types = Set(rules.flatMap(\.allConditions).compactMap { if case .type(let type, _) = $0 { type } else { nil } })
    patterns = PatternSet(
      asked.enumerated().map { .init(pattern: $1.pattern, scope: 0, limits: $1.limits, rule: $0) }, cache: cache)
    placeOfPattern = places
  }
}

extension ConditionTables {
  /// How far before its end a match of `pattern` can begin, in bytes, where that is known.
  func reach(of pattern: ConditionPattern) -> Int? {
    placeOfPattern[pattern.anywhere.identity].flatMap { patterns.greatestLengths[$0] }
  }
}

extension Rule {
  /// Every condition that the rule asks for anywhere.
  var allConditions: [Condition] {
    conditions.flatMap(\.alternatives) + matcherConditions
  }

  private var matcherConditions: [Condition] {
    switch matcher {
    case .patterns, .terms, .frame: []
    case .evidence(let evidence): evidence.items.map(\.condition)
    case .sequence(let sequence): sequence.conditions
    case .event(let event): event.conditions
    }
  }
}

extension ElementSequence {
  /// Every condition of an element or a gap.
  fileprivate var conditions: [Condition] {
    steps.flatMap { step -> [Condition] in
      switch step.content {
      case .take(let condition): [condition]
      case .gap(let gap): gap.not
      case .end, .fork: []
      }
    }
  }
}
