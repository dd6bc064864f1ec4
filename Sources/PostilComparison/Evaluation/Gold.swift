import PostilRecords

/// Documents whose annotations are taken for right, and what the reader of figures should know of them.
public struct Gold: Sendable {
  /// The documents.
  public let documents: [GoldDocument]
  /// How the gold was read, and what of it is left out or doubtful; one sentence each.
  public let notes: [String]

  /// Makes gold.
  public init(documents: [GoldDocument], notes: [String] = []) {
    self.documents = documents
    self.notes = notes
  }
}

/// What the types of gold are called here.
enum GoldType {
  private static let names = ["per": "person", "org": "organization", "loc": "location", "gpe": "location"]

  /// The type in small letters; the short names of CoNLL 2003 and OntoNotes in full.
  static func named(_ label: some StringProtocol) -> String {
    let type = label.lowercased()
    return names[type] ?? type
  }
}
