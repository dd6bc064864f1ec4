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
