import PostilModuleKit
import PostilNames
import Synchronization

/// Who held which office when, as the table `leaders` of the rules tells; empty where no rules give it.
final class LeaderTable: Sendable {
  /// The name of the table.
  static let table = "leaders"

  /// Somebody with the terms of an office.
  struct Leader: Sendable {
    let name: String
    let country: String?
    let organization: String?
    let tenure: Tenure
    /// The parts of one spelling of the name.
    let spelling: PersonName
  }

  private let rows: [ModuleTable.Row]
  /// By the last part of the name, and the first. Made when it is first asked for.
  private let byPart = Mutex<[String: [Leader]]?>(nil)

  /// - Parameter table: Nil for an empty one.
  init(_ table: ModuleTable? = nil) { rows = table?.rows ?? [] }

  /// Those whom `name` is short for, each once: the surname, or a family name that comes first.
  func called(_ name: PersonName) -> [Leader] {
    guard let last = name.parts.last, name.parts.count < 4 else { return [] }
    let found = byPart.withLock { known in
      let leaders = known ?? read()
      known = leaders
      return leaders[last] ?? []
    }
    var seen: Set<String> = []
    return found.filter { leader in
      (name.shortLink(to: leader.spelling) == .surname || name.isFirstPart(of: leader.spelling))
        && seen.insert(leader.name).inserted
    }
  }

  /// The rows that tell when an office was held.
  private func read() -> [String: [Leader]] {
    func text(_ cell: String?) -> String? { cell.flatMap { $0.isEmpty ? nil : $0 } }
    var leaders: [String: [Leader]] = [:]
    for row in rows {
      guard let role = row["role"], let from = text(row["from"]) else { continue }
      let leader = Leader(
        name: text(row["canonical"]) ?? row.key, country: text(row["country"]),
        organization: text(row["organization"]), tenure: Tenure(role: role, from: from, to: row["to"] ?? ""),
        spelling: PersonName(row.key))
      for part in Set([leader.spelling.parts.first, leader.spelling.parts.last].compactMap(\.self)) {
        leaders[part, default: []].append(leader)
      }
    }
    return leaders
  }
}
