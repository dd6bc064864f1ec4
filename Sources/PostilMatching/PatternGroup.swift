/// Parts of a pattern with what is asked of them again and again.
final class PatternGroup: Sendable {
  let parts: [PatternPart]
  /// The fewest characters that it takes.
  let shortest: Int
  /// Whether it takes no text wherever it matches.
  let isEmpty: Bool
  private let ahead: PatternShape?
  private let behind: PatternShape?

  /// One part after another.
  init(sequence parts: [PatternPart]) {
    self.parts = parts
    shortest = parts.reduce(0) { $0 + $1.shortest }
    isEmpty = parts.allSatisfy(\.isEmpty)
    ahead = Self.shape(ofSequence: parts, .ahead)
    behind = Self.shape(ofSequence: parts.reversed(), .behind)
  }

  /// One of the parts.
  init(branches parts: [PatternPart]) {
    self.parts = parts
    shortest = parts.map(\.shortest).min() ?? 0
    isEmpty = parts.allSatisfy(\.isEmpty)
    ahead = Self.shape(ofBranches: parts, .ahead)
    behind = Self.shape(ofBranches: parts, .behind)
  }

  /// What the parts are when each is plain text.
  var texts: [LiteralScanner.Literal]? {
    var texts: [LiteralScanner.Literal] = []
    texts.reserveCapacity(parts.count)
    for part in parts {
      guard case .text(let bytes, let isCaseless) = part else { return nil }
      texts.append(LiteralScanner.Literal(bytes: bytes, isCaseless: isCaseless))
    }
    return texts
  }

  /// Its shape seen from one side; nil where a part of it asks for what stands beside it there.
  func shape(_ side: PatternPart.Side) -> PatternShape? { side == .ahead ? ahead : behind }

  private static func shape(ofSequence parts: [PatternPart], _ side: PatternPart.Side) -> PatternShape? {
    var seen = PatternShape.nothing
    for part in parts where seen.isOpen {
      guard let shape = part.shape(side) else { return nil }
      seen = seen.then(shape)
    }
    return seen
  }

  private static func shape(ofBranches parts: [PatternPart], _ side: PatternPart.Side) -> PatternShape? {
    guard var seen = parts.first?.shape(side) else { return nil }
    for part in parts.dropFirst() {
      guard let shape = part.shape(side) else { return nil }
      seen = seen.union(shape)
    }
    return seen
  }
}
