/// The kind of values that a feature takes, as manifests and the `types` of rulesets declare it.
public indirect enum FeatureKind: Hashable, Sendable {
  case string, number, boolean, span, annotation, record
  case list(FeatureKind)

  /// Whether `value` is of this kind.
  public func accepts(_ value: FeatureValue) -> Bool {
    switch (self, value) {
    case (.string, .string), (.number, .number), (.number, .digits), (.boolean, .boolean), (.span, .span),
      (.annotation, .annotation):
      true
    case (.record, .record(let fields)):
      fields.allSatisfy { if case .record = $0.value { false } else { true } }
    case (.list(let element), .list(let values)): values.allSatisfy(element.accepts)
    default: false
    }
  }
}

extension FeatureKind {
  /// What reports write behind the name of a span for its ends, each a field of its own.
  private static let spanEnds = ["Start", "End"]

  /// The names under which reports write the ends of the span `name`.
  public static func ends(ofSpan name: String) -> (start: String, end: String) {
    (name + spanEnds[0], name + spanEnds[1])
  }

  /// The span of which a feature called `name` would be an end; nil for other names.
  public static func span(endingIn name: String) -> String? {
    spanEnds.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
  }

  /// The first of `features` that reports would write in the place of a span's end, with the span: `sourceStart` beside `source`.
  ///
  /// - Parameter features: The features of one type with their kinds.
  public static func collision(in features: [(name: String, kind: FeatureKind)]) -> (feature: String, span: String)? {
    let spans = Set(features.lazy.filter { $0.kind == .span }.map(\.name))
    for feature in features {
      if let span = span(endingIn: feature.name), spans.contains(span) { return (feature.name, span) }
    }
    return nil
  }
}

extension FeatureKind: LosslessStringConvertible {
  private static let names: [(String, FeatureKind)] = [
    ("string", .string), ("number", .number), ("boolean", .boolean), ("span", .span), ("annotation", .annotation),
    ("record", .record),
  ]

  /// Reads the form that ``description`` writes: `string`, `number`, …, `list of span`.
  public init?(_ description: String) {
    if description.hasPrefix("list of ") {
      guard let element = FeatureKind(String(description.dropFirst("list of ".count))) else { return nil }
      self = .list(element)
    } else if let found = Self.names.first(where: { $0.0 == description }) {
      self = found.1
    } else {
      return nil
    }
  }

  /// `string`, `number`, `boolean`, `span`, `annotation`, `record` or `list of …`.
  public var description: String {
    if case .list(let element) = self { return "list of \(element)" }
    return Self.names.first { $0.1 == self }?.0 ?? "record"
  }
}
