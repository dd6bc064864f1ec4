import PostilModuleKit
import PostilNames

/// What tables of identities say of the names of a document.
struct Identities {
  private struct Key: Hashable {
    let kind: NameKind
    let name: String
  }

  private var entities: [Key: (name: String, candidate: Int)] = [:]

  init(_ document: DocumentView) {
    for index in document.candidates(ofType: "identity") {
      let candidate = document.candidates[index]
      guard let kind = NameKind(rawValue: candidate.features["kind"]?.string ?? "") else { continue }
      guard let entity = candidate.features["entity"]?.string else { continue }
      entities[Key(kind: kind, name: NameText.fold(NameText.clean(document.text(candidate.span))))] = (entity, index)
    }
  }

  /// The identity of `entity` and the candidate that tells it: what the table says of its fullest name, else of another
  /// spelling.
  func name(of entity: Entity) -> (name: String, candidate: Int)? {
    guard !entities.isEmpty else { return nil }
    let spellings = Set(entity.names.map(\.text)).sorted { ($1.count, $0) < ($0.count, $1) }
    let names = [entity.canonical, entity.name.text] + spellings
    return names.lazy.compactMap { entities[Key(kind: entity.kind, name: NameText.fold($0))] }.first
  }
}
