import PostilNames

/// What the mentions of a document that mean one thing have in common.
struct Entity {
  let kind: NameKind
  /// The name that a lexicon gives it.
  var known: String?
  /// The fullest name of the document.
  var name: String
  var role: String?
  /// The body that a person works for: as a list names it, or the place of its mention.
  var organization: String?
  var employer: Int?
  var acronym: String?
  /// The country that it is, or lies in.
  var country: String?
  /// All spellings that were met.
  private(set) var spellings: Set<String>
  /// The entity that this one turned out to be.
  var same: Int?
  /// The spellings of two or more parts, for persons; of one part where there is no other.
  var persons: [PersonName]

  init(_ mention: Mention) {
    kind = mention.kind
    known = mention.canonical
    name = mention.text
    role = mention.role
    acronym = mention.acronym
    country = mention.country
    organization = mention.organization
    employer = mention.employer
    spellings = [mention.text]
    persons = mention.name.person.map { [$0] } ?? []
  }

  /// Takes over what `mention` knows.
  mutating func add(_ mention: Mention) {
    known = known ?? mention.canonical
    role = role ?? mention.role
    spellings.insert(mention.text)
    acronym = acronym ?? mention.acronym
    country = country ?? mention.country
    organization = organization ?? mention.organization
    employer = employer ?? mention.employer
    if let person = mention.name.person {
      if !persons.contains(person) { persons.append(person) }
      let parts = PersonName(name).parts
      if person.parts.count > parts.count || hasInitial(parts) && !hasInitial(person.parts) && person.parts.count > 1 {
        name = mention.text
      }
    } else if NameText.isAllCapitals(name) && !NameText.isAllCapitals(mention.text)
      || name == name.lowercased() && mention.text != name
    {
      name = mention.text
    }
  }

  /// The name to report.
  var canonical: String {
    if let known { return known }
    if kind == .person { return Self.plainSpelling(NameText.isAllCapitals(name) ? NameText.capitalized(name) : name) }
    if NameText.isAllCapitals(name), name.count > 5 || name.utf8.contains(0x20), acronym == nil {
      return NameText.capitalized(name)
    }
    return name
  }

  /// The persons' spelling without the marks and doubled vowels that transliterations from Arabic differ in.
  private static func plainSpelling(_ name: String) -> String {
    guard name.contains(where: { "’'‘ʿʾ`".contains($0) }) || name.lowercased().contains("al-") else { return name }
    var words: [String] = []
    for word in name.split(separator: " ") {
      var plain = String(word)
      while let last = plain.last, "’'‘ʿʾ`".contains(last) { plain.removeLast() }
      while plain.hasSuffix("aa") { plain.removeLast() }
      if plain.hasPrefix("al-") { plain = "Al-" + plain.dropFirst(3) }
      words.append(plain)
    }
    return words.joined(separator: " ")
  }

  private func hasInitial(_ parts: [String]) -> Bool { parts.contains { $0.count == 1 } }
}
