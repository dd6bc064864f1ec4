import Foundation
import PostilModel
import PostilText
import Testing

/// Boilerplate by its form, in the words of the English text rules.
@Suite struct BoilerplateTests {
  struct Case: CustomTestStringConvertible {
    let kind: String
    let text: String
    /// What of the text is boilerplate; all of it where it is nil.
    var expected: [String]?

    var testDescription: String { "\(kind): \(text)" }
  }

  private static let analyzer: TextAnalyzer = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("rules/en/text")
    func rows(_ table: String) -> [[String]] {
      let text = (try? String(contentsOf: folder.appendingPathComponent(table + ".tsv"), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    }
    let names = ["abbreviations", "sentence-starts", "label-lines", "months", "byline-starts"]
    let language = TextLanguage(tables: Dictionary(uniqueKeysWithValues: names.map { ($0, rows($0)) }))
    let forms = try? BoilerplateForms(rows: rows("boilerplate"))
    return TextAnalyzer(language: language, boilerplate: forms ?? .none)
  }()

  private static func boilerplate(_ text: String) -> [String] {
    analyzer.structure(of: text).boilerplate.map { String(text[$0]) }
  }

  static let wholeLines: [String: [String]] = [
    "copyright": [
      "© 2030 Velmora Post. All rights reserved.", "(c) 2020 Korr Media", "Copyright 2019 The Norrland Echo",
      "All content © Korr Media 2031", "(© Korr Media)", "Reuse this content",
      "This material may not be published, broadcast, rewritten or redistributed.",
      "Copyright Tessel Publishing 2027. Republication without written permission is prohibited.",
    ],
    "newsletter": [
      "Sign up for Daily Newsletters Manage Newsletters", "Get the Norrland Briefing in your inbox every morning",
      "SIGN UP FOR OUR NEWSLETTER", "Want more of this? Sign up for the Velmora letter",
      "Enter your email address to subscribe",
    ],
    "player": [
      "JUST WATCHED Mira Kostrel speaks Replay More Videos ... MUST WATCH", "Replay More Videos ...",
      "Media caption: Mira Kostrel at the port",
      "Listen now: The port, part four (23 min)",
      "WATCH: Mira Kostrel leaves the hall", "Now Playing: The Korr ferry turns round",
      "Watch the full interview below:",
    ],
    "credit": [
      "Tom Bran/AP Tom Bran/AP", "Photo by Edda Lorn/Getty Images", "(Photo: Edda Lorn, The Norrland Echo)",
      "Image copyright Edda Lorn Image caption The ferry before it turned", "Joss Tamber via Getty Images.",
      "Joss Tamber for The Velmora Post", "REUTERS/Joss Tamber", "Joss Tamber/EPA-EFE/REX",
      "FILE - The ferry in Korr. (AP Photo/Joss Tamber)", "Illustration: Edda Lorn",
    ],
    "time": [
      "8:43 p.m. ET", "Updated 3:15 PM EST", "Published: 06:00, 14 January 2030 | Updated: 09:15, 14 January 2030",
      "Last updated: 20 September 2029, 14:05", "3 hours ago", "March 4, 2030 / 11:20 p.m. / Korr News",
      "Posted at 11:20 a.m. on March 4, 2030",
    ],
    "section": ["HEALTH", "WEATHER:", "POLITICS | NORRLAND", "WEATHER: Snow in Korr by Thursday", "MOST READ"],
    "related": [
      "RELATED: Mira Kostrel and the ferry", "READ MORE", "Read more: Why Korr lost its ferry",
      "Click here to read the whole report.", "You may also like", "MORE FROM VELMORA: The ferry that turned",
    ],
    "follow and share": [
      "Follow @velmorapost on Twitter", "Follow Joss Tamber on Twitter: @josstamber.",
      "Like us on Facebook for more from Korr", "Share on Facebook Share on Twitter Email Print",
      "Tweet us @velmorapost",
      "Share this story with your friends", "View comments", "Join the conversation",
    ],
    "subscribe": [
      "Subscribe now for unlimited access", "Already a subscriber? Log in", "Start your free trial of the Velmora Post",
      "Become a member and support independent journalism", "Download the Velmora app for your phone",
      "Thanks for reading the Norrland Echo.", "Why not make a small contribution to the Echo?",
      "We use cookies to improve our pages", "Subscribe to the Velmora Post",
    ],
    "advertisement": [
      "Advertisement", "ADVERTISEMENT", "Story continues below", "Article continues below advertisement",
      "Sponsored by Norrland Bank",
    ],
    "author": [
      "Joss Tamber is a reporter for the Velmora Post. Follow him on Twitter @josstamber.",
      "Edda Lorn in Korr contributed to this report.", "(Reporting by Edda Lorn in Korr; Editing by Joss Tamber)",
      "About the author: Edda Lorn writes about ships.", "Contact the reporter at elorn@velmora.example",
    ],
    "correction": [
      "This story was updated at 3 p.m. with a comment by the port.",
      "Correction: An earlier version of this article misspelled the name of the port.",
      "Editor’s note: The Velmora Post owns a share of the ferry.",
      "An earlier version of this story gave another day.",
      "We have corrected the name of the port in this report.",
      "A version of this article appears in print in Norrland Weekend.",
    ],
  ]

  static let whole = wholeLines.sorted { $0.key < $1.key }.flatMap { kind, lines in
    lines.map { Case(kind: kind, text: $0) }
  }

  @Test(arguments: whole, ["", "«é» 🙂 wrote it.\n\n", "Überall schneit es.\r\n"])
  func `a line of such a form is boilerplate, whole`(_ c: Case, prefix: String) {
    #expect(Self.boilerplate("\(prefix)\(c.text)\n\nThe ferry turned round.") == [c.text])
  }

  static let inside = [
    Case(
      kind: "player in a hard-wrapped paragraph",
      text:
        "The ferry left Korr at noon. JUST WATCHED Velk speaks\nReplay More Videos ... MUST WATCH The ferry turned round.",
      expected: ["JUST WATCHED Velk speaks\nReplay More Videos ... MUST WATCH"]),
    Case(
      kind: "player with its title again",
      text: "It left. JUST WATCHED Korr waits Replay More Videos ... MUST WATCH Korr waits 01:20 It came back.",
      expected: ["JUST WATCHED Korr waits Replay More Videos ... MUST WATCH Korr waits 01:20"]),
    Case(
      kind: "player by its buttons alone", text: "It left. Replay More Videos ... It came back.",
      expected: ["Replay More Videos ..."]),
    Case(
      kind: "player with its length",
      text: "It left. Video Ad Feedback Korr waits 01:20 - Source: KTV It came back.",
      expected: ["Video Ad Feedback Korr waits 01:20 - Source: KTV"]),
    Case(
      kind: "credit", text: "The ferry left. Tom Bran/AP Tom Bran/AP It turned round.",
      expected: ["Tom Bran/AP Tom Bran/AP"]),
    Case(
      kind: "credit in brackets", text: "The ferry left (Photo: Edda Lorn, Korr Press) and turned round.",
      expected: ["(Photo: Edda Lorn, Korr Press)"]),
    Case(
      kind: "credit before a caption that is a sentence",
      text:
        "Image copyright Edda Lorn Image caption The ferry left Korr, and Mira Kostrel said that it would come back.",
      expected: ["Image copyright Edda Lorn", "Image caption"]),
    Case(
      kind: "time", text: "It rained. Updated 8:43 p.m. ET, Fri September 16, 2030 The ferry left.",
      expected: ["Updated 8:43 p.m. ET, Fri September 16, 2030"]),
    Case(kind: "time in brackets", text: "[8:43 p.m.] The ferry left.", expected: ["[8:43 p.m.]"]),
    Case(
      kind: "newsletter", text: "It left. Sign up for Daily Newsletters Manage Newsletters It came back.",
      expected: ["Sign up for Daily Newsletters Manage Newsletters"]),
    Case(
      kind: "follow", text: "It left. Follow Joss Tamber on Twitter @jtamber It came back.",
      expected: ["Follow Joss Tamber on Twitter @jtamber"]),
    Case(
      kind: "a sentence of a line", text: "The ferry left Korr. Click here to see its timetable. It came back.",
      expected: ["Click here to see its timetable."]),
    Case(
      kind: "copyright behind the news", text: "The ferry left Korr. © 2030 Velmora Post. All rights reserved.",
      expected: ["© 2030 Velmora Post.", "All rights reserved."]),
    Case(
      kind: "contribution", text: "The ferry left Korr. Edda Lorn contributed to this report.",
      expected: ["Edda Lorn contributed to this report."]),
    Case(
      kind: "advertisement", text: "It left. Story continues below advertisement It came back.",
      expected: ["Story continues below advertisement"]),
  ]

  @Test(arguments: inside, ["", "«é» 🙂 ", "Überall schneit es.\r\n\r\n"])
  func `words of such a form inside a paragraph are boilerplate, and nothing round them`(_ c: Case, prefix: String) {
    #expect(Self.boilerplate(prefix + c.text) == c.expected)
  }

  /// What begins like boilerplate, or holds its words, and is news.
  static let news = [
    "It is a clichÃ© that the picture (© Korr) shows the wreck.", "The picture (© Korr) shows it.",
    "Copyright law was changed in Korr on Monday.", "(c) The court must hear both sides.",
    "The port has all rights reserved to the state, Mira Kostrel said.",
    "Sign-up for the race begins on Monday.", "The newsletter went to nine thousand inboxes.",
    "Get out of the water, the captain said in an email.", "Subscribers of the Velmora Post have paid too much.",
    "Watch sales fell by a third in Norrland.", "He just watched the ferry leave.",
    "You must watch the tide, she said.",
    "Photos by Edda Lorn show the wreck.", "Photographs of the wreck were sold at 8:43 p.m. on Friday.",
    "Tom Bran, an AP reporter, saw the ferry leave.", "The Korr/Velmora line was closed.",
    "The ferry was updated at 3:15 p.m. on Monday.", "At 8:43 p.m. the ferry left.", "It took three hours.",
    "Three hours ago the ferry left Korr.", "HEALTH MINISTER QUITS", "Health care is free in Norrland.",
    "WEATHER STOPS FERRY IN KORR", "POLITICS: The minister left on Monday, and nobody knows why.",
    "Related companies of the port lost money.", "Read more than 200 books in a year, he said.",
    "More than 40 people waited.", "Follow the money, said Mira Kostrel.", "Followers of Velk marched in Korr.",
    "Share prices fell on Monday.", "We have corrected the course, the captain said.",
    "A version of this ferry sank.", "Thanks to the captain nobody drowned.", "Mira Kostrel was on Instagram again.",
    "March 4 was cold, and at 11:20 p.m. Korr News went silent.", "FILE folders were found in Korr.",
    "Facebook said on Monday that it would leave Norrland.",
    "Twitter users laughed at the ferry.", "Comments by the minister angered Korr.",
    "Download speeds in Korr are low, and apps do not work.", "The cookies were baked in Korr.",
    "Advertisement revenue fell by a third.", "The advertisement showed a ferry.",
    "The story continues to trouble Korr.", "Support for Mira Kostrel fell.", "Become a captain, her mother said.",
    "Joss Tamber is a reporter for the Velmora Post.", "Reporting by the Velmora Post led to his fall.",
    "Produced by Edda Lorn and directed by Velk, the play tells of a ferry.",
    "Editors of the Velmora Post noted his absence.", "Correction of the course took an hour.",
    "This story is about a ferry.", "An earlier version of the bill failed.", "The bill was updated on Monday.",
    "UPDATE: The ferry has come back.", "BREAKING: Minister resigns", "OPINION: Why the ferry turned",
    "Contributed funds were spent on the ferry.", "Click and you see the ferry, said Velk.",
    "SEE ALSO: The ferry that turned round. It left Korr at noon, and Mira Kostrel was on board.", "X",
    "AP reported it.",
    "The 8:43 train", "2:1", "May 5 is a holiday in Korr.", "Trump/Clinton", "Clinton for President",
    "Vote for The Greens",
  ]

  @Test(arguments: news, ["", "«é» 🙂 wrote it.\n\n"])
  func `a line of news is none`(line: String, prefix: String) {
    #expect(Self.boilerplate("\(prefix)\(line)\n\nThe ferry turned round.") == [])
  }
}

@Suite struct BoilerplateFormsTests {
  @Test func `a form that does not compile is told`() throws {
    let failure = #expect(throws: BoilerplateForms.Failure.self) {
      try BoilerplateForms(rows: [["fine", "line"], ["a(", "inside"]])
    }
    #expect(failure?.description.hasPrefix("the form 'a(' does not compile") == true)
  }

