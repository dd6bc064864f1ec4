import PostilJSON
import PostilModel

/// Reads what a program makes of a document; all of it is checked by the call, as what a library gives.
struct ProgramAnswer {
  private static let fields = ["number", "annotations", "features", "rejected", "diagnostics"]

  private let call: Call
  private let offsets: OffsetMap

  init(_ call: Call, _ offsets: OffsetMap) {
    self.call = call
    self.offsets = offsets
  }

  func read(_ answer: JSONValue) {
    do {
      try check(answer, has: Self.fields, "an answer")
      for value in try list("annotations", of: answer) { _ = call.emit { try emission(value) } }
      for value in try list("features", of: answer) { try readFeature(value) }
      for value in try list("rejected", of: answer) {
        try check(value, has: ["candidate", "reason"], "a rejection")
        call.reject(try index("candidate", of: value)) { try text("reason", of: value) }
      }
      for value in try list("diagnostics", of: answer) { call.diagnose { try diagnostic(value) } }
    } catch {
      call.record(error)
    }
  }

  private func emission(_ value: JSONValue) throws -> Emission {
    try check(
      value, has: ["type", "start", "end", "features", "candidates", "annotations", "decision"], "an annotation")
    let type = try text("type", of: value)
    let features = try fields(value["features"], of: call.contract.assigned[type], "the features of '\(type)'")
    return Emission(
      type: type, span: try span(value), features: features, candidates: try indices("candidates", of: value),
      annotations: try indices("annotations", of: value),
      decision: value["decision"] == nil ? "" : try text("decision", of: value))
  }

  private func readFeature(_ value: JSONValue) throws {
    try check(value, has: ["annotation", "name", "value"], "a feature")
    let name = try text("name", of: value)
    _ = call.setFeature(try index("annotation", of: value)) { type in
      guard let given = value["value"], let feature = try featureValue(given, type.features[name]) else {
        throw Breach("null for '\(name)'")
      }
      return Features.Entry(name: name, value: feature)
    }
  }

  private func diagnostic(_ value: JSONValue) throws -> (message: String, span: Span?) {
    try check(value, has: ["message", "start", "end"], "a diagnostic")
    return (try text("message", of: value), value["start"] == nil ? nil : try span(value))
  }

  private func check(_ value: JSONValue, has fields: [String], _ what: String) throws {
    guard let members = value.members else { throw Breach("\(what) that is no object") }
    if let other = members.first(where: { !fields.contains($0.name) }) {
      throw Breach("\(what) with the field '\(other.name)', which there is not")
    }
  }

  private func list(_ name: String, of value: JSONValue) throws -> [JSONValue] {
    switch value[name] {
    case nil, .null: return []
    case .array(let values): return values
    default: throw Breach("'\(name)' that is no list")
    }
  }

  private func text(_ name: String, of value: JSONValue) throws -> String {
    guard let text = value[name]?.string else { throw Breach("no text as '\(name)'") }
    return text
  }

  private func index(_ name: String, of value: JSONValue) throws -> Int { try index(value[name], name) }

  private func index(_ value: JSONValue?, _ name: String) throws -> Int {
    guard let index = value?.integer, index >= 0, index <= Int32.max else { throw Breach("no number as '\(name)'") }
    return index
  }

  private func indices(_ name: String, of value: JSONValue) throws -> [Int] {
    try list(name, of: value).map { try index($0, name) }
  }

  private func span(_ value: JSONValue) throws -> Span {
    guard let start = value["start"]?.integer, let end = value["end"]?.integer else {
      throw Breach("a span without the numbers 'start' and 'end'")
    }
    guard start <= end else { throw Breach("a span \(start)–\(end) that ends before it begins") }
    guard let first = offsets.utf8Offset(ofCodePoint: start), let last = offsets.utf8Offset(ofCodePoint: end) else {
      throw Breach("a span \(start)–\(end) outside the text")
    }
    return Span(start: first, end: last)
  }

  private func fields(
    _ value: JSONValue?, of type: ModuleContract.AnnotationType?, _ what: String
  ) throws -> Features {
    guard let value, value != .null else { return [:] }
    guard let members = value.members else { throw Breach("\(what) that are no object") }
    return Features(
      try members.compactMap { member in
        try featureValue(member.value, type?.features[member.name]).map { .init(name: member.name, value: $0) }
      })
  }

  /// The value by its form, or by the kind that is declared where that tells a record from a span; nil for null.
  private func featureValue(_ value: JSONValue, _ kind: FeatureKind?, level: Int = 0) throws -> FeatureValue? {
    guard level < 4 else { throw Breach("values nested too deeply") }
    switch value {
    case .array(let values):
      let element: FeatureKind? = if case .list(let element) = kind { element } else { nil }
      return .list(try values.compactMap { try featureValue($0, element, level: level + 1) })
    case .object(let members):
      if kind != .record, members.count == 2, value["start"] != nil, value["end"] != nil {
        return .span(try span(value))
      }
      if kind != .record, members.count == 1, value["annotation"] != nil {
        return .annotation(try index("annotation", of: value))
      }
      return .record(
        Features(
          try members.compactMap { member in
            try featureValue(member.value, nil, level: level + 1).map { .init(name: member.name, value: $0) }
          }))
    default: return FeatureValue(plain: value)
    }
  }
}
