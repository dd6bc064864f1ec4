/// The names of a set of documents, counted; the order of the documents does not matter.
///
/// What it holds grows with the names and, for each, with the documents that have it, not with their mentions.
public struct NameTally: Sendable {
  private var byKey: [DocumentName.Key: NameCount] = [:]

  /// A tally of no documents.
  public init() {}

  /// Adds the names of a document, which `number` tells from all others.
  public mutating func add(_ names: [DocumentName], of number: Int) {
    for name in names { byKey[name.key, default: NameCount(name: name.name, kind: name.kind)].add(name, of: number) }
  }

  /// The names, the one in more documents first.
  var counts: [NameCount] {
    byKey.values.sorted {
      ($1.documents.count, $1.mentions, $0.name, $0.kind) < ($0.documents.count, $0.mentions, $1.name, $1.kind)
    }
  }

  /// The documents that have a name of this kind.
  func documents(_ key: DocumentName.Key) -> Set<Int> { byKey[key]?.documents ?? [] }
}
