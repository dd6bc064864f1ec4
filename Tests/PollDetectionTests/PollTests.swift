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
      testDescription: "shares in words",
      text: "In a Quorum poll of 900 voters two thirds said yes and one in five said no. A majority was young.",
      polls: [["pollster": "Quorum", "options": "yes|no", "shares": "66.7|20"]]),
    Case(
      testDescription: "parts of those asked stand beside the shares of all",
      text:
        "A Quorum poll of 900 voters found that 58% said yes. Among islanders, 62 percent said no; 40% of women said yes.",
      polls: [
        [
          "options": "yes", "shares": "58",
          "subgroups": "group islanders option no share 62|group women option yes share 40",
        ]
      ]),
    Case(
      testDescription: "each row of a table is a poll",
      text: """
        How the race went

        Pollster | Date | Sample | Margin of error | Tree Party | Lake List | Lead
        Northway Research | May 3, 2024 | 1,024 | ±3.1 | 31% | 28% | +3
        Quorum | April 28, 2024 | 900 | – | 33 | 27.5 | +5.5
        """,
      polls: [
        [
          "pollster": "Northway Research", "fieldStart": "2024-05-03", "sampleSize": "1024", "marginOfError": "3.1",
          "options": "Tree Party|Lake List", "shares": "31|28",
        ],
        ["pollster": "Quorum", "fieldEnd": "2024-04-28", "sampleSize": "900", "shares": "33|27.5"],
      ]),
    Case(
      testDescription: "a table of bars with a frame",
      text: """
        | Firm | Ann Marlow | Ida Holm |
        |---|---|---|
        | Quorum | 40 | 38 |
        """, polls: [["pollster": "Quorum", "options": "Ann Marlow|Ida Holm", "shares": "40|38"]]),
    Case(
      testDescription: "a table of something else",
      text: "Firm | Ships | Sailors\nQuorum | 400 | 3800\nNorthway | 20 | 90", polls: []),
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

  @Test func `a lookalike stands in the report on request, with what speaks against it`() throws {
    let text = "The poll was guarded. 61% voted at the polling stations."
    let plain = try Annotator.annotate([text])[0].filter { $0.type.contains("poll") }
    #expect(plain.isEmpty)
    let shown = try Annotator.annotate([text], arguments: ["--set", "poll-detection.lookalikes=reported"])[0]
    let rejected = try #require(shown.first { $0.type == "rejected-poll" })
    #expect(rejected["reason"] == "a lookalike" && rejected["evidence"] == "polling stations")
  }
}
