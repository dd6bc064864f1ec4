import PostilTestSupport
import Testing

/// Sentences of opinion polls through the shipped rules, each kind of wording once.
@Suite struct OpinionSentenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The polls' features that matter, as text.
    let polls: [[String: String]]

    init(_ testDescription: String, _ text: String, _ polls: [String: String]...) {
      (self.testDescription, self.text, self.polls) = (testDescription, text, polls)
    }
  }

  static let cases = [
    Case(
      "oppose and support",
      "58 percent of adults oppose the bridge and 30 percent support it, a Brell poll found.",
      ["shares": "58|30", "pollster": "Brell"]),
    Case(
      "in favour and against",
      "A Brell survey says 58% are in favour, 22% are against and 20% are undecided.",
      ["shares": "58|22|20", "options": "in favour|against|undecided"]),
    Case(
      "names with figures and according to",
      "Lund 47%, Orn 41%, according to a Quorum poll released on Monday.",
      ["shares": "47|41", "options": "Lund|Orn", "pollster": "Quorum"]),
    Case(
      "a fraction",
      "Two thirds of adults oppose the toll, a survey by Brell found.",
      ["shares": "66.7", "pollster": "Brell"]),
    Case(
      "gave, followed by",
      "The Quorum poll gave the Reds 35%, followed by the Blues with 26% and the Greens with 18%.",
      ["shares": "35|26|18", "options": "Reds|Blues|Greens"]),
    Case(
      "leads by a pair",
      "Mayor Ida Lund leads Karl Orn 48-43 percent in a new Brell poll of 900 likely voters.",
      ["shares": "48|43", "sampleSize": "900", "pollster": "Brell"]),
    Case(
      "numbers after at",
      "The latest Brell tracker of 1,010 voters has the Reds at 31, the Blues at 28 and the Greens at 14.",
      ["shares": "31|28|14", "sampleSize": "1010"]),
    Case(
      "with opposed",
      "In the Quorum poll 61 percent favored the ferry, with 30 percent opposed and 9 percent unsure.",
      ["shares": "61|30|9", "options": "favored the ferry|opposed|unsure"]),
    Case(
      "six in ten",
      "Six in ten Velmorans trust the courts, according to a survey of 1,204 adults by the Institute of Public Opinion.",
      ["shares": "60", "pollster": "Institute of Public Opinion", "sampleSize": "1204"]),
    Case(
      "a ratio",
      "Adults oppose the toll by more than 2 to 1, a Brell poll of 1,100 people found: 62 percent are against it and 27 percent for it.",
      ["shares": "62|27", "sampleSize": "1100"]),
    Case(
      "a word number",
      "Fifty-eight percent of those asked said yes and thirty percent said no in a Brell poll of 800 adults.",
      ["shares": "58|30", "options": "yes|no"]),
    Case(
      "a change apart",
      "Support for the bridge rose four points to 58 percent, from 54 percent in January, a Brell poll showed.",
      ["shares": "58"]),
    Case(
      "up from",
      "In the Quorum survey, 44 percent approved of the mayor, up from 41 percent in May.",
      ["shares": "44", "options": "approved of the mayor"]),
    Case(
      "up points",
      "The Brell poll put the Reds on 35 percent, up 3 points, and the Blues on 26 percent, down 2 points.",
      ["shares": "35|26", "options": "Reds|Blues"]),
    Case(
      "compared with last year",
      "A Quorum survey found that 38 percent feel safe, compared with 47 percent a year ago.",
      ["shares": "38"]),
    Case(
      "a subgroup",
      "A Brell poll found 58 percent in favor. Among women, 66 percent were in favor and 20 percent opposed.",
      ["shares": "58"]),
    Case(
      "of men",
      "In a Brell poll, 58 percent of adults back the plan, including 62 percent of women and 54 percent of men.",
      ["shares": "58"]),
    Case(
      "a lead",
      "Lund has 48 percent and Orn 43 percent, a lead of 5 percent, in the Quorum poll.",
      ["shares": "48|43", "options": "Lund|Orn"]),
    Case(
      "net",
      "The Brell poll puts her approval at 41 percent and disapproval at 53 percent, a net rating of minus 12 percent.",
      ["shares": "41|53"]),
    Case(
      "turnout",
      "A Quorum poll has the Reds at 36 percent and the Blues at 31 percent; turnout is expected to reach 62 percent.",
      ["shares": "36|31"]),
    Case(
      "odds",
      "The Brell poll has Lund at 51 percent; bookmakers give her a 70 percent chance.",
      ["shares": "51"]),
    Case(
      "two polls in one sentence",
      "A Brell poll has Lund at 41 percent, while a Quorum survey puts her at 38 percent.",
      ["pollster": "Brell", "shares": "41"],
      ["pollster": "Quorum", "shares": "38"]),
    Case(
      "two polls, one after the other",
      "A Brell poll of 1,000 voters put the Reds on 33 percent. A separate survey by Quorum of 1,500 voters put them on 36 percent.",
      ["pollster": "Brell", "shares": "33", "sampleSize": "1000"],
      ["pollster": "Quorum", "sampleSize": "1500", "shares": "36"]),
    Case(
      "an average",
      "Tideline’s average of polls has the Reds at 34.2 percent and the Blues at 29.1 percent.",
      ["shares": "34.2|29.1", "pollster": "Tideline", "average": "1"]),
    Case(
      "thousands with a full stop",
      "The Brell survey of 1.204 adults found 55 percent in favour.",
      ["sampleSize": "1204", "shares": "55"]),
    Case(
      "thousands with a space",
      "The Brell survey of 1 204 adults found 55 percent in favour.",
      ["sampleSize": "1204", "shares": "55"]),
    Case(
      "a sample in words",
      "Brell asked some two thousand adults; 57 percent said yes.",
      ["sampleSize": "2000", "shares": "57", "pollster": "Brell"]),
    Case(
      "n =",
      "A Quorum poll (n = 812, MoE ±3.4) has 51% for the plan and 40% against it.",
      ["sampleSize": "812", "marginOfError": "3.4", "shares": "51|40"]),
    Case(
      "asked adults",
      "Brell asked 1,700 adults. 57 percent back the mine and 31 percent reject it.",
      ["sampleSize": "1700", "shares": "57|31", "options": "back the mine|reject it", "pollster": "Brell"]),
    Case(
      "plus or minus",
      "The Brell poll of 900 adults found 58 percent opposed. It is accurate to within plus or minus 3.3 percentage points.",
      ["marginOfError": "3.3", "shares": "58"]),
    Case(
      "either way",
      "In the Brell poll 58 percent were opposed; results may be off by 2.5 points either way.",
      ["marginOfError": "2.5", "shares": "58"]),
    Case(
      "credibility interval",
      "The online Korr/Velm survey of 1,005 adults, with a credibility interval of 3.5 percentage points, found 49 percent opposed.",
      ["marginOfError": "3.5", "sampleSize": "1005", "shares": "49"]),
    Case(
      "margin in words",
      "The Quorum poll has a margin of sampling error of three percentage points; 52 percent agree.",
      ["marginOfError": "3", "shares": "52"]),
    Case(
      "a margin of a part",
      "The Brell poll of 1,200 adults has a margin of error of 2.8 points. For the 412 likely voters the margin of error is 4.8 points. In all, 47 percent agree.",
      ["marginOfError": "2.8", "sampleSize": "1200", "shares": "47"]),
    Case(
      "fieldwork label",
      "Pollster: Brell\nClient: KBRW 11\nFieldwork: 3 to 9 March 2025\nSample: 1,204 adults\nMargin: ±2.8\n\nShould the bridge be closed? 58 percent said yes and 30 percent said no.",
      [
        "pollster": "Brell", "commissionedBy": "KBRW 11", "fieldStart": "2025-03-03", "fieldEnd": "2025-03-09",
        "sampleSize": "1204", "marginOfError": "2.8", "shares": "58|30",
      ]),
    Case(
      "over years",
      "The Quorum study of 5,200 residents was conducted between November 2022 and February 2024. It found that 38 percent of residents trust the police.",
      ["fieldStart": "2022-11", "fieldEnd": "2024-02", "sampleSize": "5200", "shares": "38"]),
    Case(
      "over the year’s end",
      "The Brell poll was taken Dec. 28, 2024, to Jan. 4, 2025, and found 55 percent opposed.",
      ["fieldStart": "2024-12-28", "fieldEnd": "2025-01-04", "shares": "55"]),
    Case(
      "days without a year",
      "The poll, done on March 3-9 by Brell, has 55 percent opposed.",
      ["fieldStart": "2025-03-03", "fieldEnd": "2025-03-09", "pollster": "Brell"]),
    Case(
      "published and taken",
      "The Quorum poll, published on April 14, was conducted on April 2-7 among 1,010 adults; 44 percent agreed.",
      ["fieldStart": "2025-04-02", "fieldEnd": "2025-04-07", "sampleSize": "1010"]),
    Case(
      "for a station",
      "A poll by Brell for KBRW 11 found 61 percent opposed to the tax.",
      ["pollster": "Brell", "commissionedBy": "KBRW 11", "shares": "61"]),
    Case(
      "commissioned by",
      "The survey, commissioned by the Evening Tide and carried out by Quorum Research, found 61 percent opposed.",
      ["pollster": "Quorum Research", "commissionedBy": "Evening Tide", "shares": "61"]),
    Case(
      "an institute of",
      "A survey by the Institute of Rural Affairs showed 44 percent of farmers want lower tolls.",
      ["pollster": "Institute of Rural Affairs", "shares": "44"]),
    Case(
      "a joint poll",
      "A Tideline/Brell poll of 1,000 adults found 48 percent want a vote.",
      ["pollster": "Tideline", "shares": "48"]),
    Case(
      "a state is no pollster",
      "A Velmora poll of 900 voters by Brell has Lund at 44 percent.",
      ["pollster": "Brell", "shares": "44"]),
    Case(
      "a month is no pollster",
      "A March poll by Quorum had Lund at 44 percent.",
      ["pollster": "Quorum", "shares": "44"]),
    Case(
      "a barometer",
      "The Korr Barometer, a monthly survey of 1,500 people, finds 39 percent satisfied with the council.",
      ["sampleSize": "1500", "shares": "39"]),
    Case(
      "census of opinion",
      "Brell’s census of opinion among 2,400 islanders found 64 percent against the port.",
      ["pollster": "Brell", "sampleSize": "2400", "shares": "64"]),
    Case(
      "passive",
      "The plan is opposed by 58 percent and supported by 30 percent, according to the Quorum poll.",
      ["shares": "58|30", "options": "opposed|supported"]),
    Case(
      "approval",
      "Her approval rating stands at 43 percent in the latest Brell poll, while 50 percent disapprove.",
      ["shares": "43|50"]),
    Case(
      "named prices",
      "In a Brell poll, 44% named prices as their main worry and 21% cited crime.",
      ["shares": "44|21", "options": "prices|crime"]),
    Case(
      "would vote for",
      "If the vote were held now, 34 percent would vote for the Reds and 29 percent for the Blues, the Quorum poll shows.",
      ["shares": "34|29", "options": "Reds|Blues"]),
    Case(
      "a list at the end",
      "The Reds, the Blues and the Greens stand at 31, 28 and 14 percent in the Brell poll.",
      ["shares": "31|28|14"]),
    Case(
      "bare numbers after a sign",
      "Of those asked by Brell in its poll, 58 percent support the plan, 30 oppose it and 12 are undecided.",
      ["shares": "58|30|12", "options": "support the plan|oppose|undecided"]),
    Case(
      "versus",
      "Voters prefer Lund to Orn, 52 percent to 41 percent, a Brell poll showed.",
      ["shares": "52|41"]),
    Case(
      "with earlier poll",
      "The new Quorum poll has the Reds at 36 percent. In the previous survey they had 33 percent.",
      ["shares": "36"]),
    Case(
      "change in brackets",
      "The Brell poll: Reds 36% (+2), Blues 29% (-1), Greens 12% (=).",
      ["shares": "36|29|12", "options": "Reds|Blues|Greens"]),
    Case(
      "half and a quarter",
      "Half of respondents back the plan and a quarter oppose it, the Quorum survey found.",
      ["shares": "50|25", "options": "back the plan|oppose it"]),
    Case(
      "only one in five",
      "Only one in five adults trust the council, the Brell poll of 1,000 adults found.",
      ["shares": "20", "options": "trust the council"]),
    Case(
      "rounded and exact",
      "Nearly six in ten adults back the line, a Brell poll found. Asked “Should the line be built?”, 58% said yes and 29% said no.",
      ["shares": "58|29", "question": "Should the line be built?"]),
    Case(
      "neither",
      "In the Quorum poll, 31 percent preferred Lund, 27 percent preferred Orn and 42 percent chose neither.",
      ["shares": "31|27|42"]),
    Case(
      "method paragraph",
      "A Brell poll found 58 percent of adults opposed to the toll.\n\nThe mayor called the figures sad.\n\nThe poll of 1,204 adults was conducted by telephone from April 2 to 7, 2025. The margin of error is 2.8 points.",
      [
        "shares": "58", "sampleSize": "1204", "marginOfError": "2.8", "fieldStart": "2025-04-02",
        "fieldEnd": "2025-04-07", "pollster": "Brell",
      ]),
    Case(
      "two method paragraphs",
      "A Brell poll has the Reds at 34 percent.\n\nA Quorum poll has them at 31 percent.\n\nBrell interviewed 1,204 adults. Quorum questioned 950.",
      ["pollster": "Brell", "shares": "34", "sampleSize": "1204"],
      ["pollster": "Quorum", "shares": "31", "sampleSize": "950"]),
    Case(
      "outcome behind the figures",
      "58 percent of adults oppose the toll and 30 percent support it. That is the outcome of the weekly Brell poll.",
      ["shares": "58|30", "pollster": "Brell"]),
    Case(
      "published on",
      "A Brell study published on Monday shows that 58% of those surveyed said yes.",
      ["shares": "58", "pollster": "Brell"]),
    Case(
      "population is the group",
      "A Quorum survey of 900 farmers found 62 percent of farmers opposed the law.",
      ["shares": "62", "sampleSize": "900"]),
    Case(
      "a region",
      "The Brell poll found 58 percent said yes. In the north, 66 percent said yes.",
      ["shares": "58"]),
    Case(
      "thinking",
      "A Quorum poll says 47 percent believe the council is honest and 39 percent think it is not.",
      ["shares": "47|39"]),
    Case(
      "have an opinion",
      "A Brell poll found 47 percent have a favorable view of Lund and 39 percent an unfavorable view.",
      ["shares": "47|39"]),
    Case(
      "satisfaction",
      "According to the Brell survey, 22 percent are very satisfied, 41 percent somewhat satisfied and 30 percent dissatisfied.",
      ["shares": "22|41|30"]),
    Case(
      "decimals with a comma",
      "The Quorum poll has the Reds at 31,5 percent and the Blues at 28,2 percent.",
      ["shares": "31.5|28.2"]),
    Case(
      "trailing",
      "The Brell poll shows Orn trailing with 39 percent and Lund leading with 48 percent.",
      ["shares": "39|48"]),
    Case(
      "inflation aside",
      "With inflation at 7 percent, a Brell poll found 63 percent of households worried about prices.",
      ["shares": "63"]),
    Case(
      "one fifth say",
      "The Quorum poll: three quarters say the road is bad, while one fifth say it is good.",
      ["shares": "75|20"]),
    Case(
      "a share of who is asked",
      "Of the 1,204 people interviewed by Brell for its poll, 54 percent had heard of the plan.",
      ["shares": "54", "sampleSize": "1204"]),
    Case(
      "approval without the person",
      "Approval of Mayor Ida Lund fell by four points to 33% in a Brell poll, while disapproval climbed to 58%.",
      ["shares": "33|58", "options": "Approval|disapproval", "pollster": "Brell"]),
    Case(
      "those who approve of the job",
      "In a Brell poll 47% of adults said they approve of the job Lund is doing and 41 percent disapprove.",
      ["shares": "47|41", "options": "approve|disapprove"]),
    Case(
      "seen favourably, and a clause behind the pollster",
      "Ida Lund is seen favourably by 37 per cent and unfavourably by 44, says Quorum, which put its questions to 1,700 adults.",
      ["shares": "37|44", "options": "favourably|unfavourably", "pollster": "Quorum", "sampleSize": "1700"]),
    Case(
      "interviewers",
      "Brell has the satisfied at 26% and the dissatisfied at 66%. Brell’s interviewers rang 1,003 voters.",
      ["shares": "26|66", "options": "satisfied|dissatisfied", "pollster": "Brell", "sampleSize": "1003"]),
    Case(
      "a measure under another word",
      "Some 71 percent of Velmorans are content with the ferry, Norda’s yearly harbour meter showed. Norda queried 1,400 residents.",
      ["shares": "71", "pollster": "Norda", "sampleSize": "1400"]),
    Case(
      "the pollster before the sentence on its sample",
      "Lund would win 51% and Orn 49%, Holm Data found. It surveyed 2,100 voters online.",
      ["shares": "51|49", "pollster": "Holm Data", "sampleSize": "2100"]),
    Case(
      "a result of an election is no share",
      "Orn, who won 38.9% in the first round, has 47% in a Brell poll of 900 voters and Lund 53%.",
      ["shares": "47|53", "sampleSize": "900"]),
    Case(
      "a party whose name begins like a group",
      "Quorum puts the Reds on 28 per cent, Labour Alliance on 39 per cent and the Blues on 14 per cent. Quorum spoke to 1,520 people.",
      ["shares": "28|39|14", "options": "Reds|Labour Alliance|Blues", "pollster": "Quorum"]),
    Case(
      "a past election, its year before the share",
      "A Brell poll has Lund at 51 percent and Orn at 43 percent. Orn won his seat in 2022 with 53.8 percent of the vote.",
      ["shares": "51|43", "options": "Lund|Orn"]),
    Case(
      "a past election at the beginning of the sentence",
      "A Brell poll has Lund at 51 percent and Orn at 43 percent. In 2019 Lund took 48 percent of the vote.",
      ["shares": "51|43", "options": "Lund|Orn"]),
    Case(
      "somebody re-elected by a share",
      "A Brell poll has Lund at 51 percent and Orn at 43 percent. Orn was re-elected in 2021 by 60 percent.",
      ["shares": "51|43", "options": "Lund|Orn"]),
    Case(
      "an aside about who watched",
      "A Brell poll has Lund at 51 percent and Orn at 43 percent. The debate, watched by 11 percent of all households, went to her.",
      ["shares": "51|43", "options": "Lund|Orn"]),
    Case(
      "an aside about who read it",
      "A Brell poll has Lund at 51 percent and Orn at 43 percent. Her book, read by one in ten, is about trams.",
      ["shares": "51|43", "options": "Lund|Orn"]),
    Case(
      "voters of a party as the subject, their share behind a comma",
      "A Brell poll of 1,200 adults found that 52% oppose the toll and 34% support it. Tree Alliance voters are the most likely to be in favour, at 55%, while 81% of Unionist voters are against.",
      ["shares": "52|34", "options": "oppose the toll|support it"]),
    Case(
      "supporters of a party of two words",
      "A Brell poll of 1,200 adults found that 52% oppose the toll and 34% support it. Among Lake List supporters it is 60%, and 12% of Korr Movement voters agree.",
      ["shares": "52|34", "options": "oppose the toll|support it"]),
    Case(
      "voters of a party in brackets",
      "A Brell poll of 1,200 adults found that 52% oppose the toll and 34% support it. Support is strongest among voters of the Lake List (70%).",
      ["shares": "52|34", "options": "oppose the toll|support it"]),
    Case(
      "the young whom the answers are about",
      "A Brell poll of 1,200 adults found that 52% oppose giving the young and 17-year-olds the vote, with 34% in support.",
      ["shares": "52|34"]),
    Case(
      "voters of a country are no party's",
      "A Brell poll of 1,200 voters found that 52% of Velmoran voters oppose the toll and 34% of voters support it.",
      ["shares": "52|34"]),
    Case(
      "changes since a month, none and equal",
      "A Brell poll of 1,086 adults has the Tree Party on 39% (+2 from February), the Unionists on 30% (−1 since May), the Lake List on 14% (nc) and the Greens on 10% (=).",
      ["shares": "39|30|14|10", "options": "Tree Party|Unionists|Lake List|Greens"]),
    Case(
      "a proportion that slipped",
      "A Brell survey of 900 adults found that 41% trust the mayor. The proportion who expect it to fall slipped to 14% from 19%.",
      ["shares": "41|14", "options": "trust the mayor|expect it to fall"]),
    Case(
      "a share that has risen",
      "A Brell survey of 900 adults found that 41% trust the mayor. The share of adults who fear a flood has risen sharply to 33 percent, from 21 percent.",
      ["shares": "41|33", "options": "trust the mayor|fear a flood"]),
  ]

  /// What is no opinion poll.
  static let others = [
    "Output fell 3 percent. The survey of 400 shipyards' managers is sent out in the second half of each month.",
    "The survey of 900 managers has been taken by post since 1994.",
    "A poll of 1,200 adults is due on Monday, with a margin of error of 3 points.",
    "A clerk of the polling firm Brell made up a third of its interviews, a court in Korr heard on Tuesday.",
    "The pollster Quorum invented two in ten of the answers in its May survey, prosecutors said.",
    "Half of the questionnaires of the Brell survey were forged by a clerk, the judge found.",
    "Norda faked 40 percent of its polls, Mira Kostrel told the court.",
    "The party saw a drop in the polls after the storm.",
    "Voters are called to the polls on Sunday; turnout was 62 percent in 2021.",
    "The clerk signed the poll book at 7 a.m.",
    "Survey finds road has sunk\n\nThe land survey measured a fall of 12 percent.",
    "A price survey showed that fuel rose 5 percent in March.",
    "Prices rose 3 percent, a survey of shops by the ministry showed.",
    "The polled Hereford bull weighed 12 percent more than in May.",
    "She pays the poll tax, which rose 5 percent.",
    "Polling stations opened at 8 a.m.; 40 percent had voted by noon.",
    "The geological survey found iron in 30 percent of the samples.",
    "Lund won with 54 percent of the vote after polls closed at 8 p.m.",
    "A seabed survey covered 40 percent of the bay.",
    "Unemployment fell to 5 percent, the statistics office said.",
    "The council polled 12 percent less power from the dam.",
    "The bank raised its stake to 30 percent.",
    "A building survey found damp in 20 percent of rooms.",
    "Shares rose 4 percent after the company beat forecasts.",
    "About 40 percent of the island is forest.",
    "The study of 300 bridges found rust on 12 percent of bolts.",
    "The sample ballot lists six names.",
    "Researchers said the drug cut deaths by 30 percent.",
    "A hydrographic survey vessel left Korr in May.",
    "A survey of 412 charging points by the drivers’ club found that 18 percent were out of order.",
    "In all 950 bus stops were surveyed; 40 percent had no roof, the council found.",
    "A survey of 1,200 rooms in Korr found that 31 percent were damp and 12 percent had no window.",
    "Resolution 1: for 98.2%, against 1.8%\n\nThe voting was by poll, and 71 percent of the capital took part.",
    "A poll was demanded. Resolution 2: for 64%, against 36%.",
    "Owners of Korr Ferries approved it at the meeting, where votes were taken on a poll: 91 percent for, 9 percent against.",
    "The year in short:\n• Turnover up 9% to 40 million\n• 94% of clients stay with Brell\n• Panel of 90,000 members in six towns",
    "• Profits up 12%\n• 31% of orders come from abroad\n• Panel of over 20,000 members",
    "Korr Statistics Office\n\nTable C. Place of work\n\nShip ........ 61%\nQuay ........ 25\nElsewhere ... 14",
  ]

  private static let prefixes = ["", "é\n\n", "👩‍👩‍👧 العراق\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } }, date: "2025-04-20")
  }
  private static let foundInOthers = Result { try Annotator.annotate(others, date: "2025-04-20") }

  @Test(arguments: Array(cases.enumerated()), Array(prefixes.indices))
  func `a sentence gives its figures to the answers they belong to`(_ c: (Int, Case), prefix: Int) throws {
    let polls = try Self.found.get()[prefix * Self.cases.count + c.0].filter { $0.type == "poll" }
    try #require(polls.count == c.1.polls.count)
    for (poll, wanted) in zip(polls, c.1.polls) {
      for (name, value) in wanted { #expect(poll[name] == value, "\(name)") }
      #expect(c.1.text.contains(poll.text))
    }
  }

  @Test(arguments: Array(others.enumerated()))
  func `what only looks like a poll makes none`(_ number: Int, _ text: String) throws {
    #expect(try Self.foundInOthers.get()[number].filter { $0.type == "poll" }.isEmpty)
  }
}
