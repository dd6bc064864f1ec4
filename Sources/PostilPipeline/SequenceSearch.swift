import PostilMatching
import PostilModel
import PostilRules

/// Finds the places of one `sequence` in one region, from left to right without overlap.
///
/// At each place the longest span wins, of equal ones the first alternative; behind a gap the nearest element, where the
/// gap does not say otherwise. What can follow a place is worked out once, so the time grows with the number of states in
/// which an element takes something, of which a document may have so many.
struct SequenceSearch {
  /// The most states of one rule in a document.
  static let mostStates = 10_000

  /// One step of a match: what it took.
  private struct Step {
    let number: Int
    let span: Span
    var item: VisibleItem?
    var term: FoundTerm?
    var groups: [SightedPart] = []
  }

  /// A step, how often it took something, and the place reached.
  private struct State: Hashable {
    let step: Int
    var repetition = 0
    let offset: Int
    /// Whether any element took something before.
    var hasBegun = true
  }

  /// The best end from a state, and the way there.
  private struct Best {
    /// Behind the last element that took something.
    let end: Int
    /// Where the next element that takes something begins; nil when none does.
    let first: Int?
    let step: Step?
    let next: State?
  }

  private let sequence: ElementSequence
  private let region: Span
  private let checker: ConditionChecker
  private let tokens: [Token]
  private var known: [State: Best?] = [:]
  /// How many states were visited, those of earlier regions included.
  private(set) var states: Int

  init(_ sequence: ElementSequence, in region: Span, tokens: [Token], checker: ConditionChecker, states: Int) {
    self.sequence = sequence
    self.region = region
    self.tokens = tokens
    self.checker = checker
    self.states = states
  }

  /// Whether the limit was hit; what was found so far stands.
  var isExhausted: Bool { states > Self.mostStates }

  /// The matches.
  mutating func compositions() -> [Composition] {
    var found: [Composition] = []
    var end = region.start
    for start in starts() where start >= end && !isExhausted {
      let first = State(step: sequence.first, offset: start, hasBegun: false)
      guard let best = best(from: first), best.end > start else { continue }
      found.append(composition(from: first))
      end = best.end
    }
    return found
  }

  /// Where a match can begin.
  private func starts() -> [Int] {
    Set(sequence.beginnings.flatMap(starts)).sorted()
  }

  private func starts(of condition: Condition) -> [Int] {
    guard case .pattern(let pattern) = condition else {
      let found = checker.places(of: condition)
      return found.places.inside(region).map { found.spans[$0].start }
    }
    var starts: [Int] = []
    var offset = region.start
    while starts.count <= Self.mostStates, offset < region.end,
      let match = checker.firstMatch(of: pattern.anywhere, from: offset, end: region.end)
    {
      starts.append(match.span.start)
      offset = checker.subject.boundary(at: match.span.start + 1)
    }
    return starts
  }

  private mutating func best(from state: State) -> Best? {
    let step = sequence.steps[state.step]
    if case .end = step.content { return Best(end: state.offset, first: nil, step: nil, next: nil) }
    if let known = known[state] { return known }
    let best: Best?
    switch step.content {
    case .end: return nil
    case .fork: best = self.best(at: state)
    case .gap(let gap):
      guard count() else { return nil }
      known[state] = .some(nil)
      best = behind(gap, state)
    case .take(let condition):
      let taken = state.repetition == step.most ? [] : takings(of: condition, state)
      // A place where a step takes nothing is no way on; there are as many as gaps are wide.
      guard taken.isEmpty || count() else { return nil }
      known[state] = .some(nil)
      best = behind(taken, state)
    }
    known[state] = .some(best)
    return best
  }

  /// Counts a state; false where there are too many.
  private mutating func count() -> Bool {
    states += 1
    return !isExhausted
  }

  /// Of the ways on from a fork the longest, the first of equal ones.
  private mutating func best(at fork: State) -> Best? {
    var best: Best?
    for number in sequence.steps[fork.step].next {
      let next = State(step: number, offset: fork.offset, hasBegun: fork.hasBegun)
      guard let other = self.best(from: next), best.map({ other.end > $0.end }) ?? true else { continue }
      best = Best(end: other.end, first: other.first, step: nil, next: next)
    }
    return best
  }

  /// The longest way on: what a step can take, and, where it need not take more, what can follow without.
  private mutating func behind(_ taken: [Step], _ state: State) -> Best? {
    var best: Best?
    for step in taken {
      let next = State(step: state.step, repetition: state.repetition + 1, offset: step.span.end)
      guard let end = self.best(from: next)?.end, best.map({ end > $0.end }) ?? true else { continue }
      best = Best(end: end, first: state.offset, step: step, next: next)
    }
    if state.repetition >= sequence.steps[state.step].least {
      let next = beside(state)
      if let other = self.best(from: next), best.map({ other.end > $0.end }) ?? true {
        best = Best(end: other.end, first: other.first, step: nil, next: next)
      }
    }
    return best
  }

  /// The step behind that of `state`, at the same place.
  private func beside(_ state: State) -> State {
    State(step: sequence.steps[state.step].next[0], offset: state.offset, hasBegun: state.hasBegun)
  }

