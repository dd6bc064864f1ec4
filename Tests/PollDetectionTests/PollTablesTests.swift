import PostilModel
import Testing

@testable import PollDetection
@testable import PostilModuleKit

/// Tables of polls, by lines whose heading is given by hand.
@Suite struct PollTablesTests {
  private static let parts: [(type: String, words: String, features: Features)] = [
    ("poll-column", "Pollster", ["holds": "pollster"]), ("poll-column", "Question", ["holds": "question"]),
    ("poll-report", "The Holm poll", ["pollster": "Holm"]),
    ("poll-column", "Dates", ["holds": "date"]), ("poll-column", "Sample", ["holds": "sample"]),
    ("poll-column", "Margin", ["holds": "margin"]), ("poll-column", "Lead", ["holds": "other"]),
  ]
  private static let dates: [(type: String, words: String, features: Features)] = [
    ("timex", "May 3", ["value": "2024-05-03", "timexType": "DATE"]),
    ("timex", "May 7", ["value": "2024-05-07", "timexType": "DATE"]),
  ]

  private static func found(
    _ lines: [String], behind prefix: String = ""
  ) throws -> (made: HandMade, polls: [NewAnnotation]) {
    let thresholds = try OpinionThresholds.shipped()
    let made = HandMade(lines.joined(separator: "\n"), behind: prefix, parts, annotations: dates)
    let dates = FieldDates(document: made.document, thresholds: thresholds)
    return (made, PollTables(document: made.document, dates: dates, thresholds: thresholds).find())
  }

  @Test(arguments: ["", "é", "👩‍👩‍👧 العراق"])
  func `each row is a poll, its cells by the heading over them`(prefix: String) throws {
    let (made, polls) = try Self.found(
      [
        "| Pollster | Dates | Sample | Margin | Tree | Élan | Lead |",
        "| Norda | May 3 – May 7 | 1,024 | ±3.1 | 31 % | 28 | 3 |", "| Quorum | May 7 | 800 | | 30 | 29 | 1 |",
      ], behind: prefix)
    #expect(polls.map(\.decision) == Array(repeating: PollDecision.tableRow.rawValue, count: 2))
    let first = try #require(polls.first)
    #expect(
      first.features == [
        "kind": "opinion", "pollster": "Norda", "fieldStart": "2024-05-03", "fieldEnd": "2024-05-07",
        "sampleSize": 1024, "marginOfError": 3.1, "options": ["Tree", "Élan"], "shares": [31, 28],
      ])
    #expect(made.annotated(first.annotations) == ["May 3", "May 7"])
    #expect(made.words(first.candidates) == ["Pollster", "Dates", "Sample", "Margin", "Lead"])
    #expect(polls.last?.features["marginOfError"] == nil)
    #expect(made.annotated(polls.last?.annotations ?? []) == ["May 7"])
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]
    let count: Int
  }

  static let cases = [
    Case(testDescription: "tabs between cells", lines: ["Pollster\tTree\tLake", "Norda\t31\t28"], count: 1),
    Case(
      testDescription: "wide blanks between cells", lines: ["Pollster   Tree   Lake", "Norda      31     28"], count: 1),
    Case(
      testDescription: "rows of dates below a report",
      lines: ["The Holm poll", "Dates | Tree | Lake", "May 3 | 31 | 28"],
      count: 1),
    Case(
      testDescription: "rows of dates without a report", lines: ["Dates | Tree | Lake", "May 3 | 31 | 28"], count: 0),
    Case(
      testDescription: "rows of questions below a report",
      lines: ["The Holm poll", "Question | Tree | Lake", "Trams? | 31 | 28", "Ferries? | 51 | 18"], count: 2),
    Case(testDescription: "a comma in shares", lines: ["Pollster | Tree | Lake", "Norda | 31,5 | 28,5"], count: 1),
    Case(testDescription: "no column of answers", lines: ["Pollster\tLead", "Norda\t3"], count: 0),
    Case(
      testDescription: "a row of another width ends it", lines: ["Pollster\tTree\tLake", "All\t1", "Norda\t31\t28"],
      count: 0),
    Case(testDescription: "one share", lines: ["Pollster\tTree\tLake", "Norda\t31\t–"], count: 0),
    Case(testDescription: "shares of more than all", lines: ["Pollster\tTree\tLake", "Norda\t61\t48"], count: 0),
    Case(testDescription: "words for a share", lines: ["Pollster\tTree\tLake", "Norda\t31\t28 seats"], count: 0),
    Case(testDescription: "no name of a pollster", lines: ["Pollster\tTree\tLake", "\t31\t28"], count: 0),
  ]

  @Test(arguments: cases)
  func `a row is a poll by its cells`(_ c: Case) throws {
    #expect(try Self.found(c.lines, behind: "é").polls.count == c.count)
  }
}
