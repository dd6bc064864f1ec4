import PostilModuleKit
import PostilNames

/// The features that the mentions of each entity get.
struct EntityNames {
  private let entities: [Entity]
  private let names: [String]
  private let identifiers: [String]
  private let nation: Nation?

  init(_ entities: [Entity], in document: DocumentView) {
    self.entities = entities
    nation = Nation(of: document)
    let identities = Identities(document)
    names = entities.map { identities.name(of: $0) ?? $0.canonical }
    identifiers = names.map(NameText.identifier)
  }

  func features(of mention: Mention, _ index: Int) -> Features {
    let entity = entities[index]
    var (name, identifier) = (names[index], identifiers[index])
    if let way = mention.national, let nation {
      name = nation.complete(name, way)
      identifier = NameText.identifier(name)
    }
    var features: Features = ["entity": .string(name), "entityId": .string("\(mention.kind.rawValue):\(identifier)")]
    if mention.kind == .person, let role = entity.role { features["role"] = .string(role) }
    if let acronym = entity.acronym { features["acronym"] = .string(acronym) }
    if let country = entity.country, mention.kind != .person { features["country"] = .string(country) }
    return features
  }
}
