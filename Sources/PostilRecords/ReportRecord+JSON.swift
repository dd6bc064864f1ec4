import PostilJSON

extension ReportRecord {
  /// The field with the places of boilerplate.
  static let boilerplateField = "boilerplate"

  /// The fields of a document that are no metadata.
  static let ownFields: Set<String> = ["id", "set", "date", "dateFrom", "detectedLanguage"]

  /// Whether `value` claims to be a record of this schema.
  public static func isRecord(_ value: JSONValue) -> Bool { value["schema"]?.string == schema }

  /// The record that `value` holds.
  ///
  /// - Throws: ``RecordError`` when it is none of ``schema``, or an annotation has no type or no span.
  public init(_ value: JSONValue) throws(RecordError) {
    guard Self.isRecord(value), let document = value["document"], let id = document["id"]?.string else {
      throw RecordError(.noRecord)
    }
    if let annotations = value["annotations"], annotations.array == nil {
      throw RecordError(.wrongKind(field: "annotations", expected: "a list"))
    }
    var items: [Item] = []
    for (number, item) in (value["annotations"]?.array ?? []).enumerated() {
      items.append(try Item(item, number: number + 1))
    }
    self.init(
      id: id, set: document["set"]?.string ?? "", date: document["date"]?.string,
      dateFrom: document["dateFrom"]?.string, detectedLanguage: document["detectedLanguage"]?.string,
      metadata: (document.members ?? []).filter { !Self.ownFields.contains($0.name) }, text: value["text"]?.string,
      boilerplate: try Self.boilerplate(of: value), items: items,
      notices: (value["diagnostics"]?.array ?? []).compactMap(Notice.init), error: value["error"]?.string)
  }

  private static func boilerplate(of value: JSONValue) throws(RecordError) -> [Range<Int>] {
    guard let field = value[boilerplateField] else { return [] }
    var places: [Range<Int>] = []
    for place in field.array ?? [.null] {
      guard let ends = place.array, ends.count == 2, let start = ends[0].integer, let end = ends[1].integer,
        places.last?.upperBound ?? 0 <= start, start < end
      else {
        throw RecordError(.wrongKind(field: boilerplateField, expected: "a list of places [start, end], in order"))
      }
      places.append(start..<end)
    }
    return places
  }

  /// - Throws: ``RecordError`` when an annotation or boilerplate does not lie within the text, where the record has one.
  func checkSpans() throws(RecordError) {
    guard let length = text?.unicodeScalars.count else { return }
    if let last = boilerplate.last, last.upperBound > length {
      throw RecordError(
        .spanOutsideText(start: last.lowerBound, end: last.upperBound, feature: Self.boilerplateField))
    }
    for (index, item) in items.enumerated() where item.end > length {
      throw RecordError(
        .spanOutsideText(start: item.start, end: item.end, feature: nil),
        annotation: item.id.isEmpty ? "\(index + 1)" : item.id)
    }
  }

  /// Writes the record as one JSON object.
  public func write(to json: inout JSONBytes) { write(to: &json, items: items, spill: { _ in }) }

  /// Writes the record with `items` in the place of its own, and calls `spill` behind each.
  func write(
    to json: inout JSONBytes, items: some Sequence<Item>, spill: (inout JSONBytes) throws -> Void
  ) rethrows {
    try json.object { json in
      json.field("schema", Self.schema)
      json.key("document")
      head(&json)
      if let error {
        json.field("error", error)
      } else {
        json.field("text", text)
        boilerplate(&json)
        json.key("annotations")
        try json.array { json in
          for item in items {
            item.write(to: &json)
            try spill(&json)
          }
        }
      }
      json.key("diagnostics")
      json.array { json in for notice in notices { notice.write(to: &json) } }
    }
  }

  private func boilerplate(_ json: inout JSONBytes) {
    guard !boilerplate.isEmpty else { return }
    json.key(Self.boilerplateField)
    json.array { json in
      for place in boilerplate {
        json.array { json in
          json.integer(place.lowerBound)
          json.integer(place.upperBound)
        }
      }
    }
  }

  private func head(_ json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("set", set)
      json.field("date", date)
      json.field("dateFrom", dateFrom)
      json.field("detectedLanguage", detectedLanguage)
      json.members(metadata)
    }
  }
}

extension ReportRecord.Item {
  /// The annotation that `value` holds.
  ///
  /// - Parameter number: What to call it by, from 1, where it has no id.
  /// - Throws: ``RecordError`` when it has no type or no span.
  public init(_ value: JSONValue, number: Int) throws(RecordError) {
    let id = value["id"].map(\.plainText) ?? ""
    let name = id.isEmpty ? "\(number)" : id
    guard let type = value["type"]?.string else { throw RecordError(.noType, annotation: name) }
    guard let start = value["start"]?.integer, let end = value["end"]?.integer, 0 <= start, start <= end else {
      throw RecordError(.noSpan, annotation: name)
    }
    for field in ["features", "kinds", "by", "from"] {
      guard let given = value[field], given != .null, given.members == nil else { continue }
      throw RecordError(.wrongKind(field: field, expected: "an object"), annotation: name)
    }
    let (by, from) = (value["by"], value["from"])
    let rules = from?["rules"]?.strings ?? []
    self.init(
      id: id, type: type, start: start, end: end, text: value["text"]?.string ?? "",
      features: value["features"]?.members ?? [], kinds: value["kinds"]?.members ?? [],
      module: by?["module"]?.string, rules: rules.isEmpty ? [by?["rule"]?.string].compactMap(\.self) : rules,
      annotations: from?["annotations"]?.strings ?? [], decision: by?["decision"]?.string,
      refinedBy: value["refinedBy"]?.strings ?? [])
  }

  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("type", type)
      json.field("start", start)
      json.field("end", end)
      json.field("text", text)
      json.key("features")
      json.object { json in json.members(features) }
      if !kinds.isEmpty {
        json.key("kinds")
        json.object { json in json.members(kinds) }
      }
      provenance(&json)
    }
  }

  private func provenance(_ json: inout JSONBytes) {
    json.key("by")
    json.object { json in
      json.key("module")
      json.text(module)
      json.key("rule")
      json.text(rule)
      json.field("decision", decision)
    }
    json.key("from")
    json.object { json in
      json.field("rules", rules)
      json.field("annotations", annotations)
    }
    if !refinedBy.isEmpty { json.field("refinedBy", refinedBy) }
  }
}

extension ReportRecord.Notice {
  fileprivate init?(_ value: JSONValue) {
    guard let code = value["code"]?.string, let message = value["message"]?.string else { return nil }
    var place: Range<Int>?
    if let start = value["start"]?.integer, let end = value["end"]?.integer, start <= end { place = start..<end }
    self.init(
      code: code, message: message, rule: value["rule"]?.string, module: value["module"]?.string, place: place)
  }

  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("code", code)
      json.field("message", message)
      json.field("rule", rule)
      json.field("module", module)
      if let place {
        json.field("start", place.lowerBound)
        json.field("end", place.upperBound)
      }
    }
  }
}

extension JSONValue {
  /// The texts of an array, others left out.
  fileprivate var strings: [String]? { array.map { $0.compactMap(\.string) } }
}

extension JSONBytes {
  fileprivate mutating func members(_ members: [JSONValue.Member]) {
    for member in members {
      key(member.name)
      value(member.value)
    }
  }

  /// A text, or null.
  fileprivate mutating func text(_ text: String?) { if let text { string(text) } else { null() } }
}
