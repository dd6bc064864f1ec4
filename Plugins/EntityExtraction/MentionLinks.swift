import PostilNames

/// Why the words of mentions mean their entities. The same words of one entity are asked about once.
struct MentionLinks {
  private struct Key: Hashable {
    let entity: Int
    let name: ObjectIdentifier
    let decision: NameDecision?
  }

  private let spellings: Spellings
  private var known: [Key: NameLink] = [:]

  init(_ spellings: Spellings) { self.spellings = spellings }

  /// Why `mention`, whose words are not the name of entity number `number`, means it.
  mutating func link(_ mention: Mention, to entity: Entity, number: Int, hasIdentity: Bool) -> NameLink {
    let key = Key(entity: number, name: ObjectIdentifier(mention.name), decision: mention.cause?.decision)
    if let link = known[key] { return link }
    let link = made(mention, entity, hasIdentity)
    known[key] = link
    return link
  }

  private func made(_ mention: Mention, _ entity: Entity, _ hasIdentity: Bool) -> NameLink {
    if hasIdentity, spellings.spelling(of: entity.canonical).folded == mention.name.spelling.folded {
      return .identityTable
    }
    if mention.cause?.decision == .headOfName { return .headNoun }
    if mention.name.spelling.folded == spellings.spelling(of: entity.canonical).folded { return .sameName }
    if mention.canonical != nil { return mention.isByOffice ? .office : .list }
    return (mention.kind == .person ? ofPerson(mention, entity) : ofOther(mention, entity))
      ?? (hasIdentity ? .identityTable : entity.known == nil ? .sameName : .list)
  }

  private func ofPerson(_ mention: Mention, _ entity: Entity) -> NameLink? {
    guard let person = mention.name.person else { return nil }
    let full = [PersonName(entity.canonical)] + entity.persons.map(\.name)
    for name in full where name.parts.count > 1 {
      if let link = person.name.link(with: name) ?? person.name.shortLink(to: name) { return link }
      if person.name.isFirstPart(of: name) { return .givenName }
    }
    return nil
  }

  private func ofOther(_ mention: Mention, _ entity: Entity) -> NameLink? {
    if entity.acronym == mention.text { return entity.definition == nil ? .acronym : .definition }
    if entity.names.contains(where: { $0.initials == mention.name.spelling.number }) { return .acronym }
    let key = spellings.key(mention.name.spelling, mention.kind)
    if entity.plains.contains(where: { spellings.key($0, mention.kind) == key }) { return .country }
    let shorts = entity.names.compactMap(\.place) + entity.shorts
    return shorts.contains { spellings.key($0, mention.kind) == key } ? .shortName : nil
  }
}
