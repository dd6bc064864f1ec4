import PostilJSON

/// What a table or records call the fields of a document: `text=content,date=published,id=meta.url`.
public struct FieldNames: Sendable {
  /// The names there with the document's own.
  private let fields: [(theirs: String, own: String)]

  /// No other names.
  public init() { fields = [] }

  /// Nil where `text` is no list of `own=theirs`.
  public init?(_ text: String) {
    var fields: [(theirs: String, own: String)] = []
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let names = pair.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
      fields.append((names[1], names[0]))
    }
    self.fields = fields
  }

  /// The columns of a table by the document's names; one that is called so and is not meant keeps its name with a mark behind it.
  func renamed(_ columns: [String]) -> [String] {
    columns.map { column in
      if let field = fields.first(where: { $0.theirs == column }) { return field.own }
      return fields.contains { $0.own == column } ? column + "_" : column
    }
  }

  /// A record with the document's names; `theirs` may lead into objects with full stops.
  func renamed(_ record: JSONValue) -> JSONValue {
    guard !fields.isEmpty, let members = record.members else { return record }
    let found = fields.compactMap { field -> JSONValue.Member? in
      let path = field.theirs.split(separator: ".").map(String.init)
      let value = record[field.theirs] ?? path.reduce(Optional(record)) { $0?[$1] }
      return value.map { JSONValue.Member(name: field.own, value: $0) }
    }
    let taken = Set(fields.map(\.theirs))
    let replaced = Set(found.map(\.name))
    let others = members.filter { !taken.contains($0.name) }.map { member in
      replaced.contains(member.name) ? JSONValue.Member(name: member.name + "_", value: member.value) : member
    }
    return .object(found + others)
  }
}
