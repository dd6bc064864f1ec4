import PostilText
import Testing

@testable import DateNormalization
@testable import PostilModuleKit

/// How the deciding types — Resolver, Composer, Tense, NumericOrder, Narrative — come to a value, over documents made by hand.
@Suite struct DecisionTests {
  /// Words with what a rule says of them; `link` and `until` are the words behind them up to the next expression.
  struct Part {
    let words: String
    let type: String
    let features: Features
    var link: String?
    var until: String?

    init(_ words: String, _ features: Features, type: String = "timex", link: String? = nil, until: String? = nil) {
      self.words = words
      self.features = features
      self.type = type
      self.link = link
      self.until = until
    }
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let parts: [Part]
    let style: String
    let date: String?
    let language: String?
    /// What became of the last expression.
    let value: String
    let decision: DateDecision
    /// The words of the dates that it was made from.
    let from: [String]
    /// The words of the candidates beside its own.
    let also: [String]

    init(
      _ text: String, _ parts: [Part], _ value: String, _ decision: DateDecision, from: [String] = [],
      also: [String] = [], style: String = "news", date: String? = "2024-03-13", language: String? = nil
    ) {
      testDescription = text
      self.text = text
      self.parts = parts
      self.value = value
      self.decision = decision
      self.from = from
      self.also = also
      self.style = style
      self.date = date
      self.language = language
    }
  }

  private static let friday = Part("Friday", ["weekday": 5])
  private static let may = Part("May", ["month": 5])
  private static let quarter = Part("Q2", ["quarter": 2, "year": 2023])
  private static let year = Part("1998", ["year": 1998])
  private static let said = Part("said", ["tense": "past"], type: "tense")
  private static let will = Part("will", ["tense": "future"], type: "tense")
  private static let ago = Part("ago", ["shift": "past", "anchor": "document"], type: "modifier")
  private static let later = Part("later", ["shift": "future", "anchor": "text"], type: "modifier")

  static let alone = [
    Case("Ramadan", [Part("Ramadan", ["value": "2024-03"])], "2024-03", .valueGiven),
    Case("Fridays", [Part("Fridays", ["weekday": 5, "timexType": "SET"])], "XXXX-WXX-5", .recurring),
    Case("two weeks", [Part("two weeks", ["unit": "week", "amount": 2, "timexType": "DURATION"])], "P2W", .duration),
    Case("1998", [year], "1998", .yearSaid), Case("the 1990s", [Part("1990s", ["decade": 1990])], "199", .yearSaid),
    Case("May 1998", [Part("May 1998", ["month": 5, "year": 1998])], "1998-05", .inYearSaid),
    Case("on 13/2", [Part("13/2", ["firstNumber": 13, "secondNumber": 2])], "2024-02-13", .dayFirst),
    Case("on 2/13", [Part("2/13", ["firstNumber": 2, "secondNumber": 13])], "2024-02-13", .monthFirst),
    Case("on 2/4", [Part("2/4", ["firstNumber": 2, "secondNumber": 4])], "2024-XX-XX", .unknownOrder),
    Case(
      "in US on 2/4", [Part("2/4", ["firstNumber": 2, "secondNumber": 4])], "2024-02-04", .monthFirst, language: "en-US"
    ),
    Case(
      "in GB on 2/4", [Part("2/4", ["firstNumber": 2, "secondNumber": 4])], "2024-04-02", .dayFirst, language: "en-GB"),
    Case("an undated Friday", [friday], "XXXX-WXX-5", .noAnchor, date: nil),
    Case("far off", [Part("far off", ["unit": "year", "offset": 200_000])], "XXXX", .tooFar),
  ]

