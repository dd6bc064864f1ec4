import PostilModel
import Testing

@testable import PostilMatching

/// What the searches for one rule may do in one text. Budgets are lowered, and texts are ordinary.
@Suite struct StepLimitTests {
  private static let sentence = "é The river rose at 7 and fell at 9, said Mira Kostrel of Velmora. "

  /// What the patterns of one rule, and `alone` behind them, find in `text`.
  private static func found(
    _ patterns: [String], alone: String? = nil, in text: String, _ limits: MatchLimits
  ) throws -> PatternSet.Result {
    let entries =
      try patterns.map { PatternSet.Entry(pattern: try Pattern($0), scope: 0, limits: limits, rule: 0) }
      + [alone].compactMap { $0 }.map { .init(pattern: try Pattern($0), scope: 0, limits: limits, rule: 1) }
    return Array(text.utf8).withUnsafeBufferPointer { text in
      PatternSet(entries).matches(in: text, regions: [[Span(start: 0, end: text.count)]], using: Matcher())
    }
  }

  static let lavish = [
    "[a-z ]{0,20}[a-z ]{0,20}[^ -~é]", #"\w[ -~é]*[^ -~é]"#, #"(?:[a-z]+ ?)+[^ -~é]"#,
    #"(?=[a-z ]{0,30})[a-z ]{0,30}[^ -~é]"#,
  ]

  @Test(arguments: lavish) func `a pattern at the limit of its rule has no matches and is told`(_ pattern: String)
    throws
  {
    let text = String(repeating: Self.sentence, count: 40)
    let found = try Self.found([pattern], alone: "Mira", in: text, MatchLimits(steps: 1000))
    #expect(found.breaches == [.init(pattern: 0, kind: .failure(.steps))])
    #expect(found.matches.count == 40)
  }

  @Test func `the patterns of a rule share its steps`() throws {
    let text = String(repeating: Self.sentence, count: 10)
    let pattern = #"[a-z ]{0,20}[^ -~é]"#
    let limits = MatchLimits(steps: 5000)
    #expect(try Self.found([pattern], in: text, limits).breaches.isEmpty)
    let several = (0..<8).map { pattern + "{\($0 + 1)}" }
    let breaches = try Self.found(several, in: text, limits).breaches
    #expect(breaches.first.map(\.kind) == .failure(.steps))
    #expect((breaches.first?.pattern ?? 0) > 0)
  }

  static let ordinary = [
    #"\b\p{Lu}\w+ \p{Lu}\w+"#, #"\d+ and (?<what>\w+)"#, "[a-z ]{0,20}[a-z ]{0,20}[0-9]", "(?i)the|THE RIVER",
    #"said\K \w+"#,
    #"(?<=at )\d"#, "^.*$", #"(?:\w+\W+){1,4}Mira"#, #"(*NO_JIT)M\w+"#, #"\w+(?*a)?"#, #"7(*SKIP)(*FAIL)|\d"#,
  ]

