/// The value of a feature.
public enum FeatureValue: Hashable, Sendable {
  case string(String)
  /// A finite number; whole numbers are written without a fraction.
  case number(Double)
  /// A number that a `Double` would change, such as the id of a post beyond 2^53, by its digits; modules see the nearest number.
  case digits(String)
  case boolean(Bool)
  /// A part of the document's text.
  case span(Span)
  /// Another annotation of the same document, by its index in ``AnnotatedDocument/annotations``.
  case annotation(Int)
  case list([FeatureValue])
  /// Named values, one level deep.
  case record(Features)

  /// The text, if this is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The number, if this is one; the nearest one where a `Double` cannot hold it.
  public var number: Double? {
    switch self {
    case .number(let value): value
    case .digits(let text): Double(text)
    default: nil
    }
  }
  /// The truth value, if this is one.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  /// The span, if this is one.
  public var span: Span? { if case .span(let value) = self { value } else { nil } }
  /// The index of the annotation referred to, if this is a reference.
  public var annotation: Int? { if case .annotation(let value) = self { value } else { nil } }
  /// The elements, if this is a list.
  public var list: [FeatureValue]? { if case .list(let value) = self { value } else { nil } }
  /// The fields, if this is a record.
  public var record: Features? { if case .record(let value) = self { value } else { nil } }

  /// The annotations that the value refers to, at any depth.
  public var references: [Int] {
    switch self {
    case .annotation(let index): [index]
    case .list(let values): values.flatMap(\.references)
    case .record(let fields): fields.flatMap(\.value.references)
    default: []
    }
  }
}

extension FeatureValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A value written out.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A value written out.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A value written out.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A value written out.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A value written out.
  public init(arrayLiteral elements: FeatureValue...) { self = .list(elements) }
}
