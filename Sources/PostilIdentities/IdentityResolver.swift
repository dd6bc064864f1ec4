import PostilJSON
import PostilNames
import PostilRecords

/// Finds, over a set of finished reports, which names mean one person, body or place.
public enum IdentityResolver {
  /// How many times as many documents a full name needs as the next one, to take a surname alone.
  static let dominance = 4

  /// The identities of all names in `records`; the order of the records does not matter.
  public static func resolve(_ records: [ReportRecord]) -> IdentityTable {
    let counts = NameCount.counts(in: records)
    let persons = counts.filter { $0.kind == "person" }
    var rows = PersonGroups(persons).rows
    rows += counts.lazy.filter { $0.kind != "person" }.reduce(into: OtherGroups()) { $0.add($1) }.rows
    return IdentityTable(rows: rows)
  }
}

/// Persons: full names that agree make a group; a surname goes to the only or dominant group that ends in it.
private struct PersonGroups {
  private struct Group {
    var members: [(count: NameCount, name: PersonName)]
    var documents: Set<String>
  }

  private var groups: [Group] = []
  private var byEnding: [String: [Int]] = [:]
  private(set) var rows: [IdentityRow] = []

  init(_ counts: [NameCount]) {
    let named = counts.map { (count: $0, name: PersonName($0.name)) }
    // The fuller names first, so that a shorter one finds them all.
    let full = named.filter { $0.name.parts.count > 1 }.enumerated().sorted {
      ($1.element.name.parts.count, $0.offset) < ($0.element.name.parts.count, $1.offset)
    }
    var open: [(count: NameCount, groups: [Int])] = []
    for (_, item) in full {
      let alike = (byEnding[item.name.ending] ?? []).filter { group in
        groups[group].members.allSatisfy { $0.name.agrees(with: item.name) }
      }
      if alike.count > 1, chosen(among: alike) == nil {
        open.append((item.count, alike))
      } else {
        put(item, chosen(among: alike))
      }
    }
    for group in groups { rows += Self.rows(of: group.members.map(\.count)) }
    for item in named where item.name.parts.count < 2 {
      let alike = (byEnding[item.name.ending] ?? []).filter { group in
        groups[group].members.contains { item.name.isShortForm(of: $0.name) }
      }
      if let group = chosen(among: alike) {
        rows.append(row(item.count, entity: name(of: group), .short))
      } else if alike.isEmpty {
        rows += Self.rows(of: [item.count])
      } else {
        open.append((item.count, alike))
      }
    }
    for (count, alike) in open {
      rows.append(row(count, entity: nil, .open, note: alike.map(name).sorted().joined(separator: " | ")))
    }
  }

  private mutating func put(_ item: (count: NameCount, name: PersonName), _ group: Int?) {
    if let group {
      groups[group].members.append(item)
      groups[group].documents.formUnion(item.count.documents)
    } else {
      byEnding[item.name.ending, default: []].append(groups.count)
      groups.append(Group(members: [item], documents: item.count.documents))
    }
  }

  /// The only group, or the one in many more documents than any other.
  private func chosen(among alike: [Int]) -> Int? {
    let sorted = alike.sorted { (groups[$1].documents.count, $0) < (groups[$0].documents.count, $1) }
    guard let first = sorted.first else { return nil }
    guard sorted.count > 1 else { return first }
    let next = groups[sorted[1]].documents.count
    return groups[first].documents.count >= IdentityResolver.dominance * next ? first : nil
  }

  private func name(of group: Int) -> String { Self.name(of: groups[group].members.map(\.count)) }

  /// The name in most documents; of equals the longest.
  private static func name(of counts: [NameCount]) -> String {
    counts.min { ($1.documents.count, $1.name.count, $0.name) < ($0.documents.count, $0.name.count, $1.name) }?.name
      ?? ""
  }

  private static func rows(of counts: [NameCount]) -> [IdentityRow] {
    let name = name(of: counts)
    return counts.map { count in
      IdentityRow(
        term: count.name, kind: count.kind, entity: name, status: count.name == name ? .name : .variant,
        documents: count.documents.count, mentions: count.mentions)
    }
  }

  private func row(_ count: NameCount, entity: String?, _ status: IdentityRow.Status, note: String = "") -> IdentityRow
  {
    IdentityRow(
      term: count.name, kind: count.kind, entity: entity, status: status, documents: count.documents.count,
      mentions: count.mentions, note: note)
  }
}

/// Organizations, places and other names: equal but for case and accents, or acronym and long name.
private struct OtherGroups {
  private struct Key: Hashable {
    let kind: String
    let name: String
  }

  private var counts: [NameCount] = []
  private var byKey: [Key: String] = [:]
  private var byAcronym: [Key: Set<String>] = [:]

  mutating func add(_ count: NameCount) {
    counts.append(count)
    let key = Key(kind: count.kind, name: NameText.fold(count.name))
    byKey[key] = byKey[key] ?? count.name
    for acronym in count.acronyms where acronym != count.name {
      byAcronym[Key(kind: count.kind, name: acronym), default: []].insert(byKey[key] ?? count.name)
    }
  }

  var rows: [IdentityRow] {
    counts.map { count in
      let long = byAcronym[Key(kind: count.kind, name: count.name)] ?? []
      let own = byKey[Key(kind: count.kind, name: NameText.fold(count.name))] ?? count.name
      let entity = long.isEmpty ? own : long.count == 1 ? long.first : nil
      let status: IdentityRow.Status = entity == nil ? .open : entity == count.name ? .name : .variant
      return IdentityRow(
        term: count.name, kind: count.kind, entity: entity, status: status, documents: count.documents.count,
        mentions: count.mentions, note: entity == nil ? long.sorted().joined(separator: " | ") : "")
    }
  }
}
