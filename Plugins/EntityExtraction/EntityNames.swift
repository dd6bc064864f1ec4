import PostilModuleKit
import PostilNames

/// The features that the mentions of each entity get.
struct EntityNames {
  private let entities: [Entity]
  private let names: [String]
  private let identifiers: [String]
  private let nation: Nation
  private let mentions: [Mention]
  /// The entity of each mention.
  private let indices: [Int]

  init(_ entities: [Entity], of mentions: [Mention], _ indices: [Int], in document: DocumentView) {
    self.entities = entities
    self.mentions = mentions
    self.indices = indices
    nation = Nation(of: document)
    let identities = Identities(document)
    names = entities.map { identities.name(of: $0) ?? $0.canonical }
    identifiers = names.map(NameText.identifier)
  }

  /// The features of the mention at `place`.
  func features(at place: Int) -> Features {
    let mention = mentions[place]
    let entity = entities[indices[place]]
    var features: Features = [
      "entity": .string(name(at: place)), "entityId": .string("\(mention.kind.rawValue):\(identifier(at: place))"),
    ]
    if mention.kind == .person {
      features["role"] = (mention.role ?? entity.role).map { .string($0) }
      features["organization"] = organization(at: place).map { .string($0) }
    }
    features["acronym"] = entity.acronym.map { .string($0) }
    features["country"] = country(at: place).map { .string($0) }
    return features
  }

  private func name(at place: Int) -> String {
    guard let way = mentions[place].national, let country = mentions[place].country ?? nation.main else {
      return names[indices[place]]
    }
    return nation.complete(names[indices[place]], by: country, way)
  }

  private func identifier(at place: Int) -> String {
    mentions[place].national == nil ? identifiers[indices[place]] : NameText.identifier(name(at: place))
  }

  /// The body of an office at the mention, else that of the person's first one.
  private func organization(at place: Int) -> String? {
    if let employer = mentions[place].employer { return name(at: employer) }
    let entity = entities[indices[place]]
    return entity.organization ?? entity.employer.map(name)
  }

  private func country(at place: Int) -> String? {
    let mention = mentions[place]
    return mention.country ?? (mention.national == nil ? entities[indices[place]].country : nation.main)
  }
}
