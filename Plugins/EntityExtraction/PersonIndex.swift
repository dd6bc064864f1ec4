import PostilNames

/// The persons of a document, by what spellings of their names have in common.
struct PersonIndex {
  private var byParts = NumberTable()
  private var byJoined = NumberTable()
  /// In the order in which they were met.
  private var byEnding: [Int: [Int]] = [:]
  /// Those of two and more parts, by the first one.
  private var byFirst: [Int: [Int]] = [:]

  /// Notes that `person` is a spelling of entity number `index`.
  mutating func add(_ person: NamedPerson, _ index: Int) {
    guard byParts.add(person.number, index) || byParts[person.number] != index else { return }
    byJoined.add(person.joined, index)
    for ending in person.endings { Self.add(index, to: &byEnding[ending, default: []]) }
    if !person.isShort, let first = person.first { Self.add(index, to: &byFirst[first, default: []]) }
  }

  private static func add(_ index: Int, to indices: inout [Int]) {
    if !indices.contains(index) { indices.append(index) }
  }

  /// The first entity with the very parts.
  func same(as person: NamedPerson) -> Int? { byParts[person.number] ?? byJoined[person.joined] }

  /// The entities whose surname may be one of `person`.
  func alike(_ person: NamedPerson) -> [Int] {
    guard person.endings.count > 1 else { return byEnding[person.ending] ?? [] }
    var found: [Int] = []
    for index in person.endings.flatMap({ byEnding[$0] ?? [] }) { Self.add(index, to: &found) }
    return found.sorted()
  }

  /// The entities whose first part `person` is.
  func called(_ person: NamedPerson) -> [Int] { person.first.flatMap { byFirst[$0] } ?? [] }
}
