import PostilTestSupport
import Testing

/// Polls of both kinds through the shipped rules.
@Suite struct PollTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The polls' features that matter, as text.
    let polls: [[String: String]]
  }

  static let cases = [
    Case(
      testDescription: "a proposition that is repeated, with a prompt",
      text: "Trams should be free\n\nTrams should be free\n\nWhat do you think?",
      polls: [["kind": "reader", "question": "Trams should be free", "prompt": "What do you think?"]]),
    Case(
      testDescription: "a question with shares and votes",
      text: "POLL: Should trams be free?\n\nYes – 61%\nNo – 39%\n\n1,204 votes.",
      polls: [["kind": "reader", "options": "Yes|No", "shares": "61|39", "votes": "1204"]]),
    Case(
      testDescription: "results on a line of their own",
      text: "HAVE YOUR SAY\n\nShould trams be free?\n\n○ Always\n○ Never\n\nResults so far: Always 48 % · Never 52 %",
      polls: [["kind": "reader", "options": "Always|Never", "shares": "48|52"]]),
    Case(
      testDescription: "a report with sample, margin, dates and wording",
      text:
        "A Northway Research poll for the Evening Tide found a tie. Asked “Should trams be free?”, 58% said yes and 29% said no.\n\nThe poll of 1,024 adults was conducted between May 3 and 7, 2024 and has a margin of error of 3.1 points.",
      polls: [
        [
          "kind": "opinion", "pollster": "Northway Research", "commissionedBy": "Evening Tide", "options": "yes|no",
          "shares": "58|29", "sampleSize": "1024", "marginOfError": "3.1", "question": "Should trams be free?",
        ]
      ]),
    Case(
      testDescription: "a list of parties",
      text: "A Quorum poll puts the Tree Party at 31%, the Lake List at 28% and the Greens at 14%.",
      polls: [["kind": "opinion", "options": "Tree Party|Lake List|Greens", "shares": "31|28|14"]]),
    Case(
      testDescription: "two figures with somebody ahead",
      text: "A Quorum poll has the Tree Party ahead of the Lake List, 40 to 31, with 15 for the Greens.",
      polls: [["kind": "opinion", "options": "Tree Party|Lake List|Greens", "shares": "40|31|15"]]),
    Case(
      testDescription: "two polls one after the other",
      text:
        "A Quorum poll of 900 voters puts the Tree Party at 31%.\n\nBut a Northway survey of 1,500 voters puts the Tree Party at 36%.",
      polls: [["pollster": "Quorum", "shares": "31"], ["pollster": "Northway", "shares": "36"]]),
    Case(
      testDescription: "a polling station", text: "The queue at the polling station was long; 61% voted.", polls: []),
    Case(testDescription: "a poll tax", text: "The poll tax fell on 40 percent of the islanders.", polls: []),
    Case(
      testDescription: "a rhetorical question", text: "Who would have thought it? Nobody in the hall answered.",
      polls: []),
    Case(
      testDescription: "an election's result", text: "Marlow won with 54% of the vote after polls closed at 8 p.m.",
      polls: []),
  ]

  private static let found = Result { try Annotator.annotate(cases.map(\.text), date: "2024-05-10") }

  @Test(arguments: Array(cases.enumerated()))
  func `polls are found with their features`(_ number: Int, _ c: Case) throws {
    let polls = try Self.found.get()[number].filter { $0.type == "poll" }
    try #require(polls.count == c.polls.count)
    for (poll, wanted) in zip(polls, c.polls) {
      for (name, value) in wanted { #expect(poll[name] == value, "\(name)") }
    }
  }
}
