/// What a rule gives its candidates, apart from their places.
///
/// A class, since most candidates come from the rows of lexicons: all of one rule and row, in whatever document, share
/// one origin, and what is worked out for it once holds for all of them.
public final class CandidateOrigin: Sendable {
  /// The type of the candidates.
  public let type: String
  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// The rule's features, templates filled in.
  public let features: Features
  /// Whether the candidates are terms found whole.
  public let isTerm: Bool
  /// By which one worker tells it from others that its documents share; 0 when only one candidate has it.
  public let number: Int

  /// Makes an origin.
  public init(type: String, rule: String, features: Features, isTerm: Bool = false, number: Int = 0) {
    self.type = type
    self.rule = rule
    self.features = features
    self.isTerm = isTerm
    self.number = number
  }
}

extension CandidateOrigin: Hashable {
  /// Whether both give the same.
  public static func == (left: CandidateOrigin, right: CandidateOrigin) -> Bool {
    left === right
      || (left.type == right.type && left.rule == right.rule && left.features == right.features
        && left.isTerm == right.isTerm)
  }

  /// Hashes what it gives.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(rule)
  }
}
