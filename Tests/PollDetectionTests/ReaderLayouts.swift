import Testing

/// A text with the polls of readers in it.
struct Layout: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  /// The features of each poll that matter, as text.
  var polls: [[String: String]] = []
}

extension Layout {
  /// Forms in which pages, posts, stations and newsletters show their polls.
  static let polls = [
    Layout(
      testDescription: "letters and wide blanks before the answers",
      text: """
        Poll
        Should the fee go up?
          A  Yes ........ 58 %
          B  No ......... 31 %
          C  Abstain .... 11 %
        (121 responses)
        """,
      polls: [["question": "Should the fee go up?", "options": "Yes|No|Abstain", "shares": "58|31|11"]]),
    Layout(
      testDescription: "the share over the answer and its votes under it",
      text: """
        Poll
        How many at the back?
        19%
        Three
        (96 votes)
        62%
        Four
        (311 votes)
        19%
        All of them
        (97 votes)
        504 votes total
        Vote Now
        """,
      polls: [["question": "How many at the back?", "options": "Three|Four|All of them", "shares": "19|62|19"]]),
    Layout(
      testDescription: "numbers without a sign behind bars",
      text: """
        Should the ferry be free?
        YES ████████░░░░ 62
        NO ███░░░░░░░░░ 21
        DEPENDS ██░░░░░░░░░░ 17
        Figures in per cent. Online vote among readers, 417 participants.
        """,
      polls: [["options": "YES|NO|DEPENDS", "shares": "62|21|17", "votes": "417"]]),
    Layout(
      testDescription: "yesterday's calls over today's numbers to call",
      text: """
        Last night: "Do you feel safe on the ferry?" YES 38.4 % (4 102 calls), NO 61.6 % (6 580 calls).

        Tonight: "Would you swim instead?" Call 0137 100 01 for YES, 0137 100 02 for NO (50 cents a call).
        """,
      polls: [
        ["question": "Do you feel safe on the ferry?", "shares": "38.4|61.6"],
        ["question": "Would you swim instead?", "options": "YES|NO"],
      ]),
    Layout(
      testDescription: "letters and wide blanks under a prompt",
      text: """
        POLL
        Where should the ferry land?
        A   At the pier
        B   At the mill
        C   Nowhere
        Vote
        """,
      polls: [["question": "Where should the ferry land?", "options": "At the pier|At the mill|Nowhere"]]),
    Layout(
      testDescription: "how many answered, in brackets under the answers",
      text: """
        POLL RESULTS
        Q: What would make you walk?
        ##### 47% A longer queue
        ### 34% Higher fares
        ## 19% A boat
        (n = 371 sailors, via the Voice app)
        """,
      polls: [["options": "A longer queue|Higher fares|A boat", "shares": "47|34|19"]]),
    Layout(
      testDescription: "circles under a label",
      text: """
        POLL
        Should the ferry run at night?
        ○ Yes
        ○ No
        ○ Only in summer
        Vote
        View results
        """,
      polls: [["question": "Should the ferry run at night?", "options": "Yes|No|Only in summer", "shares": ""]]),
    Layout(
      testDescription: "shares behind the answers, with a total",
      text: """
        Last week's poll
        Should the old pier be sold?
        Yes 61%
        No 39%
        Total votes: 8,120
        """,
      polls: [["question": "Should the old pier be sold?", "options": "Yes|No", "shares": "61|39", "votes": "8120"]]),
    Layout(
      testDescription: "a label and plain answers over a button",
      text: """
        Mira Kostrel says the pier is rotten.

        FAN POLL – How will the season end?

        Champions
        Top four
        Mid-table
        Relegated

        Vote now
        """,
      polls: [
        ["question": "How will the season end?", "options": "Champions|Top four|Mid-table|Relegated", "shares": ""]
      ]),
    Layout(
      testDescription: "shares on the line over each answer",
      text: """
        Velmora Today
        Should trams be free on Sundays?
        Anonymous Poll
        38%
        Yes
        62%
        No
        1,204 votes
        """,
      polls: [
        ["question": "Should trams be free on Sundays?", "options": "Yes|No", "shares": "38|62", "votes": "1204"]
      ]),
    Layout(
      testDescription: "a post with shares under the answers and thousands of votes",
      text: """
        Velmora Today @velmora · 3h
        Which bridge would you close?
        Old Bridge
        61%
        New Bridge
        39%
        8.1K votes · Final results
        """,
      polls: [
        [
          "question": "Which bridge would you close?", "options": "Old Bridge|New Bridge", "shares": "61|39",
          "votes": "8100",
        ]
      ]),
    Layout(
      testDescription: "votes and shares on two lines under each answer",
      text: """
        Which lens do you use the most?
        Poll ended at 12 Mar 2020
        Korr 24-70
        12
        34%
        Sigma prime
        23
        66%
        Total votes: 35
        """,
      polls: [
        [
          "question": "Which lens do you use the most?", "options": "Korr 24-70|Sigma prime", "shares": "34|66",
          "votes": "35",
        ]
      ]),
    Layout(
      testDescription: "a forum's table with tabs",
      text: """
        View Poll Results: Favourite lens?
        Korr 24-70\t12\t34.29%
        Sigma prime\t23\t65.71%
        Voters: 35. You may not vote on this poll
        """,
      polls: [
        ["question": "Favourite lens?", "options": "Korr 24-70|Sigma prime", "shares": "34.29|65.71", "votes": "35"]
      ]),
    Layout(
      testDescription: "a proposition with a prompt that no list knows",
      text: """
        Trams should be free for everyone under 18.
        Where do you stand?
        For
        Against
        412 people have voted
        """,
      polls: [
        [
          "question": "Trams should be free for everyone under 18.", "options": "For|Against", "shares": "",
          "votes": "412",
        ]
      ]),
    Layout(
      testDescription: "question and results on one line",
      text: """
        Question of the day: Should the bridge be closed? Yes 61% – No 39% (8,120 votes)
        """,
      polls: [["question": "Should the bridge be closed?", "options": "Yes|No", "shares": "61|39", "votes": "8120"]]),
    Layout(
      testDescription: "a quoted question and results on one line",
      text: """
        Yesterday's question: “Should the bridge be closed?” Yes 41%, no 59%.
        """,
      polls: [["question": "Should the bridge be closed?", "options": "Yes|no", "shares": "41|59"]]),
    Layout(
      testDescription: "bullets over a total",
      text: """
        Should the bridge be closed?
        * Yes
        * No
        * Only for boats
        412 people have voted.
        """,
      polls: [
        ["question": "Should the bridge be closed?", "options": "Yes|No|Only for boats", "shares": "", "votes": "412"]
      ]),
    Layout(
      testDescription: "a scale under a proposition",
      text: """
        The mayor should resign
        Strongly disagree
        Disagree
        Neither agree nor disagree
        Agree
        Strongly agree
        """,
      polls: [
        [
          "question": "The mayor should resign",
          "options": "Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree", "shares": "",
        ]
      ]),
    Layout(
      testDescription: "letters over a helper line",
      text: """
        What would you cut first?
        A) Parks
        B) Libraries
        C) Roads
        Select one answer
        """,
      polls: [["question": "What would you cut first?", "options": "Parks|Libraries|Roads", "shares": ""]]),
    Layout(
      testDescription: "boxes over a button",
      text: """
        Which café is best? 
        [ ] Korr's
        [ ] The Anchor
        [ ] Mill House
        Submit
        """,
      polls: [["question": "Which café is best?", "options": "Korr's|The Anchor|Mill House", "shares": ""]]),
    Layout(
      testDescription: "pictures before the answers",
      text: """
        Best goal of the month?
        ⚽ Kostrel v Lenham
        🔥 Marlow v Quay
        👏 Holm v Velm
        Poll closes at 6pm on Friday
        """,
      polls: [
        ["question": "Best goal of the month?", "options": "Kostrel v Lenham|Marlow v Quay|Holm v Velm", "shares": ""]
      ]),
    Layout(
      testDescription: "a table with a question a row",
      text: """
        Reader poll results
        Question | Yes | No | Votes
        Should the pier be sold? | 61 | 39 | 812
        Is the ferry too dear? | 82 | 18 | 3310
        """,
      polls: [
        ["question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39", "votes": "812"],
        ["question": "Is the ferry too dear?", "options": "Yes|No", "shares": "82|18", "votes": "3310"],
      ]),
    Layout(
      testDescription: "columns over their shares",
      text: """
        Should the pier be sold?
        YES   NO
        61%   39%
        """,
      polls: [["question": "Should the pier be sold?", "options": "YES|NO", "shares": "61|39"]]),
    Layout(
      testDescription: "leaders",
      text: """
        Should the pier be sold?
        Yes ......... 61%
        No .......... 39%
        """,
      polls: [["question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"]]),
    Layout(
      testDescription: "bars",
      text: """
        Should the pier be sold?
        Yes ██████████ 61%
        No ██████ 39%
        """,
      polls: [["question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"]]),
    Layout(
      testDescription: "votes with their share in brackets",
      text: """
        Should the pier be sold?
        Yes 612 (77.1%)
        No 182 (22.9%)
        """,
      polls: [["question": "Should the pier be sold?", "options": "Yes|No", "shares": "77.1|22.9"]]),
    Layout(
      testDescription: "results that a paper tells",
      text: """
        Last week we asked readers whether the pier should be sold. 61 percent of you said yes, while 39 percent said no.
        """,
      polls: [["options": "yes|no", "shares": "61|39"]]),
    Layout(
      testDescription: "results that a paper tells of its online poll",
      text: """
        In our last online poll, 1,204 readers voted: 61% wanted the pier kept and 39% wanted it sold.
        """,
      polls: [["options": "wanted the pier kept|wanted it sold", "shares": "61|39", "votes": "1204"]]),
    Layout(
      testDescription: "words to send",
      text: """
        Today's question: Should the pier be sold? Text YES or NO to 88990.
        """,
      polls: [["question": "Should the pier be sold?", "options": "YES|NO", "shares": ""]]),
    Layout(
      testDescription: "telephone numbers behind the answers",
      text: """
        PHONE POLL
        Should the mayor resign?
        YES 0891 50 50 01
        NO 0891 50 50 02
        Lines close at 10pm
        """,
      polls: [["question": "Should the mayor resign?", "options": "YES|NO", "shares": ""]]),
    Layout(
      testDescription: "pictures, shares and a total",
      text: """
        📊 Should the pier be sold?

        👍 Yes – 38%
        👎 No – 62%
        👥 120 people voted so far
        """,
      polls: [["question": "Should the pier be sold?", "options": "Yes|No", "shares": "38|62", "votes": "120"]]),
    Layout(
      testDescription: "an archive of a line each",
      text: """
        Poll archive

        12 March: Should the pier be sold? Yes 61%, No 39%
        5 March: Is the ferry too dear? Yes 12%, No 88%
        27 February: Do you cycle? Often 22%, Sometimes 38%, Never 40%
        """,
      polls: [
        ["question": "Should the pier be sold?", "options": "Yes|No", "shares": "61|39"],
        ["question": "Is the ferry too dear?", "options": "Yes|No", "shares": "12|88"],
        ["question": "Do you cycle?", "options": "Often|Sometimes|Never", "shares": "22|38|40"],
      ]),
    Layout(
      testDescription: "votes behind the answers and no shares",
      text: """
        How do you get to work?
        By tram: 45 votes
        By car: 22 votes
        On foot: 11 votes
        """,
      polls: [["question": "How do you get to work?", "options": "By tram|By car|On foot", "shares": ""]]),
    Layout(
      testDescription: "answers between strokes",
      text: """
        Should trams be free? Yes / No / Not sure
        Vote now
        """,
      polls: [["question": "Should trams be free?", "options": "Yes|No|Not sure", "shares": ""]]),
    Layout(
      testDescription: "a label before the question and plain answers",
      text: """
        POLL: How often do you cross the bridge?
        Daily
        Weekly
        Never
        """,
      polls: [["question": "How often do you cross the bridge?", "options": "Daily|Weekly|Never", "shares": ""]]),
    Layout(
      testDescription: "pictures to react with",
      text: """
        Have your say! Is it time for a new stadium? React with 👍 for yes, 👎 for no.
        """,
      polls: [["question": "Is it time for a new stadium?", "options": "yes|no", "shares": ""]]),
    Layout(
      testDescription: "a line of a live blog",
      text: """
        14:05 Poll: Should Marlow start? Yes: 61%, No: 39%
        14:07 Marlow warms up.
        """,
      polls: [["question": "Should Marlow start?", "options": "Yes|No", "shares": "61|39"]]),
    Layout(
      testDescription: "names with shares and a total",
      text: """
        Who should captain the side?
        Kostrel 54%
        Marlow 31%
        Holm 15%
        1,002 fans voted
        """,
      polls: [
        [
          "question": "Who should captain the side?", "options": "Kostrel|Marlow|Holm", "shares": "54|31|15",
          "votes": "1002",
        ]
      ]),
    Layout(
      testDescription: "an open statement with bullets",
      text: """
        I commute by:
        - tram
        - car
        - bike
        Pick all that apply. 33 responses
        """,
      polls: [["question": "I commute by", "options": "tram|car|bike", "shares": "", "votes": "33"]]),
    Layout(
      testDescription: "a table of answers",
      text: """
        Poll
        | Answer | Votes | Share |
        |---|---|---|
        | Yes | 612 | 77.1% |
        | No | 182 | 22.9% |
        """,
      polls: [["options": "Yes|No", "shares": "77.1|22.9"]]),
    Layout(
      testDescription: "a chat, 1",
      text: """
        [03/05/2025, 18:02] Ada Marlow: Evening all, the hall is free on Friday and Saturday
        [03/05/2025, 18:04] Ada Marlow: POLL:
        When shall we rehearse?
        OPTION: Friday (6 votes)
        OPTION: Saturday (9 votes)
        OPTION: Neither (1 vote)

        [03/05/2025, 18:09] Ben Quist: I can bring the drums on Saturday
        """,
      polls: [["question": "When shall we rehearse?", "options": "Friday|Saturday|Neither", "shares": ""]]),
    Layout(
      testDescription: "a chat, 2",
      text: """
        Street 14 group
        Ida Holm
        📊 Which day for the street party?
        Select one or more
        ○ 7 June
           11
        ○ 14 June
           4
        ○ 21 June
           0
        View votes
        09:41
        Ida Holm
        Bring chairs this time!
        """,
      polls: [["question": "Which day for the street party?", "options": "7 June|14 June|21 June", "shares": ""]]),
    Layout(
      testDescription: "a chat, 3",
      text: """
        Allotment news (channel)
        Today
        Potatoes can go in from Monday. The water is on again.
        POLL
        Shall we buy a second shed?
        Yes, if it is cheap — 64%
        No, mend the old one — 36%
        83 votes
        14:20
        """,
      polls: [
        [
          "question": "Shall we buy a second shed?", "options": "Yes, if it is cheap|No, mend the old one",
          "shares": "64|36",
        ]
      ]),
    Layout(
      testDescription: "a post, 2",
      text: """
        Mira Kostrel (@mira@velm.example)
        Genuine question for people who write by hand:
        61% Ballpoint
        30% Fountain pen
        9% Pencil, always pencil
        1,204 people · Closed
        """,
      polls: [
        [
          "question": "Genuine question for people who write by hand",
          "options": "Ballpoint|Fountain pen|Pencil, always pencil", "shares": "61|30|9",
        ]
      ]),
    Layout(
      testDescription: "a post, 3",
      text: """
        Velm Weather @velmweather · 5h
        Snow before December?
        Yes please
        Not again
        412 votes · 18 hours left
        Replying to nobody in particular, we love this time of year.
        """,
      polls: [["question": "Snow before December?", "options": "Yes please|Not again", "shares": ""]]),
    Layout(
      testDescription: "a post of a network, 1",
      text: """
        Lena Orr • 2nd
        Head of Operations at Harbour Freight
        3d •
        How do you plan your week?

        The author can see how you vote. Learn more
        On paper
        44%
        In an app
        39%
        In my head
        17%
        231 votes • Poll closed

        Like Comment Repost Send
        """,
      polls: [
        ["question": "How do you plan your week?", "options": "On paper|In an app|In my head", "shares": "44|39|17"]
      ]),
    Layout(
      testDescription: "a post of a network, 2",
      text: """
        Friends of the Velm Canal
        Public group · 2.3K members
        Tom Brack created a poll.
        Admin · 4 h
        Where should the new bench go?
        By the lock
        Added by you
        31 votes
        Under the willow
        12 votes
        At the café
        9 votes
        See all options
        """,
      polls: [
        [
          "question": "Where should the new bench go?", "options": "By the lock|Under the willow|At the café",
          "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a newsletter, 1",
      text: """
        The Morning Gull
        Good morning. It is Tuesday and the fog has not lifted since Sunday.

        ONE QUESTION
        Would you live on a boat?
        👉 Yes, tomorrow
        👉 Only in summer
        👉 I get seasick in the bath

        Last week we asked if you open your post at once. 58% of you do, 31% leave it until the weekend and 11% have a drawer for it.

        Was this email forwarded to you? Subscribe here.
        """,
      polls: [
        [
          "question": "Would you live on a boat?", "options": "Yes, tomorrow|Only in summer|I get seasick in the bath",
          "shares": "",
        ],
        ["options": "do|leave it until the weekend|have a drawer for it", "shares": "58|31|11"],
      ]),
    Layout(
      testDescription: "a newsletter, 2",
      text: """
        THE TIDE TABLE – Issue 88

        Yesterday's poll results
        Q: Should shops close on the first of January?
        🟩🟩🟩🟩🟩🟩🟩⬜⬜⬜ 68% Yes
        🟩🟩🟩⬜⬜⬜⬜⬜⬜⬜ 32% No

        Your comments: "Let them sleep" (Orla, Melk)

        Today's poll
        Q: Do you own a tent?
        Yes
        No
        I did once
        """,
      polls: [
        ["question": "Should shops close on the first of January?", "options": "Yes|No", "shares": "68|32"],
        ["question": "Do you own a tent?", "options": "Yes|No|I did once", "shares": ""],
      ]),
    Layout(
      testDescription: "a newsletter, 3",
      text: """
        Weekend Plate
        This week's recipe is a pie with leeks and a lot of patience.

        Tell us: sweet or salty for breakfast?
        Sweet | Salty | I skip breakfast

        You answered last week: gas 41%, electric 36%, open fire 23%.
        """,
      polls: [
        ["question": "sweet or salty for breakfast?", "options": "Sweet|Salty|I skip breakfast", "shares": ""],
        ["options": "gas|electric|open fire", "shares": "41|36|23"],
      ]),
    Layout(
      testDescription: "a magazine, 1",
      text: """
        READERS' PANEL
        Tick one box, cut out the coupon and send it to Garden & Gate, Post Office Box 12, Osk.

        What do you do with your leaves in autumn?

        ☐ I burn them
        ☐ I make compost
        ☐ I leave them to the hedgehogs
        ☐ Other: ______________

        Name: ____________ Town: ____________
        """,
      polls: [
        [
          "question": "What do you do with your leaves in autumn?",
          "options": "I burn them|I make compost|I leave them to the hedgehogs|Other", "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a magazine, 2",
      text: """
        The results are in! In our May issue we wanted to know which tool you could not do without.

        1. Spade ............ 38%
        2. Secateurs ........ 29%
        3. Hoe .............. 18%
        4. Wheelbarrow ...... 15%

        2,016 readers sent us a card. The winner of the spade is Mrs Abara of Lower Melk.
        """,
      polls: [["options": "Spade|Secateurs|Hoe|Wheelbarrow", "shares": "38|29|18|15"]]),
    Layout(
      testDescription: "a magazine, 3",
      text: """
        Letters

        Sir, I read your article on bells with horror.

        Our question of the month
        "Should church bells ring at night?"
        For 212
        Against 641
        Undecided 40

        The next question is on page 3.
        """,
      polls: [["question": "Should church bells ring at night?", "options": "For|Against|Undecided", "shares": ""]]),
    Layout(
      testDescription: "a station, 1",
      text: """
        Drivetime with Dag, 4 to 7

        We asked you today whether school should start at nine. Nearly 1,400 of you rang in. Seventy-two per cent of callers said yes, twenty-eight per cent said no. Thank you for ringing.

        Tomorrow Dag talks to a woman who trains seals.
        """,
      polls: [["options": "yes|no", "shares": "72|28"]]),
    Layout(
      testDescription: "a station, 2",
      text: """
        Page 402 – VOTE
        Is the referee to blame?
        YES  call 0900 55 1
        NO   call 0900 55 2
        25 cents a call. Lines close 22.00

        Yesterday's result:
        Keep the coach 35%
        Sack the coach 65%
        """,
      polls: [
        ["question": "Is the referee to blame?", "options": "YES|NO", "shares": ""],
        ["options": "Keep the coach|Sack the coach", "shares": "35|65"],
      ]),
    Layout(
      testDescription: "a table of results, 1",
      text: """
        Our online survey: the results

        Do you feel safe on the towpath at night?
        | Yes | No | Don't know |
        | 31% | 60% | 9% |

        Would more lamps help?
        | Yes | No | Don't know |
        | 77% | 15% | 8% |

        1,902 people answered between 2 and 9 March.
        """,
      polls: [
        ["question": "Do you feel safe on the towpath at night?", "options": "Yes|No|Don't know", "shares": "31|60|9"],
        ["question": "Would more lamps help?", "options": "Yes|No|Don't know", "shares": "77|15|8"],
      ]),
    Layout(
      testDescription: "a table of results, 2",
      text: """
        Members' vote 2024
        Motion\tFor\tAgainst\tTotal
        Move the clubhouse to Mill Lane\t61%\t39%\t212
        Raise the fee to 40 talers\t22%\t78%\t208
        """,
      polls: [
        ["question": "Move the clubhouse to Mill Lane", "options": "For|Against", "shares": "61|39"],
        ["question": "Raise the fee to 40 talers", "options": "For|Against", "shares": "22|78"],
      ]),
    Layout(
      testDescription: "a show of hands, 2",
      text: """
        Class 6b votes!
        Where do we go on our trip?
        Zoo - 9 votes
        Castle - 11 votes
        Swimming pool - 7 votes
        We are going to the castle!!
        """,
      polls: [["question": "Where do we go on our trip?", "options": "Zoo|Castle|Swimming pool", "shares": ""]]),
    Layout(
      testDescription: "a forum, 1",
      text: """
        Steel Harbour > Community hub > Discussions
        Poll: Which class should get the next rework? (single choice)
        Pilot [||||||||||          ] 45% (120)
        Stoker [|||||               ] 25% (67)
        Captain [||||||              ] 30% (80)
        267 votes in total
        Poll closed on 4 June
        Last edited by anchor_dev; 2 hours ago
        """,
      polls: [
        [
          "question": "Which class should get the next rework?", "options": "Pilot|Stoker|Captain",
          "shares": "45|25|30",
        ]
      ]),
    Layout(
      testDescription: "a forum, 2",
      text: """
        [Poll] Do you play with sound?
        - Always (61%, 305 Votes)
        - Sometimes (29%, 145 Votes)
        - Never (10%, 50 Votes)
        Total Voters: 500
        Loading ...
        """,
      polls: [["question": "Do you play with sound?", "options": "Always|Sometimes|Never", "shares": "61|29|10"]]),
    Layout(
      testDescription: "a forum, 3",
      text: """
        QuickPoll#2231
        Should the server move to Sunday?
        👍 Yes — 14
        👎 No — 3
        🤷 Don't care — 5
        Ends in 3 hours
        """,
      polls: [["question": "Should the server move to Sunday?", "options": "Yes|No|Don't care", "shares": ""]]),
    Layout(
      testDescription: "the side of a page, 1",
      text: """
        News Sport Weather Shop
        The Osk Courier
        Council drops plan for second roundabout
        Read more...
        This Week's Poll
        How many roundabouts are enough?
        One
        Two
        As many as possible
        Vote  View Results  Share This
        Polldaddy.example
        Advertise with us
        Most read
        1. Goat found on roof
        2. Baker says sorry
        """,
      polls: [["question": "How many roundabouts are enough?", "options": "One|Two|As many as possible", "shares": ""]]),
    Layout(
      testDescription: "the side of a page, 2",
      text: """
        Home
        Obituaries
        Classifieds

        Online Poll

        Will you watch the parade?

         Yes, in town
         Yes, on television
         No

         Vote Now | Results | More Polls

        Obituaries
        Dag Holt, 88
        """,
      polls: [
        ["question": "Will you watch the parade?", "options": "Yes, in town|Yes, on television|No", "shares": ""]
      ]),
    Layout(
      testDescription: "the side of a page, 3",
      text: """
        Sponsored
        Boats from 900 talers

        POLL RESULTS
        What should the town do with the old mill?
        Museum
        38.2%
        Flats
        21.5%
        Knock it down
        40.3%
        Back to vote
        Comments are closed
        """,
      polls: [
        [
          "question": "What should the town do with the old mill?", "options": "Museum|Flats|Knock it down",
          "shares": "38.2|21.5|40.3",
        ]
      ]),
    Layout(
      testDescription: "results in running text, 1",
      text: """
        Our readers do not want the clock tower lit at night. That is the outcome of our weekly question, in which 913 people took part: 66 percent were against, 27 percent in favour, and 7 percent had not noticed the tower.

        The council meets on Thursday.
        """,
      polls: [["options": "against|in favour|had not noticed the tower", "shares": "66|27|7"]]),
    Layout(
      testDescription: "results in running text, 2",
      text: """
        Most of you would rather walk. When the Courier asked on its website last week how readers cross the Korr, 52 per cent answered on foot, 30 per cent by bicycle, and just 18 per cent said they take the car ferry. About 2,300 people voted.
        """,
      polls: [["options": "on foot|by bicycle|they take the car ferry", "shares": "52|30|18"]]),
    Layout(
      testDescription: "results in running text, 3",
      text: """
        In the Echo's latest reader poll, Abara was named player of the year with 49% of the vote. Lindqvist came second (28%), and third place went to Kroll (23%).
        """,
      polls: [["options": "Abara|Lindqvist|Kroll", "shares": "49|28|23"]]),
    Layout(
      testDescription: "a thread, 2",
      text: """
        [SURVEY] Favourite biscuit tin
        Options (choose up to 2):
        (a) The blue one with ships
        (b) The round one
        (c) The one with buttons in it
        Results after voting. 56 users have responded so far.
        """,
      polls: [
        [
          "question": "Favourite biscuit tin",
          "options": "The blue one with ships|The round one|The one with buttons in it", "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a form of questions, 1",
      text: """
        Have your say on the ferry
        The island council is looking for views on Sunday sailings.
        Do you want the ferry to sail on Sundays?
        Strongly support
        Support
        Neutral
        Oppose
        Strongly oppose
        Submit response
        This survey closes on 30 June 2025.
        """,
      polls: [
        [
          "question": "Do you want the ferry to sail on Sundays?",
          "options": "Strongly support|Support|Neutral|Oppose|Strongly oppose", "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a form of questions, 2",
      text: """
        Survey of our members: what we learnt

        Q1. How long have you been a member?
        Less than a year 12%
        1 to 5 years 40%
        More than 5 years 48%

        Q2. Do you use the sauna?
        Often 22%
        Now and then 31%
        Never 47%

        Q3. Would you pay more for warmer water?
        Yes 55%
        No 45%

        Answers: 318
        """,
      polls: [
        [
          "question": "How long have you been a member?", "options": "Less than a year|1 to 5 years|More than 5 years",
          "shares": "12|40|48",
        ],
        ["question": "Do you use the sauna?", "options": "Often|Now and then|Never", "shares": "22|31|47"],
        ["question": "Would you pay more for warmer water?", "options": "Yes|No", "shares": "55|45"],
      ]),
    Layout(
      testDescription: "a sports page, 1",
      text: """
        Who wins on Saturday?
        HARRIERS 44%
        DRAW 21%
        SELBY 35%
        Based on 5,120 fan predictions
        """,
      polls: [["question": "Who wins on Saturday?", "options": "HARRIERS|DRAW|SELBY", "shares": "44|21|35"]]),
    Layout(
      testDescription: "a sports page, 2",
      text: """
        Save of the season – the final

        Holm (v Melk) v Brack (v Osk)

        Holm 61.2% | Brack 38.8%

        Voting has closed. You cast 4,410 votes. Congratulations to Ida Holm!
        """,
      polls: [["options": "Holm|Brack", "shares": "61.2|38.8"]]),
    Layout(
      testDescription: "a sports page, 3",
      text: """
        FULL-TIME: Harriers 3-1 Melk. Rate the referee! 1 = blind, 5 = eagle
        1: 40%
        2: 22%
        3: 18%
        4: 12%
        5: 8%
        """,
      polls: [["question": "Rate the referee!", "options": "1|2|3|4|5", "shares": "40|22|18|12|8"]]),
    Layout(
      testDescription: "a phone-in, 1",
      text: """
        Today on Velm Radio 2
        Phone-in at noon: Is it rude to recline your seat on the train?
        Our lines are open from 11.45.
        Call 0900 22 1 if you think it is, 0900 22 2 if you think it is not.
        """,
      polls: [
        [
          "question": "Is it rude to recline your seat on the train?", "options": "you think it is|you think it is not",
          "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a phone-in, 2",
      text: """
        And now the answer to our morning question. "Do you iron your socks?" Four per cent of you do, ninety-six per cent do not. Good for you.
        """,
      polls: [["question": "Do you iron your socks?", "options": "do|do not", "shares": "4|96"]]),
    Layout(
      testDescription: "reactions, 1",
      text: """
        Gull Cove Residents
        Orla Finnane
        Yesterday at 18:40
        Bins: weekly or every two weeks? React to vote!
        👍 weekly
        ❤️ every two weeks
        😮 no opinion
        👍❤️😮 88
        14 comments
        """,
      polls: [
        ["question": "Bins: weekly or every two weeks?", "options": "weekly|every two weeks|no opinion", "shares": ""]
      ]),
    Layout(
      testDescription: "reactions, 2",
      text: """
        Osk Zoo
        Help us name the new seal! 🦭
        💙 = Pebble
        💛 = Biscuit
        💚 = Captain
        Most hearts by Sunday wins.
        """,
      polls: [["question": "Help us name the new seal!", "options": "Pebble|Biscuit|Captain", "shares": ""]]),
    Layout(
      testDescription: "reactions, 3",
      text: """
        velm_bakery
        What should we bake on Friday?
        Rye
        37%
        Spelt
        63%
        Story · 212 responses
        """,
      polls: [["question": "What should we bake on Friday?", "options": "Rye|Spelt", "shares": "37|63"]]),
    Layout(
      testDescription: "a paper's web poll, 1",
      text: """
        WHAT YOU THINK

        On whether the bypass should be built: yes, 48 per cent; no, 45 per cent; don't know, 7 per cent.

        On whether the station clock is slow: yes, 91 per cent; no, 9 per cent.

        (Courier web poll, 14 to 20 May, 2,210 votes.)
        """,
      polls: [
        ["options": "yes|no|don't know", "shares": "48|45|7"],
        ["options": "yes|no", "shares": "91|9"],
      ]),
    Layout(
      testDescription: "a weekly question, 1",
      text: """
        Question of the Week
        Aug. 12
        Should school buses have seat belts?
        Yes: 402 (88%)
        No: 55 (12%)
        Next week: Do you wash your car in winter?
        Go to velmnews.example to vote.
        """,
      polls: [["question": "Should school buses have seat belts?", "options": "Yes|No", "shares": "88|12"]]),
    Layout(
      testDescription: "a weekly question, 2",
      text: """
        Quick vote
        Are you ready for the storm?
        Yes, let it come
        No, I am at sea
        vote to see results
        """,
      polls: [
        ["question": "Are you ready for the storm?", "options": "Yes, let it come|No, I am at sea", "shares": ""]
      ]),
    Layout(
      testDescription: "a weekly question, 3",
      text: """
        Web question

        The last web question asked, "Will you plant a tree this spring?"

        Yes, 33%. No, 41%. I have no garden, 26%.

        This week: "How many keys do you carry?"
        """,
      polls: [
        ["question": "Will you plant a tree this spring?", "options": "Yes|No|I have no garden", "shares": "33|41|26"]
      ]),
    Layout(
      testDescription: "a table, 1",
      text: """
        Poll\tYes\tNo\tNot sure
        Should the harbour be deepened?\t39%\t44%\t17%
        Is the fish market too early?\t8%\t81%\t11%
        """,
      polls: [
        ["question": "Should the harbour be deepened?", "options": "Yes|No|Not sure", "shares": "39|44|17"],
        ["question": "Is the fish market too early?", "options": "Yes|No|Not sure", "shares": "8|81|11"],
      ]),
    Layout(
      testDescription: "a table, 2",
      text: """
        Date | Question | Result
        1 May | Should the sluice be opened? | Yes 61%, No 39%
        8 May | Is the lock keeper right? | Yes 80%, No 20%
        """,
      polls: [
        ["question": "Should the sluice be opened?", "options": "Yes|No", "shares": "61|39"],
        ["question": "Is the lock keeper right?", "options": "Yes|No", "shares": "80|20"],
      ]),
    Layout(
      testDescription: "a table, 3",
      text: """
        Readers' choice: best soup
        Gull Inn ★ 31 %
        Mill House ★ 44 %
        Harbour Bar ★ 25 %
        Votes received: 914
        """,
      polls: [["question": "best soup", "options": "Gull Inn|Mill House|Harbour Bar", "shares": "31|44|25"]]),
    Layout(
      testDescription: "a call to answer, 1",
      text: """
        Which of these should we review next?
        1) A kettle
        2) A tent
        3) A very small car
        Reply to this email with the number.
        """,
      polls: [
        [
          "question": "Which of these should we review next?", "options": "A kettle|A tent|A very small car",
          "shares": "",
        ]
      ]),
    Layout(
      testDescription: "a text page, 1",
      text: """
        LATE EDITION – BBV TELETEXT p. 333
        YOUR SAY

        Last night's question was:
        DO WE NEED A SECOND TUNNEL?

        YES ............................ 34%
        NO ............................. 66%

        Tonight: IS THE TRAM TOO SLOW?
        Yes: SMS "TRAM YES" to 4040
        No:  SMS "TRAM NO" to 4040
        """,
      polls: [
        ["question": "DO WE NEED A SECOND TUNNEL?", "options": "YES|NO", "shares": "34|66"],
        ["question": "IS THE TRAM TOO SLOW?", "options": "Yes|No", "shares": ""],
      ]),
    Layout(
      testDescription: "a text page, 2",
      text: """
        The Breakfast Show with Una

        8.10 Una: Our poll today is about tea. Milk first or milk last? You can vote on our app until ten.
        8.55 Una: Right, the votes are in. Milk last wins with 71 per cent, milk first 29 per cent. Shame on you all.
        """,
      polls: [["options": "Milk last|milk first", "shares": "71|29"]]),
    Layout(
      testDescription: "an app, 1",
      text: """
        Daily Dispatch app
        Push: ⚡ Snap poll
        Should the minister go?
        🔴 Yes · 58%
        ⚪ No · 42%
        9,801 taps
        """,
      polls: [["question": "Should the minister go?", "options": "Yes|No", "shares": "58|42"]]),
    Layout(
      testDescription: "an app, 2",
      text: """
        velm.example/polls

        Poll #1184
        What keeps you awake?
        [x] Traffic — 210 (42 %)
        [ ] Neighbours — 140 (28 %)
        [ ] My own thoughts — 150 (30 %)
        You have already voted in this poll.
        """,
      polls: [
        ["question": "What keeps you awake?", "options": "Traffic|Neighbours|My own thoughts", "shares": "42|28|30"]
      ]),
    Layout(
      testDescription: "an app, 3",
      text: """
        Survey monkeying around
        1 question • 12 responses

        1. Which evening suits you best?
        Monday
        3 responses
        Tuesday
        7 responses
        Thursday
        2 responses
        """,
      polls: [["question": "Which evening suits you best?", "options": "Monday|Tuesday|Thursday", "shares": ""]]),
    Layout(
      testDescription: "an editorial, 1",
      text: """
        EDITORIAL

        We do not like the new coat of arms. Nor, it seems, do you: of the 1,902 readers who clicked on our online poll, 81 percent called it ugly, 12 percent called it bold and 7 percent asked what a coat of arms was.
        """,
      polls: [["options": "called it ugly|called it bold|asked what a coat of arms was", "shares": "81|12|7"]]),
    Layout(
      testDescription: "an editorial, 2",
      text: """
        Readers split over tolls

        Courier readers are almost evenly divided over the bridge toll, our online poll suggests. Asked "Would you pay a toll of two talers?", 49% clicked "yes" and 51% "no". A total of 6,204 votes were counted by noon.
        """,
      polls: [["question": "Would you pay a toll of two talers?", "options": "yes|no", "shares": "49|51"]]),
    Layout(
      testDescription: "columns and bars, 1",
      text: """
        What colour should the new buses be?

        Green      |################        | 52%
        Yellow     |########                | 27%
        Red        |######                  | 21%

        Thanks to all 1,044 of you who took part!
        """,
      polls: [
        ["question": "What colour should the new buses be?", "options": "Green|Yellow|Red", "shares": "52|27|21"]
      ]),
    Layout(
      testDescription: "a game, 2",
      text: """
        TRUE OR FALSE
        "The old pier was better."
        True – 77%
        False – 23%
        Sunday's statement: "Our buses are clean."
        """,
      polls: [["question": "The old pier was better.", "options": "True|False", "shares": "77|23"]]),
    Layout(
      testDescription: "a vote by number, 1",
      text: """
        Your captain's call 🏆 Vote now!
        Who takes the penalty?
        1️⃣ Abara
        2️⃣ Kroll
        3️⃣ Straker
        Drop your number in the comments ⬇️
        """,
      polls: [["question": "Who takes the penalty?", "options": "Abara|Kroll|Straker", "shares": ""]]),
    Layout(
      testDescription: "a vote by number, 2",
      text: """
        Poll closes in 2 hrs
        Shorts or trousers for the postmen of Melk?
        Shorts ▇▇▇▇▇▇▇ 70%
        Trousers ▇▇▇ 30%
        Join the 812 who have voted
        """,
      polls: [
        ["question": "Shorts or trousers for the postmen of Melk?", "options": "Shorts|Trousers", "shares": "70|30"]
      ]),
    Layout(
      testDescription: "a tool for polls, 2",
      text: """
        strawpoll
        Which name for the ferry?
        asked by a guest 5 months ago

        31%
        Seal of Approval
        22%
        Nine Bells
        47%
        Salt and Pepper

        1.9K votes
        Share Refresh Embed
        """,
      polls: [
        [
          "question": "Which name for the ferry?", "options": "Seal of Approval|Nine Bells|Salt and Pepper",
          "shares": "31|22|47",
        ]
      ]),
    Layout(
      testDescription: "a column of readers, 1",
      text: """
        THE QUESTION
        Should the zoo keep elephants?

        THE RESULT
        Yes ... 28%
        No ... 72%

        THE COMMENTS
        "They want to go home." (Lena, Osk)
        """,
      polls: [["question": "Should the zoo keep elephants?", "options": "Yes|No", "shares": "28|72"]]),
    Layout(
      testDescription: "a column of readers, 2",
      text: """
        You say...

        We asked if the council should buy the lighthouse.

        YES 54%
        NO 46%

        "It would make a fine library" – O. Finnane
        """,
      polls: [["options": "YES|NO", "shares": "54|46"]]),
    Layout(
      testDescription: "a report of an own poll, 2",
      text: """
        Two in three listeners of Velm FM get up before six. In the station's daily poll, 67 percent chose "before six", 22 percent "before seven" and 11 percent "never".
        """,
      polls: [["options": "before six|before seven|never", "shares": "67|22|11"]]),
    Layout(
      testDescription: "a table and places, 1",
      text: """
        | | Should the fair move to May? |
        |---|---|
        | Yes | 310 (31 %) |
        | No | 690 (69 %) |
        1,000 votes
        """,
      polls: [["question": "Should the fair move to May?", "options": "Yes|No", "shares": "31|69"]]),
    Layout(
      testDescription: "a question of the week, 1",
      text: """
        Yes/No of the week: Is the beach too loud?

        👍 YES (71.4%)
        👎 NO (28.6%)

        Number of participants: 497
        """,
      polls: [["question": "Is the beach too loud?", "options": "YES|NO", "shares": "71.4|28.6"]]),
    Layout(
      testDescription: "a slip, 1",
      text: """
        Dear members,
        please return this slip by 1 May.
        The committee proposes to paint the boathouse green.
        [  ] I am in favour
        [  ] I am against
        [  ] I abstain
        Name ....................
        """,
      polls: [
        [
          "question": "The committee proposes to paint the boathouse green.",
          "options": "I am in favour|I am against|I abstain", "shares": "",
        ]
      ]),
  ]
}
