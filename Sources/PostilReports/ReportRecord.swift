/// One record of a report: a document with its annotations.
public struct ReportRecord: Sendable {
  /// One annotation.
  public struct Item: Hashable, Sendable {
    /// Its id, unique in the document.
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
    /// The module that made it, if one did.
    public let module: String?
    /// The rule that it came from first, if there is one.
    public let rule: String?

    /// Makes an annotation.
    public init(
      id: String, type: String, start: Int, end: Int, text: String, features: [JSONValue.Member] = [],
      module: String? = nil, rule: String? = nil
    ) {
      self.id = id
      self.type = type
      self.start = start
      self.end = end
      self.text = text
      self.features = features
      self.module = module
      self.rule = rule
    }

    /// The value of the feature `name`.
    public subscript(name: String) -> JSONValue? { features.first { $0.name == name }?.value }
  }

  /// The document's id.
  public let id: String
  /// The document's set; empty when it has none.
  public let set: String
  /// The document's date, if it is known.
  public let date: String?
  /// The other metadata, in the order of the report.
  public let metadata: [JSONValue.Member]
  /// The document's text; nil in reports that leave it out.
  public let text: String?
  /// The annotations, in the order of the report.
  public let items: [Item]
  /// Why the document failed, if it did.
  public let error: String?

  /// Makes a record.
  public init(
    id: String, set: String = "", date: String? = nil, metadata: [JSONValue.Member] = [], text: String? = nil,
    items: [Item] = [], error: String? = nil
  ) {
    self.id = id
    self.set = set
    self.date = date
    self.metadata = metadata
    self.text = text
    self.items = items
    self.error = error
  }

  /// Set and id, divided by a slash: what documents are told apart by.
  public var key: String { self.set.isEmpty ? id : "\(self.set)/\(id)" }
}

extension ReportRecord {
  /// The record that `value` holds; nil when it is none of `postil.report/1`.
  public init?(_ value: JSONValue) {
    guard value["schema"]?.string == JSONLWriter.schema, let document = value["document"],
      let id = document["id"]?.string
    else { return nil }
    let own: Set<String> = ["id", "set", "date", "dateFrom"]
    self.init(
      id: id, set: document["set"]?.string ?? "", date: document["date"]?.string,
      metadata: (document.members ?? []).filter { !own.contains($0.name) }, text: value["text"]?.string,
      items: (value["annotations"]?.array ?? []).compactMap(Item.init), error: value["error"]?.string)
  }
}

extension ReportRecord.Item {
  /// The annotation that `value` holds; nil when it has no type or no span.
  public init?(_ value: JSONValue) {
    guard let type = value["type"]?.string, let start = value["start"]?.integer, let end = value["end"]?.integer,
      0 <= start, start <= end
    else { return nil }
    self.init(
      id: value["id"]?.string ?? "", type: type, start: start, end: end, text: value["text"]?.string ?? "",
      features: value["features"]?.members ?? [], module: value["by"]?["module"]?.string,
      rule: value["by"]?["rule"]?.string)
  }
}
