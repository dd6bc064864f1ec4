/// One element of a `sequence`.
public struct SequenceElement: Sendable {
  /// What the element takes.
  public enum Content: Sendable {
    case condition(Condition)
    case gap(Gap)
  }

  /// What `as` calls it.
  public let name: String?
  /// What it takes; for a gap, of what the repetitions are counted.
  public let content: Content
  /// The fewest repetitions.
  public let least: Int
  /// The most repetitions.
  public let most: Int

  /// Whether it stands for text between other elements.
  public var isGap: Bool { gap != nil }
  /// The gap that it is; nil for an element that takes something.
  public var gap: Gap? { if case .gap(let gap) = content { gap } else { nil } }
}

extension SequenceElement {
  /// The names of the groups of its pattern.
  var groupNames: [String] {
    if case .condition(.pattern(let pattern)) = content { pattern.anchored.captureNames } else { [] }
  }

  /// All that it gives a name to.
  var names: [String] { [name].compactMap { $0 } + groupNames }

  /// The type of the annotations that it takes; nil where it takes text.
  var annotationType: String? { if case .condition(.type(let type, _)) = content { type } else { nil } }
}

/// Text between two elements; it takes none where nothing was taken before it, or nothing follows.
public struct Gap: Sendable {
  /// What it is measured in.
  public let unit: GapUnit
  /// What may not stand in it.
  public let not: [Condition]
  /// Which of the places it leads to wins.
  public let preference: GapPreference
}

/// Which of the places that a gap leads to wins.
public enum GapPreference: String, CaseIterable, Sendable {
  /// The one where the next element begins first.
  case nearest
  /// The one that makes the whole longest.
  case farthest
}

/// What a gap is measured in.
public enum GapUnit: String, CaseIterable, Sendable {
  case token, character
}

/// Scores that add up over a region.
public struct Evidence: Sendable {
  /// Something that speaks for the annotation, or against it.
  public struct Item: Sendable {
    /// What the feature `evidence` calls it.
    public let id: String
    /// What it is.
    public let condition: Condition
    /// What each occurrence adds.
    public let score: Double
    /// The most occurrences that count in a region.
    public let most: Int
  }

  /// The score from which there is an annotation.
  public let threshold: Double
  /// In order.
  public let items: [Item]

  /// Makes evidence of items.
  public init(threshold: Double, items: [Item]) {
    self.threshold = threshold
    self.items = items
  }
}
