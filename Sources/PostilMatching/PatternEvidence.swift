/// What a pattern's own text tells about where it can match.
struct PatternEvidence: Sendable {
  typealias Literal = LiteralScanner.Literal

  /// Literals of which every match has one, with what stands round it there; none where they are not known, or common.
  let literals: [Literal: Surroundings]
  /// How far behind the match's start the literals begin.
  let distance: LiteralDistance
  /// The greatest length of a match in bytes, where it is bounded.
  let longest: Int?
  /// What stands round the match's start.
  let start: Surroundings
  /// Whether any part of the pattern ignores case.
  let isCaseless: Bool
  /// How far one step of a search for it can go.
  let reach: StepReach

  /// Nil where the pattern's text is not sure.
  ///
  /// - Parameter known: Groups of patterns that were read before.
  init?(of pattern: String, _ known: KnownGroups = KnownGroups()) {
    guard let (whole, isCaseless) = PatternReader.parts(of: pattern, known) else { return nil }
    self.isCaseless = isCaseless
    reach = whole.stepReach
    let fragment = PatternFragment(whole, at: .whole)
    longest = fragment.longest
    var anchor = fragment.bestAnchor
    // Where a match begins with its literal, what stands round that tells all.
    start =
      anchor?.farthest == 0
      ? .open
      : Surroundings(
        ahead: whole.outlook(.ahead, then: .open, from: .anything),
        behind: whole.outlookBack(.ahead, next: .anything))
    // A start is looked for with less work than a literal at a distance.
    if let known = anchor, known.farthest != 0,
      LiteralRarity.bits(start) + PatternFragment.Anchor.meritOfStart > known.merit
    {
      anchor = nil
    }
    distance =
      anchor.map { LiteralDistance(nearest: $0.nearest, farthest: $0.farthest, between: $0.between) }
      ?? LiteralDistance(nearest: 0, farthest: 0, between: ByteSet())
    literals = anchor.map { Self.surroundings(of: $0.runs) } ?? [:]
  }

  private static func surroundings(of runs: [PatternFragment.Run]) -> [Literal: Surroundings] {
    var outlooks: [Literal: (ahead: Outlook, behind: Outlook)] = [:]
    for run in runs {
      let ahead = run.outlook(.ahead)
      let behind = run.outlook(.behind)
      for literal in run.literals {
        let known = outlooks[literal]
        outlooks[literal] = (known?.ahead.union(ahead) ?? ahead, known?.behind.union(behind) ?? behind)
      }
    }
    return outlooks.mapValues { Surroundings(ahead: $0.ahead, behind: $0.behind) }
  }

  /// Whether it has a literal of which every match has one.
  var hasLiteral: Bool { !literals.isEmpty }

  /// Whether a match's start is rare enough to be looked for by its surroundings.
  var hasStart: Bool { LiteralRarity.bits(start) >= Self.leastOfStart }

  /// Starts more common than one in this many bits of positions are not looked for.
  private static let leastOfStart = 2.0

  /// The share of a text's places where the pattern is tried, as far as letter counts tell.
  var share: Double {
    if hasLiteral {
      return min(1, literals.reduce(0) { $0 + LiteralRarity.share($1.key.bytes) * LiteralRarity.share($1.value) })
    }
    return hasStart ? LiteralRarity.share(start) : 1
  }
}

extension Pattern {
  /// The share of the places of a news text where the pattern is tried at all, estimated from how often letters stand there; 1
  /// where nothing of its text tells where it can match.
  public var shareOfPlaces: Double { PatternEvidence(of: source)?.share ?? 1 }
}
