import PostilMatching
import PostilModel
import Testing

@Suite struct MatchingTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let pattern: String
    let text: String
    let expected: [String]
  }

  static let cases = [
    Case(testDescription: "empty matches are left out", pattern: "x*", text: "éxx", expected: ["xx"]),
    Case(testDescription: "lookbehind", pattern: "(?<=NATO )mission", text: "a NATO mission", expected: ["mission"]),
    Case(testDescription: "line ends of all kinds", pattern: "^b$", text: "a\r\nb\rb\nb", expected: ["b", "b", "b"]),
    Case(
      testDescription: "Unicode letters", pattern: #"\b\p{Lu}\w+"#, text: "Über Élan und", expected: ["Über", "Élan"]),
  ]

  @Test(arguments: cases, ["", "👩‍👩‍👧 "])
  func matches(_ c: Case, prefix: String) throws {
    let bytes = Array((prefix + (prefix.isEmpty ? "" : "\n") + c.text).utf8)
    try bytes.withUnsafeBufferPointer { text in
      let found = try Pattern(c.pattern).matches(in: text, region: Span(start: 0, end: text.count), using: Matcher())
      #expect(found.map { String(decoding: text[$0.span.start..<$0.span.end], as: UTF8.self) } == c.expected)
    }
  }

  @Test func `a whole match may need a later alternative`() throws {
    let pattern = try Pattern("a|ab")
    Array("éab".utf8).withUnsafeBufferPointer { text in
      #expect(pattern.matchesWhole(Span(start: 2, end: 4), in: text, using: Matcher()))
      #expect(!pattern.matchesWhole(Span(start: 0, end: 4), in: text, using: Matcher()))
    }
  }

  @Test func `many threads may be the first to match with a pattern`() async throws {
    let patterns = try (0..<50).map { try Pattern("(?<=é )a{\($0)}b+") }
    let text = Array(("é " + String(repeating: "a", count: 20) + "b").utf8)
    let found = await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          text.withUnsafeBufferPointer { text in
            patterns.map { $0.firstMatch(in: text, from: 0, end: text.count, using: Matcher())?.span }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let expected = (0..<50).map { $0 == 20 ? Span(start: 3, end: 24) : nil }
    #expect(found == Array(repeating: expected, count: 8))
  }

  @Test func `an invalid pattern tells where it breaks`() throws {
    let error = try #require(throws: PatternError.self) { try Pattern("NATO(?:-led") }
    #expect(error.kind == .compile(utf8Offset: 11))
  }

  @Test func `a region ends the subject and shows the text before it`() throws {
    let bytes = Array("ab ab".utf8)
    try bytes.withUnsafeBufferPointer { text in
      let set = PatternSet([.init(pattern: try Pattern("(?<= )a.?"), scope: 1, limits: MatchLimits())])
      let found = set.matches(in: text, regions: [[], [Span(start: 3, end: 4)]], using: Matcher())
      #expect(found.matches.map(\.span) == [Span(start: 3, end: 4)])
    }
  }

  @Test func `a pattern that hits the backtracking limit has no matches and is told`() throws {
    let bytes = Array((String(repeating: "a", count: 40) + "c").utf8)
    try bytes.withUnsafeBufferPointer { text in
      let limits = MatchLimits(matches: 10, backtracking: 1000)
      let set = PatternSet([
        .init(pattern: try Pattern("c"), scope: 0, limits: limits),
        .init(pattern: try Pattern("^(a+)+$"), scope: 0, limits: limits),
      ])
      let found = set.matches(in: text, regions: [[Span(start: 0, end: text.count)]], using: Matcher())
      #expect(found.breaches.map(\.pattern) == [1])
      #expect(found.breaches.first?.kind == .failure(.backtracking))
      #expect(found.matches.map(\.pattern) == [0])
    }
  }
}

@Suite struct TermIndexTests {
  /// An index of one lexicon.
  private static func index(_ terms: [(text: String, caseInsensitive: Bool)]) -> TermIndex {
    var index = TermIndex()
    for (row, term) in terms.enumerated() {
      Array(term.text.utf8).withUnsafeBufferPointer {
        index.insert($0, caseInsensitive: term.caseInsensitive, lexicon: 0, row: row)
      }
    }
    return index
  }

  private func find(_ terms: [String], in text: String, caseInsensitive: Bool = false) -> [String] {
    let index = Self.index(terms.map { ($0, caseInsensitive) })
    let bytes = Array(text.utf8)
    var found: [String] = []
    bytes.withUnsafeBufferPointer { buffer in
      index.matches(in: TermText(buffer)) {
        found.append(String(decoding: buffer[$0.span.start..<$0.span.end], as: UTF8.self))
      }
    }
    return found
  }

  @Test func `the longest term wins and touches no letter, digit or underscore`() {
    #expect(find(["New York", "New York City", "York"], in: "é New York City, NewYork York_") == ["New York City"])
  }

  @Test func `any white space matches a space, and none does not`() {
    #expect(find(["Al Sadr", "U.S."], in: "Al\nSadr, U.S. and U. S.") == ["Al\nSadr", "U.S."])
  }

  @Test func `a term that ends in a mark touches no letter either`() {
    #expect(find(["U.S.", ".com"], in: "U.S.A, x.com; the U.S., .com") == ["U.S.", ".com"])
  }

  @Test func `terms with and without case do not overlap in one lexicon`() {
    let index = Self.index([("Bank", false), ("bank of england", true)])
    let text = Array("é Bank of England".utf8)
    var rows: [Int] = []
    text.withUnsafeBufferPointer { buffer in index.matches(in: TermText(buffer)) { rows.append($0.row) } }
    #expect(rows == [1])
  }

  @Test func `case folds by code points`() {
    #expect(
      find(["straße", "ΟΔΟΣ", "kabul"], in: "STRAßE οδος, \u{212A}abul", caseInsensitive: true)
        == ["STRAßE", "οδος", "\u{212A}abul"])
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 ", "x\u{AD}y "])
  func `an apostrophe of a term stands for straight and curved ones`(prefix: String) {
    for term in ["Quarvil's Men", "Quarvil’s Men"] {
      for text in ["Quarvil's Men", "Quarvil’s Men"] {
        #expect(find([term], in: prefix + "so " + text + " said") == [text])
        #expect(find([term.uppercased()], in: prefix + text, caseInsensitive: true) == [text])
      }
    }
    #expect(find(["Quarvil's Men"], in: prefix + "Quarvil‘s Men, Quarvils Men") == [])
  }

  @Test func `typographic apostrophes end a term`() {
    #expect(find(["Iraq"], in: "Iraq’s Iraqi IRAQ") == ["Iraq"])
    #expect(find(["iraq"], in: "Iraq’s IRAQ", caseInsensitive: true) == ["Iraq", "IRAQ"])
  }
}
