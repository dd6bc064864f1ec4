import PostilModel
import Testing

@testable import PollDetection
@testable import PostilModuleKit

/// Reports of opinion polls, by paragraphs whose parts are given by hand.
@Suite struct OpinionPollsTests {
  private static let parts: [(type: String, words: String, features: Features)] = [
    ("poll-report", "A poll found", ["sure": true]), ("poll-report", "The poll", [:]),
    ("poll-report", "A Quorum survey", ["pollster": "Quorum"]),
    ("poll-report", "A Norda survey", ["pollster": "Norda"]),
    ("poll-share", "58% yes", ["share": 58, "option": "yes"]), ("poll-share", "29% no", ["share": 29, "option": "no"]),
    ("poll-share", "12%", ["share": 12]), ("poll-sample", "1,024 adults", ["size": 1024]),
    ("poll-share", "71% of women", ["share": 71, "group": "women"]), ("poll-sample", "800 adults", ["size": 800]),
    ("poll-margin", "3.1 points", ["points": 3.1]), ("poll-lookalike", "exit strategy", [:]),
    ("poll-field", "was taken", [:]), ("poll-field", "taken on September 20 and", ["lastDay": 24]),
  ]
  private static let names: [(type: String, words: String, features: Features)] = [
    ("organization", "Tideline", ["entity": "Tideline"]),
    ("timex", "May 3", ["value": "2024-05-03", "timexType": "DATE"]),
    ("timex", "May 7", ["value": "2024-05-07", "timexType": "DATE"]),
    ("timex", "September 20", ["value": "2024-09-20", "timexType": "DATE"]),
    ("timex", "April", ["value": "2024-04", "timexType": "DATE"]),
  ]

  private static func made(_ text: String, behind prefix: String = "", settings: Features = [:]) -> HandMade {
    HandMade(text, behind: prefix, parts, annotations: names, settings: settings)
  }

  private static func polls(_ made: HandMade, _ lookalikes: inout Lookalikes) -> [NewAnnotation] {
    OpinionPolls(document: made.document, dates: FieldDates(document: made.document), taken: []).find(&lookalikes)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let decisions: [PollDecision]
    var features: [String: FeatureValue] = [:]
    /// The annotations that the first poll was made from.
    var from: [String] = []
  }

  static let cases = [
    Case(
      testDescription: "shares", text: "The poll has 58% yes, 29% no.", decisions: [.reportWithFigures],
      features: ["options": ["yes", "no"], "shares": [58, 29]]),
    Case(testDescription: "a figure without an answer", text: "The poll has 12%.", decisions: [.reportWithFigures]),
    Case(
      testDescription: "a pollster", text: "A Quorum survey is out.", decisions: [.reportOfPollster],
      features: ["pollster": "Quorum"]),
    Case(
      testDescription: "an organization before the words", text: "Tideline The poll is out.",
      decisions: [.reportOfPollster], features: ["pollster": "Tideline"], from: ["Tideline"]),
    Case(
      testDescription: "an organization farther before the words", text: "Tideline runs The poll, it is out.",
      decisions: []),
    Case(
      testDescription: "a paragraph with one share goes on with no poll", text: "The poll has 58% yes.\n\nBut 29% no.",
      decisions: [.reportWithFigures], features: ["options": ["yes"]]),
    Case(
      testDescription: "a paragraph with two shares goes on with the poll",
      text: "The poll has 12%.\n\n58% yes, 29% no.",
      decisions: [.reportWithFigures], features: ["options": ["yes", "no"]]),
    Case(testDescription: "words that show something", text: "A poll found much.", decisions: [.reportThatShows]),
    Case(testDescription: "a report alone", text: "The poll is out.", decisions: []),
    Case(testDescription: "words that speak against a poll", text: "A poll found an exit strategy.", decisions: []),
    Case(
      testDescription: "shares among a part of those asked", text: "The poll has 71% of women.",
      decisions: [.reportWithFigures], features: ["subgroups": [.record(["group": "women", "share": 71])]]),
    Case(
      testDescription: "a second paragraph of the same poll",
      text: "A Quorum survey has 58% yes.\n\nThe poll of 1,024 adults was taken from May 3 to May 7; 3.1 points.",
      decisions: [.reportWithFigures],
      features: [
        "sampleSize": 1024, "marginOfError": 3.1, "fieldStart": "2024-05-03", "fieldEnd": "2024-05-07",
        "pollster": "Quorum",
      ], from: ["May 3", "May 7"]),
    Case(
      testDescription: "another pollster", text: "A Quorum survey has 58% yes.\n\nA Norda survey has 29% no.",
      decisions: [.reportWithFigures, .reportWithFigures]),
    Case(
      testDescription: "another sample", text: "The poll of 1,024 adults.\n\nThe poll of 800 adults.",
      decisions: [.reportWithFigures, .reportWithFigures]),
    Case(
      testDescription: "two days in one month", text: "The poll of 800 adults, taken on September 20 and 24.",
      decisions: [.reportWithFigures], features: ["fieldStart": "2024-09-20", "fieldEnd": "2024-09-24"],
      from: ["September 20"]),
    Case(
      testDescription: "a month is no day", text: "The poll of 800 adults was taken in April.",
      decisions: [.reportWithFigures]),
  ]

  @Test(arguments: cases, ["", "é", "👩‍👩‍👧 العراق"])
  func `a paragraph is a poll by what it says of it`(_ c: Case, prefix: String) {
    let made = Self.made(c.text, behind: prefix)
    var lookalikes = Lookalikes(document: made.document)
    let found = Self.polls(made, &lookalikes)
    #expect(found.map(\.decision) == c.decisions.map(\.rawValue))
    for (name, value) in c.features { #expect(found.first?.features[name] == value, "\(name)") }
    if c.features["fieldStart"] == nil { #expect(found.first?.features["fieldStart"] == nil) }
    #expect(made.annotated(found.first?.annotations ?? []) == c.from)
  }

  @Test func `a poll names the candidates of all its paragraphs, the first report first`() throws {
    let made = Self.made("A Quorum survey has 58% yes.\n\nThe poll of 1,024 adults.", behind: "é")
    var lookalikes = Lookalikes(document: made.document)
    let poll = try #require(Self.polls(made, &lookalikes).first)
    #expect(made.words(poll.candidates) == ["A Quorum survey", "58% yes", "The poll", "1,024 adults"])
  }

  @Test(arguments: [
    ("The poll is out.", PollDecision.reportAlone, "no figures and no pollster"),
    ("A poll found an exit strategy.", .lookalikeWords, "a lookalike"),
  ])
  func `what is no poll tells by what`(text: String, decision: PollDecision, reason: String) {
    let made = Self.made(text, behind: "é", settings: ["lookalikes": "reported"])
    var lookalikes = Lookalikes(document: made.document)
    #expect(Self.polls(made, &lookalikes).isEmpty)
    #expect(lookalikes.analysis.annotations.map(\.decision) == [decision.rawValue])
    #expect(lookalikes.analysis.rejections.map(\.reason) == [reason])
  }
}
