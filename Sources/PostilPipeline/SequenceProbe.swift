import PostilMatching
import PostilModel
import PostilRules

/// Looks for the longest beginning of a sequence at a place, and for what keeps the next element away.
struct SequenceProbe {
  let elements: [SequenceElement]
  let scope: RuleScope
  let region: Span
  let tokens: [Token]
  let checker: ConditionChecker

  func verdict(at place: Int) -> RuleVerdict {
    for count in elements.indices.reversed() where count > 0 {
      guard let taken = beginning(count, at: place) else { continue }
      return stopped(before: count, taken, hint: hint(count, behind: taken))
    }
    return stopped(
      before: 0, Span(start: place, end: place),
      hint: elements[0].condition.flatMap { misfit(of: $0, standingAt: place) })
  }

  private func stopped(before index: Int, _ taken: Span, hint: RuleVerdict.SequenceHint?) -> RuleVerdict {
    .sequenceStopped(element: index + 1, description: elements[index].description, at: taken, hint: hint)
  }

  /// What the first `count` elements take, at or before the place; a gap at their end takes as much as it can.
  private func beginning(_ count: Int, at place: Int) -> Span? {
    let gaps = elements[..<count].reversed().prefix(while: \.isGap)
    let beginning = Array(elements[..<(count - gaps.count)])
    guard beginning.contains(where: { $0.least > 0 }) else { return nil }
    var search = SequenceSearch(beginning, in: region, tokens: tokens, checker: checker, states: 0)
    return search.compositions().lazy.map(\.span).compactMap { taken in
      gaps.reversed().reduce(taken) { taken, gap in
        taken.flatMap { taken in
          search.gaps(gap, at: taken.end).last.map { Span(start: taken.start, end: $0.end) }
        }
      }
    }.first { $0.start <= place && $0.end >= place }
  }

  private func hint(_ index: Int, behind taken: Span) -> RuleVerdict.SequenceHint? {
    guard let condition = elements[index].condition else { return nil }
    if let misfit = misfit(of: condition, startingAt: taken.end) { return misfit }
    if let gap = elements[index - 1].gap, let start = beginning(index - 1, at: taken.start)?.end {
      if let hint = hint(gap, most: elements[index - 1].most, from: start, to: next(condition, from: start)) {
        return hint
      }
    }
    return scope != .document && checker.subject.isBlank(taken.end..<max(taken.end, region.end)) ? .end(of: scope) : nil
  }

  /// What keeps a gap from reaching what follows, or, where nothing does, from reaching on.
  private func hint(_ gap: Gap, most: Int, from start: Int, to next: Int?) -> RuleVerdict.SequenceHint? {
    let between = Span(start: start, end: next ?? region.end)
    let standing = gap.not.compactMap { other -> Span? in
      let found = checker.places(of: other)
      return found.places.inside(between).first { checker.standing(other, CollectionOfOne($0)) }.map { found.spans[$0] }
    }
    let distance = next.map { count(gap.unit, in: Span(start: start, end: $0)) }
    if let obstacle = standing.min(by: { $0.start < $1.start }),
      next != nil || count(gap.unit, in: Span(start: start, end: obstacle.start)) < most
    {
      return .inGap(obstacle)
    }
    return distance.flatMap { $0 > most ? .tooFar($0, gap.unit, most: most) : nil }
  }

  private func count(_ unit: GapUnit, in span: Span) -> Int {
    switch unit {
    case .token: tokens.count { $0.span.start >= span.start && $0.span.end <= span.end }
    case .character: checker.subject.codePoints(in: span)
    }
  }

  /// Where what the condition asks for next begins.
  private func next(_ condition: Condition, from offset: Int) -> Int? {
    if case .pattern(let pattern) = condition {
      return pattern.anywhere.firstMatch(
        in: checker.subject.bytes, from: offset, end: region.end, using: checker.matcher)?.span.start
    }
    let found = checker.places(of: condition)
    return found.places.starting(from: offset).first { checker.standing(condition, CollectionOfOne($0)) }
      .map { found.spans[$0] }.flatMap { $0.end <= region.end ? $0.start : nil }
  }

  private func misfit(of condition: Condition, standingAt place: Int) -> RuleVerdict.SequenceHint? {
    misfit(of: condition) { $0.span.contains(place) }
  }

  private func misfit(of condition: Condition, startingAt place: Int) -> RuleVerdict.SequenceHint? {
    misfit(of: condition) { $0.span.start == place }
  }

  /// An annotation of the type asked for that stands there with another feature.
  private func misfit(of condition: Condition, where stands: (VisibleItem) -> Bool) -> RuleVerdict.SequenceHint? {
    guard case .type(let type, let tests) = condition else { return nil }
    return checker.occurrences(ofType: type).items.lazy.filter(stands).compactMap { $0.misfit(tests) }.first
      .map { .otherFeature($0) }
  }
}

extension SequenceElement {
  /// What it asks for; nil for a gap.
  fileprivate var condition: Condition? { if case .condition(let condition) = content { condition } else { nil } }

  /// What it asks for, in words.
  fileprivate var description: String {
    switch content {
    case .gap: "a gap"
    case .condition(.type(let type, _)): "an annotation of type '\(type)'"
    case .condition(.terms(let lexicons)): "a term of '\(lexicons.map(\.name).joined(separator: "', '"))'"
    case .condition(.pattern(let pattern)): "the pattern '\(pattern.anywhere.source)'"
    }
  }
}
