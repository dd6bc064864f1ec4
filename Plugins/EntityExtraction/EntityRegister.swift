import PostilModuleKit
import PostilNames

/// The entities of a document. Each question is a look into a table.
struct EntityRegister {
  private struct Key: Hashable {
    let kind: NameKind
    let text: String
  }

  private(set) var entities: [Entity] = []
  private var byKey: [Key: Int] = [:]
  private var byKnown: [Key: Int] = [:]
  private var byParts: [PersonName: Int] = [:]
  private var byEnding: [String: [Int]] = [:]
  private var byInitials: [String: Int] = [:]
  /// The persons of two and more parts, by the first one.
  private var byFirst: [String: Set<Int>] = [:]

  /// The entity of each mention; `mentions` are in the order of the text.
  mutating func enter(_ mentions: [Mention], _ definitions: [Definition]) -> [Int] {
    var result = [Int](repeating: -1, count: mentions.count)
    for (place, mention) in mentions.enumerated() where !mention.isShort { result[place] = enter(mention, place) }
    add(definitions, mentions, result)
    // What the mentions before mean decides between two persons of one surname.
    var latest: [String: Int] = [:]
    for (place, mention) in mentions.enumerated() {
      let ending = mention.name.person?.ending
      if mention.isShort {
        result[place] = ending.flatMap { latest[$0] }.flatMap { fits(mention, $0) ? $0 : nil } ?? enter(mention, place)
      }
      if let ending, result[place] >= 0 { latest[ending] = result[place] }
    }
    return result.map { entities[$0].same ?? $0 }
  }

  private func fits(_ mention: Mention, _ index: Int) -> Bool {
    guard let name = mention.name.person else { return false }
    return entities[index].persons.contains { $0 == name || name.isShortForm(of: $0) }
  }

  private mutating func add(_ definitions: [Definition], _ mentions: [Mention], _ result: [Int]) {
    for definition in definitions {
      let place = mentions.partitioningIndex { $0.span.start >= definition.span.start }
      guard place < mentions.count, mentions[place].span == definition.span, result[place] >= 0 else { continue }
      let key = Key(
        kind: mentions[place].kind,
        text: Name(definition.shortText, mentions[place].kind, plain: definition.shortText).key)
      let old = byKey[key]
      byKey[key] = result[place]
      if definition.isAcronym {
        entities[result[place]].define(acronym: definition.shortText, at: place, candidate: definition.candidate)
      }
      // The short form's own mentions were entered by themselves.
      if let old, old != result[place] { entities[old].same = result[place] }
    }
  }

  /// The entity that `mention` means, made if there is none yet.
  private mutating func enter(_ mention: Mention, _ place: Int) -> Int {
    let index = entity(for: mention) ?? entities.count
    if index == entities.count {
      entities.append(Entity(mention, at: place))
    } else {
      entities[index].add(mention, at: place)
    }
    learn(mention, index)
    return index
  }

  private mutating func learn(_ mention: Mention, _ index: Int) {
    if let name = mention.name.person {
      if byParts[name] == nil {
        byParts[name] = index
        byEnding[name.ending, default: []].append(index)
        if name.parts.count > 1 { byFirst[name.parts[0], default: []].insert(index) }
        if let beginning = name.beginning, beginning != name.ending { byEnding[beginning, default: []].append(index) }
      }
    } else {
      byKey[Key(kind: mention.kind, text: mention.name.key)] =
        byKey[Key(kind: mention.kind, text: mention.name.key)] ?? index
    }
    if mention.kind == .organization, let short = mention.short {
      let key = Key(kind: .organization, text: Name(short, .organization, plain: short).key)
      byKey[key] = byKey[key] ?? index
    }
    if let rest = ShortForms.ofPlace(mention) {
      let key = Key(kind: .location, text: Name(rest, .location, plain: rest).key)
      byKey[key] = byKey[key] ?? index
    }
    if mention.kind == .organization, let initials = BodyName.initials(mention.text) {
      byInitials[initials] = byInitials[initials] ?? index
    }
    if let known = mention.canonical {
      let key = Key(kind: mention.kind, text: NameText.fold(known))
      byKnown[key] = byKnown[key] ?? index
      let name = Key(kind: mention.kind, text: Name(known, mention.kind, plain: known).key)
      if mention.kind != .person { byKey[name] = byKey[name] ?? index }
    }
  }

  /// The entity that `mention` means, if it is known.
  private func entity(for mention: Mention) -> Int? {
    let known = mention.canonical.flatMap { byKnown[Key(kind: mention.kind, text: NameText.fold($0))] }
    guard let name = mention.name.person else {
      guard mention.canonical == nil else { return known }
      return byKey[Key(kind: mention.kind, text: mention.name.key)] ?? byInitials[mention.text]
    }
    if let same = byParts[name] ?? known { return same }
    let alike = byEnding[name.ending] ?? []
    if name.parts.count > 1, let same = alike.first(where: { agrees(name, $0) }) { return same }
    let short = alike.first { index in
      entities[index].persons.contains { name.isShortForm(of: $0) || $0.isShortForm(of: name) }
    }
    return short ?? called(name)
  }

  /// The only person of the document with the given name that stands alone.
  private func called(_ name: PersonName) -> Int? {
    guard name.parts.count == 1, let persons = byFirst[name.parts[0]], persons.count == 1 else { return nil }
    return persons.first
  }

  private func agrees(_ name: PersonName, _ index: Int) -> Bool {
    entities[index].persons.contains { $0.agrees(with: name) }
  }
}
