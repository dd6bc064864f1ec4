import PostilModel
import Testing

@testable import PostilMatching

/// A pattern is tried only where all that its text tells of a match stands.
@Suite struct EvidenceTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let pattern: String
    let text: String
    /// How often PCRE2 is called.
    let calls: Int
    /// How many matches it finds.
    let matches: Int
  }

  static let cases = [
    Case(
      testDescription: "a word begins before the literal and a digit stands behind it", pattern: #"\bin \d+"#,
      text: "in 12, in the inn, bargain 5, in 7", calls: 2, matches: 2),
    Case(
      testDescription: "white space may be wide, and the letters behind it are told",
      pattern: #"\blast\s(?:week|month)\b"#,
      text: "last night, last\u{2003}week, last wok, at last, last weekly", calls: 1, matches: 1),
    Case(
      testDescription: "lookbehinds tell what stands before", pattern: #"(?<=\p{Ll}{3})ing\b"#,
      text: "ing sing bringing. Bring é-being", calls: 1, matches: 1),
    Case(
      testDescription: "negated lookarounds leave out single characters", pattern: #"(?<![\w-])poll(?![\w’-]|\s)"#,
      text: "poll poll’s re-poll polling epoll poll.", calls: 2, matches: 1),
    Case(
      testDescription: "case is ignored on both sides", pattern: #"(?i)\bthe days?\b"#,
      text: "THE DAY, the dayS, the dayz, the week, bathe day, the day", calls: 3, matches: 3),
    Case(
      testDescription: "each alternative has its own neighbors", pattern: #"\b(?:Mon\b|Tuesday [ap]m)"#,
      text: "Monday Mon Tuesday am Tuesday bm Tuesday", calls: 2, matches: 2),
    Case(
      testDescription: "a literal at a distance: where no match can begin is passed over",
      pattern: #"(?<![\d.])\b\d{1,3} ?percent"#, text: "some percent of 12 percent, 1.5 percent", calls: 1, matches: 1),
    Case(
      testDescription: "without a literal, the first characters tell", pattern: #"(?<=\()\p{Lu}{2,7}(?=\))"#,
      text: "(as) A (BBC) (b) [ABC] (É)", calls: 1, matches: 1),
    Case(
      testDescription: "what is looked for ahead stands in the text", pattern: #"\b\p{L}+ed (?=Friday|today)\b"#,
      text: "he closed it; it is closed Friday, closed on Sunday; it died today", calls: 2, matches: 2),
    Case(
      testDescription: "one literal ahead may serve two matches", pattern: #"\bed[a-z]? (?=[a-z ]*quux)"#,
      text: "ed eda edb quux ed edc", calls: 3, matches: 3),
    Case(
      testDescription: "signs without case are literals where case is ignored", pattern: #"(?i:±|plus|[–−]\+)\d"#,
      text: "é ±5, a PLUS3 –+7, plusses and minus 9", calls: 3, matches: 3),
    Case(
      testDescription: "a line begins or ends", pattern: #"^by [a-z]+$"#,
      text: "he came by train\nby plane\nby 3, by boat\nby bus", calls: 2, matches: 2),
    Case(
      testDescription: "a text's end is an edge of words", pattern: #"\bday\b"#, text: "days day", calls: 1, matches: 1),
    Case(
      testDescription: "what one repetition can end with stands before the next", pattern: #"(?:, the \d)+"#,
      text: ", the 1, the 2 and, the x", calls: 1, matches: 1),
  ]

  @Test(arguments: cases, ["", "é", "👩‍👩‍👧 “ "])
  func `calls of PCRE2`(_ c: Case, prefix: String) throws {
    let matcher = Matcher()
    let set = PatternSet([.init(pattern: try Pattern(c.pattern), scope: 0, limits: MatchLimits())])
    let text = Array((prefix.isEmpty ? c.text : prefix + "\n" + c.text).utf8)
    text.withUnsafeBufferPointer {
      let regions = [[Span(start: 0, end: $0.count)]]
      let found = set.matches(in: $0, regions: regions, using: matcher).matches
      #expect(matcher.calls == c.calls)
      let reference = set.referenceMatches(in: $0, regions: regions, using: matcher).matches
      #expect(FoundMatch.all(in: found) == FoundMatch.all(in: reference))
      #expect(found.count == c.matches)
    }
  }

  @Test func `a region's end is an edge of words too`() throws {
    let set = PatternSet([.init(pattern: try Pattern(#"\bday\b"#), scope: 1, limits: MatchLimits())])
    let text = Array("é days".utf8)
    let found = text.withUnsafeBufferPointer {
      set.matches(in: $0, regions: [[Span(start: 0, end: 7)], [Span(start: 3, end: 6)]], using: Matcher()).matches
    }
    #expect(found.map(\.span) == [Span(start: 3, end: 6)])
  }

  @Test func `letters that fold to ASCII stand beside a literal where case is ignored`() throws {
    let set = PatternSet([.init(pattern: try Pattern("(?i)[ſ]abc[k]"), scope: 0, limits: MatchLimits())])
    let text = Array("é sabck SABC\u{212A} xabck".utf8)
    let found = text.withUnsafeBufferPointer {
      set.matches(in: $0, regions: [[Span(start: 0, end: $0.count)]], using: Matcher()).matches
    }
    #expect(found.map(\.span) == [Span(start: 3, end: 8), Span(start: 9, end: 16)])
  }
}
