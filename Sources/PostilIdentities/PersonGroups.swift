import PostilNames

/// Persons: full names that agree make a group; a short form goes to the only or dominant group that it may mean.
struct PersonGroups {
  private typealias Item = (count: NameCount, name: PersonName)

  let boldness: Boldness
  private let company: Company
  let nicknames: Nicknames
  var groups: [PersonGroup] = []
  private var byEnding: [String: [Int]] = [:]
  private var byJoined: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]
  private(set) var rows: [IdentityRow] = []

  init(_ counts: [NameCount], _ company: Company, _ boldness: Boldness, _ nicknames: Nicknames) {
    self.boldness = boldness
    self.company = company
    self.nicknames = nicknames
    let named: [Item] = counts.map { (count: $0, name: PersonName($0.name)) }
    // The fuller names first, so that a shorter one finds them all; an initial may mean several given names.
    let full = named.filter { $0.name.parts.count > 1 }.enumerated().sorted {
      ($0.element.name.rank, $0.offset) < ($1.element.name.rank, $1.offset)
    }
    for (_, item) in full { place(item) }
    joinStyles()
    for group in groups.indices where !groups[group].members.isEmpty { addRows(of: group) }
    for item in named where item.name.parts.count < 2 { placeShort(item) }
  }

  /// Gives a full name to its group.
  private mutating func place(_ item: Item) {
    let fitting = alike(item.name).compactMap { group in
      groups[group].link(with: item.name).flatMap { boldness.allows($0) ? (group: group, link: $0) : nil }
    }
    let chosen = chosen(for: item, fitting)
    if chosen == nil, !fitting.isEmpty {
      addOpen(item.count, fitting.map(\.group))
    } else {
      put(item, chosen, fitting.first { $0.group == chosen }?.link)
    }
  }

  /// The only group with which the name agrees; what stands between first and last may be somebody else's.
  private func chosen(for item: Item, _ fitting: [(group: Int, link: NameLink)]) -> Int? {
    if fitting.count > 1 { return boldness.takesDominant ? dominant(fitting.map(\.group)) : nil }
    guard let (group, link) = fitting.first else { return nil }
    switch link {
    case .middleName where isBare(item, group): return group
    case .middleName: return isNear(item.count, group) ? group : nil
    case .initials: return isNear(item.count, group, byProminence: false) ? group : nil
    default: return group
    }
  }

  /// Whether what stands between first and last in one of the names alone are initials, and no office tells against them.
  private func isBare(_ item: Item, _ group: Int) -> Bool {
    item.name.hasOnlyInitials(beside: groups[group].members.map(\.name)) && !groups[group].contradicts(item.count)
  }

  /// Whether the documents of the rarer one are in company of the other's.
  func isNear(_ count: NameCount, _ group: Int, byProminence: Bool = true, bySilence: Bool = true) -> Bool {
    let members = groups[group].members.map(\.count)
    if !boldness.needsCompany { return true }
    if count.documents.count <= groups[group].documents.count {
      return company.admits(count, members, byProminence: byProminence, bySilence: bySilence)
    }
    return members.allSatisfy { company.admits($0, [count], byProminence: byProminence, bySilence: bySilence) }
  }

  /// Whether a short form may mean the group's person.
  private func admits(_ count: NameCount, _ group: Int) -> Bool {
    let isCalled = groups[group].uses(of: NameText.fold(count.name)) > 0
    return !boldness.needsCompany || company.admits(count, groups[group].members.map(\.count), isCalled: isCalled)
  }

  func alike(_ name: PersonName) -> [Int] {
    let found = name.endings.flatMap { byEnding[$0] ?? [] } + (byJoined[name.joined] ?? [])
    return Set(found).sorted()
  }

  private mutating func put(_ item: Item, _ group: Int?, _ link: NameLink?) {
    let group = group ?? groups.count
    if group == groups.count { groups.append(PersonGroup()) }
    groups[group].add(.init(count: item.count, name: item.name, link: link))
    register(item.name, group)
  }

  mutating func register(_ name: PersonName, _ group: Int) {
    for ending in name.endings { byEnding[ending, default: []].append(group) }
    byJoined[name.joined, default: []].append(group)
    if let first = name.parts.first { byFirst[first, default: []].append(group) }
  }

  /// The rows of a group: it is a person of its own, or `Peña Nieto`, the end of a longer name in more documents.
  private mutating func addRows(of group: Int) {
    let longer = alike(groups[group].members[0].name).filter { other in
      groups[other].documents.count > groups[group].documents.count
        && groups[group].members.allSatisfy { groups[other].shortLink(of: $0.name) == .surname }
    }
    guard let chosen = dominant(longer), groups[group].members.allSatisfy({ admits($0.count, chosen) }) else {
      rows += groups[group].rows
      return
    }
    for member in groups[group].members { addShort(member.count, chosen, .surname) }
  }

  /// Gives a name of one part to the person it may mean.
  ///
  /// Who has it as the first part is a rival: `David` is not the only person of that surname.
  private mutating func placeShort(_ item: Item) {
    let bearers = alike(item.name).compactMap { group in
      groups[group].shortLink(of: item.name).flatMap { boldness.allows(short: $0) ? (group: group, link: $0) : nil }
    }
    let called = Set(item.name.parts.first.flatMap { byFirst[$0] } ?? []).filter { group in
      groups[group].members.contains { item.name.isFirstPart(of: $0.name) }
    }
    let all = Set(bearers.map(\.group)).union(called).sorted()
    guard !all.isEmpty else {
      rows.append(IdentityRow(item.count, entity: item.count.name, status: .name))
      return
    }
    let link = dominant(all).flatMap { chosen in
      bearers.first { $0.group == chosen } ?? (isCalled(chosen, item) ? (chosen, .givenName) : nil)
    }
    if let link, !groups[link.group].contradicts(item.count), admits(item.count, link.group) {
      addShort(item.count, link.group, link.link)
    } else {
      addOpen(item.count, all)
    }
  }

  private mutating func addShort(_ count: NameCount, _ group: Int, _ link: NameLink) {
    rows.append(IdentityRow(count, entity: groups[group].name, status: .short, linkedBy: link))
  }

  /// Notes whom an open name may mean, the obvious ones first.
  private mutating func addOpen(_ count: NameCount, _ alike: [Int]) {
    let note = sorted(alike).map { groups[$0].name }.joined(separator: " | ")
    rows.append(IdentityRow(count, entity: nil, status: .open, note: note))
  }

  /// Whether documents call the person by the first part alone.
  private func isCalled(_ group: Int, _ item: Item) -> Bool {
    boldness.allows(short: .givenName) && groups[group].uses(of: item.name.parts[0]) >= boldness.witnesses
  }

  /// The only group, or the one in many more documents than all others together.
  private func dominant(_ alike: [Int]) -> Int? {
    let sorted = sorted(alike)
    guard let first = sorted.first, sorted.count > 1 else { return sorted.first }
    guard let dominance = boldness.dominance else { return nil }
    let others = sorted.dropFirst().reduce(0) { $0 + groups[$1].documents.count }
    return groups[first].documents.count >= dominance * others ? first : nil
  }

  private func sorted(_ alike: [Int]) -> [Int] {
    alike.sorted {
      (groups[$1].documents.count, groups[$0].name) < (groups[$0].documents.count, groups[$1].name)
    }
  }
}

extension PersonName {
  /// Smaller for fuller names.
  fileprivate var rank: Int { (beginsWithInitial ? 1_000 : 0) - parts.count }
}
