import PostilNames

/// A spelling as the name of a thing of one kind; many mentions share one.
final class Name {
  let kind: NameKind
  /// As a reader sees it.
  let spelling: Spelling
  /// The form of a company is its last word.
  private let isCompany: Bool
  /// As it stands in the text.
  private let written: Spelling
  private unowned let spellings: Spellings
  private var known: (short: Spelling?, forms: [ShortForms.Form])?

  var text: String { spelling.text }

  /// - Parameters:
  ///   - written: As it stands in the text.
  ///   - isCompany: Its last word is the form of a company.
  init(_ written: Spelling, _ kind: NameKind, isCompany: Bool, _ spellings: Spellings) {
    self.kind = kind
    self.written = written
    self.isCompany = isCompany
    self.spellings = spellings
    spelling = spellings.clean(written)
  }

  /// The number of the folded text, by which spellings are compared, without what the name may leave out.
  private(set) lazy var key = spellings.number(of: folded)
  /// The parts of a person's name; nil for other kinds.
  private(set) lazy var person = kind == .person ? NamedPerson(PersonName(text), spellings) : nil
  /// The number of a body's initials.
  private(set) lazy var initials =
    kind == .organization ? BodyName.initials(text).map(spellings.number(of:)) : nil
  /// What a state's name has of its place: `Korr` of `Republic of Korr`.
  private(set) lazy var place = ShortForms.ofPlace(text, kind).map(spellings.spelling(of:))

  /// Whether it is one word of a person's name.
  var isShort: Bool { person?.isShort ?? false }

  /// The forms in which it comes back, where `short` is one of them.
  func forms(_ short: Spelling?) -> [ShortForms.Form] {
    if let known, known.short === short { return known.forms }
    let forms = ShortForms.of(self, short, spellings)
    known = (short, forms)
    return forms
  }

  /// The name as reports give it, where no list knows a better one.
  func reported(hasAcronym: Bool) -> String {
    if kind == .person { return reportedPerson }
    let hasManyLetters = spelling.hasSpace || spelling.count > 5
    return spelling.isAllCapitals && hasManyLetters && !hasAcronym ? capitalized : text
  }

  private lazy var reportedPerson = PersonName.plainSpelling(spelling.isAllCapitals ? capitalized : text)
  private lazy var capitalized = NameText.capitalized(text)

  /// The folded name without the form of a company at its end, or the article of a place at its beginning.
  private var folded: String {
    switch kind {
    case .organization:
      guard isCompany, let space = written.text.utf8.lastIndex(of: .space) else { return spelling.bodyKey }
      return BodyName.key(NameText.clean(String(written.text[..<space])))
    case .location: return NameText.fold(PersonName(text).parts.joined(separator: " "))
    default: return spelling.folded
    }
  }
}

/// A person's name, with the numbers of the texts by which others are found that mean the same person.
final class NamedPerson {
  let name: PersonName
  /// Of the parts together.
  let number: Int
  /// Of the letters of all parts.
  let joined: Int
  /// Of what spellings of the surname have in common.
  let ending: Int
  /// The same of all that may be the surname.
  let endings: [Int]
  /// Of the first part.
  let first: Int?

  init(_ name: PersonName, _ spellings: Spellings) {
    self.name = name
    let suffix = name.suffix.map { "." + $0 } ?? ""
    number = spellings.number(of: (name.parts + [suffix]).joined(separator: "\n"))
    joined = spellings.number(of: name.joined + suffix)
    ending = spellings.number(of: name.ending)
    endings = name.endings.map(spellings.number(of:))
    first = name.parts.first.map(spellings.number(of:))
  }

  /// Whether it is one word.
  var isShort: Bool { name.parts.count < 2 }

  /// Whether it has more parts than `other`, or whole words instead of an initial.
  func isFuller(than other: NamedPerson) -> Bool {
    name.parts.count > other.name.parts.count || other.hasInitial && !hasInitial && !isShort
  }

  private var hasInitial: Bool { name.parts.contains { $0.count == 1 } }
}
