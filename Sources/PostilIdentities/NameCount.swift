import PostilModel
import PostilNames
import PostilRecords

/// A name that reports give to their mentions, and where it stands.
struct NameCount {
  let name: String
  let kind: String
  /// The documents in which other words were annotated with the name, by these folded.
  private(set) var forms: [String: Set<String>] = [:]
  /// The documents that tell an office of the person, by it.
  private(set) var roles: [String: Set<String>] = [:]
  private(set) var acronyms: Set<String> = []
  private(set) var documents: Set<String> = []
  private(set) var mentions = 0

  private struct Key: Hashable {
    let kind: String
    let name: String
  }

  /// The names of `records`, the one in more documents first; the order of the records does not matter.
  static func counts(in records: [ReportRecord]) -> [NameCount] {
    var counts: [Key: NameCount] = [:]
    for record in records {
      for item in record.items {
        guard let name = item[Annotation.identityFeature]?.string else { continue }
        counts[Key(kind: item.type, name: name), default: NameCount(name: name, kind: item.type)]
          .add(item, in: record.key)
      }
    }
    return counts.values.sorted {
      ($1.documents.count, $1.mentions, $0.name) < ($0.documents.count, $0.mentions, $1.name)
    }
  }

  private mutating func add(_ item: ReportRecord.Item, in document: String) {
    if item.text != name { forms[NameText.fold(item.text), default: []].insert(document) }
    if let role = item["role"]?.string { roles[role, default: []].insert(document) }
    if let acronym = item["acronym"]?.string { acronyms.insert(acronym) }
    documents.insert(document)
    mentions += 1
  }
}
