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

  /// A beginning of the sequence, the element behind it, and the number of the whole one that this is or stands in.
  private struct Way {
    let beginning: [SequenceElement]
    let next: SequenceElement
    let number: Int
    var isInside = false
  }

  func verdict(at place: Int) -> RuleVerdict {
    for number in elements.indices.reversed() {
      let ways = ways(Array(elements[..<number]), elements[number], number + 1)
      let taken = ways.compactMap { way in beginning(way.beginning, at: place).map { (way: way, span: $0) } }
      guard let first = taken.first else { continue }
      let farthest = taken.dropFirst().reduce(first) { $1.span.count > $0.span.count ? $1 : $0 }
      return stopped(before: farthest.way, farthest.span, hint: hint(farthest.way, behind: farthest.span))
    }
    if let beyond = beyondGap(place) { return beyond }
    return stopped(
      before: Way(beginning: [], next: elements[0], number: 1), Span(start: place, end: place),
      hint: (elements[0].asked ?? []).lazy.compactMap { misfit(of: $0, standingAt: place) }.first)
  }

  /// What keeps a gap from what stands at the place, where the element behind it asks for that.
  private func beyondGap(_ place: Int) -> RuleVerdict? {
    for number in elements.indices.reversed() {
      for way in ways(Array(elements[..<number]), elements[number], number + 1) where way.beginning.last?.isGap == true
      {
        let asked = ElementSequence([way.next]).beginnings
        guard asked.contains(where: { next($0, from: place) == place }) else { continue }
        let before = beginnings(way.beginning).last { $0.end <= place }
        guard let before, let hint = hint(way, behind: before) else { continue }
        return stopped(before: way, before, hint: hint)
      }
    }
    return nil
  }

  /// The ways to an element, those far into it first.
  private func ways(_ beginning: [SequenceElement], _ next: SequenceElement, _ number: Int) -> [Way] {
    let inside = next.alternatives.flatMap { alternative in
      alternative.indices.reversed().filter { $0 > 0 }.flatMap { place in
        ways(beginning + alternative[..<place], alternative[place], number).map { way in
          Way(beginning: way.beginning, next: way.next, number: number, isInside: true)
        }
      }
    }
    return inside + (beginning.isEmpty ? [] : [Way(beginning: beginning, next: next, number: number)])
  }

  private func stopped(before way: Way, _ taken: Span, hint: RuleVerdict.SequenceHint?) -> RuleVerdict {
    .sequenceStopped(
      element: way.number, description: way.next.description + (way.isInside ? " in it" : ""), at: taken, hint: hint)
  }

  /// What a beginning takes that reaches to the place, white space aside.
  private func beginning(_ elements: [SequenceElement], at place: Int) -> Span? {
    beginnings(elements).first {
      $0.start <= place && ($0.end >= place || checker.subject.isBlank($0.end..<place))
    }
  }

  /// What a beginning takes in the region; gaps at its end take as much as they can.
  private func beginnings(_ elements: [SequenceElement]) -> [Span] {
    let gaps = elements.reversed().prefix(while: \.isGap)
    let beginning = Array(elements[..<(elements.count - gaps.count)])
    guard beginning.contains(where: \.isRequired) else { return [] }
    var search = SequenceSearch(
      ElementSequence(beginning), in: region, tokens: tokens, checker: checker, states: 0)
    return search.compositions().map(\.span).compactMap { taken in
      gaps.reversed().reduce(taken) { taken, element in
        taken.flatMap { taken in
          element.gap.flatMap { search.gaps($0, element.least, element.most, at: taken.end).last }
            .map { Span(start: taken.start, end: $0.end) }
        }
      }
    }
  }

  private func hint(_ way: Way, behind taken: Span) -> RuleVerdict.SequenceHint? {
    let asked = ElementSequence([way.next]).beginnings
    if let misfit = asked.lazy.compactMap({ self.misfit(of: $0, startingAt: taken.end) }).first { return misfit }
    if let last = way.beginning.last, let gap = last.gap,
      let start = beginning(way.beginning.dropLast(), at: taken.start)?.end
    {
      let next = asked.compactMap { self.next($0, from: start) }.min()
      if !asked.isEmpty, let hint = hint(gap, most: last.most, from: start, to: next) { return hint }
    }
    guard !way.next.isGap else { return nil }
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
    misfit(of: condition) { $0.contains(place) }
  }

  private func misfit(of condition: Condition, startingAt place: Int) -> RuleVerdict.SequenceHint? {
    misfit(of: condition) { $0.start == place }
  }

  /// What is asked for and stands there with another feature.
  private func misfit(of condition: Condition, where stands: (Span) -> Bool) -> RuleVerdict.SequenceHint? {
    guard !condition.tests.isEmpty else { return nil }
    let found = checker.places(of: condition)
    let here = found.spans.indices.filter { stands(found.spans[$0]) }
    return here.lazy.compactMap { found.obstacle($0, condition.tests) }.first.map { .otherFeature($0) }
  }
}

extension SequenceElement {
  /// What it asks for, in words.
  fileprivate var description: String {
    switch content {
    case .gap: "a gap"
    case .choice(let ways) where ways.count == 1: "a group that begins with \(ways[0][0].description)"
    case .choice(let ways): "one of " + ways.map { $0[0].description }.joined(separator: ", ")
    case .condition(let condition): condition.description
    }
  }
}

extension Condition {
  private static func shortened(_ text: String) -> String { text.count > 120 ? "\(text.prefix(100))…" : text }

  /// What it asks for, in words.
  var description: String {
    switch self {
    case .type(let type, _): "an annotation of type '\(type)'"
    case .terms(let lexicons, _): "a term of '\(lexicons.map(\.name).joined(separator: "', '"))'"
    case .negation: "a negated stretch"
    case .pattern(let pattern): "the pattern '\(Self.shortened(pattern.anywhere.source))'"
    }
  }
}
