import PostilJSON
import PostilModel

/// One record of a report: a document with its annotations, offsets in code points (`Documentation/ReportFormat.md`).
///
/// Between bytes, records and annotated documents nothing is lost: ``init(_:)-(AnnotatedDocument)`` and
/// ``annotatedDocument()``, ``init(_:)-(JSONValue)`` and ``write(to:)`` undo each other.
public struct ReportRecord: Hashable, Sendable {
  /// The schema's name and version.
  public static let schema = "postil.report/1"

  /// One annotation.
  public struct Item: Hashable, Sendable {
    /// Its id, unique in the document; empty where it has none.
    public let id: String
    /// Its type.
    public let type: String
    /// The first code point.
    public let start: Int
    /// One past the last code point.
    public let end: Int
    /// The words annotated.
    public let text: String
    /// Its features, in the order of the report.
    public let features: [JSONValue.Member]
    /// What the features are that their JSON form does not tell: see ``FeatureForm``.
    public let kinds: [JSONValue.Member]
    /// The module that made it, if one did.
    public let module: String?
    /// The rules whose candidates it was made from, the deciding one first.
    public let rules: [String]
    /// The annotations that it was made from, by id.
    public let annotations: [String]
    /// The module's decision that it is owed to.
    public let decision: String?
    /// The modules that added features later.
    public let refinedBy: [String]

    /// Makes an annotation.
    public init(
      id: String, type: String, start: Int, end: Int, text: String, features: [JSONValue.Member] = [],
      kinds: [JSONValue.Member] = [], module: String? = nil, rules: [String] = [], annotations: [String] = [],
      decision: String? = nil, refinedBy: [String] = []
    ) {
      self.id = id
      self.type = type
      self.start = start
      self.end = end
      self.text = text
      self.features = features
      self.kinds = kinds
      self.module = module
      self.rules = rules
      self.annotations = annotations
      self.decision = decision
      self.refinedBy = refinedBy
    }

    /// The rule that it came from first, if there is one.
    public var rule: String? { rules.first }

    /// Whether it is a name: see ``PostilModel/Annotation/isName``.
    public var isName: Bool { self[Annotation.identityFeature] != nil }

    /// Whether it lies in boilerplate.
    public var isBoilerplate: Bool { self[Annotation.boilerplateFeature] == .boolean(true) }

    /// The value of the feature `name`.
    public subscript(name: String) -> JSONValue? { features.first { $0.name == name }?.value }
  }

  /// Something told about the document.
  public struct Notice: Hashable, Sendable {
    /// A stable code, listed in `Documentation/Diagnostics.md`.
    public let code: String
    /// What happened.
    public let message: String
    /// The rule concerned, if any.
    public let rule: String?
    /// The module concerned, if any.
    public let module: String?
    /// The place in code points, if there is one.
    public let place: Range<Int>?
  }

  /// The document's id.
  public let id: String
  /// The document's set; empty when it has none.
  public let set: String
  /// The document's date, if it is known.
  public let date: String?
  /// Where the date was found, if it is known.
  public let dateFrom: String?
  /// The language that its text was found to be in, if it tells.
  public let detectedLanguage: String?
  /// The other metadata, in the order of the report.
  public let metadata: [JSONValue.Member]
  /// The document's text; nil in reports that leave it out.
  public let text: String?
  /// What of the text stands around the news, in code points: see ``PostilModel/TextStructure/boilerplate``.
  public let boilerplate: [Range<Int>]
  /// The annotations, in the order of the report.
  public let items: [Item]
  /// What was told about the document.
  public let notices: [Notice]
  /// Why the document failed, if it did.
  public let error: String?

  /// Makes a record.
  public init(
    id: String, set: String = "", date: String? = nil, dateFrom: String? = nil, detectedLanguage: String? = nil,
    metadata: [JSONValue.Member] = [], text: String? = nil, boilerplate: [Range<Int>] = [], items: [Item] = [],
    notices: [Notice] = [],
    error: String? = nil
  ) {
    self.id = id
    self.set = set
    self.date = date
    self.dateFrom = dateFrom
    self.detectedLanguage = detectedLanguage
    self.metadata = metadata
    self.text = text
    self.boilerplate = boilerplate
    self.items = items
    self.notices = notices
    self.error = error
  }

  /// Set and id, divided by a slash: what documents are told apart by.
  public var key: String { self.set.isEmpty ? id : "\(self.set)/\(id)" }
}
