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

  /// Those whom `name` is short for, each once for every spelling and office: the surname, or a family name that comes first.
  func called(_ name: PersonName) -> [Leader] {
    guard let last = name.parts.last, name.parts.count < 4 else { return [] }
    let found = byPart.withLock { known in
      let leaders = known ?? read()
      known = leaders
      return leaders[last] ?? []
    }
    return found.filter {
      name.shortLink(to: $0.spelling) == .surname || name.isFirstPart(of: $0.spelling)
    }
  }

  /// The rows that tell when an office was held.
  private func read() -> [String: [Leader]] {
    func text(_ cell: String?) -> String? { cell.flatMap { $0.isEmpty ? nil : $0 } }
    var leaders: [String: [Leader]] = [:]
    for row in rows {
      guard let role = row["role"], let from = text(row["from"]) else { continue }
      let name = text(row["canonical"]) ?? row.key
      // "Mario Draghi (ECB)": who held a second office has a row of another key.
      let leader = Leader(
        name: name, country: text(row["country"]), organization: text(row["organization"]),
        tenure: Tenure(role: role, from: from, to: row["to"] ?? ""),
        spelling: PersonName(row.key.contains("(") ? name : row.key))
      for part in Set([leader.spelling.parts.first, leader.spelling.parts.last].compactMap(\.self)) {
        leaders[part, default: []].append(leader)
      }
    }
    return leaders
  }
}
