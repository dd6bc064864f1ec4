import PostilModuleKit
import PostilNames

/// The entities of a document. Each question is a look into a table.
struct EntityRegister {
  private let spellings: Spellings
  private let linking: Linking
  private(set) var entities: [Entity] = []
  /// By the numbers of kind and key, and of kind and folded known name.
  private var byKey = NumberTable()
  private var byKnown = NumberTable()
  private var byInitials = NumberTable()
  /// By keys of bodies without the country before them.
  private var byPlain: [Int: Set<Int>] = [:]
  private var persons = PersonIndex()
  /// Where each person was named last so far.
  private var latest: [Int: Int] = [:]

  init(_ spellings: Spellings, _ linking: Linking = .usual) {
    self.spellings = spellings
    self.linking = linking
  }

  /// The entity of each mention; `mentions` are in the order of the text.
  mutating func enter(_ mentions: [Mention], _ definitions: [Definition]) -> [Int] {
    var result = [Int](repeating: -1, count: mentions.count)
    for place in mentions.indices where !mentions[place].name.isShort { result[place] = enter(mentions[place], place) }
    add(definitions, mentions, result)
    // What the mentions before mean decides between two persons of one surname.
    for place in mentions.indices where mentions[place].kind == .person {
      if mentions[place].name.isShort { result[place] = enter(mentions[place], place) }
      latest[result[place]] = place
    }
    return result.map { entities[$0].same ?? $0 }
  }

  private mutating func add(_ definitions: [Definition], _ mentions: [Mention], _ result: [Int]) {
    for definition in definitions {
      let place = mentions.partitioningIndex { $0.span.start >= definition.span.start }
      guard place < mentions.count, mentions[place].span == definition.span, result[place] >= 0 else { continue }
      let key = key(of: spellings.spelling(of: definition.shortText), mentions[place].kind)
      let old = byKey[key]
      byKey.set(key, to: result[place])
      if definition.isAcronym {
        entities[result[place]].define(acronym: definition.shortText, at: place, candidate: definition.candidate)
      }
      // The short form's own mentions were entered by themselves.
      if let old, old != result[place] { entities[old].same = result[place] }
    }
  }

  private func key(of spelling: Spelling, _ kind: NameKind) -> Int { Self.key(kind, spellings.key(spelling, kind)) }

  private static func key(_ kind: NameKind, _ text: Int) -> Int { text * NameKind.count + kind.number }

  /// The entity that `mention` means, made if there is none yet.
  private mutating func enter(_ mention: Mention, _ place: Int) -> Int {
    let person = person(of: mention)
    let index = entity(for: mention, person) ?? entities.count
    if index == entities.count {
      entities.append(Entity(mention, person, at: place))
    } else {
      entities[index].add(mention, person, at: place)
    }
    if let person {
      persons.add(person, index)
    } else {
      byKey.add(Self.key(mention.kind, mention.name.key), index)
    }
    learn(mention, index)
    return index
  }

  /// The parts of a person's name, with the generation that words beside it tell.
  private func person(of mention: Mention) -> NamedPerson? {
    guard let generation = mention.traits.generation, let person = mention.name.person, person.name.suffix == nil else {
      return mention.name.person
    }
    return NamedPerson(PersonName("\(mention.text) \(generation)"), spellings)
  }

  /// Learns the other names of the entity.
  private mutating func learn(_ mention: Mention, _ index: Int) {
    let kind = mention.kind
    if kind != .person, let short = mention.short { byKey.add(key(of: short, kind), index) }
    if let plain = mention.plain { byPlain[key(of: plain, kind), default: []].insert(index) }
    if let place = mention.name.place { byKey.add(key(of: place, kind), index) }
    if let initials = mention.name.initials { byInitials.add(initials, index) }
    if let known = mention.canonical.map(spellings.spelling(of:)) {
      byKnown.add(Self.key(kind, spellings.number(of: known.folded)), index)
      if kind != .person { byKey.add(key(of: known, kind), index) }
    }
  }

