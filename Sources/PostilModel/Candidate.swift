/// What a rule matched, before a module has judged it.
public struct Candidate: Hashable, Sendable {
  /// A named part of the match.
  public struct Capture: Hashable, Sendable {
    /// The name of the group, or `term` for the term found.
    public let name: String
    /// What it matched.
    public let span: Span

    /// Pairs a name with a span.
    public init(name: String, span: Span) {
      self.name = name
      self.span = span
    }
  }

  /// The type that the rule gives.
  public let type: String
  /// What would be annotated.
  public let span: Span
  /// The named groups that took part, in the order of the pattern.
  public let captures: [Capture]
  /// The rule's features, templates filled in.
  public let features: Features
  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// The annotations that a `sequence` made it from, by index.
  public let annotations: [Int]
  /// The place in the total order of the conflict policy among the candidates of this step; 0 comes first.
  public let rank: Int
  /// The candidate that took this one's place by the conflict policy, by index; nil for a winner.
  public let lostTo: Int?

  /// Makes a candidate.
  public init(
    type: String, span: Span, captures: [Capture], features: Features, rule: String, annotations: [Int] = [], rank: Int,
    lostTo: Int?
  ) {
    self.type = type
    self.span = span
    self.captures = captures
    self.features = features
    self.rule = rule
    self.annotations = annotations
    self.rank = rank
    self.lostTo = lostTo
  }

  /// What the group `name` matched, or nil when it took no part.
  public func capture(_ name: String) -> Span? { captures.first { $0.name == name }?.span }
}
