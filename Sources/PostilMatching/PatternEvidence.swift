/// What a pattern's own text tells about where it can match.
struct PatternEvidence: Sendable {
  typealias Literal = LiteralScanner.Literal

  /// Literals of which every match has one, with what stands round it there; none where they are not known, or common.
  let literals: [Literal: Surroundings]
  /// How far behind the match's start the literals begin, in bytes: the least, and the greatest where it is bounded.
  let nearest: Int
  let farthest: Int?
  /// The bytes that can stand between the match's start and the literal.
  let between: ByteSet
  /// What stands round the match's start.
  let start: Surroundings
  /// Whether any part of the pattern ignores case.
  let isCaseless: Bool

  /// Nil where the pattern's text is not sure.
  init?(of pattern: String) {
    guard let (whole, isCaseless) = PatternReader.parts(of: pattern) else { return nil }
    self.isCaseless = isCaseless
    var anchor = PatternFragment(whole, at: .whole).bestAnchor
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
    nearest = anchor?.nearest ?? 0
    farthest = anchor == nil ? 0 : anchor?.farthest
    between = anchor?.between ?? ByteSet()
    literals = anchor.map { Self.surroundings(of: $0.runs) } ?? [:]
  }

  private static func surroundings(of runs: [PatternFragment.Run]) -> [Literal: Surroundings] {
    var outlooks: [Literal: (ahead: Outlook, behind: Outlook)] = [:]
    for run in runs {
      func outlook(_ side: PatternPart.Side) -> Outlook {
        let near = run.literals.reduce(ByteSet()) { near, literal in
          near.union(PatternPart.sets(of: literal.bytes, isCaseless: literal.isCaseless, side.opposite)[0])
        }
        return run.place.outlook(side, from: near)
      }
      let ahead = outlook(.ahead)
      let behind = outlook(.behind)
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
}