  @Test func `a place that there is not is told with those there are`() {
    let failure = #expect(throws: BoilerplateForms.Failure.self) { try BoilerplateForms(rows: [["x", "lien"]]) }
    #expect(failure == .unknownPlace(form: "x", place: "lien"))
    #expect(failure?.description.contains("line, sentence, prompt, inside, news, part") == true)
  }

  @Test func `forms call parts`() throws {
    let forms = try BoilerplateForms(rows: [["(?<bird>gull|tern)", "part"], ["A (?&bird)", "line"]])
    let text = "A gull\nA dog\nA tern flew"
    let found = TextAnalyzer(language: .none, boilerplate: forms).structure(of: text).boilerplate
    #expect(found.map { String(text[$0]) } == ["A gull"])
  }

  @Test func `a prompt is none where a form of news stands in it`() throws {
    let forms = try BoilerplateForms(rows: [["Get .*", "prompt"], ["\\bsaid\\b", "news"], ["Got .*", "line"]])
    let text = "Get it now\nGet out, she said\nGot it, he said"
    let found = TextAnalyzer(language: .none, boilerplate: forms).structure(of: text).boilerplate
    #expect(found.map { String(text[$0]) } == ["Get it now", "Got it, he said"])
  }

  @Test func `spans of several forms that overlap are one`() throws {
    let forms = try BoilerplateForms(rows: [
      ["b c", "inside"], ["a b", "inside"], ["c d", "inside"], ["x.*", "line"],
    ])
    let text = "x a b\n\ny b c d"
    let found = TextAnalyzer(language: .none, boilerplate: forms).structure(of: text).boilerplate
    #expect(found.map { String(text[$0]) } == ["x a b", "b c d"])
  }

