import PostilTestSupport
import Testing

/// Reports of opinion polls in the layouts of wire services, newspapers, press releases and toplines, through the shipped rules.
@Suite struct OpinionDocumentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The polls' features that matter, as text.
    let polls: [[String: String]]
  }

  static let cases = [
    Case(
      testDescription: "press release with bullets",
      text: """
        NEW BRELL POLL: VELMORANS WANT LATER SCHOOL START

        KORR, April 14, 2025 – A majority of Velmorans want schools to start later, a new national poll from Brell Research finds.

        Key findings:

        • 61% of adults support starting school at 9 a.m. or later
        • 27% oppose a later start
        • 12% are not sure
        • Among parents of school-age children, support rises to 68%

        The poll was conducted online from April 2 to 8, 2025, among a nationally representative sample of 1,512 adults. The margin of error is +/- 2.5 percentage points at the 95% confidence level.

        About Brell Research: Brell has polled Velmorans since 1994.
        """,
      polls: [
        [
          "pollster": "Brell Research", "shares": "61|27|12", "sampleSize": "1512", "marginOfError": "2.5",
          "fieldStart": "2025-04-02", "fieldEnd": "2025-04-08",
        ]
      ]),
    Case(
      testDescription: "topline document",
      text: """
        BRELL / EVENING TIDE SURVEY
        Pollster: Brell Research
        Client: The Evening Tide
        Fieldwork: 3 to 9 March 2025
        Sample: 1,204 adults
        Margin of error: ±2.8

        Q1. Do you support or oppose the new bridge?

        Support ............ 58%
        Oppose ............. 30%
        Don't know ......... 12%

        Q2. Should the ferry be free?

        Yes ................ 44%
        No ................. 49%
        Don't know .......... 7%
        """,
      polls: [
        [
          "pollster": "Brell Research", "shares": "58|30|12", "sampleSize": "1204", "marginOfError": "2.8",
          "fieldStart": "2025-03-03",
        ], ["pollster": "Brell Research", "shares": "44|49|7", "sampleSize": "1204"],
      ]),
    Case(
      testDescription: "British newspaper",
      text: """
        Labour slips as Greens gain

        Support for the Workers' Party has slipped to its lowest point in two years, according to the latest Quorum poll for the Sunday Herald.

        The survey puts the Workers on 27 per cent, down two points on last month, with the Unionists unchanged on 24 and the Greens up three to 16. The Farmers' List is on 11 per cent.

        Quorum interviewed 2,033 adults online between 9 and 11 April. Data were weighted to be representative of all adults.
        """,
      polls: [
        [
          "pollster": "Quorum", "shares": "27|24|16|11", "sampleSize": "2033", "fieldStart": "2025-04-09",
          "fieldEnd": "2025-04-11", "commissionedBy": "Sunday Herald",
        ]
      ]),
    Case(
      testDescription: "two pollsters in an article",
      text: """
        Race tightens in Korr

        Two polls out this week tell different stories. A Brell survey of 804 likely voters, taken April 6-9, has Senator Ida Lund at 47 percent and Karl Orn at 45 percent, within the margin of error of 3.5 points.

        Norda Strategies, however, finds Lund well ahead, 51 percent to 42 percent. Its poll of 650 registered voters was done April 4-8 and has a margin of error of plus or minus 3.8 points.
        """,
      polls: [
        [
          "pollster": "Brell", "shares": "47|45", "sampleSize": "804", "marginOfError": "3.5",
          "fieldStart": "2025-04-06",
        ],
        [
          "pollster": "Norda Strategies", "shares": "51|42", "sampleSize": "650", "marginOfError": "3.8",
          "fieldStart": "2025-04-04",
        ],
      ]),
    Case(
      testDescription: "exit poll",
      text: """
        LUND WINS, EXIT POLL SAYS

        KORR (MNA) — Ida Lund was heading for victory in the presidential runoff on Sunday, an exit poll showed. She took 54.2 percent of the vote against 45.8 percent for Karl Orn, according to the poll by the Ostrey Institute for state television.

        The institute questioned 12,400 voters outside 200 polling stations. Its margin of error is one point.
        """,
      polls: [["pollster": "Ostrey Institute", "shares": "54.2|45.8", "sampleSize": "12400", "marginOfError": "1"]]),
    Case(
      testDescription: "question and answers in prose",
      text: """
        What Velmorans think of the harbour tax

        The Institute for Public Affairs asked 1,020 people by telephone on 1-4 April: "Do you think the harbour tax is too high, too low or about right?" Too high, said 46 percent; about right, said 38 percent; too low, said 9 percent. Seven percent had no opinion.
        """,
      polls: [
        [
          "pollster": "Institute for Public Affairs", "shares": "46|38|9|7", "sampleSize": "1020",
          "fieldStart": "2025-04-01", "fieldEnd": "2025-04-04",
        ]
      ]),
    Case(
      testDescription: "trend in prose",
      text: """
        Trust in courts recovers

        Fifty-one percent of Velmorans now trust the courts, up from 44 percent in 2023 and 47 percent last year, the annual Holm Trust Survey shows. Trust in parliament fell to 29 percent from 35 percent.

        The survey of 3,005 adults was carried out in February and March by Holm Data and has a margin of error of 1.8 percentage points.
        """,
      polls: [
        [
          "pollster": "Holm Data", "shares": "51|29", "sampleSize": "3005", "marginOfError": "1.8",
          "fieldStart": "2025-02", "fieldEnd": "2025-03",
        ]
      ]),
    Case(
      testDescription: "space-parted table with trend",
      text: """
        Voting intention, Brell monthly tracker

        Date           Reds   Blues   Greens   Others
        April 2025     33     29      17       21
        March 2025     35     28      15       22
        """,
      polls: [["shares": "33|29|17|21", "fieldStart": "2025-04"], ["shares": "35|28|15|22"]]),
    Case(
      testDescription: "US state poll",
      text: """
        Poll: Governor under water

        Governor Elena Ruiz's job approval has fallen to 41 percent, with 52 percent disapproving, according to a Dunmere University poll released Tuesday.

        In a hypothetical matchup for November, Ruiz trails Republican Hank Sewell 44% to 46%, with 10% undecided. Independents break for Sewell 48% to 37%.

        The Dunmere University Poll surveyed 1,104 registered voters from April 3 through April 7 via live telephone interviews. The margin of error is +/- 2.9 percentage points.
        """,
      polls: [
        [
          "pollster": "Dunmere University", "shares": "41|52|44|46|10", "sampleSize": "1104", "marginOfError": "2.9",
          "fieldStart": "2025-04-03", "fieldEnd": "2025-04-07",
        ]
      ]),
    Case(
      testDescription: "nine in ten and the rest",
      text: """
        Customers like the new trains

        Nine out of ten passengers are satisfied with the new trains, a survey of 2,310 passengers by Korr Rail has found. Some 62 percent called them "much better" than the old ones; 5 percent want the old ones back.
        """,
      polls: [["pollster": "Korr Rail", "shares": "90|62|5", "sampleSize": "2310"]]),
    Case(
      testDescription: "respectively",
      text: """
        A Quorum poll conducted on 7 April gives Lund, Orn and Quist 38, 31 and 12 percent respectively. It asked 1,000 voters.
        """,
      polls: [["pollster": "Quorum", "shares": "38|31|12", "sampleSize": "1000", "fieldStart": "2025-04-07"]]),
    Case(
      testDescription: "multi-country",
      text: """
        Europeans split on tariffs, poll finds

        A survey of 8,400 adults in seven countries by Ostrey Opinion found that 43% support tariffs on steel, while 39% oppose them. Support was highest in Velmora (57%) and lowest in Kaldor (29%).

        Fieldwork took place between 10 and 21 March 2025.
        """,
      polls: [
        [
          "pollster": "Ostrey Opinion", "shares": "43|39", "sampleSize": "8400", "fieldStart": "2025-03-10",
          "fieldEnd": "2025-03-21",
        ]
      ]),
    Case(
      testDescription: "half the sample",
      text: """
        Asked whether the town should host the fair, 48 percent of respondents said yes, 41 percent no, and the rest did not answer, Brell reported after polling 702 residents.
        """,
      polls: [["pollster": "Brell", "shares": "48|41", "sampleSize": "702"]]),
    Case(
      testDescription: "according to NAME polling",
      text: """
        More than two-thirds of Velmorans (68%) think taxes are too high, according to new polling by Brell. One in four (24%) say they are about right.
        """,
      polls: [["pollster": "Brell", "shares": "68|24"]]),
    Case(
      testDescription: "numbers first",
      text: """
        Fifty-two percent yes, 41 percent no, seven percent undecided: that is the state of play three weeks before the referendum, says the Norda poll published by the Morning Post on Friday. Norda talked to 1,500 voters.
        """,
      polls: [["pollster": "Norda", "shares": "52|41|7", "sampleSize": "1500"]]),
    Case(
      testDescription: "short brief",
      text: """
        POLL WATCH: Lund 44 (-1), Orn 41 (+2), Quist 9 (=). Brell for Channel 4, 1,612 adults, 11-13 April.
        """,
      polls: [
        [
          "pollster": "Brell", "shares": "44|41|9", "sampleSize": "1612", "fieldStart": "2025-04-11",
          "fieldEnd": "2025-04-13",
        ]
      ]),
    Case(
      testDescription: "not a poll: results",
      text: """
        Lund won 54 percent of the vote, official results showed, after a campaign in which the polls had put her behind. Turnout was 67 percent.
        """,
      polls: []),
    Case(
      testDescription: "not a poll: experts",
      text: """
        Analysts said the bank would cut rates. About 40 percent of loans are at fixed rates, and 12 percent are overdue.
        """,
      polls: []),
    Case(
      testDescription: "not a poll: medical study",
      text: """
        A study of 3,000 patients found that the drug cut heart attacks by 30 percent. Side effects were seen in 5 percent.
        """,
      polls: []),
    Case(
      testDescription: "tracking poll with daily figures",
      text: """
        Lund's edge shrinks in daily tracker

        Karl Orn has cut Ida Lund's advantage to two points, the Norda daily tracking poll for TV Velmora showed on Thursday. Lund is now preferred by 45.3 percent of likely voters, against 43.1 percent for Orn; 11.6 percent are undecided or will abstain. On Wednesday Lund was at 46.0 and Orn at 42.5.

        Some 2,100 people are questioned over three days. The maximum margin of error is 2.1 percentage points.
        """,
      polls: [
        [
          "pollster": "Norda", "shares": "45.3|43.1|11.6", "sampleSize": "2100", "marginOfError": "2.1",
          "commissionedBy": "TV Velmora",
        ]
      ]),
    Case(
      testDescription: "local council survey",
      text: """
        Residents split over car-free Sundays

        A slim majority of Port Selby residents, 51 percent, favour closing Main Street to cars on Sundays, the council's annual citizen survey shows. Another 42 percent are opposed, and 7 percent don't know.

        The survey, conducted by mail and online in January by Holm Data, drew 1,894 responses.
        """,
      polls: [["pollster": "Holm Data", "shares": "51|42|7", "sampleSize": "1894", "fieldStart": "2025-01"]]),
    Case(
      testDescription: "university poll, in a column",
      text: """
        I read polls for a living, and the latest from Korr University made me laugh. Eight in ten Velmorans say they recycle; six in ten cannot say what happens to the glass. The students who did the calling reached 1,015 adults in the first week of April.
        """,
      polls: [["pollster": "Korr University", "shares": "80|60", "sampleSize": "1015"]]),
    Case(
      testDescription: "Q and A box",
      text: """
        HOW THE POLL WAS DONE

        This Evening Tide/Brell poll is based on telephone interviews with 1,008 randomly selected adults living in Velmora. Interviews were conducted Feb. 24 to March 2, 2025. In theory, in 19 cases out of 20, results based on such samples will differ by no more than three percentage points in either direction from what would have been obtained by interviewing all adults.
        """,
      polls: [
        [
          "pollster": "Brell", "commissionedBy": "Evening Tide", "sampleSize": "1008", "fieldStart": "2025-02-24",
          "fieldEnd": "2025-03-02", "marginOfError": "3",
        ]
      ]),
    Case(
      testDescription: "list of issues",
      text: """
        What worries Velmorans

        Asked to name the most important problem facing the country, 34 percent of respondents to a Quorum survey cited the cost of living, followed by health care (22 percent), crime (15 percent) and the climate (9 percent).

        The poll was carried out for the newspaper Morgen between 17 and 24 March among 1,506 people aged 18 and over.
        """,
      polls: [
        [
          "pollster": "Quorum", "commissionedBy": "Morgen", "shares": "34|22|15|9", "sampleSize": "1506",
          "fieldStart": "2025-03-17", "fieldEnd": "2025-03-24",
        ]
      ]),
    Case(
      testDescription: "French figures in English",
      text: """
        The Reds are credited with 31.5% of voting intentions (+1.5), ahead of the Blues, at 27% (-0.5), and the Greens, at 13% (unchanged), in a Norda poll for Radio Korr published on 12 April. Sample: 1 503 people on the electoral roll, questioned online on 9 and 10 April.
        """,
      polls: [
        [
          "pollster": "Norda", "commissionedBy": "Radio Korr", "shares": "31.5|27|13", "sampleSize": "1503",
          "fieldStart": "2025-04-09", "fieldEnd": "2025-04-10",
        ]
      ]),
    Case(
      testDescription: "poll by party, no percent sign",
      text: """
        With two weeks to go, a Brell poll of 1,400 voters has the Unionists on 36, Labour on 33, the Greens on 12 and the Farmers on 8. The rest are spread among smaller lists.
        """,
      polls: [["pollster": "Brell", "shares": "36|33|12|8", "sampleSize": "1400"]]),
    Case(
      testDescription: "dissatisfied scale",
      text: """
        Satisfaction with city life remains high

        Some 23% of those polled by the Metropolitan Bureau are very satisfied with life in the city, 54% are fairly satisfied, 16% not very satisfied and 5% not satisfied at all. The bureau interviewed 2,040 residents face to face in November.
        """,
      polls: [
        ["pollster": "Metropolitan Bureau", "shares": "23|54|16|5", "sampleSize": "2040", "fieldStart": "2024-11"]
      ]),
    Case(
      testDescription: "doctors",
      text: """
        Six out of ten doctors would leave

        Sixty percent of hospital doctors have thought about leaving the profession, according to a survey of 4,120 doctors by the Medical Union. One in three said they slept badly. Among those under 35 the share was 71 percent.
        """,
      polls: [["pollster": "Medical Union", "shares": "60|33.3", "sampleSize": "4120"]]),
    Case(
      testDescription: "topline with one sign of percent, its pollster in the title",
      text: """
        KORR UNIVERSITY
        Topline results, April 2025

        Sample: N=1,104 adults     Dates: April 2-8, 2025
        Mode: telephone, cell 75%, landline 25%
        Margin of error: +/- 3.1 percentage points

        Q1. Do you support or oppose the new harbour wall?
           Support ............ 58%
           Oppose ............. 31
           Don't know ......... 11

        Q2. Is Velmora on the right course, or off it?
           Right course ....... 44%
           Off course ......... 49
           Don't know ......... 7
        """,
      polls: [
        [
          "pollster": "KORR UNIVERSITY", "shares": "58|31|11", "sampleSize": "1104", "marginOfError": "3.1",
          "question": "Do you support or oppose the new harbour wall?",
        ], ["pollster": "KORR UNIVERSITY", "shares": "44|49|7", "options": "Right course|Off course|Don't know"],
      ]),
    Case(
      testDescription: "technical sheet with decimal commas",
      text: """
        TECHNICAL SHEET

        Company: Brell y Orn
        Client: Radio Korr
        Sample size: 1.050
        Fieldwork: 3 to 9 March 2025
        Error: ±3,0 %

        P1. How would you describe the state of the roads?
        Good            17,4
        Fair            45,2
        Bad             36,0
        No answer        1,4

        P2. Which way do you travel most?
        Ferry           61,7
        Train           33,5
        Other            4,8
        """,
      polls: [
        [
          "pollster": "Brell y Orn", "shares": "17.4|45.2|36|1.4", "sampleSize": "1050", "marginOfError": "3",
          "commissionedBy": "Radio Korr",
        ], ["pollster": "Brell y Orn", "shares": "61.7|33.5|4.8", "fieldStart": "2025-03-03"],
      ]),
    Case(
      testDescription: "a table with a column of all and columns of parts",
      text: """
        How often do you take the ferry?

        Base: all respondents (n=1,104), 2–6 April 2025

                       Total   Men   Women
        Every day        21%   25%     17%
        Sometimes        48%   44%     52%
        Never            31%   31%     31%

        Source: Brell Polling for Harbour Trust
        """,
      polls: [
        [
          "pollster": "Brell Polling", "commissionedBy": "Harbour Trust",
          "question": "How often do you take the ferry?", "options": "Every day|Sometimes|Never",
          "shares": "21|48|31", "sampleSize": "1104", "fieldEnd": "2025-04-06",
        ]
      ]),
    Case(
      testDescription: "a table with a column for each wave, the latest last",
      text: """
        Should the ferry be free?

        | | Nov 2024 | Apr 2025 |
        |---|---|---|
        | Yes | 51 | 58 |
        | No | 38 | 33 |

        Quorum, online survey, 1,000 adults a wave.
        """,
      polls: [["pollster": "Quorum", "options": "Yes|No", "shares": "58|33", "sampleSize": "1000"]]),
    Case(
      testDescription: "a table of election results is none",
      text: """
        Votes in Korr, in percent

        | Party | 2021 | 2025 |
        |---|---|---|
        | Reds | 31 | 35 |
        | Blues | 44 | 40 |
        """,
      polls: []),
    Case(
      testDescription: "days in numbers in a table, over the turn of the year",
      text: """
        Dates | Pollster | Sample | Lund | Orn
        1/3-1/6 | Brell | 512 LV | 49 | 46
        12/30-1/2 | Quorum | 690 RV | 47 | 47
        """,
      polls: [
        ["pollster": "Brell", "fieldStart": "2025-01-03", "fieldEnd": "2025-01-06", "sampleSize": "512"],
        ["pollster": "Quorum", "fieldStart": "2024-12-30", "fieldEnd": "2025-01-02"],
      ]),
    Case(
      testDescription: "who did the asking is the pollster, who published it the client",
      text: """
        Most sailors talk to their boats, new research from Harbour Mutual reveals. The study of 2,000 sailors found that 61% name them.

        The research was carried out by OnePanel between 1 and 7 April.
        """,
      polls: [
        [
          "pollster": "OnePanel", "commissionedBy": "Harbour Mutual", "shares": "61", "sampleSize": "2000",
          "fieldStart": "2025-04-01",
        ]
      ]),
    Case(
      testDescription: "lines of parties with changes over the name of the pollster",
      text: """
        Voting intention

        RED   36%  (-1)
        BLU   32%  (nc)
        GRN   18%  (+2)

        via Brell Data, 6–8 April, 1,672 adults
        """,
      polls: [["pollster": "Brell Data", "options": "RED|BLU|GRN", "shares": "36|32|18", "sampleSize": "1672"]]),
    Case(
      testDescription: "a poll without a pollster, of registered voters",
      text: """
        Six in ten would back the $90 million bond if the election were held today, a poll finds. Three in 10 would vote against it.

        The poll, of 600 RVs, was taken April 3-8 and has a margin of error of plus or minus 4 points.
        """,
      polls: [
        [
          "options": "would back the $90 million bond|would vote against it", "shares": "60|30", "sampleSize": "600",
          "marginOfError": "4", "fieldStart": "2025-04-03",
        ]
      ]),
    Case(
      testDescription: "a poll taken for somebody else is another",
      text: """
        Fifty-two percent of residents want the bridge torn down, according to a Korr University survey of 710 adults.

        A poll commissioned by the Friends of the Bridge found the opposite: 57 percent would keep it and 26 percent would not. That poll, by Quorum Data, asked 400 people.
        """,
      polls: [
        ["pollster": "Korr University", "shares": "52", "sampleSize": "710"],
        ["pollster": "Quorum Data", "shares": "57|26", "sampleSize": "400", "commissionedBy": "Friends of the Bridge"],
      ]),
    Case(
      testDescription: "a line for each pollster",
      text: """
        Final polls before the vote

        Brell (12–13 April, 2,003 adults): Reds 19, Blues 38, Greens 12
        Quorum Data (9–11 April, 1,604 adults): Reds 17, Blues 39, Greens 11
        """,
      polls: [
        ["pollster": "Brell", "options": "Reds|Blues|Greens", "shares": "19|38|12", "sampleSize": "2003"],
        ["pollster": "Quorum Data", "shares": "17|39|11", "fieldStart": "2025-04-09", "fieldEnd": "2025-04-11"],
      ]),
    Case(
      testDescription: "an exit poll, taken at polling places",
      text: """
        Some 39 percent named prices and 27 percent the harbour, the exit poll by Brell Data found. It questioned 8,400 voters as they left 280 polling places.
        """,
      polls: [["pollster": "Brell Data", "shares": "39|27", "sampleSize": "8400"]]),
    Case(
      testDescription: "approval and disapproval, by those who were called",
      text: """
        The approval rate for the council stands at 28.4 percent, a survey by Korr News showed Monday. The disapproval rate came to 55.1 percent.

        Korr News called randomly chosen numbers from April 11 to April 13 and received valid responses from 1,036 people.
        """,
      polls: [
        [
          "pollster": "Korr News", "options": "approval|disapproval", "shares": "28.4|55.1", "sampleSize": "1036",
          "fieldStart": "2025-04-11", "fieldEnd": "2025-04-13",
        ]
      ]),
    Case(
      testDescription: "not a poll: company",
      text: """
        The firm said 62 percent of its customers had renewed, up from 58 percent a year ago. Sales rose 12 percent to 4.1 billion marks. A customer survey is planned.
        """,
      polls: []),
    Case(
      testDescription: "not a poll: vote",
      text: """
        Delegates approved the motion by 61 percent to 39 percent. In a straw vote before lunch it had been closer.
        """,
      polls: []),
  ]

  private static let prefixes = ["", "é\n\n", "👩‍👩‍👧 العراق\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } }, date: "2025-04-20")
  }

  @Test(arguments: Array(cases.enumerated()), Array(prefixes.indices))
  func `a document gives its polls with their figures and method`(_ c: (Int, Case), prefix: Int) throws {
    let polls = try Self.found.get()[prefix * Self.cases.count + c.0].filter { $0.type == "poll" }
    try #require(polls.count == c.1.polls.count)
    for (poll, wanted) in zip(polls, c.1.polls) {
      for (name, value) in wanted { #expect(poll[name] == value, "\(name)") }
      #expect(c.1.text.contains(poll.text))
    }
  }
}
