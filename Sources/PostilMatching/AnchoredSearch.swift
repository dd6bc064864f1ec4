import PostilModel

/// Where a pattern is tried, by its evidence.
struct AnchoredSearch: Sendable {
  let distance: LiteralDistance
  /// Whether any part of the pattern ignores case.
  let isCaseless: Bool
  /// The surroundings of its start, by their number.
  let start: Int32

  /// More hits than one in this many bytes: searching the whole region is faster.
  private static let bytesPerHit = 24

  /// Whether there are so many hits in a region that all of it is searched.
  func isDense(_ hits: Int, in region: Span) -> Bool { hits > 8 && hits > region.count / Self.bytesPerHit }

  /// The first place from `start` to `last` where a match can begin: passing over others is cheaper here than in PCRE2.
  func start(
    from start: Int, to last: Int, in text: UnsafeBufferPointer<UInt8>, end: Int, _ surroundings: SurroundingsTable.View
  ) -> Int? {
    var place = start
    while place <= last,
      !surroundings.hold(self.start, before: place, behind: place, in: text, limit: end, isCut: false)
    {
      place += 1
      while place < text.count, text[place].isContinuation { place += 1 }
    }
    return place <= last ? place : nil
  }
}

/// Where a pattern is tried at all: what the literal prefilter leaves of a text.
public struct SearchWindows: Sendable {
  /// Literals of which every match has one; some of them, where there are many.
  public let literals: [String]
  /// Where a match can begin, by place.
  public let starts: [Span]

  /// The windows of `pattern` in `text`; nil when its text tells no literal, so that it is tried everywhere.
  public init?(of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>) {
    guard let evidence = PatternEvidence(of: pattern.source), !evidence.literals.isEmpty else { return nil }
    let owner = LiteralScanner.Owner(number: 0, surroundings: 0)
    var hits: [Int] = []
    LiteralScanner(evidence.literals.keys.map { ($0, owner) }).scan(text) { _, start, _ in hits.append(start) }
    literals = evidence.literals.keys.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }.prefix(5).map {
      String(decoding: $0, as: UTF8.self)
    }
    starts = hits.sorted().compactMap { hit in
      let last = hit - evidence.distance.nearest
      let first = evidence.distance.firstStart(of: hit, floor: 0, in: text)
      return last < first ? nil : Span(start: first, end: last)
    }
  }
}
