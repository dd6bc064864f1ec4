import PostilModuleKit
import PostilNames

/// The features that the mentions of each entity get.
struct EntityNames {
  private let entities: [Entity]
  private let names: [String]
  /// The candidates of the identities that give the names.
  private let identities: [Int?]
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
    let known = Identities(document)
    let found = entities.map(known.name)
    names = zip(entities, found).map { $1?.name ?? $0.canonical }
    identities = found.map { $0?.candidate }
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

  /// The other mentions, by place, that the features of the mention at `place` come from.
  func tellers(at place: Int) -> [Int] {
    let mention = mentions[place]
    let entity = entities[indices[place]]
    var found: [Int?] = [entity.tellers.name]
    if mention.kind == .person {
      if mention.role == nil { found.append(entity.tellers.role) }
      if let employer = mention.employer {
        found.append(employer)
      } else if entity.organization != nil {
        found.append(entity.tellers.organization)
      } else {
        found += [entity.tellers.employer, entity.employer]
      }
    }
    if mention.acronym == nil { found.append(entity.tellers.acronym) }
    if mention.country == nil, mention.national == nil { found.append(entity.tellers.country) }
    return found.compactMap { $0 }.filter { $0 != place }
  }

  /// The candidates that the features of the mention at `place` come from, beside its own.
  func evidence(at place: Int) -> [Int] {
    let mention = mentions[place]
    let entity = entities[indices[place]]
    var found = [identities[indices[place]], entity.definition].compactMap { $0 }
    if mention.national != nil, mention.country == nil { found += nation.evidence }
    return found
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
