import PostilModuleKit
import PostilNames
import Testing

@testable import EntityExtraction

/// Which mentions mean the same, how names come back, and which country completes them: `EntityRegister`, `Definition`,
/// `ShortForms`, `Nation`.
@Suite struct EntityTests {
  private static func mentions(
    _ names: [(String, NameKind)], prefix: String = "", given: [String] = ["Mira", "Thomas"]
  ) -> (
    [Mention], HandMade
  ) {
    let text = names.map(\.0).joined(separator: ". ")
    let made = HandMade(
      text, behind: prefix,
      given.map { ("part", ["part": "given-name"], $0) } + [
        ("part", ["part": "word"], "Mining"), ("part", ["part": "company-form"], "Ltd"),
      ])
    var maker = made.maker
    var start = prefix.utf8.count
    let mentions = names.map { name, kind in
      let span = Span(start: start, end: start + name.utf8.count)
      start = span.end + 2
      return maker.mention(span, kind, .sure, by: .decision(.term))
    }
    return (mentions, made)
  }

  struct Group: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let names: [(String, NameKind)]
    /// The name of each mention's entity.
    let entities: [String]
    /// What stands beside the mentions, by place.
    let roles: [Int: String]
    let traits: [Int: PersonTraits]

    init(
      _ description: String, _ names: [(String, NameKind)], _ entities: [String], roles: [Int: String] = [:],
      traits: [Int: PersonTraits] = [:]
    ) {
      testDescription = description
      self.names = names
      self.entities = entities
      self.roles = roles
      self.traits = traits
    }