  @Test(arguments: ordinary) func `counted searches find what others find`(_ pattern: String) throws {
    let text = String(repeating: Self.sentence, count: 30)
    guard (try? Pattern(pattern)) != nil else { return }
    let all = try Self.found([pattern], in: text, MatchLimits(steps: 10_000_000_000))
    // So few that hardly a search goes uncounted, and enough.
    let counted = try Self.found([pattern], in: text, MatchLimits(steps: 300_000))
    #expect(all.breaches.isEmpty && counted.breaches.isEmpty)
    #expect(all.matches.map(\.span) == counted.matches.map(\.span))
    #expect(
      all.matches.map { all.matches.captures(of: $0) } == counted.matches.map { counted.matches.captures(of: $0) })
  }

  @Test func `longer texts have more steps`() {
    #expect(MatchLimits(steps: 5000).steps(in: 10) == 5000)
    #expect(MatchLimits(steps: 5000).steps(in: 1_000_000) == 5000)
    #expect(MatchLimits(steps: 5000).steps(in: 3_000_000) == 15_000)
    #expect(MatchLimits(steps: .max).steps(in: 3_000_000) == .max)
  }

  struct Failing: CustomTestStringConvertible {
    let testDescription: String
    let pattern: String
    let expected: MatchFailure?
  }

  static let failing = [
    Failing(testDescription: "no machine code is asked for", pattern: "(*NO_JIT)(?:(o)|b)+k", expected: nil),
    Failing(
      testDescription: "the memory for going back", pattern: "(*NO_JIT)(*LIMIT_HEAP=0)(?:(o)|b){9,}k", expected: .memory
    ),
    Failing(
      testDescription: "the steps at a place", pattern: "(*LIMIT_MATCH=5)[ob]+[ob]+[^ob]{2}", expected: .backtracking),
    Failing(
      testDescription: "the depth at a place", pattern: "(*NO_JIT)(*LIMIT_DEPTH=5)(?:(o)|b)+k", expected: .backtracking),
  ]

  @Test(arguments: failing, ["", "é "]) func `what ends a search is told as what it is`(_ c: Failing, prefix: String)
    throws
  {
    let text = prefix + "bo" + String(repeating: "o", count: 3000) + "k"
    let found = try Self.found([c.pattern], in: text, MatchLimits())
    #expect(found.breaches.map(\.kind) == (c.expected.map { [.failure($0)] } ?? []))
    #expect(found.matches.count == (c.expected == nil ? 1 : 0))
  }

  @Test func `whole spans and single searches are within the account, too`() throws {
    let text = Array(String(repeating: "so it went on ", count: 100).utf8)
    try text.withUnsafeBufferPointer { text in
      let account = StepAccount(in: SearchedText(text))
      let pattern = try Pattern("(?:[a-z ]{0,20}[a-z ]{0,20})+[0-9]")
      let matcher = Matcher()
      account.begin(MatchLimits(steps: 1000))
      #expect(pattern.firstMatch(in: text, from: 0, end: text.count, using: matcher, account: account) == nil)
      #expect(account.failure == .steps)
      account.begin(MatchLimits(steps: 1000))
      #expect(account.failure == nil)
      #expect(!pattern.matchesWhole(Span(start: 0, end: text.count), in: text, using: matcher, account: account))
      #expect(account.failure == .steps)
    }
  }

  struct Reach: CustomTestStringConvertible {
    var testDescription: String { pattern }
    let pattern: String
    /// In a region of 1000 bytes with single signs, words of 20 and lines of 99.
    let expected: Int
  }

  static let reaches = [
    Reach(pattern: "abc", expected: 12), Reach(pattern: "a{0,50}b", expected: 204),
    Reach(pattern: "[ab]{3}(?:cd){2}", expected: 28), Reach(pattern: #"\w+"#, expected: 24),
    Reach(pattern: #"\w+ \w+"#, expected: 52), Reach(pattern: "[^x]*x", expected: 1000),
    Reach(pattern: ".*", expected: 103), Reach(pattern: "(?s).*", expected: 1000),
    Reach(pattern: #"(?:[^\n]*\n){2}"#, expected: 214), Reach(pattern: #"(?:[^\n]*\n)+"#, expected: 1000),
    Reach(pattern: #"(?i)[^\n]*"#, expected: 1000), Reach(pattern: #"(?:\w+ )+"#, expected: 127),
    Reach(pattern: #"(?:\w+\s)+"#, expected: 1000),
    Reach(pattern: #"\R"#, expected: 1000), Reach(pattern: #"(?<a>b)\k<a>"#, expected: 1000),
    Reach(pattern: #"[^\S\n]*a"#, expected: 9), Reach(pattern: #"(?:[^\S\r\n]|>)*"#, expected: 5),
    Reach(pattern: #"[“(\p{Extended_Pictographic}–-]*x"#, expected: 9), Reach(pattern: #"\h*\d+"#, expected: 29),
    Reach(pattern: #"\s+a"#, expected: 9),
    Reach(pattern: "a|bcd", expected: 12), Reach(pattern: "(?=abcd)a", expected: 20),
    Reach(pattern: "(?:a{1000}){1000}", expected: 1000), Reach(pattern: "(?:ab *)+", expected: 112),
    Reach(pattern: #"(?:\w+ ){3}"#, expected: 84), Reach(pattern: "(?:ab|c)+", expected: 28),
    Reach(pattern: "x(*SKIP)y", expected: 1000), Reach(pattern: "^", expected: 1),
  ]

  @Test(arguments: reaches) func `a step goes as far as a repetition of characters does`(_ c: Reach) {
    let line = String(repeating: String(repeating: "o", count: 20) + " ", count: 4) + String(repeating: "o", count: 15)
    Array(String(repeating: line + "\n", count: 10).utf8).withUnsafeBufferPointer { text in
      let reach = StepReach(of: c.pattern)
      #expect(reach.bytes(in: 1000, of: SearchedText(text)) == c.expected)
      #expect(PatternEvidence(of: c.pattern)?.reach ?? .unknown == reach)
    }
  }

  @Test func `a set of patterns reads their texts once, and tells how far their steps go`() throws {
    let pattern = try Pattern("é{0,50}b")
    _ = PatternSet([.init(pattern: pattern, scope: 0, limits: MatchLimits())])
    pattern.code.tell(.unknown)
    #expect(pattern.code.reach == .unknown)
    let again = RuleCache([])
    let first = try #require(again.evidence(of: pattern.source))
    let second = RuleCache(try #require(again.toKeep()))
    #expect(second.evidence(of: pattern.source)?.reach == first.reach)
    _ = PatternSet([.init(pattern: pattern, scope: 0, limits: MatchLimits())], cache: second)
    #expect(pattern.code.reach == first.reach)
  }
}
