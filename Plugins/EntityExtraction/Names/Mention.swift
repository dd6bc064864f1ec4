import PostilModuleKit

/// A place in the text that names something.
struct Mention {
  /// A mention tells so many places of other words that speak for it, so that a word that comes back thousands of times
  /// takes linear time.
  static let mostWitnesses = 16

  let span: Span
  let name: Name
  let certainty: Certainty
  let candidate: Int?
  /// By what it became a name; nil for one that the input brings.
  var cause: NameCause?
  /// What the rule that proposes it knows.
  var facts: NameFacts?
  /// The candidates beside its own that told its kind, office or country; what told the kind comes first.
  var evidence: [Int] = []
  /// The mention that it repeats or takes its kind from, by the order in which mentions were taken.
  var model: Int?
  /// The annotation of the input that it stands for.
  var given: Int?
  var canonical: String?
  /// Whether the office beside it tells the canonical name.
  var isByOffice = false
  /// The office or rank that the words beside it tell, else that of a list.
  var role: String?
  /// What the words beside a person tell of who it is.
  var traits = PersonTraits()
  /// The country that it is, lies in, belongs to or serves.
  var country: String?
  /// The body that a person works for, by the place of its mention.
  var employer: Int?
  var short: Spelling?
  /// A body's name of several words without the country before it: `Water Department` of `U.S. Water Department`.
  var plain: Spelling?
  /// The given name, or the family name where it comes first, by which the person may be called.
  var first: Spelling?

  var kind: NameKind { name.kind }
  var text: String { name.text }
  var acronym: String? { facts?.acronym }
  /// The body that a person works for, as a list names it.
  var organization: String? { facts?.organization }
  var national: String? { facts?.national }
}
