import Foundation
import PostilIdentities

/// A file of identities as a person or a program reads it.
struct IdentityListing {
  private struct Identity: Encodable {
    let entity: String?
    let kind: String
    let documents: Int
    let mentions: Int
    let names: [String]
    let mayMean: [String]?
  }

  private let identities: [Identity]

  init(_ rows: [IdentityRow]) {
    var order: [String] = []
    var groups: [String: [IdentityRow]] = [:]
    for row in rows {
      let key = "\(row.kind)\t\(row.entity ?? "")\t\(row.entity == nil ? row.term : "")"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    identities = order.compactMap { groups[$0] }.map { rows in
      Identity(
        entity: rows[0].entity, kind: rows[0].kind, documents: rows.map(\.documents).max() ?? 0,
        mentions: rows.reduce(0) { $0 + $1.mentions }, names: rows.map(\.term),
        mayMean: rows[0].entity == nil ? rows[0].note.components(separatedBy: " | ") : nil)
    }
  }

  /// An identity a line: mentions, kind, name, other names.
  var text: String {
    identities.map { identity in
      let others = identity.names.filter { $0 != identity.entity }
      let rest = identity.mayMean.map { "open: \($0.joined(separator: " or "))" } ?? others.joined(separator: "; ")
      let name = identity.entity ?? others.joined()
      return "\(identity.mentions)\t\(identity.kind)\t\(name)\t\(rest)\n"
    }.joined()
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(identities), as: UTF8.self) + "\n"
  }
}
