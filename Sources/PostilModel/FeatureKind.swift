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
  public static let spanEnds = ["Start", "End"]

  /// The first of `features` that reports would write in the place of a span's end, with the span: `sourceStart` beside `source`.
  ///
  /// - Parameter features: The features of one type with their kinds.
  public static func collision(in features: [(name: String, kind: FeatureKind)]) -> (feature: String, span: String)? {
    let spans = Set(features.lazy.filter { $0.kind == .span }.map(\.name))
    for feature in features {
      for end in spanEnds where feature.name.hasSuffix(end) {
        let span = String(feature.name.dropLast(end.count))
        if spans.contains(span) { return (feature.name, span) }
      }
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
