import PostilModuleKit

/// The branches of the module by which something becomes a name, told by each annotation.
enum NameDecision: String, Decision {
  // A rule says so itself.
  case term = "names.rule.term"
  case pattern = "names.rule.pattern"
  case identity = "names.rule.identity"

  // A word of the chunk is the head of a kind of names.
  case companyForm = "names.chunk.ends-in-company-form"
  case organizationBeforeJoint = "names.chunk.organization-before-joint"
  case organizationStart = "names.chunk.begins-as-organization"
  case placeStart = "names.chunk.begins-as-place"
  case directionAndPlace = "names.chunk.direction-and-place"
  case directionBehindName = "names.chunk.direction-behind-name"
  case placeHead = "names.chunk.headed-by-place"
  case organizationHead = "names.chunk.headed-by-organization"
  case otherHead = "names.chunk.headed-by-other"
  case ampersand = "names.chunk.ampersand"

  // The words of the chunk are those of a person's name, or a title stands there.
  case nameBehindTitle = "names.chunk.name-behind-title-inside"
  case wordBehindTitle = "names.chunk.word-behind-title-inside"
  case wordBeforeTitle = "names.chunk.unknown-word-before-title"
  case titleBefore = "names.chunk.person-behind-title"
  case titleBeforeOther = "names.chunk.behind-title"
  case givenName = "names.chunk.given-name-first"
  case givenNameAndSurname = "names.chunk.given-name-and-surname"
  case initialFirst = "names.chunk.initial-first"
  case particleFirst = "names.chunk.particle-first"
  case particleInside = "names.chunk.particle-inside"
  case initialInside = "names.chunk.initial-inside"
  case surnameLast = "names.chunk.surname-last"

  // What stands beside the chunk tells.
  case context = "names.chunk.by-context"
  case outvoted = "names.chunk.by-contexts-elsewhere"

  // The form alone tells.
  case acronymForm = "names.form.acronym"
  case acronymInside = "names.form.acronym-inside"
  case placeBesideWord = "names.form.place-and-other-word"
  case personalWords = "names.form.personal-words"
  case singleWord = "names.form.single-word"
  case severalWords = "names.form.several-words"

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
  case headRepeated = "names.head.repeated"
}

extension NameDecision {
  var meaning: String {
    switch self {
    case .term: "a lexicon's row or a list of terms names it"
    case .pattern: "a rule's pattern tells by its words what it names"
    case .identity: "a table of identities knows the name"
    case .companyForm: "the words end in the form of a company, such as Ltd"
    case .organizationBeforeJoint: "a head of organizations stands before 'of' or 'for': Ministry of Tides"
    case .organizationStart: "the first word begins names of organizations, such as Banco"
    case .placeStart: "the first word begins names of places, such as Lake"
    case .directionAndPlace: "a direction stands before a place that a list knows: North Korr"
    case .directionBehindName: "a direction stands behind one word: Korr East"
    case .placeHead: "the last word is a head of places, such as Street"
    case .organizationHead: "the last word is a head of organizations, such as Authority"
    case .otherHead: "a word is a head of events, works or laws, such as Cup"
    case .ampersand: "the words are joined by &, as in names of firms"
    case .nameBehindTitle: "words that may be a person's name stand behind a title in the same chunk"
    case .wordBehindTitle: "one word that may be a person's name stands behind a title in the same chunk"
    case .wordBeforeTitle: "one unknown word stands before a title, as the body of an office-holder does"
    case .titleBefore: "a title stands before words that may be a person's name"
    case .titleBeforeOther: "a title stands before a word that may be a person's name, though others may not"
    case .givenName: "a given name begins words that may be a person's name"
    case .givenNameAndSurname: "a given name begins and a surname or given name ends the words"
    case .initialFirst: "an initial begins words that may be a person's name"
    case .particleFirst: "a particle of personal names begins the words"
    case .particleInside: "a particle of personal names stands among unknown words"
    case .initialInside: "an initial stands among unknown words"
    case .surnameLast: "a surname or given name ends words whose first is unknown"
    case .context: "the words before or behind it tell the kind"
    case .outvoted: "the contexts of the same words elsewhere tell another kind than its own, and have more votes"
    case .acronymForm: "one unknown word in capitals alone is taken for an organization"
    case .acronymInside: "words with an acronym among them are taken for an organization"
    case .placeBesideWord: "a place beside words that are none is taken for an organization: Velmora Dynamo"
    case .personalWords: "two or three words that may be a person's name are taken for one"
    case .singleWord: "one word that is known as a part of personal names, or has a hyphen, is taken for a person"
    case .severalWords: "several words of which only the capitals are known are taken for an organization"
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
    case .headRepeated: "a head of organizations stands alone twice or more: the Coalition"
    }
  }

  /// The kind of word in the chunk that decides; empty when none does.
  var decidingWord: WordTraits {
    switch self {
    case .companyForm: .company
    case .organizationBeforeJoint, .organizationHead: .organizationHead
    case .organizationStart: .organizationStart
    case .placeStart: .placeStart
    case .directionAndPlace, .directionBehindName: .direction
    case .placeHead: .placeHead
    case .otherHead: .otherHead
    case .nameBehindTitle, .wordBehindTitle: .title
    case .givenName, .givenNameAndSurname: .given
    case .particleFirst, .particleInside: .particle
    case .surnameLast: [.surname, .given]
    case .placeBesideWord: .place
    default: []
    }
  }

  /// Whether what stands beside the words decides, rather than the words.
  var isByNeighbour: Bool {
    switch self {
    case .titleBefore, .titleBeforeOther, .context, .outvoted: true
    default: false
    }
  }
}
