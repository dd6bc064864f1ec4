import PostilModel

/// A value of a JSON text; objects keep the order of their members.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  /// A number that a `Double` would change, as it was written: an integer beyond 2^53, such as the id of a post, or one too
  /// large.
  case digits(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Pairs a name with a value.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  public init(_ integer: Int) {
    self = integer.magnitude <= JSONNumber.largestExactInteger ? .number(Double(integer)) : .digits(String(integer))
  }

  /// The value of the member `name`, the last one of several; nil when this is no object or has none.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text, if this is one.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, if this is one; the nearest one where a `Double` cannot hold it.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .digits(let text): Double(text)
    default: nil
    }
  }
  /// The whole number, if this is one.
  public var integer: Int? {
    if case .digits(let text) = self { Int(text) } else { number.flatMap { Int(exactly: $0) } }
  }
  /// The elements, if this is an array.
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  /// The members, if this is an object.
  public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The value as one line for people; texts without quotation marks.
  public var plainText: String {
    switch self {
    case .null: ""
    case .boolean(let flag): String(flag)
    case .number(let number): number.plainText
    case .digits(let text), .string(let text): text
    case .array(let values): values.map(\.plainText).joined(separator: ", ")
    case .object(let members): members.map { "\($0.name) \($0.value.plainText)" }.joined(separator: " ")
    }
  }
}

extension JSONBytes {
  /// A value of any kind.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let flag): boolean(flag)
    case .number(let number): self.number(number)
    case .digits(let text): digits(text)
    case .string(let text): string(text)
    case .array(let values): array { json in for element in values { json.value(element) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }
}
