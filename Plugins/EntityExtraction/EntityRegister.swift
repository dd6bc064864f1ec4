/// The entities of a document.
struct EntityRegister {
  private(set) var entities: [Entity] = []

  /// The entity that `mention` means, made if there is none yet.
  mutating func enter(_ mention: Mention) -> Int {
    if let found = entity(for: mention) {
      entities[found].add(mention)
      return found
    }
    entities.append(Entity(mention))
    return entities.count - 1
  }

  /// Says that the names of `index` include `key`.
  mutating func add(key: String, acronym: String?, to index: Int) {
    entities[index].keys.insert(NameText.fold(key))
    if let acronym, entities[index].acronym == nil { entities[index].acronym = acronym }
  }

  /// The entity that `mention` means, if it is known.
  func entity(for mention: Mention) -> Int? {
    if let name = mention.person { person(name, mention) } else { named(mention) }
  }

  private func person(_ name: PersonName, _ mention: Mention) -> Int? {
    let persons = entities.indices.filter { entities[$0].kind == .person }
    if let same = persons.first(where: { entities[$0].persons.contains(name) }) { return same }
    if name.parts.count > 1 {
      if let same = persons.first(where: { entities[$0].persons.contains { $0.agrees(with: name) } }) { return same }
    }
    if let known = mention.canonical, let same = persons.first(where: { entities[$0].known == known }) { return same }
    return persons.first { entities[$0].persons.contains { name.isShortForm(of: $0) || $0.isShortForm(of: name) } }
  }

  private func named(_ mention: Mention) -> Int? {
    let key = mention.key
    let known = mention.canonical.map(NameText.fold)
    return entities.indices.first { index in
      let entity = entities[index]
      guard entity.kind == mention.kind else { return false }
      if let left = entity.known, let right = mention.canonical { return left == right }
      return entity.keys.contains(key) || known.map(entity.keys.contains) ?? false
    }
  }
}
