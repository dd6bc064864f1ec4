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

  /// An annotation that stands where it must, and bears another feature.
  private func misfit(_ condition: Condition, _ relation: ContextRelation, _ span: Span) -> RuleVerdict.Obstacle? {
    guard case .type(let type, let tests) = condition else { return nil }
    let items = occurrences(ofType: type).items
    return indices(of: condition, relation, span).lazy.compactMap { items[$0].misfit(tests) }.first
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

extension VisibleItem {
  /// The first of the tests that its features do not pass.
  func misfit(_ tests: [FeatureTest]) -> RuleVerdict.Obstacle? {
    tests.first { !$0.accepts(features[$0.name]) }.map {
      RuleVerdict.Obstacle(span: span, test: ($0.name, features[$0.name]))
    }
  }
}
