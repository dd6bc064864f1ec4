import PostilModel

extension JSONValue {
  /// A value without spans or references, such as metadata; those, which mean nothing outside their document, as null.
  public init(plain value: FeatureValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .digits(let text): self = .digits(text)
    case .boolean(let flag): self = .boolean(flag)
    case .list(let values): self = .array(values.map(JSONValue.init(plain:)))
    case .record(let fields): self = .object(fields.map { Member(name: $0.name, value: JSONValue(plain: $0.value)) })
    case .span, .annotation: self = .null
    }
  }
}

extension Features {
  /// Values without spans or references, such as metadata, of which the last of one name counts; null is left out.
  public init(plain members: [JSONValue.Member]) {
    self.init(
      members.compactMap { member in
        FeatureValue(plain: member.value).map { Entry(name: member.name, value: $0) }
      })
  }
}

extension FeatureValue {
  /// The value by its form; nil for null.
  public init?(plain value: JSONValue) {
    switch value {
    case .null: return nil
    case .boolean(let flag): self = .boolean(flag)
    case .number(let number): self = .number(number)
    case .digits(let text): self = .digits(text)
    case .string(let text): self = .string(text)
    case .array(let values): self = .list(values.compactMap(FeatureValue.init(plain:)))
    case .object(let members): self = .record(Features(plain: members))
    }
  }
}
