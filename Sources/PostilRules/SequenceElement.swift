/// One element of a `sequence`.
public struct SequenceElement: Sendable {
  /// What the element takes.
  public enum Content: Sendable {
    case condition(Condition)
    case gap(unit: GapUnit, not: [Condition])
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
  public var isGap: Bool { if case .gap = content { true } else { false } }
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