  static let sides = [
    Case("On Friday", [friday], "2024-03-08", .weekdayByNearness),
    Case("It will end on Friday", [will, friday], "2024-03-15", .weekdayByTense, also: ["will"]),
    Case("Friday will be late", [friday, will], "2024-03-15", .weekdayByTense, also: ["will"]),
    Case("It will. On Friday", [will, friday], "2024-03-08", .weekdayByNearness),
    Case("next Friday", [Part("Friday", ["weekday": 5, "direction": "next"])], "2024-03-15", .weekdayAsSaid),
    Case(
      "Monday to Friday", [Part("Monday", ["weekday": 1], until: " to "), friday], "2024-03-08", .weekdayByNearness),
    Case("On the 20th", [Part("20th", ["day": 20])], "2024-03-20", .dayOfMonthByNearness),
    Case("last 20th", [Part("20th", ["day": 20, "direction": "last"])], "2024-02-20", .dayOfMonthAsSaid),
    Case("It will on the 8th", [will, Part("8th", ["day": 8])], "2024-04-08", .dayOfMonthByTense, also: ["will"]),
    Case("In May", [may], "2024-05", .yearlyByNearness),
    Case("He said in May", [said, may], "2023-05", .yearlyByTense, also: ["said"]),
    Case("last May", [Part("May", ["month": 5, "direction": "last"])], "2023-05", .yearlyAsSaid),
    Case("In summer", [Part("summer", ["season": "SU"])], "2023-SU", .yearlyByNearness),
  ]

  static let anchors = [
    Case("tomorrow", [Part("tomorrow", ["unit": "day", "offset": 1])], "2024-03-14", .relativeToDocument),
    Case(
      "1998 and the next year", [year, Part("next year", ["unit": "year", "offset": 1, "anchor": "text"])], "1999",
      .relativeToText, from: ["1998"]),
    Case(
      "1998, 2003 and the next year",
      [year, Part("2003", ["year": 2003]), Part("next year", ["unit": "year", "offset": 1, "anchor": "text"])], "2004",
      .relativeToText, from: ["2003"]),
    Case(
      "1998, May 2003 and the next year",
      [
        year, Part("May 2003", ["month": 5, "year": 2003]),
        Part("next year", ["unit": "year", "offset": 1, "anchor": "text"]),
      ],
      "2004", .relativeToText, from: ["May 2003"]),
    Case(
      "the weekend", [Part("weekend", ["unit": "weekend", "offset": 0, "direction": "past"])], "2024-W10-WE", .justOver),
    Case(
      "this quarter", [Part("quarter", ["unit": "quarter", "offset": 0, "anchor": "text"])], "2023-Q4", .justOver),
    Case(
      "Q2 and that of 2022", [quarter, Part("that of 2022", ["unit": "quarter", "year": 2022, "anchor": "text"])],
      "2022-Q2", .sameQuarter, from: ["Q2"]),
    Case(
      "1998 and in May", [year, Part("in May", ["month": 5, "anchor": "text"])], "1998-05", .inYearOfText,
      from: ["1998"]),
    Case(
      "two days ago", [Part("two days", ["unit": "day", "amount": 2, "timexType": "DURATION"]), ago], "2024-03-11",
      .shiftFromDocument, also: ["ago"]),
    Case(
      "some time ago", [Part("some time", ["unit": "day", "timexType": "DURATION"]), ago], "PAST_REF", .vagueShift,
      also: ["ago"]),
    Case(
      "1998, two years later",
      [year, Part("two years", ["unit": "year", "amount": 2, "timexType": "DURATION"]), later],
      "2000", .shiftFromText, from: ["1998"], also: ["later"]),
    Case(
      "Q2, a year ago", [quarter, Part("a year", ["unit": "year", "amount": 1, "timexType": "DURATION"]), ago],
      "2022-Q2", .shiftFromQuarter, from: ["Q2"], also: ["ago"]),
    Case("at noon", [Part("noon", ["hour": 12])], "2024-03-13T12:00", .timeOfReferenceDay),
    Case(
      "On Tuesday. At noon", [Part("Tuesday", ["weekday": 2]), Part("noon", ["hour": 12])], "2024-03-12T12:00",
      .timeOfDayInText, from: ["Tuesday"]),
    Case(
      "On Friday he left at noon", [friday, Part("noon", ["hour": 12])], "2024-03-08T12:00", .timeOfDayInSentence,
      from: ["Friday"]),
    Case(
      "next Monday to Friday", [Part("Monday", ["weekday": 1, "direction": "next"], until: " to "), friday],
      "2024-03-22", .afterRangeStart, from: ["Monday"]),
    Case(
      "noon on Friday", [Part("noon", ["hour": 12], link: " on "), friday], "2024-03-08T12:00", .timeOfJoinedDay,
      also: ["Friday"]),
    Case(
      "Friday of last week",
      [Part("Friday", ["weekday": 5], link: " of "), Part("last week", ["week": 9, "year": 2024])],
      "2024-03-01", .partOfPeriod, also: ["last week"]),
    Case(
      "1998. In May", [year, Part("In May", ["month": 5])], "1998-05", .yearlyByNearness, from: ["1998"],
      style: "narrative"),
  ]