  @Test(arguments: ["", "é 🙂\n"])
  func `what came marked stays boilerplate`(prefix: String) {
    let text = prefix + "one\ntwo"
    let start = prefix.utf8.count + 4
    let given = Span(start: start, end: start + 3)
    #expect(TextAnalyzer(language: .none).structure(of: text, given: [given]).boilerplate == [given])
  }
}

@Suite struct RepeatedLinesTests {
  private func hash(_ line: String) -> UInt64? { RepeatedLines.hash(of: Array(line.utf8)) }

  @Test(arguments: [
    ("The Korr Letter", "the  korr\tLETTER"), ("Seen 12 times", "seen 3 times"), ("ÉTÉ", "été"),
    ("8:43 p.m.", "11:05 P.M."),
  ])
  func `case, white space and numbers make no difference`(one: String, other: String) {
    #expect(hash(one) != nil)
    #expect(hash(one) == hash(other))
  }

  @Test(arguments: [("The Korr Letter", "The Korr Letters"), ("a b", "ab"), ("1 2", "12")])
  func `other words do`(one: String, other: String) { #expect(hash(one) != hash(other)) }

  @Test(arguments: ["", "—", "* * *", " \t"])
  func `a line without a word has no hash`(line: String) { #expect(hash(line) == nil) }

  private static let banner = "Norrland Live: Mira Kostrel rides the (new) Korr tram"

  @Test(arguments: [
    "It rained. \(banner) The ferry left.", "«é» 🙂 \(banner)\nThe ferry left.",
    "It rained and rained there.\r\n\(banner) É",
    "It rained. NORRLAND live: Mira\nKostrel rides the (new) Korr tram The ferry left.",
  ])
  func `words that are known to repeat are boilerplate, and not one beside them`(text: String) {
    let runs = RepeatedLines.none.runs(of: Self.banner)
    #expect(runs.count == 4)
    let repeated = RepeatedLines(lines: [], runs: Set(runs.keys))
    let found = TextAnalyzer(language: .none, repeated: repeated).structure(of: text).boilerplate
    #expect(found.map { text[$0].lowercased().replacing("\n", with: " ") } == [Self.banner.lowercased()])
  }

  @Test func `no run of words goes over the end of a paragraph or a known line`() throws {
    let text = "one two three\n\nfour five six seven\nKnown line\neight nine ten"
    #expect(
      RepeatedLines.none.runs(of: text).values.allSatisfy {
        text[$0].hasPrefix("four") || text[$0].hasPrefix("five")
          || text[$0].hasPrefix("six") || text[$0].hasPrefix("seven")
      })
    let known = RepeatedLines(lines: [try #require(hash("known line"))], runs: [])
    #expect(known.runs(of: text).isEmpty)
  }

  @Test(arguments: ["", "é 🙂\n"])
  func `lines that are known to repeat are boilerplate`(prefix: String) throws {
    let repeated = RepeatedLines(lines: [try #require(hash("The Korr Letter"))], runs: [])
    let text = prefix + "A ferry left.\n  the korr letter \r\nIt came back."
    let found = TextAnalyzer(language: .none, repeated: repeated).structure(of: text).boilerplate
    #expect(found.map { String(text[$0]) } == ["the korr letter"])
  }
}
