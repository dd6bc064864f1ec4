import PostilModel

extension ElementSequence {
  /// All names that `as` and groups of patterns give.
  var names: [String] { Self.all(elements).flatMap(\.ownNames).uniqued() }

  /// What elements of a name ask for; nil where one of them takes a stretch of text.
  var asked: [String: [Condition]?] {
    Self.all(elements).reduce(into: [:]) { found, element in
      guard let name = element.name else { return }
      let known = found[name] ?? []
      found[name] = .some(known.flatMap { known in element.asked.map { known + $0 } })
    }
  }

  /// The names that may stand for several things of one match.
  var repeatedNames: Set<String> { Set(Self.counts(elements).filter { $0.value > 1 }.keys) }

  /// Every element, those in choices behind the choice.
  static func all(_ elements: [SequenceElement]) -> [SequenceElement] {
    elements.flatMap { [$0] + $0.alternatives.flatMap(all) }
  }

  /// How many things of a match a name may stand for, more than two counted as two.
  private static func counts(_ elements: [SequenceElement]) -> [String: Int] {
    elements.reduce(into: [:]) { counts, element in
      var own = element.alternatives.map(Self.counts).reduce(into: [String: Int]()) { $0.merge($1) { max($0, $1) } }
      if element.most > 1 { own = own.mapValues { _ in 2 } }
      for name in element.ownNames.uniqued() { own[name, default: 0] += 1 }
      counts.merge(own) { $0 + $1 }
    }
  }

  /// An element with a name that an earlier one of the same match has, though they do not take annotations of one type.
  static func clash(in elements: [SequenceElement]) -> (element: SequenceElement, name: String, first: Int)? {
    let numbers = all(elements)
    var known: [String: Int] = [:]
    return clash(in: elements, numbers: numbers, &known)
  }

  private static func clash(
    in elements: [SequenceElement], numbers: [SequenceElement], _ known: inout [String: Int]
  ) -> (element: SequenceElement, name: String, first: Int)? {
    for element in elements {
      for name in element.ownNames.uniqued() {
        guard let first = known[name] else {
          known[name] = numbers.firstIndex { $0.location == element.location }
          continue
        }
        if let type = element.annotationType, type == numbers[first].annotationType { continue }
        return (element, name, first)
      }
      // What stands in different alternatives is never of one match.
      let before = known
      for way in element.alternatives {
        var inside = before
        if let found = clash(in: way, numbers: numbers, &inside) { return found }
        known.merge(inside) { first, _ in first }
      }
    }
    return nil
  }
}
