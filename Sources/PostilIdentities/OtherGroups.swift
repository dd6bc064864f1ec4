import PostilNames

/// Organizations, places and other names: equal but for case and accents, or acronym and long name.
struct OtherGroups {
  private struct Key: Hashable {
    let kind: String
    let name: String
  }

  private let counts: [NameCount]
  private let company: Company
  private let boldness: Boldness
  /// The first name of each spelling, which stands in most documents.
  private var byKey: [Key: NameCount] = [:]
  private var byAcronym: [Key: [String: NameCount]] = [:]

  init(_ counts: [NameCount], _ company: Company, _ boldness: Boldness) {
    self.counts = counts
    self.company = company
    self.boldness = boldness
    for count in counts {
      let key = Key(kind: count.kind, name: Self.spelling(count.name))
      let first = byKey[key] ?? count
      byKey[key] = first
      for acronym in count.acronyms where acronym != count.name {
        byAcronym[Key(kind: count.kind, name: acronym), default: [:]][first.name] = first
      }
    }
  }

  /// What spellings have in common: in acronyms only dots may differ.
  private static func spelling(_ name: String) -> String {
    let plain = name.filter { $0 != "." }
    return plain.count > 4 ? NameText.fold(name.replacing("&", with: "and")) : plain
  }

  var rows: [IdentityRow] { counts.map(row) }

  /// The spelling of `count` in most documents; one with other letters, as accents are, must be in company.
  private func known(_ count: NameCount) -> NameCount {
    let first = byKey[Key(kind: count.kind, name: Self.spelling(count.name))] ?? count
    let hasOtherLetters = Self.letters(first.name) != Self.letters(count.name)
    return hasOtherLetters && boldness.needsCompany && !company.admits(count, [first]) ? count : first
  }

  private static func letters(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  private func row(_ count: NameCount) -> IdentityRow {
    let long = (byAcronym[Key(kind: count.kind, name: count.name)] ?? [:]).values.sorted {
      ($1.documents.count, $0.name) < ($0.documents.count, $1.name)
    }
    if long.count > 1 || long.contains(where: { boldness.needsCompany && !company.admits(count, [$0]) }) {
      return IdentityRow(count, entity: nil, status: .open, note: long.map(\.name).joined(separator: " | "))
    }
    let entity = long.first ?? known(count)
    let isName = entity.name == count.name
    return IdentityRow(
      count, entity: entity.name, status: isName ? .name : .variant,
      linkedBy: isName ? nil : long.isEmpty ? .sameName : .acronym)
  }
}
