import PostilModuleKit

/// The branches of the module by which something becomes a name, told by each annotation.
enum NameDecision: String, Decision {
  // A rule says so itself.
  case term = "names.rule.term"
  case pattern = "names.rule.pattern"
  case identity = "names.rule.identity"

  // What stands beside the same words elsewhere tells.
  case outvoted = "names.chunk.by-contexts-elsewhere"

  // Another place of the document tells.
  case definedName = "names.definition.long-name"
  case definedInitials = "names.definition.initials"
  case definedShortName = "names.definition.short-name"
  case definedWord = "names.definition.word-of-name"
  case sameSpelling = "names.again.same-spelling"
  case otherCase = "names.again.other-case"
  case surnameAlone = "names.again.surname"
  case givenNameAlone = "names.again.given-name"
  case withoutArticle = "names.again.without-article"
  case shortForm = "names.again.short-form"
  case placeAlone = "names.again.place-of-state"
  case acronym = "names.again.acronym"
  case listNeighbour = "names.list.neighbour"
  case headOfName = "names.head.of-name-before"
}

extension NameDecision {
  var meaning: String {
    switch self {
    case .term: "a lexicon's row or a list of terms names it"
    case .pattern: "a rule's pattern tells by its words what it names"
    case .identity: "a table of identities knows the name"
    case .outvoted: "the contexts of the same words elsewhere tell another kind than its own, and have more votes"
    case .definedName: "a short form in brackets has the initials of the words before it"
    case .definedInitials: "it stands in brackets behind the name whose initials it has"
    case .definedShortName: "it stands in brackets behind an organization, as its short name"
    case .definedWord: "it stands in brackets behind a name that has it as a word or acronym"
    case .sameSpelling: "the same name was found elsewhere in the document"
    case .otherCase: "the same name was found elsewhere in the document, with or without capitals throughout"
    case .surnameAlone: "it is the surname of a person found elsewhere in the document"
    case .givenNameAlone: "it is the given name of a person found elsewhere in the document"
    case .withoutArticle: "it is the surname, without or with its article, of a person found elsewhere: Al-Kostrel"
    case .shortForm: "it is the short form of a name found elsewhere in the document"
    case .placeAlone: "it is the place within the name of a state found elsewhere: Korr of Republic of Korr"
    case .acronym: "it is the acronym of a name found elsewhere in the document"
    case .listNeighbour: "it stands in a list beside a name of that kind"
    case .headOfName: "a head of organizations alone stands for the name before that has it: the Court"
    }
  }
}
