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

  /// The capture of the whole region of the scope.
  public static let region = "region"

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