  /// The annotations of a case behind `prefix`, with its document.
  private static func made(_ c: Case, behind prefix: String) -> (document: DocumentView, found: [NewAnnotation]) {
    let text = prefix + c.text
    func span(_ words: String) -> Span {
      let range = text.range(of: words) ?? text.startIndex..<text.startIndex
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Span(start: start, end: start + words.utf8.count)
    }
    let candidates = c.parts.enumerated().map { rank, part in
      let place = span(part.words)
      let behind = [("link", part.link), ("until", part.until)].compactMap { name, words in
        words.map { Candidate.Capture(name: name, span: Span(start: place.end, end: place.end + $0.utf8.count)) }
      }
      return Candidate(
        origin: CandidateOrigin(type: part.type, rule: "r/\(rank)", features: part.features), span: place,
        groups: behind, rank: rank, lostTo: nil)
    }
    let document = DocumentView(
      id: "d", text: text, date: c.date.map { DocumentDate(value: $0, origin: .record) },
      metadata: c.language.map { ["language": .string($0)] } ?? [:],
      settings: ["style": .string(c.style), "date-order": "auto"],
      structure: TextAnalyzer(language: .none).structure(of: text),
      candidates: candidates.sorted { $0.span < $1.span })
    var analyzer = DateAnalyzer(settings: document.settings)
    return (document, analyzer.analyze(document).annotations)
  }

  @Test(arguments: alone + sides + anchors, ["", "é. ", "👩‍👩‍👧 العراق\n\n"])
  func `a value tells the way by which it was found, and what it was made from`(_ c: Case, prefix: String) throws {
    let (document, found) = Self.made(c, behind: prefix)
    let last = try #require(found.last)
    #expect(last.features["value"]?.string == c.value)
    #expect(last.decision == c.decision.rawValue)
    #expect(last.annotations.map { document.text(found[$0].span) } == c.from)
    #expect(last.candidates.dropFirst().map { document.text(document.candidates[$0].span) } == c.also)
  }

  @Test func `the beginning of a range names its end`() throws {
    for (first, decision) in [
      (Part("Monday", ["weekday": 1], until: " to "), DateDecision.weekdayToRangeEnd),
      (Part("Monday", ["month": 1, "day": 1], until: " to "), .yearlyToRangeEnd),
    ] {
      let c = Case("Monday to Friday", [first, Self.friday], "", .noAnchor)
      let (_, found) = Self.made(c, behind: "é ")
      #expect(found.map(\.decision) == [decision.rawValue, DateDecision.weekdayByNearness.rawValue])
      #expect(found.first?.annotations == [1])
    }
  }

  @Test func `every decision is told by its own id and sentence`() {
    let all = DateAnalyzer.manifest.decisions
    #expect(all.count == DateDecision.allCases.count)
    #expect(Set(all.map(\.meaning)).count == all.count)
  }
}
