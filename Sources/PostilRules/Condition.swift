import PostilMatching
import PostilModel

/// Something that may stand in a text: what conditions, elements of sequences and items of evidence ask for.
public enum Condition: Sendable {
  case pattern(ConditionPattern)
  case terms([Lexicon], where: [FeatureTest])
  case type(String, where: [FeatureTest])
  /// A stretch that a word such as `not` negates.
  case negation

  /// The lexicons that it looks up.
  public var lexicons: [Lexicon] { if case .terms(let lexicons, _) = self { lexicons } else { [] } }
  /// The type of the annotations that it asks for; nil where it asks for text.
  public var type: String? { if case .type(let type, _) = self { type } else { nil } }
  /// The names of the groups of its pattern.
  var groupNames: [String] { if case .pattern(let pattern) = self { pattern.anchored.captureNames } else { [] } }
  /// What the features of an annotation, or the columns of a term's row, must be.
  public var tests: [FeatureTest] {
    switch self {
    case .pattern, .negation: []
    case .terms(_, let tests), .type(_, let tests): tests
    }
  }
}

/// A pattern as it is asked at a place.
public struct ConditionPattern: Sendable {
  /// As written, definitions and lexicons filled in.
  public let anywhere: Pattern
  /// Matches only from where the search begins.
  public let anchored: Pattern
  /// Matches only up to the end of the subject.
  public let ending: Pattern

  init(_ pattern: Pattern) {
    anywhere = pattern
    anchored = pattern.beginningThere
    ending = pattern.endingThere
  }
}

/// One condition on a feature, a column of a lexicon or a piece of metadata.
public struct FeatureTest: Sendable {
  /// What the value must be.
  public enum Wanted: Sendable {
    case oneOf([String])
    case matching(Pattern)
    /// Numbers as numbers, other text in order of code points, which is that of ISO dates; either end may be open.
    case between(least: String?, most: String?)
  }

  /// The feature's name.
  public let name: String
  /// What its value must be.
  public let wanted: Wanted

  /// Whether the feature's value is what is wanted; of a list, one of its values.
  public func accepts(_ value: FeatureValue?) -> Bool {
    switch value {
    case .list(let items): items.contains { accepts($0) }
    case .string(let text): accepts(text)
    case .number(let number): accepts(number.plainText)
    case .boolean(let flag): accepts(String(flag))
    default: false
    }
  }

  private func accepts(_ text: String) -> Bool {
    switch wanted {
    case .oneOf(let values):
      return values.contains(text) || values.contains { Double($0) != nil && Double($0) == Double(text) }
    case .matching(let pattern): return pattern.isFound(in: text)
    case .between(let least, let most):
      return least.map { !Self.precedes(text, $0) } ?? true && most.map { !Self.precedes($0, text) } ?? true
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    if let first = Double(left), let second = Double(right) { return first < second }
    return left < right
  }
}

/// Where a condition must hold, or must not.
public enum ContextRelation: String, CaseIterable, Sendable {
  /// The match lies inside it.
  case within
  /// The match lies inside none.
  case notWithin
  /// It stands inside the match.
  case contains
  /// None stands inside the match.
  case notContains
  /// It ends where the match begins.
  case before
  /// It begins where the match ends.
  case after
  /// It is not the whole of the match.
  case except

  /// Whether the condition must not hold.
  public var isNegative: Bool { self == .notWithin || self == .notContains || self == .except }
}

/// One of a rule's conditions on its surroundings.
public struct ContextCondition: Sendable {
  /// Where it is asked.
  public let relation: ContextRelation
  /// One of them must hold, or none.
  public let alternatives: [Condition]
}