    func mentions(_ made: [Mention]) -> [Mention] {
      made.enumerated().map { place, mention in
        var mention = mention
        mention.role = roles[place]
        mention.traits = traits[place] ?? PersonTraits()
        return mention
      }
    }
  }

  static let groups = [
    Group("a surname", [("Mira Kostrel", .person), ("Kostrel", .person)], ["Mira Kostrel", "Mira Kostrel"]),
    Group(
      "a surname before the full name", [("Kostrel", .person), ("Mira Kostrel", .person)],
      ["Mira Kostrel", "Mira Kostrel"]),
    Group(
      "the last person of the surname",
      [("Mira Kostrel", .person), ("Thomas Kostrel", .person), ("Kostrel", .person)],
      ["Mira Kostrel", "Thomas Kostrel", "Thomas Kostrel"]),
    Group(
      "the person of the surname named again",
      [("Mira Kostrel", .person), ("Thomas Kostrel", .person), ("Mira Kostrel", .person), ("Kostrel", .person)],
      ["Mira Kostrel", "Thomas Kostrel", "Mira Kostrel", "Mira Kostrel"]),
    Group("an initial", [("M. Kostrel", .person), ("Mira Kostrel", .person)], ["Mira Kostrel", "Mira Kostrel"]),
    Group("a given name", [("Mira Kostrel", .person), ("Mira", .person)], ["Mira Kostrel", "Mira Kostrel"]),
    Group(
      "a given name of two", [("Mira Kostrel", .person), ("Mira Holm", .person), ("Mira", .person)],
      ["Mira Kostrel", "Mira Holm", "Mira"]),
    Group("another surname", [("Mira Kostrel", .person), ("Mira Holm", .person)], ["Mira Kostrel", "Mira Holm"]),
    Group("one word of two kinds", [("Korr", .location), ("Korr", .organization)], ["Korr", "Korr"]),
    Group(
      "initials of a body", [("Velmora Water Authority", .organization), ("VWA", .organization)],
      ["Velmora Water Authority", "Velmora Water Authority"]),
    Group(
      "a company without its form", [("Torvex Mining Ltd", .organization), ("Torvex Mining", .organization)],
      ["Torvex Mining Ltd", "Torvex Mining Ltd"]),
    Group(
      "the short name of a company", [("Torvex Mining", .organization), ("Torvex", .organization)],
      ["Torvex Mining", "Torvex Mining"]),
    Group(
      "the place of a state", [("Republic of Korr", .location), ("Korr", .location)],
      ["Republic of Korr", "Republic of Korr"]),
    Group("sound", [("Carla Powen", .person), ("Pohn", .person)], ["Carla Powen", "Pohn"]),
    Group("sound: Ghani", [("Tom Kane", .person), ("Ghani", .person)], ["Tom Kane", "Ghani"]),
    Group("sound: Starr", [("Iven Sater", .person), ("Starr", .person)], ["Iven Sater", "Starr"]),
    Group("sound: Powell", [("Orla Pool", .person), ("Powell", .person)], ["Orla Pool", "Powell"]),
    Group(
      "another script", [("Nadia Khodarov", .person), ("Hodarov", .person)], ["Nadia Khodarov", "Nadia Khodarov"]),
    Group(
      "given names behind one initial",
      [("J. Varnell", .person), ("Jonas Varnell", .person), ("Julia Varnell", .person)],
      ["Jonas Varnell", "Jonas Varnell", "Julia Varnell"]),
    Group(
      "the one of the surname who holds the office",
      [("Ivan Rask", .person), ("Maria Rask", .person), ("Rask", .person), ("Rask", .person)],
      ["Ivan Rask", "Maria Rask", "Ivan Rask", "Maria Rask"],
      roles: [0: "president", 1: "senator", 2: "president", 3: "senator"]),
    Group(
      "the last one named where both hold it", [("Ivan Rask", .person), ("Maria Rask", .person), ("Rask", .person)],
      ["Ivan Rask", "Maria Rask", "Maria Rask"], roles: [0: "senator", 1: "senator", 2: "senator"]),
    Group(
      "fields of office", [("Ivan Rask", .person), ("Rask", .person)], ["Ivan Rask", "Rask"],
      traits: [0: PersonTraits(field: "bench"), 1: PersonTraits(field: "foreign")]),
    Group(
      "one field of office", [("Ivan Rask", .person), ("Rask", .person)], ["Ivan Rask", "Ivan Rask"],
      traits: [1: PersonTraits(field: "foreign")]),
    Group(
      "gender", [("Thomas Korv", .person), ("Mira Korv", .person), ("Korv", .person), ("Korv", .person)],
      ["Thomas Korv", "Mira Korv", "Thomas Korv", "Mira Korv"],
      traits: [
        0: PersonTraits(gender: "m"), 1: PersonTraits(gender: "f"), 2: PersonTraits(gender: "m"),
        3: PersonTraits(gender: "f"),
      ]),
    Group(
      "a gender of nobody", [("Thomas Korv", .person), ("Korv", .person)], ["Thomas Korv", "Korv"],
      traits: [0: PersonTraits(gender: "m"), 1: PersonTraits(gender: "f")]),
    Group(
      "generations", [("Bran Osk", .person), ("Bran Osk", .person)], ["Bran Osk Sr.", "Bran Osk Jr."],
      traits: [0: PersonTraits(generation: "Sr."), 1: PersonTraits(generation: "Jr.")]),
    Group(
      "generations in the name", [("Bran Osk Jr.", .person), ("Bran Osk", .person), ("Bran Osk III", .person)],
      ["Bran Osk Jr.", "Bran Osk", "Bran Osk III"]),
    Group(
      "a generation in both ways", [("Bran Osk Jr.", .person), ("Bran Osk", .person)],
      ["Bran Osk Jr.", "Bran Osk Jr."],
      traits: [1: PersonTraits(generation: "Jr.")]),
    Group("capitals", [("VELMORA", .location), ("Velmora", .location)], ["Velmora", "Velmora"]),
  ]

  @Test(arguments: groups, ["", "é 👩‍👩‍👧 العراق. "])
  func `mentions of one thing are one entity`(_ c: Group, prefix: String) {
    let (named, made) = Self.mentions(c.names, prefix: prefix)
    var register = EntityRegister(made.learned.spellings)
    let entities = register.enter(c.mentions(named), [])
    #expect(entities.map { register.entities[$0].canonical } == c.entities)
    #expect(entities.map { register.entities[$0].kind } == c.names.map(\.1))
  }

  struct Level: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let names: [String]
    /// The name of the last mention's entity, for each level.
    let entities: [Linking: String]
  }

  static let levels = [
    Level(
      testDescription: "letters of another script", names: ["Nadia Khodarov", "Hodarov"],
      entities: [.strict: "Hodarov", .usual: "Nadia Khodarov", .bold: "Nadia Khodarov"]),
    Level(
      testDescription: "initials", names: ["Mira Kostrel", "M. Kostrel"],
      entities: [.strict: "M. Kostrel", .usual: "Mira Kostrel", .bold: "Mira Kostrel"]),
    Level(
      testDescription: "a surname of two", names: ["Mira Kostrel", "Thomas Kostrel", "Kostrel"],
      entities: [.strict: "Kostrel", .usual: "Thomas Kostrel", .bold: "Thomas Kostrel"]),
    Level(
      testDescription: "a surname of one", names: ["Mira Kostrel", "Kostrel"],
      entities: [.strict: "Mira Kostrel", .usual: "Mira Kostrel", .bold: "Mira Kostrel"]),
    Level(
      testDescription: "a given name of two", names: ["Mira Kostrel", "Mira Holm", "Mira"],
      entities: [.strict: "Mira", .usual: "Mira", .bold: "Mira Holm"]),
  ]

  @Test(arguments: levels, Linking.allCases)
  func `a level says how bold linking is`(_ c: Level, linking: Linking) {
    let (mentions, made) = Self.mentions(c.names.map { ($0, .person) })
    var register = EntityRegister(made.learned.spellings, linking)
    let entities = register.enter(mentions, [])
    #expect(entities.last.map { register.entities[$0].canonical } == c.entities[linking])
  }

  @Test func `an entity knows which mention tells its name and its office`() throws {
    let (named, made) = Self.mentions([("Kostrel", .person), ("Mira Kostrel", .person), ("Kostrel", .person)])
    var mentions = named
    mentions[0].role = "captain"
    var register = EntityRegister(made.learned.spellings)
    let entities = register.enter(mentions, [])
    #expect(Set(entities).count == 1)
    let tellers = register.entities[entities[0]].tellers
    #expect(tellers.name == 1)
    #expect(tellers.role == 0)
    #expect(tellers.country == nil)
  }

  struct Brackets: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The name that stands before the brackets already.
    let standing: String?
    /// The long name and its decision; nil when the brackets define nothing.
    let expected: String?

    init(_ description: String, _ text: String, standing: String? = nil, _ expected: String?) {
      testDescription = description
      self.text = text
      self.standing = standing
      self.expected = expected
    }
  }

  static let brackets = [
    Brackets("initials", "They saw the Velmora Water Authority (VWA)", "Velmora Water Authority definedInitials"),
    Brackets(
      "initials over small words", "They saw the Bank of Northern Korr (BNK)", "Bank of Northern Korr definedInitials"),
    Brackets("a plural", "They saw Quick River Cats (QRCs)", "Quick River Cats definedInitials"),
    Brackets("other initials", "They saw the Velmora Water Authority (VXA)", nil),
    Brackets(
      "a coined name", "the Natural Rivers Board (Natrivers)", standing: "Natural Rivers Board",
      "Natural Rivers Board definedShortName"),
    Brackets("a coined name without a body", "the Natural Rivers Board (Natrivers)", nil),
    Brackets("a word of the name", "the VX Board (VX)", standing: "VX Board", "VX Board definedWord"),
  ]

  @Test(arguments: brackets, ["", "é 👩‍👩‍👧 العراق. "])
  func `brackets define a short form`(_ c: Brackets, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix, [("definition", [:], c.text)])
    let candidate = try #require(made.document.candidates.first)
    let long = try #require(candidate.capture("long"))
    let short = try #require(candidate.capture("short"))
    var maker = made.maker
    let standing = c.standing.map { maker.mention(made.span($0), .organization, .sure, by: .decision(.term)) }
    let found = Definition(long: long, short: short, candidate: 0, in: made.document, standing: standing)
    #expect(found.map { "\(made.words($0.span)) \($0.decision)" } == c.expected)
    #expect(found.map(\.isStanding) ?? false == (c.standing != nil))
  }

  @Test func `a definition gives its short form to the entity of the long one`() throws {
    let made = HandMade("Velmora Water Authority (VWA)", [("definition", [:], "Velmora Water Authority (VWA)")])
    var maker = made.maker
    let long = maker.mention(made.span("Velmora Water Authority"), .organization, .sure, by: .decision(.definedName))
    let short = maker.mention(made.span("VWA"), .organization, .sure, by: .decision(.definedInitials))
    let definition = try #require(
      Definition(long: long.span, short: short.span, candidate: 0, in: made.document, standing: nil))
    var register = EntityRegister(made.learned.spellings)
    let entities = register.enter([long, short], [definition])
    #expect(entities == [0, 0])
    #expect(register.entities[0].acronym == "VWA")
    #expect(register.entities[0].definition == 0)
  }

  struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let name: String
    let kind: NameKind
    let forms: Set<String>

    init(_ name: String, _ kind: NameKind, _ forms: Set<String>) {
      testDescription = name
      self.name = name
      self.kind = kind
      self.forms = forms
    }
  }

  static let forms = [
    Form(
      "Mira Kostrel", .person,
      ["Mira Kostrel sameSpelling", "MIRA KOSTREL otherCase", "Kostrel surnameAlone", "KOSTREL surnameAlone"]),
    Form(
      "Mira van Holm", .person,
      [
        "Mira van Holm sameSpelling", "MIRA VAN HOLM otherCase", "van Holm surnameAlone", "Van Holm surnameAlone",
        "VAN HOLM surnameAlone", "Holm surnameAlone", "HOLM surnameAlone",
      ]),
    Form(
      "Al-Quar", .person,
      [
        "Al-Quar sameSpelling", "AL-QUAR otherCase", "Quar withoutArticle", "QUAR withoutArticle",
        "al-Quar withoutArticle", "Al-Quar withoutArticle", "AL-QUAR withoutArticle",
      ]),
    Form(
      "Torvex Mining", .organization,
      ["Torvex Mining sameSpelling", "TORVEX MINING otherCase", "Torvex shortForm", "TORVEX shortForm"]),
    Form(
      "Republic of Korr", .location,
      ["Republic of Korr sameSpelling", "REPUBLIC OF KORR otherCase", "Korr placeAlone", "KORR placeAlone"]),
    Form("VELMORA", .location, ["VELMORA sameSpelling", "Velmora otherCase"]),
    Form("VWX", .organization, ["VWX sameSpelling"]),
  ]

  @Test(arguments: forms, ["", "é 👩‍👩‍👧 العراق. "])
  func `a name comes back in its short forms`(_ c: Form, prefix: String) {
    let (mentions, made) = Self.mentions([(c.name, c.kind)], prefix: prefix)
    let forms = withExtendedLifetime(made) { mentions[0].name.forms(mentions[0].short) }
    #expect(Set(forms.map { "\($0.spelling.text) \($0.decision)" }) == c.forms)
  }

  @Test(arguments: [
    ("kostrel", false), ("al-Quar", true), ("Kostrel@home", false), ("Kostrel", true), ("van Holm", true),
  ])
  func `a short form may not stand everywhere`(text: String, may: Bool) {
    let made = HandMade(text, behind: "é ", [])
    let name = String(text.prefix { $0 != "@" })
    #expect(ShortForms.mayStand(made.span(name), in: made.document) == may)
  }

  struct Country: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let main: String?
  }

  static let countries = [
    Country(testDescription: "more than half", text: "Korr met Korrish crews in Velm", main: "Korr"),
    Country(testDescription: "half", text: "Korr met Korrish crews in Velm and Velm", main: nil),
    Country(testDescription: "once", text: "Korrish crews met", main: nil),
    Country(testDescription: "no adjective", text: "Velm met Velm", main: nil),
    Country(testDescription: "persons do not count", text: "Mira met Mira and Velm", main: nil),
  ]

  private static func nation(_ text: String, _ prefix: String) -> (Nation, HandMade) {
    let made = HandMade(
      text, behind: prefix,
      [
        ("name", ["kind": "location", "country": "Korr"], "Korr"),
        ("demonym", ["country": "Korr", "demonym": "Korrish"], "Korrish"),
        ("name", ["kind": "location", "country": "Velm"], "Velm"),
        ("name", ["kind": "person", "country": "Mirland", "demonym": "Mirish"], "Mira"),
      ])
    return (Nation(of: made.document, made.learned), made)
  }

  @Test(arguments: countries, ["", "é 👩‍👩‍👧 العراق. "])
  func `a document is about the country that it names most`(_ c: Country, prefix: String) {
    let (nation, made) = Self.nation(c.text, prefix)
    #expect(nation.main == c.main)
    let evidence = nation.evidence.map { made.document.candidates[$0].features["country"]?.string }
    #expect(Set(evidence) == Set(c.main.map { [$0] } ?? []))
  }

  @Test func `a country completes a name by its adjective or behind of`() {
    let (nation, _) = Self.nation("Korr met Korrish crews", "")
    #expect(nation.complete("Water Ministry", by: "Korr", "demonym") == "Korrish Water Ministry")
    #expect(nation.complete("Korrish Water Ministry", by: "Korr", "demonym") == "Korrish Water Ministry")
    #expect(nation.complete("Bank", by: "Korr", "of") == "Bank of Korr")
    #expect(nation.complete("Bank", by: "Velm", "demonym") == "Bank")
  }
}
