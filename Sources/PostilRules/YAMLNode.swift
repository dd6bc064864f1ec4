import PostilDiagnostics

/// A value of a YAML file with its place.
public indirect enum YAMLNode: Sendable {
  /// Text, whatever it looks like: the field that reads it decides its type.
  case scalar(YAMLScalar)
  case sequence([YAMLNode], SourceLocation)
  case mapping([YAMLEntry], SourceLocation)

  /// Where the value begins.
  public var location: SourceLocation {
    switch self {
    case .scalar(let scalar): scalar.location
    case .sequence(_, let location), .mapping(_, let location): location
    }
  }

  /// The text, if this is a scalar.
  public var scalar: YAMLScalar? { if case .scalar(let scalar) = self { scalar } else { nil } }
  /// The entries, if this is a mapping.
  public var entries: [YAMLEntry]? { if case .mapping(let entries, _) = self { entries } else { nil } }
  /// The elements, if this is a sequence.
  public var elements: [YAMLNode]? { if case .sequence(let elements, _) = self { elements } else { nil } }

  /// What to call the value in a message.
  var kindName: String {
    switch self {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key.
  public let key: YAMLScalar
  /// The value.
  public let value: YAMLNode

  /// Pairs a key with a value.
  public init(key: YAMLScalar, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A piece of text with its place.
public struct YAMLScalar: Sendable {
  /// How it was written.
  public enum Style: Int, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The text.
  public let text: String
  /// Where it begins, its quotation mark included.
  public let location: SourceLocation
  /// Where it ends, its quotation mark included; for a block of lines, where what follows it begins.
  public let end: SourceLocation
  /// How it was written.
  public let style: Style

  /// The same with another text.
  public func saying(_ text: String) -> YAMLScalar {
    YAMLScalar(text: text, location: location, end: end, style: style)
  }
}
