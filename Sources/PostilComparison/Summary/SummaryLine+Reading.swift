import PostilIdentities
import PostilJSON
import PostilRecords

extension SummaryLine {
  /// Reads a line back.
  ///
  /// - Throws: ``PostilRecords/RecordError`` when a field is missing or holds what a summary never does.
  init(_ value: JSONValue) throws(RecordError) {
    guard let id = value["id"]?.string, let set = value["set"]?.string else {
      throw RecordError(.wrongKind(field: "id", expected: "a text, beside a 'set'"))
    }
    let metadata = try Self.members("metadata", of: value).map { ($0.name, $0.value.plainText) }
    document = DocumentSummary(
      id: id, set: set, date: value["date"]?.string,
      metadata: Dictionary(metadata) { first, _ in first },
      words: try Self.count("words", of: value), statements: try Self.count("statements", of: value) ?? 0,
      sketch: try Self.sketch(of: value), text: value["text"]?.string,
      items: try Self.facets(of: value), boilerplate: try Self.boilerplate(of: value),
      names: try Self.names(of: value), polls: (value["polls"]?.array ?? []).map(Self.poll),
      isFailed: value["failed"] == .boolean(true))
  }

  private static func boilerplate(of value: JSONValue) throws(RecordError) -> BoilerplateSummary {
    guard let own = value["boilerplate"] else { return .none }
    guard own.members != nil else { throw RecordError(.wrongKind(field: "boilerplate", expected: "an object")) }
    return BoilerplateSummary(
      words: try count("words", of: own) ?? 0, statements: try count("statements", of: own) ?? 0,
      items: try facets(of: own))
  }

  private static func names(of value: JSONValue) throws(RecordError) -> [DocumentName]? {
    guard let field = value["names"] else { return nil }
    guard let list = field.array else { throw RecordError(.wrongKind(field: "names", expected: "a list of names")) }
    var names: [DocumentName] = []
    for entry in list {
      guard let kind = entry["kind"]?.string, let name = entry["name"]?.string else {
        throw RecordError(.wrongKind(field: "names", expected: "names, each with 'kind' and 'name'"))
      }
      names.append(
        DocumentName(
          kind: kind, name: name, forms: try counts("forms", of: entry), roles: try counts("roles", of: entry),
          acronyms: try counts("acronyms", of: entry)))
    }
    return names
  }

  private static func counts(_ field: String, of value: JSONValue) throws(RecordError) -> [String: Int] {
    var counts: [String: Int] = [:]
    for member in try members(field, of: value) {
      guard let count = member.value.integer, count >= 0 else {
        throw RecordError(.wrongKind(field: "names.\(field).\(member.name)", expected: "a whole number from 0"))
      }
      counts[member.name] = count
    }
    return counts
  }

  private static func facets(of value: JSONValue) throws(RecordError) -> [Facet: DocumentSummary.Items] {
    var items: [Facet: DocumentSummary.Items] = [:]
    for member in try members("items", of: value) {
      guard let facet = Facet(rawValue: member.name) else {
        throw RecordError(.wrongKind(field: "items.\(member.name)", expected: "a kind of item"))
      }
      items[facet] = try Self.items(member.value, facet)
    }
    return items
  }

  private static func members(_ field: String, of value: JSONValue) throws(RecordError) -> [JSONValue.Member] {
    guard let object = value[field] else { return [] }
    guard let members = object.members else { throw RecordError(.wrongKind(field: field, expected: "an object")) }
    return members
  }

  private static func count(_ field: String, of value: JSONValue) throws(RecordError) -> Int? {
    guard let number = value[field] else { return nil }
    guard let count = number.integer, count >= 0 else {
      throw RecordError(.wrongKind(field: field, expected: "a whole number from 0"))
    }
    return count
  }

  private static func sketch(of value: JSONValue) throws(RecordError) -> Sketch? {
    guard let text = value["sketch"] else { return nil }
    guard let sketch = text.string.flatMap(Sketch.init(text:)) else {
      throw RecordError(.wrongKind(field: "sketch", expected: "\(Sketch.bins) hashes of eight hexadecimal digits"))
    }
    return sketch
  }

  private static func items(_ value: JSONValue, _ facet: Facet) throws(RecordError) -> DocumentSummary.Items {
    var items: DocumentSummary.Items = [:]
    for member in value.members ?? [] {
      guard let places = places(member.value, scored: facet.isScored) else {
        throw RecordError(.wrongKind(field: "items.\(facet.rawValue).\(member.name)", expected: "a list of places"))
      }
      items[member.name] = places
    }
    return items
  }

  /// The places of an item; nil when `value` is no such list.
  private static func places(_ value: JSONValue, scored: Bool) -> [Occurrence]? {
    guard let values = value.array else { return nil }
    let width = scored ? 4 : 2
    guard values.count.isMultiple(of: width) else { return nil }
    var places: [Occurrence] = []
    for at in stride(from: 0, to: values.count, by: width) {
      guard let start = values[at].integer, let end = values[at + 1].integer, 0 <= start, start <= end else {
        return nil
      }
      let score = scored ? values[at + 2].number : nil
      guard score.map(Occurrence.scores.contains) ?? true else { return nil }
      places.append(
        Occurrence(
          start: start, end: end, score: score,
          tone: scored ? values[at + 3].string.flatMap(Occurrence.Tone.init) : nil))
    }
    return places
  }

  private static func poll(_ value: JSONValue) -> PollSummary {
    PollSummary(
      question: value["question"]?.string ?? "", kind: value["kind"]?.string ?? "",
      options: (value["options"]?.array ?? []).compactMap(\.string),
      shares: (value["shares"]?.array ?? []).compactMap(\.number))
  }
}
