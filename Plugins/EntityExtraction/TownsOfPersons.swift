import PostilModuleKit

/// Listed towns of which a document speaks as of persons and nowhere as of places: Merlo said. Once is enough where a list has the
/// name as one of persons.
struct TownsOfPersons {
  private struct Spoken {
    var towns: [Int] = []
    var persons: [Int] = []
    var isPlace = false
    /// A list has it as a name of persons.
    var isName = false
  }

  /// By the number of the proposal, the candidates of the contexts that speak of a person.
  let contexts: [Int: [Int]]

  init(_ proposals: [Mention], _ reader: ChunkReader) {
    var spoken: [String: Spoken] = [:]
    for (number, town) in proposals.enumerated() where Self.isSmall(town, reader) {
      spoken[town.text, default: Spoken()].towns.append(number)
      if !reader.known.traits(of: town.span).isDisjoint(with: [.surname, .given]) { spoken[town.text]?.isName = true }
      guard let context = reader.context(of: town.span) else { continue }
      if context.kind == .person { spoken[town.text]?.persons.append(context.candidate) }
      if context.kind == .location { spoken[town.text]?.isPlace = true }
    }
    var contexts: [Int: [Int]] = [:]
    for known in spoken.values where known.persons.count >= (known.isName ? 1 : 2) && !known.isPlace {
      for town in known.towns { contexts[town] = Array(known.persons.prefix(Mention.mostWitnesses)) }
    }
    self.contexts = contexts
  }

  /// Whether `town` is a place of few people by a list.
  private static func isSmall(_ town: Mention, _ reader: ChunkReader) -> Bool {
    town.facts?.population.map { $0 < reader.weights.townPopulation } ?? false
  }
}
