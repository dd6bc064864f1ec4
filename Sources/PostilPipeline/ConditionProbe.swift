import PostilModel
import PostilRules

extension ConditionChecker {
  /// What stands in the text and keeps a condition that failed from holding over `span`; nil where nothing stands there.
  func obstacle(to failed: ContextCondition, over span: Span) -> RuleVerdict.Obstacle? {
    failed.alternatives.lazy.compactMap { condition in
      failed.relation.isNegative
        ? self.blocker(condition, failed.relation, span) : self.misfit(condition, failed.relation, span)
    }.first
  }

  /// What stands where it must not.
  private func blocker(_ condition: Condition, _ relation: ContextRelation, _ span: Span) -> RuleVerdict.Obstacle? {
    if relation == .except { return .init(span: span, test: nil) }
    let found = places(of: condition)
    return indices(of: condition, relation, span).first { standing(condition, CollectionOfOne($0)) }.map {
      .init(span: found.spans[$0], test: nil)
    }
  }

  /// What stands where it must, and bears another feature.
  private func misfit(_ condition: Condition, _ relation: ContextRelation, _ span: Span) -> RuleVerdict.Obstacle? {
    let found = places(of: condition)
    return indices(of: condition, relation, span).lazy.compactMap { found.obstacle($0, condition.tests) }.first
  }

  /// The places, tests of features aside, that stand in the relation to `span`.
  private func indices(of condition: Condition, _ relation: ContextRelation, _ span: Span) -> [Int] {
    let found = places(of: condition)
    switch relation {
    case .within, .notWithin: return Array(found.places.around(span))
    case .contains, .notContains: return Array(found.places.inside(span))
    case .before: return Array(near(found, before: span))
    case .after: return Array(near(found, after: span))
    case .except: return found.places.inside(span).filter { found.spans[$0] == span }
    }
  }
}

extension Occurrences {
  /// What keeps one of them from being asked for: the first of the tests that it does not pass.
  func obstacle(_ index: Int, _ tests: [FeatureTest]) -> RuleVerdict.Obstacle? {
    misfit(index, tests).map {
      RuleVerdict.Obstacle(span: spans[index], test: ($0.name, value($0.name, at: index)))
    }
  }
}
