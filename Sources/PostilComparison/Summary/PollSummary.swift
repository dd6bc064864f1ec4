/// What a comparison shows of one poll.
public struct PollSummary: Hashable, Sendable {
  /// The question, or the words annotated.
  public let question: String
  /// `reader` or `opinion`; empty when unknown.
  public let kind: String
  /// The answers, in order.
  public let options: [String]
  /// The shares in percent, in the order of the answers.
  public let shares: [Double]

  /// Makes a poll.
  public init(question: String, kind: String, options: [String], shares: [Double]) {
    self.question = question
    self.kind = kind
    self.options = options
    self.shares = shares
  }
}
