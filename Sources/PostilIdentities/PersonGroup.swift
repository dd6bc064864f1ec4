import PostilNames

/// Full names that mean one person.
struct PersonGroup {
  /// A name, and its parts.
  struct Member {
    let count: NameCount
    let name: PersonName
    /// Why it means the group's person, by the members before it; nil for the first one.
    let link: NameLink?
  }

  private(set) var members: [Member] = []
  private(set) var documents: Set<Int> = []

  mutating func add(_ member: Member) {
    members.append(member)
    documents.formUnion(member.count.documents)
  }

  /// The name in most documents; of equals the longest.
  var name: String {
    members.map(\.count).min {
      ($1.documents.count, $1.name.count, $0.name) < ($0.documents.count, $0.name.count, $1.name)
    }?.name ?? ""
  }

  /// Why all names of the group may be `name`; nil when one may not.
  func link(with name: PersonName) -> NameLink? {
    var found: NameLink?
    for member in members {
      guard let link = name.link(with: member.name) else { return nil }
      if found == nil || found == .sameName { found = link }
    }
    return found
  }

  /// Why all names of the group may be `name` in another style: with a short form of the given name, or without the generation.
  func styleLink(with name: PersonName, _ nicknames: Nicknames) -> NameLink? {
    var found: NameLink?
    for member in members {
      guard let link = name.link(with: member.name) ?? nicknames.link(name, member.name) else { return nil }
      if found != .suffix, link == .suffix || link == .nickname { found = link }
    }
    return found
  }

  /// Whether `short` is the surname of one of the names.
  func shortLink(of short: PersonName) -> NameLink? {
    members.lazy.compactMap { short.shortLink(to: $0.name) }.first
  }

  /// In how many documents the person is called by these words.
  func uses(of word: String) -> Int { members.reduce(0) { $0 + ($1.count.forms[word]?.count ?? 0) } }

  /// Whether both tell offices and none of them may be the same: `former president` may be `president`.
  func contradicts(_ count: NameCount) -> Bool {
    let roles = members.reduce(into: Set<String>()) { $0.formUnion($1.count.roles) }
    guard !roles.isEmpty, !count.roles.isEmpty else { return false }
    return !count.roles.contains { role in roles.contains { Self.mayBeOne(role, $0) } }
  }

  private static func mayBeOne(_ left: String, _ right: String) -> Bool {
    left == right || left.hasSuffix(" \(right)") || right.hasSuffix(" \(left)")
  }

  /// The rows of the members.
  var rows: [IdentityRow] {
    let name = name
    let own = PersonName(name)
    return members.map { member in
      let isName = member.count.name == name
      return IdentityRow(
        member.count, entity: name, status: isName ? .name : .variant,
        linkedBy: isName ? nil : own.link(with: member.name) ?? member.link ?? .sameName)
    }
  }
}
