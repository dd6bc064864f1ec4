import PostilMatching
import PostilModel
import Testing

/// The prefilter must find what running every pattern over the whole text finds.
@Suite struct PrefilterTests {
  /// Numbers that are the same in every run (SplitMix64).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = ["abc", "abd", "éab", "cab", "bc", "d", "ſab", "K", "a b"]
  private static let atoms = [#"\b"#, #"\w+"#, "[a-c]", "(?i:abc)", #"\d*"#, ".", "^", "(?=ab)", "(?<!c)", #"\p{Lu}"#]

  private static func pattern(_ generator: inout Generator, depth: Int = 0) -> String {
    let count = Int.random(in: 1...3, using: &generator)
    let parts = (0..<count).map { _ -> String in
      switch Int.random(in: 0...7, using: &generator) {
      case 0...2: return words.randomElement(using: &generator) ?? "abc"
      case 3: return atoms.randomElement(using: &generator) ?? "."
      case 4 where depth < 2:
        return "(?:\(pattern(&generator, depth: depth + 1))|\(pattern(&generator, depth: depth + 1)))"
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

  @Test func `random patterns match the same with and without the prefilter`() throws {
    var generator = Generator(state: 7)
    let matcher = Matcher()
    var matches = 0
    for _ in 0..<300 {
      let entries = (0..<8).compactMap { _ in
        (try? Pattern(Self.pattern(&generator))).map { PatternSet.Entry(pattern: $0, scope: 0, limits: MatchLimits()) }
      }
      let set = PatternSet(entries)
      let text = (0..<20).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let regions = [[Span(start: 0, end: buffer.count)]]
        let filtered = set.matches(in: buffer, regions: regions, using: matcher)
        let reference = set.referenceMatches(in: buffer, regions: regions, using: matcher)
        #expect(filtered.matches == reference.matches)
        #expect(filtered.breaches == reference.breaches)
        matches += reference.matches.count
      }
    }
    #expect(matches > 1000)
  }

  @Test(arguments: [
    "(?i)abc", #"a\Kbcd"#, #"\Qabc\E"#, "(?x)a b c", "(a)(?1)bcd", #"\x61bcd"#, "a|bcd", #"[\E]abc]xyz"#,
    "(?<*[>]abc)d",
  ])
  func `patterns that cannot be read surely run on every document`(pattern: String) throws {
    let set = PatternSet([.init(pattern: try Pattern(pattern), scope: 0, limits: MatchLimits())])
    #expect(set.patternsWithoutLiteral == [0])
  }
}
