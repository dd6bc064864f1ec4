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

  /// What the rule gives.
  public let origin: CandidateOrigin
  /// What would be annotated.
  public let span: Span
  /// The named groups that took part, in the order of the pattern; empty for a term.
  private let groups: [Capture]
  /// The annotations that a `sequence` made it from, by index.
  public let annotations: [Int]
  /// The place in the total order of the conflict policy among the candidates of this step; 0 comes first.
  public let rank: Int
  /// The candidate that took this one's place by the conflict policy, by index; nil for a winner.
  public let lostTo: Int?

  /// Makes a candidate.
  ///
  /// - Parameter groups: The named groups that took part; empty for a term, which is itself the capture `term`.
  public init(
    origin: CandidateOrigin, span: Span, groups: [Capture] = [], annotations: [Int] = [], rank: Int, lostTo: Int?
  ) {
    self.origin = origin
    self.span = span
    self.groups = groups
    self.annotations = annotations
    self.rank = rank
    self.lostTo = lostTo
  }

  /// The type that the rule gives.
  public var type: String { origin.type }
  /// The rule, as `ruleset/rule`.
  public var rule: String { origin.rule }
  /// The rule's features, templates filled in.
  public var features: Features { origin.features }

  /// The named parts that took part, in the order of the pattern.
  public var captures: [Capture] { origin.isTerm ? [Capture(name: Self.termCapture, span: span)] : groups }

  /// What the part `name` matched, or nil when it took no part.
  public func capture(_ name: String) -> Span? {
    if origin.isTerm { return name == Self.termCapture ? span : nil }
    return groups.first { $0.name == name }?.span
  }

  /// The capture that is the term found.
  public static let termCapture = "term"
}
