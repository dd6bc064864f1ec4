/// Where a part stands in its pattern.
final class PatternPlace: Sendable {
  private enum Kind {
    case whole
    case among([PatternPart], Range<Int>, PatternPlace)
    case repeated(PatternPart, PatternPlace)
    case lookahead(PatternPlace)
  }

  private let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// The pattern itself.
  static let whole = PatternPlace(.whole)

  /// The place of some of a sequence's parts; `self` is the sequence's own.
  func of(_ range: Range<Int>, among parts: [PatternPart]) -> PatternPlace {
    range == parts.indices ? self : PatternPlace(.among(parts, range, self))
  }

  /// The place of one repetition; `self` is that of all.
  func ofRepetition(of part: PatternPart) -> PatternPlace { PatternPlace(.repeated(part, self)) }

  /// The place of what is looked for ahead; `self` is that of the lookahead.
  var ofLookahead: PatternPlace { PatternPlace(.lookahead(self)) }

  /// What can stand on one side of the part.
  ///
  /// - Parameter near: The characters with which the part can end on that side.
  func outlook(_ side: PatternPart.Side, from near: @autoclosure () -> ByteSet) -> Outlook {
    switch kind {
    case .whole: return .open
    case .among(let parts, let range, let outer):
      let rest = side == .ahead ? parts[range.upperBound...] : parts[..<range.lowerBound]
      let beyond = outer.outlook(side, from: PatternPart.last(of: rest, side, before: near()))
      return PatternPart.outlook(of: rest, side, then: beyond, from: near())
    case .lookahead(let outer): return side == .ahead ? .open : outer.outlook(.behind, from: near())
    case .repeated(let part, let outer):
      let more = PatternPart.repeated(part, least: 0, most: nil)
      return more.outlook(side, then: outer.outlook(side, from: .anything), from: .anything)
    }
  }
}
