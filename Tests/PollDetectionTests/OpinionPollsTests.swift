import PostilModel
import PostilTestSupport
import Testing

@testable import PollDetection
@testable import PostilModuleKit

/// Reports of opinion polls, by sentences whose parts are given by hand.
@Suite struct OpinionPollsTests {
  private static let parts: [(type: String, words: String, features: Features)] = [
    ("poll-report", "A poll found", [:]), ("poll-report", "The poll", [:]),
    ("poll-report", "A Quorum survey", ["pollster": "Quorum"]),
    ("poll-report", "A Norda survey", ["pollster": "Norda"]), ("poll-report", "Another poll", ["kind": "other"]),
    ("poll-report", "A study", ["doubtful": "study"]), ("poll-clause", " while", ["strong": true]),
    ("poll-share", "58% yes", ["share": 58, "option": "yes"]), ("poll-share", "29% no", ["share": 29, "option": "no"]),
    ("poll-share", "12%", ["share": 12, "option": "many", "loose": true]),
    ("poll-share", "41%", ["share": 41, "role": "earlier"]), ("poll-sample", "1,024 adults", ["size": 1024]),
    ("poll-share", "71% of women", ["share": 71, "group": "women", "role": "group"]),
    ("poll-sample", "800 adults", ["size": 800]), ("poll-sample", "90 farmers", ["size": 90, "part": true]),
    ("poll-margin", "3.1 points", ["points": 3.1]), ("poll-lookalike", "exit strategy", [:]),
    ("poll-field", "taken", [:]), ("poll-field", "published", ["published": true]),
    ("poll-group", "Among the young", ["group": "the young"]),
  ]
  private static let names: [(type: String, words: String, features: Features)] = [
    ("organization", "Tideline", ["entity": "Tideline"]),
    ("timex", "May 3", ["value": "2024-05-03", "timexType": "DATE"]),
    ("timex", "May 7", ["value": "2024-05-07", "timexType": "DATE"]),
    ("timex", "December 28", ["value": "2024-12-28", "timexType": "DATE", "anchor": "2024-05-10"]),
    ("timex", "January 4", ["value": "2024-01-04", "timexType": "DATE", "anchor": "2024-05-10"]),
    ("timex", "April", ["value": "2024-04", "timexType": "DATE"]),
  ]

  private static func made(_ text: String, behind prefix: String = "", settings: Features = [:]) -> HandMade {
    HandMade(text, behind: prefix, parts, annotations: names, settings: settings)
  }

