import PostilIdentities

/// What a comparison needs of one document.
public struct DocumentSummary: Hashable, Sendable {
  /// The occurrences of a facet's items.
  public typealias Items = [String: [Occurrence]]

  /// The document's id.
  public let id: String
  /// The document's set; empty when it has none.
  public let set: String
  /// The document's date, if it is known.
  public let date: String?
  /// The other metadata as text, by name.
  public let metadata: [String: String]
  /// Runs of letters, digits and marks in the text; nil when the report leaves the text out.
  public internal(set) var words: Int?
  /// The number of statements.
  public internal(set) var statements: Int
  /// What near-duplicates are found by; nil for texts without enough words.
  public let sketch: Sketch?
  /// The text, unless it was left out.
  public internal(set) var text: String?
  /// The items found, by facet, without those in boilerplate.
  public internal(set) var items: [Facet: Items]
  /// What stands in boilerplate.
  public let boilerplate: BoilerplateSummary
  /// What the document tells of each name, for joining names across documents; nil in summaries made before they had it.
  public let names: [DocumentName]?
  /// The polls found, in the order of the text.
  public let polls: [PollSummary]
  /// Whether the document failed.
  public let isFailed: Bool

  /// Makes a summary out of its parts.
  public init(
    id: String, set: String = "", date: String? = nil, metadata: [String: String] = [:], words: Int? = nil,
    statements: Int = 0, sketch: Sketch? = nil, text: String? = nil, items: [Facet: Items] = [:],
    boilerplate: BoilerplateSummary = .none, names: [DocumentName]? = nil, polls: [PollSummary] = [],
    isFailed: Bool = false
  ) {
    self.id = id
    self.set = set
    self.date = date
    self.metadata = metadata
    self.words = words
    self.statements = statements
    self.sketch = sketch
    self.text = text
    self.items = items
    self.boilerplate = boilerplate
    self.names = names
    self.polls = polls
    self.isFailed = isFailed
  }

  /// What documents are told apart by.
  public var key: DocumentKey { DocumentKey(set: set, id: id) }
}

/// Set and id of a document, ordered by set, then id, code point by code point.
public struct DocumentKey: Hashable, Sendable, Comparable {
  /// The set; may be empty.
  public let set: String
  /// The id.
  public let id: String

  /// Orders by set, then id.
  public static func < (left: DocumentKey, right: DocumentKey) -> Bool {
    left.set != right.set
      ? left.set.unicodeScalars.lexicographicallyPrecedes(right.set.unicodeScalars)
      : left.id.unicodeScalars.lexicographicallyPrecedes(right.id.unicodeScalars)
  }
}
