/// A place in a document where an item was found.
public struct Occurrence: Hashable, Sendable {
  /// The label that a statement bears.
  public enum Tone: String, CaseIterable, Sendable {
    case positive, neutral, negative
  }

  /// The scores that there are.
  static let scores = -1.0...1.0

  /// The first code point.
  public let start: Int
  /// One past the last code point.
  public let end: Int
  /// For statements, −1 to 1; nil without one.
  public let score: Double?
  /// For statements; nil without one.
  public let tone: Tone?

  /// Makes an occurrence.
  public init(start: Int, end: Int, score: Double? = nil, tone: Tone? = nil) {
    self.start = start
    self.end = end
    self.score = score
    self.tone = tone
  }
}
