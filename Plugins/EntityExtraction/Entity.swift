import PostilModuleKit
import PostilNames

/// What the mentions of a document that mean one thing have in common.
struct Entity {
  let kind: NameKind
  /// The name that a lexicon gives it.
  var known: String?
  /// The fullest name of the document.
  private(set) var name: Name
  var role: String?
  /// The body that a person works for: as a list names it, or the place of its mention.
  var organization: String?
  var employer: Int?
  var acronym: String?
  /// The country that it is, or lies in.
  var country: String?
  /// The spellings that were met; one that comes back may stand there twice.
  private(set) var names: [Name]
  /// The short forms of a body, and its names without the country before them.
  private(set) var shorts: [Spelling] = []
  private(set) var plains: [Spelling] = []
  /// The mentions, by place, that tell its name, role, body, acronym and country.
  private(set) var tellers: Tellers
  /// The candidate of the definition that gives the acronym.
  private(set) var definition: Int?
  /// The entity that this one turned out to be.
  var same: Int?
  /// The parts of the spellings, for persons.
  private(set) var persons: [NamedPerson]
  /// What tells a person from others: the gender, the generation, all offices and the fields of those that exclude others.
  private(set) var gender: String?
  private let generation: String?
  private(set) var roles: Set<String> = []
  private(set) var fields: Set<String> = []

  /// Which mentions tell what is known of an entity; nil for what none tells.
  struct Tellers {
    var name: Int
    var role: Int?
    var organization: Int?
    var employer: Int?
    var acronym: Int?
    var country: Int?
  }

  /// - Parameters:
  ///   - person: The parts of a person's name.
  ///   - place: The mention's place among all.
  init(_ mention: Mention, _ person: NamedPerson?, at place: Int) {
    kind = mention.kind
    known = mention.canonical
    name = mention.name
    role = mention.role
    acronym = mention.acronym
    country = mention.country
    organization = mention.organization
    employer = mention.employer
    names = [mention.name]
    persons = person.map { [$0] } ?? []
    generation = mention.traits.generation
    tellers = Tellers(name: place)
    tell(mention, place)
    addTraits(of: mention)
  }

  private mutating func addTraits(of mention: Mention) {
    gender = gender ?? mention.traits.gender
    if let role = mention.role { roles.insert(role) }
    if let field = mention.traits.field { fields.insert(field) }
  }

  /// Whether the person may have the full name `known`.
  func mayBe(called known: String) -> Bool {
    if let own = self.known { return own == known }
    let name = PersonName(known)
    return persons.contains { $0.isShort || ($0.name.link(with: name) ?? $0.name.shortLink(to: name)) != nil }
  }

  /// Notes what the mention at `place` is the first to tell.
  private mutating func tell(_ mention: Mention, _ place: Int) {
    if let short = mention.short, shorts.last !== short { shorts.append(short) }
    if let plain = mention.plain, plains.last !== plain { plains.append(plain) }
    if mention.role != nil { tellers.role = tellers.role ?? place }
    if mention.organization != nil { tellers.organization = tellers.organization ?? place }
    if mention.employer != nil { tellers.employer = tellers.employer ?? place }
    if mention.acronym != nil { tellers.acronym = tellers.acronym ?? place }
    if mention.country != nil { tellers.country = tellers.country ?? place }
  }

  /// Takes the acronym that a definition at the mention at `place` gives, when there is none yet.
  mutating func define(acronym: String, at place: Int, candidate: Int) {
    guard self.acronym == nil else { return }
    self.acronym = acronym
    tellers.acronym = place
    definition = candidate
  }

  /// Takes over what `mention` knows.
  mutating func add(_ mention: Mention, _ person: NamedPerson?, at place: Int) {
    tell(mention, place)
    addTraits(of: mention)
    if known == nil, let canonical = mention.canonical {
      known = canonical
      tellers.name = place
    }
    role = role ?? mention.role
    if mention.name !== names.last { names.append(mention.name) }
    acronym = acronym ?? mention.acronym
    country = country ?? mention.country
    organization = organization ?? mention.organization
    employer = employer ?? mention.employer
    if let person {
      if !persons.contains(where: { $0.number == person.number }) { persons.append(person) }
      if let fullest = name.person, person.isFuller(than: fullest) { rename(mention, place) }
    } else if mention.name !== name {
      let (old, new) = (name.spelling, mention.name.spelling)
      let isFuller = mention.plain?.bodyKey == old.bodyKey
      if isFuller || old.isAllCapitals && !new.isAllCapitals || old.number != new.number && old.isAllSmall {
        rename(mention, place)
      }
    }
  }

  private mutating func rename(_ mention: Mention, _ place: Int) {
    name = mention.name
    if known == nil { tellers.name = place }
  }

  /// The name to report.
  var canonical: String {
    if let known { return known }
    let reported = name.reported(hasAcronym: acronym != nil)
    guard let generation, name.person?.name.suffix == nil else { return reported }
    return "\(reported) \(generation)"
  }
}