  /// The way on behind a gap, which takes text between two things that are taken, and else nothing.
  private mutating func behind(_ gap: Gap, _ state: State) -> Best? {
    let step = sequence.steps[state.step]
    guard state.hasBegun else {
      let next = beside(state)
      return best(from: next).map { Best(end: $0.end, first: $0.first, step: nil, next: next) }
    }
    var best: Best?
    for span in gaps(gap, step.least, step.most, at: state.offset) {
      // The next element begins behind the gap, so no wider one leads to a nearer.
      if gap.preference == .nearest, let first = best?.first, span.end > first { break }
      let next = State(step: step.next[0], offset: span.end)
      guard let other = self.best(from: next), let first = other.first, isBetter(other, than: best, gap) else {
        continue
      }
      best = Best(end: other.end, first: first, step: Step(number: state.step, span: span), next: next)
    }
    guard best == nil, step.canEnd else { return best }
    return Best(end: state.offset, first: nil, step: nil, next: nil)
  }

  private func isBetter(_ other: Best, than best: Best?, _ gap: Gap) -> Bool {
    guard let best, let first = best.first, let otherFirst = other.first else { return true }
    return gap.preference == .nearest ? otherFirst < first : other.end > best.end
  }

  /// What a step can take.
  private func takings(of condition: Condition, _ state: State) -> [Step] {
    let offset = state.offset
    guard offset < region.end else { return [] }
    if case .pattern(let pattern) = condition {
      guard
        let match = checker.firstMatch(of: pattern.anchored, from: offset, end: region.end)
      else { return [] }
      let groups = zip(pattern.anchored.captureNames, match.captures).compactMap { name, span in
        span.map { SightedPart(name: name, span: $0) }
      }
      return [Step(number: state.step, span: match.span, groups: groups)]
    }
    let found = checker.places(of: condition)
    return beginning(found, at: offset).filter { found.misfit($0, condition.tests) == nil }.map {
      Step(
        number: state.step, span: found.spans[$0], item: found.items.isEmpty ? nil : found.items[$0],
        term: found.terms.isEmpty ? nil : found.terms[$0])
    }
  }

  private func beginning(_ found: Occurrences, at offset: Int) -> [Int] {
    found.places.starting(from: offset).prefix { found.spans[$0].start == offset }
      .filter { found.spans[$0].end <= region.end }
  }

  /// The texts that a gap can take, the shortest first.
  func gaps(_ gap: Gap, _ least: Int, _ most: Int, at offset: Int) -> [Span] {
    let ends =
      gap.unit == .token
      ? tokenEnds(from: offset, least: least, most: most) : characterEnds(from: offset, least: least, most: most)
    return ends.map { Span(start: offset, end: $0) }.filter { span in
      !gap.not.contains { checker.standing($0, checker.places(of: $0).places.inside(span)) }
    }
  }

  /// Behind each token, and where the next one begins.
  private func tokenEnds(from offset: Int, least: Int, most: Int) -> [Int] {
    let first = tokens.partitioningIndex { $0.span.start >= offset }
    var ends: [Int] = []
    for count in least...most where first + count <= tokens.count {
      let end = count == 0 ? offset : tokens[first + count - 1].span.end
      let next = first + count < tokens.count ? tokens[first + count].span.start : end
      ends += (end == next ? [end] : [end, next]).filter { $0 >= offset && $0 <= region.end }
    }
    return ends
  }

  private func characterEnds(from offset: Int, least: Int, most: Int) -> [Int] {
    var ends: [Int] = []
    var end = offset
    for count in 0...most {
      if count >= least { ends.append(end) }
      guard end < region.end else { break }
      end = checker.subject.boundary(at: end + 1)
    }
    return ends.filter { $0 <= region.end }
  }

  private func composition(from first: State) -> Composition {
    var steps: [Step] = []
    var state: State? = first
    var end = first.offset
    while let current = state, let best = known[current] ?? nil {
      if let step = best.step { steps.append(step) }
      end = best.end
      state = best.next
    }
    return Composition(
      span: Span(start: first.offset, end: end), parts: parts(of: steps),
      alternatives: sequence.alternatives.isEmpty ? [] : Set(steps.flatMap { sequence.steps[$0.number].alternatives }))
  }

  /// What the named elements took, each from the first to the last of it, and the groups of patterns.
  private func parts(of taken: [Step]) -> [SightedPart] {
    var parts: [SightedPart] = []
    var ofOwner: [Int: Int] = [:]
    for step in taken {
      for owner in sequence.steps[step.number].owners {
        guard let place = ofOwner[owner] else {
          ofOwner[owner] = parts.count
          parts.append(
            SightedPart(
              name: sequence.ownerNames[owner], span: step.span, term: step.term, items: step.item.map { [$0] } ?? []))
          continue
        }
        parts[place].span = Span(start: parts[place].span.start, end: step.span.end)
        if let item = step.item { parts[place].items.append(item) }
      }
      parts += step.groups
    }
    return parts
  }
}
