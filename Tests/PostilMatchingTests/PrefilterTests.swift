import PostilModel
import Testing

@testable import PostilMatching

/// The prefilter must find what running every pattern over the whole text finds.
@Suite struct PrefilterTests {
  private static let words = [
    "abc", "abd", "éab", "cab", "bc", "d", "ſab", "\u{212A}", "ask", "SK", "a b", "“", "\n", "%", "12", "_", "\u{A0}",
    "e\u{301}",
    "\r\n", "👩", "ing",
  ]
  private static let atoms = [
    #"\b"#, #"\w+"#, "[a-c]", "(?i:abc)", #"\d*"#, ".", "^", "(?=ab)", "(?<!c)", #"\p{Lu}"#, "(?i)", "(?-i:sk)", #"\s"#,
    "[^b]", "[“%]", "[^a-c ]+", #"[^\p{P}]"#, #"\x{17F}"#, #"\R"#, #"\X"#, "(?:ab|cab|“)", "$", #"\W"#, "(?s:.)",
    "[k-s]*",
    #"(?<z>b)\k<z>"#, "(?>ab|a)", #"\B"#, #"\d"#, #"(?<=\s)"#, #"(?<!\w)"#, "(?<![ab]|é)", "(?=[bc ])", "(?!d|%)",
    #"(?!\d)"#,
    #"(?<=^|“|\d)"#, "(?![^b])", #"(?<=\p{Ll}{2})"#, "(?!$)", "(?!.)", #"\z"#, #"\A"#, #"\Z"#, "(?i:[ſd])",
    "(?!(?i:k|ſ))",
    #"[^\S\n]"#, #"(?=\s|$)"#, "(?:a|b{2,}){0,3}", #"[a-z]{2,4}"#, #"(?i:[k-m])"#, #"(?<=\b)"#, #"(?:\b|d)"#,
    #"(?<!\B)"#,
    #"(?:^|c)"#, #"(?=\bab|\W)"#, #"[\p{L}’]+"#, #"\P{L}"#, #"(?<![^\W\d])"#, #"(?:(?<=c)a|b)"#, #"(?<=c.)"#,
  ]

  private static func pattern(_ generator: inout SplitMix, depth: Int = 0) -> String {
    let count = Int.random(in: 1...3, using: &generator)
    let parts = (0..<count).map { _ -> String in
      switch Int.random(in: 0...8, using: &generator) {
      case 0...2: return words.randomElement(using: &generator) ?? "abc"
      case 3: return atoms.randomElement(using: &generator) ?? "."
      case 4 where depth < 2:
        return "(?:\(pattern(&generator, depth: depth + 1))|\(pattern(&generator, depth: depth + 1)))"
      case 4 where depth == 2:
        let word = words.randomElement(using: &generator) ?? "abc"
        return ["(?<=\(word))", "(?<!\(word))", "(?!\(word))"].randomElement(using: &generator) ?? ""
      case 8 where depth < 2: return "(?=\(pattern(&generator, depth: depth + 1)))"
      case 5 where depth < 2: return "(?:\(pattern(&generator, depth: depth + 1)))?"
      case 6 where depth < 2:
        return
          "(?<g\(depth)x\(Int.random(in: 0...9999, using: &generator))>\(pattern(&generator, depth: depth + 1))){1,2}"
      default:
        return (words.randomElement(using: &generator) ?? "abc")
          + (["", "?", "+", "{2}"].randomElement(using: &generator) ?? "")
      }
    }
    return parts.joined()
  }

  /// Spans that leave out some of the text, all on code point boundaries.
  private static func regions(of text: UnsafeBufferPointer<UInt8>, _ generator: inout SplitMix) -> [Span] {
    var bounds = Set((0..<6).map { _ in Int.random(in: 0...text.count, using: &generator) })
    bounds = bounds.filter { $0 == text.count || text[$0] & 0xC0 != 0x80 }
    let ordered = bounds.sorted()
    return zip(ordered, ordered.dropFirst()).enumerated().filter { $0.offset % 3 != 2 }.map {
      Span(start: $0.element.0, end: $0.element.1)
    }
  }

  @Test func `random patterns match the same with and without the prefilter`() throws {
    var generator = SplitMix(seed: 7)
    let matcher = Matcher()
    var matches = 0
    for _ in 0..<800 {
      let entries = (0..<8).compactMap { _ in
        (try? Pattern(Self.pattern(&generator))).map {
          PatternSet.Entry(pattern: $0, scope: Int.random(in: 0...1, using: &generator), limits: MatchLimits())
        }
      }
      let set = PatternSet(entries)
      let text = (0..<20).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let regions = [[Span(start: 0, end: buffer.count)], Self.regions(of: buffer, &generator)]
        let filtered = set.matches(in: buffer, regions: regions, using: matcher)
        let reference = set.referenceMatches(in: buffer, regions: regions, using: matcher)
        #expect(FoundMatch.all(in: filtered.matches) == FoundMatch.all(in: reference.matches))
        #expect(filtered.breaches == reference.breaches)
        matches += reference.matches.count
      }
    }
    #expect(matches > 1000)
  }

  @Test(arguments: [
    #"a\Kbcd"#, #"\Qabc\E"#, "(?x)a b c", "(a)(?1)bcd", #"\x61bcd"#, "a*", "[^b]+|bcd", ".bc?", #"[\E]abc]xyz"#,
    "(?<*[>]abc)d",
    "(?<a>x)(?(a)bcd|efg)",
    "(*UCP)bcd", #"\Gbcd"#, "[[:alpha:]]bcd",
  ])
  func `patterns that cannot be read surely run on every document`(pattern: String) throws {
    let set = PatternSet([.init(pattern: try Pattern(pattern), scope: 0, limits: MatchLimits())])
    #expect(set.patternsWithoutLiteral == [0])
  }

  @Test func `letters beyond ASCII that fold to ASCII are found where case is ignored`() throws {
    let set = PatternSet([.init(pattern: try Pattern("(?i)ask them"), scope: 0, limits: MatchLimits())])
    #expect(set.patternsWithoutLiteral.isEmpty)
    let text = Array("ask THEM, aſ\u{212A} them".utf8)
    let matches = text.withUnsafeBufferPointer {
      set.matches(in: $0, regions: [[Span(start: 0, end: $0.count)]], using: Matcher()).matches
    }
    #expect(matches.map(\.span) == [Span(start: 0, end: 8), Span(start: 10, end: 21)])
  }

  @Test func `a rule that finds more than its limit keeps the first and is told`() throws {
    let limits = MatchLimits(matches: 2)
    let set = PatternSet([.init(pattern: try Pattern("q[a-z]"), scope: 0, limits: limits)])
    let text = Array(String(repeating: "qa qb ", count: 50).utf8)
    let result = text.withUnsafeBufferPointer {
      set.matches(in: $0, regions: [[Span(start: 0, end: $0.count)]], using: Matcher())
    }
    #expect(result.matches.count == 2)
    #expect(result.breaches == [.init(pattern: 0, kind: .matches)])
  }
}
