import PostilModel
import PostilRecords

/// What one document tells of a name: sums, so that what documents tell can be added in any order.
public struct DocumentName: Hashable, Sendable {
  /// `person`, `organization`, `location`, `misc`, or a type of one's own.
  public let kind: String
  /// The name that the document gives its mentions: their feature `entity`.
  public let name: String
  /// How often the mentions stand there in which words, white space run together.
  public private(set) var forms: [String: Int]
  /// How many mentions tell which office.
  public private(set) var roles: [String: Int]
  /// How many mentions tell which acronym.
  public private(set) var acronyms: [String: Int]

  /// Makes a name out of its parts.
  public init(
    kind: String, name: String, forms: [String: Int] = [:], roles: [String: Int] = [:], acronyms: [String: Int] = [:]
  ) {
    self.kind = kind
    self.name = name
    self.forms = forms
    self.roles = roles
    self.acronyms = acronyms
  }

  /// How many mentions have the name.
  public var mentions: Int { forms.values.reduce(0, +) }

  /// The names of a record, by kind and name, without those in boilerplate.
  public static func all(in record: ReportRecord) -> [DocumentName] {
    var names: [Key: DocumentName] = [:]
    for item in record.items where !item.isBoilerplate {
      guard let name = item[Annotation.identityFeature]?.string?.onOneLine, !name.isEmpty else { continue }
      names[Key(kind: item.type, name: name), default: DocumentName(kind: item.type, name: name)].add(item)
    }
    return names.values.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
  }

  private mutating func add(_ item: ReportRecord.Item) {
    forms[item.text.onOneLine, default: 0] += 1
    if let role = item["role"]?.string { roles[role, default: 0] += 1 }
    if let acronym = item["acronym"]?.string { acronyms[acronym, default: 0] += 1 }
  }

  /// What names are told apart by.
  struct Key: Hashable, Sendable {
    let kind: String
    let name: String
  }

  var key: Key { Key(kind: kind, name: name) }
}
