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
    var found: [Int] = []
    func add(_ teller: Int?) {
      if let teller, teller != place { found.append(teller) }
    }
    add(entity.tellers.name)
    if mention.kind == .person {
      if mention.role == nil { add(entity.tellers.role) }
      if let employer = mention.employer {
        add(employer)
      } else if entity.organization != nil {
        add(entity.tellers.organization)
      } else {
        add(entity.tellers.employer)
        add(entity.employer)
      }
    }
    if mention.acronym == nil { add(entity.tellers.acronym) }
    if mention.country == nil, mention.national == nil { add(entity.tellers.country) }
    return found
  }

  /// Adds the candidates that the features of the mention at `place` come from, beside its own.
  func addEvidence(at place: Int, to found: inout [Int]) {
    let mention = mentions[place]
    if let identity = identities[indices[place]] { found.append(identity) }
    if let definition = entities[indices[place]].definition { found.append(definition) }
    if mention.national != nil, mention.country == nil { found += nation.evidence }
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