  private static func found(_ made: HandMade, _ lookalikes: inout Lookalikes) throws -> [NewAnnotation] {
    let thresholds = try OpinionThresholds.shipped()
    var polls = OpinionPolls(
      document: made.document, dates: FieldDates(document: made.document, thresholds: thresholds),
      thresholds: thresholds, taken: [])
    return polls.find(&lookalikes)
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
    Case(
      testDescription: "a figure whose answer no frame tells is not enough", text: "The poll has 12%.",
      decisions: [.mention]),
    Case(
      testDescription: "a sample alone is spoken of", text: "The poll is of 1,024 adults.", decisions: [.mention]),
    Case(
      testDescription: "a margin alone is spoken of", text: "The poll is exact to 3.1 points.", decisions: [.mention]),
    Case(
      testDescription: "a sample and a margin of nobody's poll, and a change of another wave",
      text: "The poll of 1,024 adults is exact to 3.1 points; it was 41%.", decisions: [.mention]),
    Case(
      testDescription: "a pollster alone is spoken of", text: "A Quorum survey is out.", decisions: [.mention],
      features: ["pollster": "Quorum"]),
    Case(
      testDescription: "an organization before the words", text: "Tideline The poll has 58% yes.",
      decisions: [.reportWithFigures], features: ["pollster": "Tideline"], from: ["Tideline"]),
    Case(
      testDescription: "an organization farther before the words", text: "Tideline runs The poll with 58% yes.",
      decisions: [.reportWithFigures]),
    Case(
      testDescription: "a paragraph with one answer does not go on with the poll",
      text: "The poll has 58% yes.\n\nBut 29% no.",
      decisions: [.reportWithFigures], features: ["options": ["yes"]]),
    Case(
      testDescription: "a paragraph with two answers does", text: "The poll is by many.\n\nThere were 58% yes, 29% no.",
      decisions: [.reportWithFigures], features: ["options": ["yes", "no"]]),
    Case(
      testDescription: "a paragraph with a loose figure does not", text: "The poll has 58% yes.\n\nBut 12%.",
      decisions: [.reportWithFigures], features: ["options": ["yes"]]),
    Case(
      testDescription: "answers before the report", text: "It is 58% yes. The poll is by many.",
      decisions: [.reportWithFigures], features: ["shares": [58]]),
    Case(testDescription: "a study with an answer is no poll", text: "A study has 58% yes.", decisions: []),
    Case(
      testDescription: "a study of so many is one", text: "A study of 800 adults has 58% yes.",
      decisions: [.reportWithFigures], features: ["shares": [58]]),
    Case(testDescription: "words that speak against a poll", text: "A poll found an exit strategy.", decisions: []),
    Case(
      testDescription: "shares among a part of those asked", text: "The poll has 71% of women, 58% yes.",
      decisions: [.reportWithFigures],
      features: ["shares": [58], "subgroups": [.record(["group": "women", "share": 71])]]),
    Case(
      testDescription: "words for a part lead up to the next clause",
      text: "The poll has 29% no. Among the young 58% yes while 12% did.", decisions: [.reportWithFigures],
      features: [
        "shares": [29, 12], "subgroups": [.record(["group": "the young", "option": "yes", "share": 58])],
      ]),
    Case(
      testDescription: "a figure of another wave", text: "The poll has 58% yes, then 41%.",
      decisions: [.reportWithFigures],
      features: ["shares": [58], "otherFigures": [.record(["role": "earlier", "value": 41])]]),
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
      testDescription: "another pollster in one sentence",
      text: "A Quorum survey has 58% yes while A Norda survey has 29% no.",
      decisions: [.reportWithFigures, .reportWithFigures], features: ["shares": [58]]),
    Case(
      testDescription: "another poll", text: "The poll has 58% yes. Another poll has 29% no.",
      decisions: [.reportWithFigures, .reportWithFigures], features: ["shares": [58]]),
    Case(
      testDescription: "another sample", text: "A Quorum survey of 1,024 adults.\n\nA Quorum survey of 800 adults.",
      decisions: [.reportWithFigures, .reportWithFigures]),
    Case(
      testDescription: "a part of the sample", text: "A Quorum survey of 1,024 adults and 90 farmers.",
      decisions: [.reportWithFigures], features: ["sampleSize": 1024]),
    Case(
      testDescription: "a poll told of again joins its pollster's",
      text: "A Quorum survey has 58% yes.\n\nA Norda survey has 29% no.\n\nA Quorum survey of 800 adults.",
      decisions: [.reportWithFigures, .reportWithFigures], features: ["sampleSize": 800]),
    Case(
      testDescription: "over the end of a year", text: "A Quorum survey of 800 adults, taken December 28 to January 4.",
      decisions: [.reportWithFigures], features: ["fieldStart": "2024-12-28", "fieldEnd": "2025-01-04"],
      from: ["December 28", "January 4"]),
    Case(
      testDescription: "a month", text: "A Quorum survey of 800 adults was taken in April.",
      decisions: [.reportWithFigures],
      features: ["fieldStart": "2024-04", "fieldEnd": "2024-04"], from: ["April"]),
    Case(
      testDescription: "the day it was published", text: "A Quorum survey of 800 adults was published May 3.",
      decisions: [.reportWithFigures]),
  ]

  @Test(arguments: cases, ["", "é", "👩‍👩‍👧 العراق"])
  func `sentences are a poll by what they say of it`(_ c: Case, prefix: String) throws {
    let made = Self.made(c.text, behind: prefix)
    var lookalikes = Lookalikes(document: made.document)
    let found = try Self.found(made, &lookalikes)
    #expect(found.map(\.decision) == c.decisions.map(\.rawValue))
    for (name, value) in c.features { #expect(found.first?.features[name] == value, "\(name)") }
    if c.features["fieldStart"] == nil { #expect(found.first?.features["fieldStart"] == nil) }
    #expect(made.annotated(found.first?.annotations ?? []) == c.from)
  }

  @Test func `a poll names the candidates of all its sentences, the first report first`() throws {
    let made = Self.made("A Quorum survey has 58% yes.\n\nThe poll of 1,024 adults.", behind: "é")
    var lookalikes = Lookalikes(document: made.document)
    let poll = try #require(try Self.found(made, &lookalikes).first)
    #expect(made.words(poll.candidates) == ["A Quorum survey", "58% yes", "The poll", "1,024 adults"])
  }

  @Test func `what is no poll tells by what`() throws {
    let made = Self.made("A poll found an exit strategy.", behind: "é", settings: ["lookalikes": "reported"])
    var lookalikes = Lookalikes(document: made.document)
    #expect(try Self.found(made, &lookalikes).isEmpty)
    #expect(lookalikes.analysis.annotations.map(\.decision) == [PollDecision.lookalikeWords.rawValue])
    #expect(lookalikes.analysis.rejections.map(\.reason) == ["a lookalike"])
  }

  @Test(arguments: [
    ("Brell", "Brell Research", true), ("the Quorum", "Quorum", true),
    ("LIPA", "Lenham Institute for Public Attitudes", true),
    ("Norda", "Quorum", false), ("Holm Data", "Holm Research", false),
  ])
  func `names of one pollster are told from those of two`(one: String, other: String, areSame: Bool) {
    #expect(Pollsters.areSame(one, other) == areSame)
  }
}

extension OpinionThresholds {
  /// Those of the shipped rules.
  static func shipped() throws -> OpinionThresholds {
    let settings = Settings(
      try ShippedRules.settings("poll-detection/opinion.yaml", for: PollAnalyzer.manifest))
    return try OpinionThresholds(settings.table(OpinionThresholds.table))
  }
}
