import PostilModel
import Testing

@testable import PostilMatching

/// What patterns tell is kept from one start to the next, and never changes what is found.
@Suite struct RuleCacheTests {
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
    let first = RuleCache([])
    let before = Self.patterns.map { Self.told(first.evidence(of: $0)) }
    let second = RuleCache(try #require(first.toKeep()))
    #expect(Self.patterns.map { Self.told(second.evidence(of: $0)) } == before)
    let learnt = second.toKeep()?.count
    #expect(learnt == nil)
  }

  @Test func `what is learnt later is added`() throws {
    let first = RuleCache([])
    _ = first.evidence(of: Self.patterns[0])
    let second = RuleCache(try #require(first.toKeep()))
    _ = second.evidence(of: Self.patterns[1])
    let third = RuleCache(try #require(second.toKeep()))
    _ = third.evidence(of: Self.patterns[0])
    _ = third.evidence(of: Self.patterns[1])
    let learnt = third.toKeep()?.count
    #expect(learnt == nil)
  }

  @Test func `bytes that end too early are left alone`() throws {
    let whole = RuleCache([])
    let before = Self.patterns.map { Self.told(whole.evidence(of: $0)) }
    let bytes = try #require(whole.toKeep())
    for count in stride(from: 0, to: bytes.count, by: 97) {
      let cut = RuleCache(Array(bytes.prefix(count)))
      #expect(Self.patterns.map { Self.told(cut.evidence(of: $0)) } == before)
    }
  }

  /// The spans of all matches and groups.
  private static func found(_ pattern: Pattern, in text: String) throws -> [[Span?]] {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer {
      try pattern.matches(in: $0, region: Span(start: 0, end: $0.count), using: Matcher()).map {
        [$0.span] + $0.captures
      }
    }
  }

  @Test(arguments: [#"(?<who>é\w+) (\d)(?<what>x)?"#, "no group", "(?|(?<a>x)|(?<a>y))(z)", "(?i)ſ(?<s>k)"])
  func `a pattern that is known to be valid has the same groups and finds the same`(source: String) throws {
    let text = "é ére 1x, élan 2, no group, xz yz, Sk"
    let first = RuleCache([])
    let before = try Pattern(source, cache: first)
    let after = try Pattern(source, cache: RuleCache(try #require(first.toKeep())))
    #expect(after.captureNames == before.captureNames)
    #expect(try Self.found(after, in: text) == Self.found(before, in: text))
  }

  @Test func `a wrong pattern is told at every start`() throws {
    let first = RuleCache([])
    #expect(throws: PatternError.self) { try Pattern("(é", cache: first) }
    _ = try Pattern("é", cache: first)
    let second = RuleCache(try #require(first.toKeep()))
    #expect(throws: PatternError.self) { try Pattern("(é", cache: second) }
  }

  @Test func `terms are found as before`() throws {
    let text = "é: the Mayor of Korr’s port, MAYOR, Élan vital and the mayor of é"
    func made() -> TermIndex {
      var index = TermIndex()
      for (number, term) in ["Mayor", "Mayor of Korr", "Mayor of", "é", "élan vital", "Korr's port"].enumerated() {
        for isFolded in [false, true] {
          Array(term.utf8).withUnsafeBufferPointer {
            index.insert($0, caseInsensitive: isFolded, lexicon: isFolded ? 1 : 0, row: number)
          }
        }
      }
      return index
    }
    func found(_ index: TermIndex) -> [String] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var found: [String] = []
        index.matches(in: TermText(bytes)) { found.append("\($0.span) \($0.lexicon) \($0.row)") }
        return found
      }
    }
    let key = ContentDigest(of: "these terms")
    let first = RuleCache([])
    let before = found(TermIndex(of: key, cache: first, made))
    #expect(before.count == 9)
    let second = RuleCache(try #require(first.toKeep()))
    #expect(found(TermIndex(of: key, cache: second) { TermIndex() }) == before)
    #expect(found(TermIndex(of: ContentDigest(of: "others"), cache: second) { TermIndex() }) == [])
  }

  @Test func `what another library has found out is not read`() throws {
    let first = RuleCache([])
    _ = try Pattern("é", cache: first)
    var bytes = try #require(first.toKeep())
    bytes[0] ^= 1
    let other = RuleCache(bytes)
    _ = try Pattern("é", cache: other)
    let learnt = other.toKeep()
    #expect(learnt == first.toKeep())
  }

  @Test func `without room for what is kept nothing is`() throws {
    let cache = RuleCache()
    _ = try Pattern("é", cache: cache)
    let learnt = cache.toKeep()
    #expect(learnt == nil)
  }
}
