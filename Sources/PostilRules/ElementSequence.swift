import PostilDiagnostics

/// A `sequence`: its elements as they are written, and the steps that a search goes.
///
/// Repetitions of groups are written out, so that no step leads back and each state of a search is reached once.
public struct ElementSequence: Sendable {
  /// The most steps that a sequence may come to.
  static let mostSteps = 2000

  /// One step of a search; those that it leads to stand before it.
  public struct Step: Sendable {
    /// What is done there.
    public enum Content: Sendable {
      case end
      case take(Condition)
      case gap(Gap)
      /// The way on of the longest span, the first of equal ones.
      case fork
    }

    /// What is done there.
    public let content: Content
    /// The fewest and the most repetitions.
    public let least: Int, most: Int
    /// The steps that it leads to.
    public let next: [Int]
    /// Whether a match may end without taking anything from here on.
    public let canEnd: Bool
    /// Those named elements, by their numbers, of which what it takes is a part.
    public let owners: [Int]
    /// The alternatives, by their numbers, that it stands in.
    public let alternatives: [Int]
  }

  /// As written.
  public let elements: [SequenceElement]
  /// The end, then each step behind those that it leads to.
  public let steps: [Step]
  /// The step that a search begins with.
  public let first: Int
  /// The names of the named elements, by their numbers.
  public let ownerNames: [String]
  /// Where the alternatives of choices of several begin, by their numbers.
  public let alternatives: [SourceLocation]

  /// Makes the steps of elements.
  public init(_ elements: [SequenceElement]) {
    self.elements = elements
    var maker = StepMaker()
    first = maker.add(elements, then: 0, inside: StepMaker.Place())
    steps = maker.steps
    ownerNames = maker.ownerNames
    alternatives = maker.alternatives
  }

  /// How many steps elements come to.
  static func stepCount(of elements: [SequenceElement]) -> Int {
    elements.reduce(1) { count, element in
      let inside = element.alternatives.reduce(0) { min(mostSteps + 1, $0 + stepCount(of: $1)) }
      return min(mostSteps + 1, count + (inside == 0 ? 1 : element.most * (inside + 1)))
    }
  }

  /// What the first things that a match takes may be.
  public var beginnings: [Condition] {
    var found: [Condition] = []
    var open = [first]
    var seen: Set<Int> = []
    while let step = open.popLast() {
      guard seen.insert(step).inserted else { continue }
      if case .take(let condition) = steps[step].content {
        found.append(condition)
        if steps[step].least > 0 { continue }
      }
      open += steps[step].next
    }
    return found
  }
}

/// Makes the steps of a sequence, from its end to its beginning.
private struct StepMaker {
  /// The named elements and the alternatives that enclose an element.
  struct Place {
    var owners: [Int] = []
    var alternatives: [Int] = []
  }

  private(set) var steps = [
    ElementSequence.Step(content: .end, least: 0, most: 0, next: [], canEnd: true, owners: [], alternatives: [])
  ]
  private(set) var ownerNames: [String] = []
  private(set) var alternatives: [SourceLocation] = []

  /// - Returns: The step that `elements` begin with.
  mutating func add(_ elements: [SequenceElement], then next: Int, inside place: Place) -> Int {
    // Numbers go from left to right, steps from right to left.
    let numbered = elements.map { (element: $0, place: number($0, inside: place)) }
    return numbered.reversed().reduce(next) { add($1.element, then: $0, $1.place) }
  }

  /// The place of what stands in an element, with its own name and, for a choice, the number before its first alternative.
  private mutating func number(_ element: SequenceElement, inside place: Place) -> (own: Place, first: Int) {
    var own = place
    if let name = element.name {
      own.owners.append(ownerNames.count)
      ownerNames.append(name)
    }
    let first = alternatives.count
    if element.alternatives.count > 1 { alternatives += element.alternatives.map { $0[0].location } }
    return (own, first)
  }

  private mutating func add(_ element: SequenceElement, then next: Int, _ place: (own: Place, first: Int)) -> Int {
    switch element.content {
    case .condition(let condition): return add(.take(condition), element, [next], place.own)
    case .gap(let gap): return add(.gap(gap), element, [next], place.own)
    case .choice(let ways):
      let known = (ownerNames, alternatives)
      return (0..<element.most).reversed().reduce(next) { start, repetition in
        // Every repetition has the same names and alternatives.
        if repetition < element.most - 1 { (ownerNames, alternatives) = known }
        var starts = ways.enumerated().map { number, way in
          var inside = place.own
          if ways.count > 1 { inside.alternatives.append(place.first + number) }
          return add(way, then: start, inside: inside)
        }
        if repetition >= element.least { starts.append(next) }
        return starts.count == 1 ? starts[0] : add(.fork, element, starts, place.own)
      }
    }
  }

  private mutating func add(
    _ content: ElementSequence.Step.Content, _ element: SequenceElement, _ next: [Int], _ place: Place
  ) -> Int {
    let isPassed =
      switch content {
      case .take: element.least == 0
      default: true
      }
    steps.append(
      ElementSequence.Step(
        content: content, least: element.least, most: element.most, next: next,
        canEnd: isPassed && next.contains { steps[$0].canEnd }, owners: place.owners, alternatives: place.alternatives))
    return steps.count - 1
  }
}