  /// The entity that `mention` means, if it is known.
  private func entity(for mention: Mention, _ person: NamedPerson?) -> Int? {
    let known = mention.canonical.flatMap {
      byKnown[Self.key(mention.kind, spellings.number(of: spellings.spelling(of: $0).folded))]
    }
    guard let person else {
      guard mention.canonical == nil else { return known ?? withOrWithoutCountry(mention) }
      return byKey[Self.key(mention.kind, mention.name.key)] ?? byInitials[mention.name.spelling.number]
        ?? withOrWithoutCountry(mention)
    }
    if person.isShort { return known ?? bearer(of: person, mention) ?? called(person, mention) }
    return persons.same(as: person) ?? known ?? spelledAlike(person, mention)
  }

  /// The body of the same name with or without a country before it, where there is only one.
  private func withOrWithoutCountry(_ mention: Mention) -> Int? {
    guard mention.kind == .organization else { return nil }
    if let plain = mention.plain {
      return byKey[key(of: plain, mention.kind)].flatMap { entities[$0].plains.isEmpty ? $0 : nil }
    }
    let found = byPlain[Self.key(mention.kind, mention.name.key)] ?? []
    return found.count == 1 ? found.first : nil
  }

  /// The first person whose names all agree with `person`, else the one that `person` ends, or that ends it.
  private func spelledAlike(_ person: NamedPerson, _ mention: Mention) -> Int? {
    let alike = persons.alike(person).filter { mayBe(mention, $0) }
    return alike.first { index in
      let full = entities[index].persons.filter { !$0.isShort }
      return !full.isEmpty && full.allSatisfy { allows(person.name.link(with: $0.name)) }
    }
      ?? alike.first { index in
        entities[index].persons.contains {
          allows(short: person.name.shortLink(to: $0.name)) || allows(short: $0.name.shortLink(to: person.name))
        }
      }
  }

  /// The person whom a surname alone means: the only one whose office is the mention's, else the one who was named last
  /// before it, else the first one.
  private func bearer(of person: NamedPerson, _ mention: Mention) -> Int? {
    let bearers = persons.alike(person).filter { index in
      mayBe(mention, index)
        && entities[index].persons.contains {
          $0.number == person.number || allows(short: person.name.shortLink(to: $0.name))
        }
    }
    if bearers.count < 2 { return bearers.first }
    if linking == .strict { return bearers.first { entities[$0].persons.allSatisfy(\.isShort) } }
    if let role = mention.role {
      let holders = bearers.filter { entities[$0].roles.contains(role) }
      if holders.count == 1 { return holders[0] }
    }
    return lastNamed(bearers) ?? bearers.first
  }

  /// The only person of the document with the given name that stands alone; when linking boldly the one named last.
  private func called(_ person: NamedPerson, _ mention: Mention) -> Int? {
    guard linking.allows(.givenName) else { return nil }
    let persons = persons.called(person).filter { mayBe(mention, $0) }
    return persons.count == 1 ? persons[0] : linking == .bold ? lastNamed(persons) : nil
  }

  private func lastNamed(_ indices: [Int]) -> Int? {
    indices.filter { latest[$0] != nil }.max { (latest[$0] ?? -1) < (latest[$1] ?? -1) }
  }

  private func allows(_ link: NameLink?) -> Bool { link.map { linking.allows($0) } ?? false }

  private func allows(short link: NameLink?) -> Bool { link.map { linking.allows(short: $0) } ?? false }

  /// Whether nothing that stands beside `mention` tells it from the person.
  private func mayBe(_ mention: Mention, _ index: Int) -> Bool {
    let entity = entities[index]
    if let gender = mention.traits.gender, let other = entity.gender, gender != other { return false }
    if let known = mention.canonical, !entity.mayBe(called: known) { return false }
    guard linking != .bold, let field = mention.traits.field else { return true }
    return entity.fields.isEmpty || entity.fields.contains(field)
  }
}
