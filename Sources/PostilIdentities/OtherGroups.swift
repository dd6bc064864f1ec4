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
  /// Long names of bodies by their initials.
  private var byInitials: [String: [String: NameCount]] = [:]

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
      if count.kind == "organization", let initials = BodyName.initials(count.name),
        initials.count >= Self.leastInitials
      {
        byInitials[initials, default: [:]][first.name] = first
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

  /// Acronyms of fewer letters stand for too much.
  private static let leastInitials = 3

  /// The long names that an acronym may stand for, by what documents define, else by the initials of a single one in company.
  private func longNames(of count: NameCount) -> [NameCount] {
    let plain = count.name.filter { $0 != "." }
    let keys = Set([count.name, plain]).map { Key(kind: count.kind, name: $0) }
    let defined = keys.reduce(into: [:]) { $0.merge(byAcronym[$1] ?? [:]) { first, _ in first } }
    if !defined.isEmpty {
      return defined.values.sorted { ($1.documents.count, $0.name) < ($0.documents.count, $1.name) }
    }
    guard count.kind == "organization", let spelled = byInitials[plain], spelled.count == 1,
      let long = spelled.values.first,
      long.name != count.name, company.admits(count, [long], byProminence: false, bySilence: false)
    else { return [] }
    return [long]
  }

  private func row(_ count: NameCount) -> IdentityRow {
    let long = longNames(of: count)
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
