import PostilModuleKit

/// What a lexicon says of a word in a chunk.
struct WordTraits: OptionSet, Hashable {
  let rawValue: UInt32

  /// A given name.
  static let given = Self(rawValue: 1 << 0)
  /// A surname.
  static let surname = Self(rawValue: 1 << 1)
  /// A word that is also written small.
  static let word = Self(rawValue: 1 << 2)
  /// An article, preposition, weekday, …: in no name at its beginning.
  static let function = Self(rawValue: 1 << 3)
  /// A title or office.
  static let title = Self(rawValue: 1 << 4)
  /// An adjective or noun of nationality.
  static let demonym = Self(rawValue: 1 << 5)
  /// A part of a place that a list knows.
  static let place = Self(rawValue: 1 << 6)
  /// A part of another name that a list knows.
  static let listed = Self(rawValue: 1 << 7)
  /// Ends the name of an organization, or begins it before `of`.
  static let organizationHead = Self(rawValue: 1 << 8)
  /// Ends the name of a place.
  static let placeHead = Self(rawValue: 1 << 9)
  /// Begins the name of a place.
  static let placeStart = Self(rawValue: 1 << 10)
  /// Ends the name of an event, a work, a prize, a law.
  static let otherHead = Self(rawValue: 1 << 11)
  /// The form of a company.
  static let company = Self(rawValue: 1 << 12)
  /// A particle of personal names.
  static let particle = Self(rawValue: 1 << 13)
  /// Points to a side: North, Upper, New.
  static let direction = Self(rawValue: 1 << 14)
  /// Joins the parts of an organization's name: of, for.
  static let joint = Self(rawValue: 1 << 15)
  /// Stands between two names or within one: and.
  static let conjunction = Self(rawValue: 1 << 16)

  /// Begins the name of an organization: Universidad, Banco, Dynamo.
  static let organizationStart = Self(rawValue: 1 << 17)
  /// An article of another language, which begins names of all kinds: La, El.
  static let foreignArticle = Self(rawValue: 1 << 18)
  /// A given name that is also a common word: Faith, Rod.
  static let givenWord = Self(rawValue: 1 << 19)
  /// Letters behind a person's name that are no part of it: OBE, PhD.
  static let postNominal = Self(rawValue: 1 << 20)
  /// Ends the name of an institution that is a place as well, but first of all a body: Hospital.
  static let institutionHead = Self(rawValue: 1 << 21)
  /// Ends the name of a place that is an institution as well: Airport.
  static let facilityHead = Self(rawValue: 1 << 22)
  /// Heads of bodies in the plural, which begin the name of one before `of`: Centres for Disease Control.
  static let pluralHead = Self(rawValue: 1 << 23)

  /// An office with a joint of its own, which what it is of stands behind: Ambassador to.
  static let office = Self(rawValue: 1 << 24)
  /// What a minister or secretary is for, before the word for the office: Foreign Affairs Minister.
  static let portfolio = Self(rawValue: 1 << 25)

  /// All that may end or begin the name of a body, a place that acts like one, or an event.
  static let heads: WordTraits = [.organizationHead, .institutionHead, .facilityHead, .otherHead]

  /// What rules may say of a word, by name.
  static let named: [(name: String, traits: WordTraits)] = [
    ("given-name", .given), ("surname", .surname), ("word", .word), ("function-word", .function), ("title", .title),
    ("organization-head", .organizationHead), ("organization-start", .organizationStart), ("place-head", .placeHead),
    ("place-start", .placeStart),
    ("other-head", .otherHead), ("company-form", .company), ("name-particle", .particle), ("direction", .direction),
    ("joint", .joint), ("conjunction", .conjunction),
    ("foreign-article", .foreignArticle), ("given-word", .givenWord), ("post-nominal", .postNominal),
    ("institution-head", .institutionHead), ("facility-head", .facilityHead), ("plural-head", .pluralHead),
    ("office", .office), ("portfolio", .portfolio),
  ]

  /// A word that tells what an organization is, or one that is also written small.
  var isHeadOrWord: Bool { !isDisjoint(with: [.organizationHead, .company, .word]) }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Stands for what was not asked yet.
  static let unasked = Self(rawValue: 1 << 31)

  /// Nothing when `name` is none of ``named``.
  init(name: String?) { self = Self.named.first { $0.name == name }?.traits ?? [] }

  /// What the candidates of `origin` say of the words that they cover.
  init(of origin: CandidateOrigin) {
    switch origin.type {
    case "part": self.init(name: origin.features["part"]?.string)
    case "demonym": self = .demonym
    case "name":
      let isSure = origin.isTerm && origin.features["certainty"]?.string != Certainty.supposed.name
      let isPlace = origin.features["kind"]?.string == NameKind.location.rawValue
      self = !isSure ? [] : isPlace ? .place : .listed
    default: self = []
    }
  }
}
