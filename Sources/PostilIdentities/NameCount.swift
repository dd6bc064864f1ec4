import PostilNames

/// A name that documents give to their mentions, and where it stands.
struct NameCount: Sendable {
  let name: String
  let kind: String
  /// The documents in which other words were annotated with the name, by these folded.
  private(set) var forms: [String: Set<Int>] = [:]
  /// The offices that documents tell of the person.
  private(set) var roles: Set<String> = []
  private(set) var acronyms: Set<String> = []
  private(set) var documents: Set<Int> = []
  private(set) var mentions = 0

  init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }

  mutating func add(_ other: DocumentName, of document: Int) {
    for form in other.forms.keys where form != name { forms[NameText.fold(form), default: []].insert(document) }
    roles.formUnion(other.roles.keys)
    acronyms.formUnion(other.acronyms.keys)
    documents.insert(document)
    mentions += other.mentions
  }
}
