/// What names mean in the documents that have them, by a table of identities.
public struct NameJoin: Sendable {
  private struct Meaning: Sendable {
    let kind: String
    let entity: String
    let documents: Set<Int>
  }

  /// The meanings of the names of which one is another name, by kind.
  private var meanings: [String: [Meaning]] = [:]
  /// How many names mean another one.
  public let names: Int

  /// Joins nothing.
  public init() { names = 0 }

  /// - Parameter documents: The names of the documents, under the numbers by which ``name(_:in:)`` asks for them.
  public init(_ table: IdentityTable, _ documents: NameTally) {
    var meanings: [String: [Meaning]] = [:]
    for row in table.rows {
      let found = documents.documents(.init(kind: row.kind, name: row.term))
      if found.isEmpty { continue }
      meanings[row.term, default: []].append(
        Meaning(kind: row.kind, entity: row.entity ?? row.term, documents: found))
    }
    self.meanings = meanings.filter { name, all in all.contains { $0.entity != name } }
    names = self.meanings.reduce(0) { sum, entry in sum + entry.value.count { $0.entity != entry.key } }
  }

  /// Whether `name` means another name in some document.
  public func joins(_ name: String) -> Bool { meanings[name] != nil }

  /// What `name` means in a document: itself where nothing tells otherwise, or where it stands there as two kinds that mean two.
  public func name(_ name: String, in document: Int) -> String {
    guard let all = meanings[name] else { return name }
    let found = Set(all.filter { $0.documents.contains(document) }.map(\.entity))
    return found.count == 1 ? found.first ?? name : name
  }
}
