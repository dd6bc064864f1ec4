import PostilModel
import Testing

@testable import PostilMatching

/// What patterns tell is kept from one start to the next, and never changes what is found.
@Suite struct EvidenceCacheTests {
  static let patterns =
    EvidenceTests.cases.map(\.pattern) + [
      #"\Kno evidence"#, "(?i)[ſ]abc[k]", "é(?:ü|日本)+ of", #"(?:one|two|three){2,3}\s(?<=x )y"#, "[a-z]{3,}",
    ]

  /// All that evidence tells.
  private static func told(_ evidence: PatternEvidence?) -> String {
    guard let evidence else { return "nothing" }
    let literals = evidence.literals.map { "\($0.key.isCaseless) \($0.key.bytes): \($0.value)" }.sorted()
    return
      "\(evidence.isCaseless) \(evidence.distance.nearest) \(evidence.distance.farthest ?? -1) \(evidence.distance.between) \(evidence.start) \(literals)"
  }

  @Test func `what was kept tells the same, and nothing is learnt anew`() throws {
    let first = EvidenceCache()
    let before = Self.patterns.map { Self.told(first.evidence(of: $0)) }
    let second = EvidenceCache(try #require(first.toKeep()))
    #expect(Self.patterns.map { Self.told(second.evidence(of: $0)) } == before)
    let learnt = second.toKeep()?.count
    #expect(learnt == nil)
  }

  @Test func `what is learnt later is added`() throws {
    let first = EvidenceCache()
    _ = first.evidence(of: Self.patterns[0])
    let second = EvidenceCache(try #require(first.toKeep()))
    _ = second.evidence(of: Self.patterns[1])
    let third = EvidenceCache(try #require(second.toKeep()))
    _ = third.evidence(of: Self.patterns[0])
    _ = third.evidence(of: Self.patterns[1])
    let learnt = third.toKeep()?.count
    #expect(learnt == nil)
  }

  @Test func `bytes that end too early are left alone`() throws {
    let whole = EvidenceCache()
    let before = Self.patterns.map { Self.told(whole.evidence(of: $0)) }
    let bytes = try #require(whole.toKeep())
    for count in stride(from: 0, to: bytes.count, by: 97) {
      let cut = EvidenceCache(Array(bytes.prefix(count)))
      #expect(Self.patterns.map { Self.told(cut.evidence(of: $0)) } == before)
    }
  }
}
