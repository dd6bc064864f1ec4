import PostilModuleKit
import PostilNames

/// Who held which office when, as the table `leaders` of the rules tells; empty where no rules give it.
struct LeaderTable: Sendable {
  /// The name of the table.
  static let table = "leaders"

  /// Somebody with the terms of an office.
  struct Leader: Sendable {
    let name: String
    let country: String?
    let organization: String?
    let tenure: Tenure
    let fullName: PersonName
  }

  private var leaders: [Leader] = []
  /// By what spellings of the surname have in common, and by the first part.
  private var byPart: [String: [Int]] = [:]

  /// An empty table.
  init() {}

  /// The rows of `table` that tell when an office was held, each person once.
  init(_ table: ModuleTable) {
    var seen: Set<String> = []
    for row in table.rows {
      let name = row["canonical"].flatMap(Self.text) ?? row.key
      guard let role = row["role"], let from = row["from"].flatMap(Self.text), seen.insert(name).inserted else {
        continue
      }
      let person = PersonName(name)
      for part in person.endings.union(person.parts.first.map { [PersonName($0).ending] } ?? []) {
        byPart[part, default: []].append(leaders.count)
      }
      leaders.append(
        Leader(
          name: name, country: row["country"].flatMap(Self.text), organization: row["organization"].flatMap(Self.text),
          tenure: Tenure(role: role, from: from, to: row["to"] ?? ""), fullName: person))
    }
  }

  private static func text(_ cell: String) -> String? { cell.isEmpty ? nil : cell }

  /// Those whom `name` is short for: the surname, or a family name that comes first.
  func called(_ name: PersonName) -> [Leader] {
    guard name.parts.count < 4, let found = byPart[name.ending] else { return [] }
    return found.map { leaders[$0] }.filter { leader in
      name.shortLink(to: leader.fullName) == .surname || name.isFirstPart(of: leader.fullName)
    }
  }
}
