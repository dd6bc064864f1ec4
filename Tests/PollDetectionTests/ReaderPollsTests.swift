import PostilTestSupport
import Testing

/// Polls of readers through the shipped rules: layouts, and what looks like one.
@Suite struct ReaderPollsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The features of each poll that matter, as text.
    let polls: [[String: String]]
  }

  static let layouts = [
    Case(
      testDescription: "circles under a label",
      text: "POLL\nShould the ferry run at night?\n○ Yes\n○ No\n○ Only in summer\nVote\nView results",
      polls: [
        [
          "kind": "reader", "question": "Should the ferry run at night?", "options": "Yes|No|Only in summer",
          "shares": "",
        ]
      ]),
    Case(
      testDescription: "shares behind the answers, with a total",
      text: "Last week's poll\nShould the old pier be sold?\nYes 61%\nNo 39%\nTotal votes: 8,120",
      polls: [
        [
          "kind": "reader", "question": "Should the old pier be sold?", "options": "Yes|No", "shares": "61|39",
          "votes": "8120",
        ]
      ]),
    Case(
      testDescription: "a label and plain answers over a button",
      text:
        "Mira Kostrel says the pier is rotten.\n\nFAN POLL – How will the season end?\n\nChampions\nTop four\nMid-table\nRelegated\n\nVote now",
      polls: [
        [
          "kind": "reader", "question": "How will the season end?", "options": "Champions|Top four|Mid-table|Relegated",
          "shares": "",
        ]
      ]),
    Case(
      testDescription: "shares on the line over each answer",
      text: "Velmora Today\nShould trams be free on Sundays?\nAnonymous Poll\n38%\nYes\n62%\nNo\n1,204 votes",
      polls: [
        [
          "kind": "reader", "question": "Should trams be free on Sundays?", "options": "Yes|No", "shares": "38|62",
          "votes": "1204",
        ]
      ]),
    Case(
      testDescription: "a post with shares under the answers and thousands of votes",
      text:
        "Velmora Today @velmora · 3h\nWhich bridge would you close?\nOld Bridge\n61%\nNew Bridge\n39%\n8.1K votes · Final results",
      polls: [
        [
          "kind": "reader", "question": "Which bridge would you close?", "options": "Old Bridge|New Bridge",
          "shares": "61|39", "votes": "8100",
        ]
      ]),
    Case(
      testDescription: "votes and shares on two lines under each answer",
      text:
        "Which lens do you use the most?\nPoll ended at 12 Mar 2020\nKorr 24-70\n12\n34%\nSigma prime\n23\n66%\nTotal votes: 35",
      polls: [
        [
          "kind": "reader", "question": "Which lens do you use the most?", "options": "Korr 24-70|Sigma prime",
          "shares": "34|66", "votes": "35",
        ]
      ]),
    Case(
      testDescription: "a forum's table with tabs",
      text:
        "View Poll Results: Favourite lens?\nKorr 24-70\t12\t34.29%\nSigma prime\t23\t65.71%\nVoters: 35. You may not vote on this poll",
      polls: [
        [
          "kind": "reader", "question": "Favourite lens?", "options": "Korr 24-70|Sigma prime", "shares": "34.29|65.71",
          "votes": "35",
        ]
      ]),
    Case(
      testDescription: "a proposition with a prompt that no list knows",
      text: "Trams should be free for everyone under 18.\nWhere do you stand?\nFor\nAgainst\n412 people have voted",
      polls: [
        [
          "kind": "reader", "question": "Trams should be free for everyone under 18.", "options": "For|Against",
          "shares": "", "votes": "412",
        ]
      ]),
    Case(
      testDescription: "question and results on one line",
      text: "Question of the day: Should the bridge be closed? Yes 61% – No 39% (8,120 votes)",
      polls: [
        [
          "kind": "reader", "question": "Should the bridge be closed?", "options": "Yes|No", "shares": "61|39",
          "votes": "8120",
        ]
      ]),
    Case(
      testDescription: "a quoted question and results on one line",
      text: "Yesterday's question: “Should the bridge be closed?” Yes 41%, no 59%.",
      polls: [["kind": "reader", "question": "Should the bridge be closed?", "options": "Yes|no", "shares": "41|59"]]),
    Case(
      testDescription: "bullets over a total",
      text: "Should the bridge be closed?\n* Yes\n* No\n* Only for boats\n412 people have voted.",
      polls: [
        [
          "kind": "reader", "question": "Should the bridge be closed?", "options": "Yes|No|Only for boats",
          "shares": "", "votes": "412",
        ]
      ]),
    Case(
      testDescription: "a scale under a proposition",
      text: "The mayor should resign\nStrongly disagree\nDisagree\nNeither agree nor disagree\nAgree\nStrongly agree",
      polls: [
        [
          "kind": "reader", "question": "The mayor should resign",
          "options": "Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree", "shares": "",
        ]
      ]),
    Case(
      testDescription: "letters over a helper line",
      text: "What would you cut first?\nA) Parks\nB) Libraries\nC) Roads\nSelect one answer",
      polls: [
        ["kind": "reader", "question": "What would you cut first?", "options": "Parks|Libraries|Roads", "shares": ""]
      ]),
    Case(
      testDescription: "boxes over a button",
      text: "Which café is best? \n[ ] Korr's\n[ ] The Anchor\n[ ] Mill House\nSubmit",
      polls: [
        ["kind": "reader", "question": "Which café is best?", "options": "Korr's|The Anchor|Mill House", "shares": ""]
      ]),
    Case(
      testDescription: "pictures before the answers",
      text: "Best goal of the month?\n⚽ Kostrel v Lenham\n🔥 Marlow v Quay\n👏 Holm v Velm\nPoll closes at 6pm on Friday",
      polls: [
        [
          "kind": "reader", "question": "Best goal of the month?",
          "options": "Kostrel v Lenham|Marlow v Quay|Holm v Velm", "shares": "",
        ]
      ]),
    Case(
      testDescription: "a table with a question a row",
      text:
        "Reader poll results\nQuestion | Yes | No | Votes\nShould the pier be sold? | 61 | 39 | 812\nIs the ferry too dear? | 82 | 18 | 3310",
      polls: [
        [
          "kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39",
          "votes": "812",
        ],
        [
          "kind": "reader", "question": "Is the ferry too dear?", "options": "Yes|No", "shares": "82|18",
          "votes": "3310",
        ],
      ]),
    Case(
      testDescription: "columns over their shares",
      text: "Should the pier be sold?\nYES   NO\n61%   39%",
      polls: [["kind": "reader", "question": "Should the pier be sold?", "options": "YES|NO", "shares": "61|39"]]),
    Case(
      testDescription: "leaders",
      text: "Should the pier be sold?\nYes ......... 61%\nNo .......... 39%",
      polls: [["kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"]]),
    Case(
      testDescription: "bars",
      text: "Should the pier be sold?\nYes ██████████ 61%\nNo ██████ 39%",
      polls: [["kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"]]),
    Case(
      testDescription: "votes with their share in brackets",
      text: "Should the pier be sold?\nYes 612 (77.1%)\nNo 182 (22.9%)",
      polls: [["kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "77.1|22.9"]]),
    Case(
      testDescription: "results that a paper tells",
      text:
        "Last week we asked readers whether the pier should be sold. 61 percent of you said yes, while 39 percent said no.",
      polls: [["kind": "reader", "options": "yes|no", "shares": "61|39"]]),
    Case(
      testDescription: "results that a paper tells of its online poll",
      text: "In our last online poll, 1,204 readers voted: 61% wanted the pier kept and 39% wanted it sold.",
      polls: [["kind": "reader", "options": "wanted the pier kept|wanted it sold", "shares": "61|39", "votes": "1204"]]),
    Case(
      testDescription: "words to send",
      text: "Today's question: Should the pier be sold? Text YES or NO to 88990.",
      polls: [["kind": "reader", "question": "Should the pier be sold?", "options": "YES|NO", "shares": ""]]),
    Case(
      testDescription: "telephone numbers behind the answers",
      text: "PHONE POLL\nShould the mayor resign?\nYES 0891 50 50 01\nNO 0891 50 50 02\nLines close at 10pm",
      polls: [["kind": "reader", "question": "Should the mayor resign?", "options": "YES|NO", "shares": ""]]),
    Case(
      testDescription: "pictures, shares and a total",
      text: "📊 Should the pier be sold?\n\n👍 Yes – 38%\n👎 No – 62%\n👥 120 people voted so far",
      polls: [
        [
          "kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "38|62",
          "votes": "120",
        ]
      ]),
    Case(
      testDescription: "an archive of a line each",
      text:
        "Poll archive\n\n12 March: Should the pier be sold? Yes 61%, No 39%\n5 March: Is the ferry too dear? Yes 12%, No 88%\n27 February: Do you cycle? Often 22%, Sometimes 38%, Never 40%",
      polls: [
        ["kind": "reader", "question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"],
        ["kind": "reader", "question": "Is the ferry too dear?", "options": "Yes|No", "shares": "12|88"],
        ["kind": "reader", "question": "Do you cycle?", "options": "Often|Sometimes|Never", "shares": "22|38|40"],
      ]),
    Case(
      testDescription: "votes behind the answers and no shares",
      text: "How do you get to work?\nBy tram: 45 votes\nBy car: 22 votes\nOn foot: 11 votes",
      polls: [
        ["kind": "reader", "question": "How do you get to work?", "options": "By tram|By car|On foot", "shares": ""]
      ]),
    Case(
      testDescription: "answers between strokes",
      text: "Should trams be free? Yes / No / Not sure\nVote now",
      polls: [["kind": "reader", "question": "Should trams be free?", "options": "Yes|No|Not sure", "shares": ""]]),
    Case(
      testDescription: "a label before the question and plain answers",
      text: "POLL: How often do you cross the bridge?\nDaily\nWeekly\nNever",
      polls: [
        [
          "kind": "reader", "question": "How often do you cross the bridge?", "options": "Daily|Weekly|Never",
          "shares": "",
        ]
      ]),
    Case(
      testDescription: "pictures to react with",
      text: "Have your say! Is it time for a new stadium? React with 👍 for yes, 👎 for no.",
      polls: [["kind": "reader", "question": "Is it time for a new stadium?", "options": "yes|no", "shares": ""]]),
    Case(
      testDescription: "a line of a live blog",
      text: "14:05 Poll: Should Marlow start? Yes: 61%, No: 39%\n14:07 Marlow warms up.",
      polls: [["kind": "reader", "question": "Should Marlow start?", "options": "Yes|No", "shares": "61|39"]]),
    Case(
      testDescription: "names with shares and a total",
      text: "Who should captain the side?\nKostrel 54%\nMarlow 31%\nHolm 15%\n1,002 fans voted",
      polls: [
        [
          "kind": "reader", "question": "Who should captain the side?", "options": "Kostrel|Marlow|Holm",
          "shares": "54|31|15", "votes": "1002",
        ]
      ]),
    Case(
      testDescription: "an open statement with bullets",
      text: "I commute by:\n- tram\n- car\n- bike\nPick all that apply. 33 responses",
      polls: [["kind": "reader", "question": "I commute by", "options": "tram|car|bike", "shares": "", "votes": "33"]]),
    Case(
      testDescription: "a table of answers",
      text: "Poll\n| Answer | Votes | Share |\n|---|---|---|\n| Yes | 612 | 77.1% |\n| No | 182 | 22.9% |",
      polls: [["kind": "reader", "options": "Yes|No", "shares": "77.1|22.9"]]),
  ]

  static let others = [
    Case(
      testDescription: "a menu", text: "Menu of the day\nSoup £4.50\nPie £8.00\nWhich wine goes with it? Ask us.",
      polls: []),
    Case(
      testDescription: "a quiz",
      text: "Quiz: How well do you know Velmora?\n1. Who built the old bridge?\na) Korr\nb) Holm\nc) Marlow", polls: []),
    Case(
      testDescription: "questions and answers",
      text: "Frequently asked questions\nCan I return a ticket?\nYes, within 14 days.\nIs there a fee?\nNo.", polls: []),
    Case(
      testDescription: "an election's result",
      text: "Velmora council election result\nMarlow (Green) 54%\nQuist (Blue) 46%\nTurnout: 61%", polls: []),
    Case(
      testDescription: "a petition",
      text: "Petition: Save the pier\nShould we let it rot? No!\n1,204 people have signed\nSign now", polls: []),
    Case(testDescription: "a sample ballot", text: "Sample ballot\nVote for one\n○ Ada Marlow\n○ Ben Quist", polls: []),
    Case(
      testDescription: "a consent box",
      text: "Do you accept our terms?\n☐ I agree to the terms and conditions\n☐ I would like to receive the newsletter",
      polls: []),
    Case(
      testDescription: "a rhetorical question", text: "Who would have thought it? Nobody in the hall answered.",
      polls: []),
    Case(testDescription: "a list", text: "Things to bring:\n- boots\n- coat\n- hat", polls: []),
    Case(testDescription: "whether a page was of use", text: "Was this article helpful? Yes / No", polls: []),
    Case(testDescription: "what a cloth is made of", text: "Fabric\nCotton 60%\nElastane 40%", polls: []),
    Case(
      testDescription: "tips under a question",
      text: "What do you need to know?\n• The ferry leaves at 8\n• Tickets cost £4\n• Dogs go free", polls: []),
    Case(testDescription: "comments", text: "Comments (12)\nMira: Should we close it?\nYes\nBen: No\nReply", polls: []),
    Case(
      testDescription: "reasons in numbers",
      text: "Why did the bridge fall? The report gives three reasons.\n1. Rust\n2. Salt\n3. Neglect", polls: []),
    Case(testDescription: "turnout by district", text: "Turnout by district\nNorth 61%\nSouth 39%", polls: []),
    Case(
      testDescription: "figures in prose over a question",
      text: "Unemployment fell to 6% in May and 5% in June. What will happen now?", polls: []),
    Case(
      testDescription: "advice for visitors",
      text: "Is it safe to swim?\nYes. The council tests the water every week.\nWhere can I park?\nBehind the pier.",
      polls: []),
  ]

  /// What may stand before a poll; the lines of a poll may end in CR LF.
  static let prefixes = ["", "é", "👩‍👩‍👧 العراق"]

  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in (layouts + others).map { written($0.text, behind: prefix) } })
  }

  /// The text behind a paragraph, where there is one, and then with the line ends of other systems.
  private static func written(_ text: String, behind prefix: String) -> String {
    prefix.isEmpty
      ? text
      : prefix + " words.\r\n\r\n\r\n\r\n\r\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  @Test(arguments: Array((layouts + others).enumerated()), Array(prefixes.indices))
  func `lines are read as polls`(_ numbered: (Int, Case), prefix: Int) throws {
    let (number, c) = numbered
    let all = Self.layouts.count + Self.others.count
    let polls = try Self.found.get()[prefix * all + number].filter { $0.type == "poll" }
    try #require(polls.count == c.polls.count)
    for (poll, wanted) in zip(polls, c.polls) {
      for (name, value) in wanted { #expect(poll[name] == value, "\(name)") }
      #expect(poll["score"] != nil && poll["evidence"]?.isEmpty == false)
    }
  }

  /// A text and the words of it that its poll covers.
  static let spans = [
    (
      "News.\n\nPOLL\nTrams or buses?\n○ Trams\n○ Buses\n1,204 votes\n\nMore news.",
      "POLL\nTrams or buses?\n○ Trams\n○ Buses\n1,204 votes"
    ),
    (
      "It rained. Poll: Should it stop? Yes 61%, No 39% (12 votes). It went on.",
      "It rained. Poll: Should it stop? Yes 61%, No 39% (12 votes)"
    ),
    ("Trams for all\nTrams for all\nHave your say\n\nNews", "Trams for all\nTrams for all\nHave your say"),
  ]

  @Test(arguments: spans, prefixes)
  func `a poll goes from its label to its votes`(_ c: (text: String, words: String), prefix: String) throws {
    let found = try Annotator.annotate([prefix.isEmpty ? c.text : prefix + " words.\n\n\n\n\n" + c.text])[0]
    #expect(found.filter { $0.type == "poll" }.map(\.text) == [c.words])
  }

  @Test func `a higher threshold takes fewer lines for a poll`() throws {
    let text = "The mayor should resign\nStrongly disagree\nDisagree\nAgree\nStrongly agree"
    #expect(try Annotator.annotate([text])[0].count { $0.type == "poll" } == 1)
    let strict = try Annotator.annotate([text], arguments: ["--set", "poll-detection.reader-threshold=9"])[0]
    #expect(!strict.contains { $0.type == "poll" })
  }

  @Test func `a prompt alone is rejected, and told on request`() throws {
    let shown = try Annotator.annotate(
      ["Have your say"], arguments: ["--set", "poll-detection.lookalikes=reported"])[0]
    #expect(shown.filter { $0.type == "rejected-poll" }.map { $0["reason"] } == ["no answers and not repeated"])
  }

  @Test func `what would be a poll but for other words is told with them`() throws {
    let shown = try Annotator.annotate(
      ["Sample ballot\n\nShould the pier be sold?\n○ Yes\n○ No"],
      arguments: ["--set", "poll-detection.lookalikes=reported"])[0]
    let rejected = try #require(shown.first { $0.type == "rejected-poll" })
    #expect(rejected["reason"] == "a lookalike" && rejected["evidence"] == "Sample ballot")
  }
}
