/// Why a name means what another spelling names.
public enum NameLink: String, CaseIterable, Sendable {
  /// The same letters: only case, accents, marks, hyphens or order differ.
  case sameName = "same-name"
  /// Letters that stand for one letter of another script.
  case transliteration
  /// Initials of the given names.
  case initials
  /// A name between the first and the last is left out.
  case middleName = "middle-name"
  /// A short form of the given name: Joe for Joseph.
  case nickname
  /// `Jr.` is left out.
  case suffix
  /// One of two surnames is left out.
  case doubleSurname = "double-surname"
  /// The surname alone.
  case surname
  /// The given name alone, or the family name where it comes first.
  case givenName = "given-name"
  /// The initials of a body.
  case acronym
  /// Brackets behind the long name define it.
  case definition
  /// A part of the name that stands for it: a company's first word, a state's place.
  case shortName = "short-name"
  /// The word for what a body is: the Court.
  case headNoun = "head-noun"
  /// The office that stands beside the name, and who held it on the document's date.
  case office
  /// The document's country completes it.
  case country
  /// A list of names knows both.
  case list
  /// A table of identities tells it.
  case identityTable = "identity-table"
}
