import PostilMatching
import PostilRules

/// What the conditions of a step's rules look for, compiled for finding together.
struct ConditionTables: Sendable {
  let patterns: PatternSet
  /// The place in ``patterns`` of each pattern, by its identity.
  let placeOfPattern: [ObjectIdentifier: Int]
  /// The types that conditions ask for.
  let types: Set<String>

  /// - Parameter cache: What is known of patterns already.
  init(_ rules: [Rule], cache: RuleCache = RuleCache()) {
    let conditions = rules.flatMap(\.allConditions)
    var entries: [PatternSet.Entry] = []
    var places: [ObjectIdentifier: Int] = [:]
    for case .pattern(let pattern) in conditions where places[pattern.anywhere.identity] == nil {
      places[pattern.anywhere.identity] = entries.count
      entries.append(.init(pattern: pattern.anywhere, scope: 0, limits: MatchLimits(matches: .max)))
    }
    types = Set(conditions.compactMap { if case .type(let type, _) = $0 { type } else { nil } })
    patterns = PatternSet(entries, cache: cache)
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
    case .sequence(let elements):
      elements.flatMap { element -> [Condition] in
        switch element.content {
        case .condition(let condition): [condition]
        case .gap(let gap): gap.not
        }
      }
    }
  }
}
