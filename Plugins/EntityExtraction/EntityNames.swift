import PostilModuleKit
import PostilNames

/// The features that the mentions of each entity get.
struct EntityNames {
  private let entities: [Entity]
  private let names: [String]
  /// The candidates of the identities that give the names.
  private let identities: [Int?]
  private let identifiers: [String]
  private let links: MentionLinks
  private let nation: Nation
  private let mentions: [Mention]
  /// The entity of each mention.
  private let indices: [Int]

  init(
    _ entities: [Entity], of mentions: [Mention], _ indices: [Int], in document: DocumentView, _ learned: Learned
  ) {
    self.entities = entities
    self.mentions = mentions
    self.indices = indices
    nation = Nation(of: document, learned)
    let known = Identities(document)
    let found = entities.map(known.name)
    names = zip(entities, found).map { $1?.name ?? $0.canonical }
    identities = found.map { $0?.candidate }
    identifiers = names.map { learned.spellings.spelling(of: $0).identifier }
    links = MentionLinks(learned.spellings)
  }

  /// The features of all mentions.
  func features() -> [Features] {
    // Most mentions tell nothing by themselves, so that those of one entity get the same.
    var shared = [Features?](repeating: nil, count: entities.count)
    var links = links
    return mentions.indices.map { place in
      let isSilent = isSilent(place)
      var features = isSilent ? shared[indices[place]] ?? features(at: place) : features(at: place)
      if isSilent { shared[indices[place]] = features }
      if let link = link(at: place, &links) { features["linkedBy"] = .string(link.rawValue) }
      return features
    }
  }

  /// Why the mention at `place` means its entity; nil where it is the entity's name.
  private func link(at place: Int, _ links: inout MentionLinks) -> NameLink? {
    let entity = indices[place]
    if mentions[place].text == name(at: place) { return nil }
    if mentions[place].national != nil { return .country }
    return links.link(mentions[place], to: entities[entity], number: entity, hasIdentity: identities[entity] != nil)
  }

  /// Whether all that is known of the mention at `place` is known of its entity.
  private func isSilent(_ place: Int) -> Bool {
    mentions[place].role == nil && mentions[place].employer == nil && mentions[place].country == nil
      && mentions[place].national == nil && mentions[place].kind == entities[indices[place]].kind
  }

  private func features(at place: Int) -> Features {
    let entity = indices[place]
    let kind = mentions[place].kind
    var features = Features()
    features["entity"] = .string(name(at: place))
    features["entityId"] = .string(kind.rawValue + ":" + identifier(at: place))
    if kind == .person {
      features["role"] = (mentions[place].role ?? entities[entity].role).map { .string($0) }
      features["organization"] = organization(at: place).map { .string($0) }
    }
    features["acronym"] = entities[entity].acronym.map { .string($0) }
    features["country"] = country(at: place).map { .string($0) }
    return features
  }

  /// The other mentions, by place, that the features of the mention at `place` come from.
  func tellers(at place: Int) -> [Int] {
    let entity = indices[place]
    let tellers = entities[entity].tellers
    var found: [Int] = []
    func add(_ teller: Int?) {
      if let teller, teller != place { found.append(teller) }
    }
    add(tellers.name)
    if mentions[place].kind == .person {
      if mentions[place].role == nil { add(tellers.role) }
      if let employer = mentions[place].employer {
        add(employer)
      } else if entities[entity].organization != nil {
        add(tellers.organization)
      } else {
        add(tellers.employer)
        add(entities[entity].employer)
      }
    }
    if mentions[place].acronym == nil { add(tellers.acronym) }
    if mentions[place].country == nil, mentions[place].national == nil { add(tellers.country) }
    return found
  }

  /// Adds the candidates that the features of the mention at `place` come from, beside its own.
  func addEvidence(at place: Int, to found: inout [Int]) {
    if let identity = identities[indices[place]] { found.append(identity) }
    if let definition = entities[indices[place]].definition { found.append(definition) }
    if mentions[place].national != nil, mentions[place].country == nil { found += nation.evidence }
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
    return entities[indices[place]].organization ?? entities[indices[place]].employer.map(name)
  }

  private func country(at place: Int) -> String? {
    mentions[place].country ?? (mentions[place].national == nil ? entities[indices[place]].country : nation.main)
  }
}
