import Foundation
import PostilModel

/// The names of a run: a table with identity, variants, documents and roles, and a picture of which stand together.
struct HTMLNames {
  private struct Key: Hashable {
    let type: String
    let entity: String
  }

  private struct Entry {
    var places: [(target: String, label: String)] = []
    var variants: [String: Int] = [:]
    var roles: Set<String> = []
    var documents = 0
    var lastDocument = 0
  }

  private var entries: [Key: Entry] = [:]
  private var network = HTMLNetwork()

  /// Adds a mention.
  ///
  /// - Parameters:
  ///   - isIdentified: Whether it is known whom or what the mention means, so that it belongs into the picture.
  ///   - passage: A number that the names of one line share.
  ///   - document: The number of the document in the run.
  mutating func add(
    type: String, entity: String, isIdentified: Bool, words: String, role: String, passage: Int, document: Int,
    place: (target: String, label: String)
  ) {
    let key = Key(type: type, entity: entity)
    var entry = entries[key] ?? Entry()
    entry.places.append(place)
    entry.variants[words, default: 0] += 1
    if !role.isEmpty { entry.roles.insert(role) }
    if entry.lastDocument != document { entry.documents += 1 }
    entry.lastDocument = document
    entries[key] = entry
    if isIdentified {
      network.add(entity, type: type, target: place.target, passage: passage, document: document)
    }
  }

  /// The rows of the table, the most mentioned first.
  var rows: [[String]] {
    let sorted = entries.sorted {
      ($1.value.places.count, $0.key.type, $0.key.entity) < ($0.value.places.count, $1.key.type, $1.key.entity)
    }
    return sorted.map { key, entry in
      let variants = entry.variants.filter { $0.key != key.entity }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return [
        "<a href=\"#item=\(address(of: key.entity))\">\(HTMLText.escaped(key.entity))</a>", HTMLText.escaped(key.type),
        HTMLText.escaped(variants.prefix(8).map(\.key).joined(separator: "; ")),
        HTMLText.escaped(entry.roles.sorted().joined(separator: ", ")), "\(entry.places.count)", "\(entry.documents)",
        links(entry.places),
      ]
    }
  }

  /// The columns of the table.
  static let columns = ["name", "type", "also", "roles", "mentions", "documents", "where"]

  /// The picture.
  var picture: String { network.svg }

  /// A name as part of an address.
  private func address(of name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private func links(_ places: [(target: String, label: String)]) -> String {
    let shown = places.prefix(12).map {
      "<a href=\"#\(HTMLText.escaped($0.target))\">\(HTMLText.escaped($0.label))</a>"
    }
    return shown.joined(separator: " ") + (places.count > 12 ? " …" : "")
  }
}
