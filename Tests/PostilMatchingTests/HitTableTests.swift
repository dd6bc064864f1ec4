import Testing

@testable import PostilMatching

/// Places of evidence, by pattern.
@Suite struct HitTableTests {
  private static func taken(of pattern: Int, from hits: inout HitTable) -> [UInt32] {
    var taken: [UInt32] = []
    hits.take(of: pattern) { taken = Array($0) }
    return taken
  }

  @Test func `places are given in the order of the text, whatever they were found in`() {
    var hits = HitTable()
    hits.begin(patterns: 3)
    for (place, pattern) in [(7, 2), (3, 2), (5, 0), (3, 2), (9, 0)] { hits.add(place, of: pattern) }
    #expect(Self.taken(of: 2, from: &hits) == [3, 3, 7])
    #expect(Self.taken(of: 0, from: &hits) == [5, 9])
    #expect(Self.taken(of: 1, from: &hits).isEmpty)
  }

  @Test func `places are gone once they were taken`() {
    var hits = HitTable()
    hits.begin(patterns: 1)
    hits.add(4, of: 0)
    #expect(!hits.isEmpty(of: 0))
    #expect(Self.taken(of: 0, from: &hits) == [4])
    #expect(hits.isEmpty(of: 0))
  }

  @Test func `a text knows nothing of the places of the one before, and may have more patterns`() {
    var hits = HitTable()
    hits.begin(patterns: 1)
    for place in 0..<1000 { hits.add(place, of: 0) }
    hits.begin(patterns: 2)
    #expect(hits.isEmpty(of: 0) && hits.isEmpty(of: 1))
    hits.add(1, of: 1)
    #expect(Self.taken(of: 1, from: &hits) == [1])
  }
}
