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

  /// One step of a match: what an element took.
  private struct Step {
    let element: Int
    let span: Span
    var item: VisibleItem?
    var term: (lexicon: Lexicon, row: Int)?
    var groups: [SightedPart] = []
  }

  /// An element, how often it took something, and the place reached.
  private struct State: Hashable {
    let element: Int
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

  private let elements: [SequenceElement]
  private let region: Span
  private let checker: ConditionChecker
  private let tokens: [Token]
  private var known: [State: Best?] = [:]
  /// How many states were visited, those of earlier regions included.
  private(set) var states: Int

  init(_ elements: [SequenceElement], in region: Span, tokens: [Token], checker: ConditionChecker, states: Int) {
    self.elements = elements
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
      let first = State(element: 0, offset: start, hasBegun: false)
      guard let best = best(from: first), best.end > start else { continue }
      found.append(composition(from: first))
      end = best.end
    }
    return found
  }

  /// Where the first elements, up to the first that must be there, can begin.
  private func starts() -> [Int] {
    var starts: Set<Int> = []
    for element in elements {
      if case .condition(let condition) = element.content { starts.formUnion(self.starts(of: condition)) }
      if element.least > 0 { break }
    }
    return starts.sorted()
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
    if state.element == elements.count { return Best(end: state.offset, first: nil, step: nil, next: nil) }
    if let known = known[state] { return known }
    let element = elements[state.element]
    let taken = element.isGap || state.repetition == element.most ? [] : steps(state.element, at: state.offset)
    // A place where the element takes nothing is no way on; there are as many as gaps are wide.
    if element.isGap || !taken.isEmpty { states += 1 }
    guard !isExhausted else { return nil }
    known[state] = .some(nil)
    let best = element.gap.map { behind($0, state) } ?? behind(taken, state)
    known[state] = .some(best)
    return best
  }

  /// The longest way on: what an element can take, and, where it need not take more, what can follow without.
  private mutating func behind(_ taken: [Step], _ state: State) -> Best? {
    var best: Best?
    for step in taken {
      let next = State(element: state.element, repetition: state.repetition + 1, offset: step.span.end)
      guard let end = self.best(from: next)?.end, best.map({ end > $0.end }) ?? true else { continue }
      best = Best(end: end, first: state.offset, step: step, next: next)
    }
    if state.repetition >= elements[state.element].least {
      let next = State(element: state.element + 1, offset: state.offset, hasBegun: state.hasBegun)
      if let other = self.best(from: next), best.map({ other.end > $0.end }) ?? true {
        best = Best(end: other.end, first: other.first, step: nil, next: next)
      }
    }
    return best
  }

  /// The way on behind a gap, which takes text between two things that are taken, and else nothing.
  private mutating func behind(_ gap: Gap, _ state: State) -> Best? {
    let beside = State(element: state.element + 1, offset: state.offset, hasBegun: state.hasBegun)
    guard state.hasBegun else {
      return best(from: beside).map { Best(end: $0.end, first: $0.first, step: nil, next: beside) }
    }
    var best: Best?
    for span in gaps(elements[state.element], at: state.offset) {
      // The next element begins behind the gap, so no wider one leads to a nearer.
      if gap.preference == .nearest, let first = best?.first, span.end > first { break }
      let next = State(element: state.element + 1, offset: span.end)
      guard let other = self.best(from: next), let first = other.first, isBetter(other, than: best, gap) else {
        continue
      }
      best = Best(
        end: other.end, first: first, step: Step(element: state.element, span: span), next: next)
    }
    guard best == nil, elements[state.element...].allSatisfy({ $0.isGap || $0.least == 0 }) else { return best }
    return Best(end: state.offset, first: nil, step: nil, next: nil)
  }

  private func isBetter(_ other: Best, than best: Best?, _ gap: Gap) -> Bool {
    guard let best, let first = best.first, let otherFirst = other.first else { return true }
    return gap.preference == .nearest ? otherFirst < first : other.end > best.end
  }

  /// What an element can take at a place.
  private func steps(_ index: Int, at offset: Int) -> [Step] {
    guard offset < region.end, case .condition(let condition) = elements[index].content else { return [] }
    switch condition {
    case .pattern(let pattern):
      guard
        let match = checker.firstMatch(of: pattern.anchored, from: offset, end: region.end)
      else { return [] }
      let groups = zip(pattern.anchored.captureNames, match.captures).compactMap { name, span in
        span.map { SightedPart(name: name, span: $0) }
      }
      return [Step(element: index, span: match.span, groups: groups)]
    case .terms(let lexicons):
      return lexicons.flatMap { lexicon in
        let found = checker.occurrences(of: [lexicon])
        return beginning(found, at: offset).map {
          Step(element: index, span: found.spans[$0], term: (lexicon, found.rows[$0]))
        }
      }
    case .type(let type, let tests):
      let found = checker.occurrences(ofType: type)
      return beginning(found, at: offset).filter { found.items[$0].passes(tests) }.map {
        Step(element: index, span: found.spans[$0], item: found.items[$0])
      }
    }
  }

  private func beginning(_ found: Occurrences, at offset: Int) -> [Int] {
    found.places.starting(from: offset).prefix { found.spans[$0].start == offset }
      .filter { found.spans[$0].end <= region.end }
  }

  /// The texts that a gap can take, the shortest first.
  func gaps(_ element: SequenceElement, at offset: Int) -> [Span] {
    guard let gap = element.gap else { return [] }
    let ends =
      gap.unit == .token
      ? tokenEnds(from: offset, least: element.least, most: element.most)
      : characterEnds(from: offset, least: element.least, most: element.most)
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
    var parts: [SightedPart] = []
    for (index, element) in elements.enumerated() {
      let taken = steps.filter { $0.element == index }
      if let name = element.name, let begun = taken.first, let last = taken.last {
        parts.append(
          SightedPart(
            name: name, span: Span(start: begun.span.start, end: last.span.end), term: begun.term,
            items: taken.compactMap(\.item)))
      }
      parts += taken.flatMap(\.groups)
    }
    return Composition(span: Span(start: first.offset, end: end), parts: parts)
  }
}
