import PostilModuleKit
import PostilNames

/// The entities of a document. Each question is a look into a table.
struct EntityRegister {
  private let spellings: Spellings
  private(set) var entities: [Entity] = []
  /// By the numbers of kind and key, and of kind and folded known name.
  private var byKey = NumberTable()
  private var byKnown = NumberTable()
  /// By the numbers of persons' parts, endings and first parts, and of bodies' initials.
  private var byParts = NumberTable()
  private var byEnding: [Int: [Int]] = [:]
  private var byInitials = NumberTable()
  /// The persons of two and more parts, by the first one.
  private var byFirst: [Int: Set<Int>] = [:]

  init(_ spellings: Spellings) { self.spellings = spellings }

  /// The entity of each mention; `mentions` are in the order of the text.
  mutating func enter(_ mentions: [Mention], _ definitions: [Definition]) -> [Int] {
    var result = [Int](repeating: -1, count: mentions.count)
    for place in mentions.indices where !mentions[place].name.isShort { result[place] = enter(mentions[place], place) }
    add(definitions, mentions, result)
    // What the mentions before mean decides between two persons of one surname.
    var latest = NumberTable()
    for place in mentions.indices {
      guard let person = mentions[place].name.person else { continue }
      if person.isShort {
        let last = latest[person.ending].flatMap { fits(person, $0) ? $0 : nil }
        result[place] = last ?? enter(mentions[place], place)
      }
      latest.set(person.ending, to: result[place])
    }
    return result.map { entities[$0].same ?? $0 }
  }

  private func fits(_ person: NamedPerson, _ index: Int) -> Bool {
    entities[index].persons.contains { $0.number == person.number || person.name.isShortForm(of: $0.name) }
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
    let index = entity(for: mention) ?? entities.count
    if index == entities.count {
      entities.append(Entity(mention, at: place))
    } else {
      entities[index].add(mention, at: place)
    }
    if let person = mention.name.person {
      learn(person, index)
    } else {
      byKey.add(Self.key(mention.kind, mention.name.key), index)
    }
    learn(mention, index)
    return index
  }

  private mutating func learn(_ person: NamedPerson, _ index: Int) {
    guard byParts.add(person.number, index) else { return }
    byEnding[person.ending, default: []].append(index)
    if !person.isShort, let first = person.first { byFirst[first, default: []].insert(index) }
    if let beginning = person.beginning, beginning != person.ending { byEnding[beginning, default: []].append(index) }
  }

  /// Learns the other names of the entity.
  private mutating func learn(_ mention: Mention, _ index: Int) {
    let kind = mention.kind
    if kind == .organization, let short = mention.short { byKey.add(key(of: short, kind), index) }
    if let place = mention.name.place { byKey.add(key(of: place, kind), index) }
    if let initials = mention.name.initials { byInitials.add(initials, index) }
    if let known = mention.canonical.map(spellings.spelling(of:)) {
      byKnown.add(Self.key(kind, spellings.number(of: known.folded)), index)
      if kind != .person { byKey.add(key(of: known, kind), index) }
    }
  }

  /// The entity that `mention` means, if it is known.
  private func entity(for mention: Mention) -> Int? {
    let known = mention.canonical.flatMap {
      byKnown[Self.key(mention.kind, spellings.number(of: spellings.spelling(of: $0).folded))]
    }
    guard let person = mention.name.person else {
      guard mention.canonical == nil else { return known }
      return byKey[Self.key(mention.kind, mention.name.key)] ?? byInitials[mention.name.spelling.number]
    }
    if let same = byParts[person.number] ?? known { return same }
    let alike = byEnding[person.ending] ?? []
    if !person.isShort, let same = alike.first(where: { agrees(person, $0) }) { return same }
    let short = alike.first { index in
      entities[index].persons.contains { person.name.isShortForm(of: $0.name) || $0.name.isShortForm(of: person.name) }
    }
    return short ?? called(person)
  }

  /// The only person of the document with the given name that stands alone.
  private func called(_ person: NamedPerson) -> Int? {
    guard person.name.parts.count == 1, let first = person.first, let persons = byFirst[first], persons.count == 1
    else { return nil }
    return persons.first
  }

  private func agrees(_ person: NamedPerson, _ index: Int) -> Bool {
    entities[index].persons.contains { $0.name.agrees(with: person.name) }
  }
}
