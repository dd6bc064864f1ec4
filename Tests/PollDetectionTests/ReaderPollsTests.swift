import PostilModel
import Testing

@testable import PollDetection
@testable import PostilModuleKit

/// Polls on the page, by lines whose parts are given by hand.
@Suite struct ReaderPollsTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The decision behind the one poll; nil when there is none.
    let decision: PollDecision?
    var question: String?
    var options: [String] = []
    var shares: [Double] = []
    var votes: Double?
    var words = ""
  }

  private static let parts: [(type: String, words: String, features: Features)] = [
    ("poll-prompt", "Have your say", [:]), ("poll-question", "Free trams?", ["question": "Free trams?"]),
    ("poll-option", "( ) Yes", ["option": "Yes", "sure": true]),
    ("poll-option", "( ) No", ["option": "No", "sure": true]),
    ("poll-option", "Perhaps", ["option": "Perhaps", "sure": false]), ("poll-button", "Vote now", [:]),
    ("poll-option", "Never", ["option": "Never", "sure": false]),
    ("poll-votes", "1,204 votes", ["votes": 1204]), ("poll-result", "Yes 61", ["option": "Yes", "share": 61]),
    ("poll-result", "No 39", ["option": "No", "share": 39]),
  ]

  static let cases = [
    Case(
      testDescription: "a proposition that stands twice", text: "Trams for all\nTrams for all\nHave your say",
      decision: .repeated, question: "Trams for all", words: "Trams for all\nTrams for all\nHave your say"),
    Case(
      testDescription: "a question over a prompt", text: "Free trams?\nHave your say", decision: .questionThenPrompt,
      question: "Free trams?", words: "Free trams?\nHave your say"),
    Case(
      testDescription: "a prompt over a question with answers", text: "Have your say\nFree trams?\n( ) Yes\n( ) No",
      decision: .promptThenQuestion, question: "Free trams?", options: ["Yes", "No"],
      words: "Have your say\nFree trams?\n( ) Yes\n( ) No"),
    Case(
      testDescription: "a prompt over a question with one answer", text: "Have your say\nFree trams?\n( ) Yes",
      decision: nil),
    Case(
      testDescription: "another line over a prompt with an answer", text: "Trams\nHave your say\n( ) Yes",
      decision: .promptWithAnswers, question: "Trams", options: ["Yes"], words: "Trams\nHave your say\n( ) Yes"),
    Case(testDescription: "another line over a prompt alone", text: "Trams\nHave your say\nNews", decision: nil),
    Case(
      testDescription: "a question with answers", text: "Free trams?\n( ) Yes\nPerhaps\nVote now\n1,204 votes",
      decision: .questionWithAnswers, question: "Free trams?", options: ["Yes", "Perhaps"], votes: 1204,
      words: "Free trams?\n( ) Yes\nPerhaps\nVote now\n1,204 votes"),
    Case(
      testDescription: "a question with lines that may be answers", text: "Free trams?\nPerhaps\nNever", decision: nil),
    Case(testDescription: "a question with one answer", text: "Free trams?\n( ) Yes", decision: nil),
    Case(
      testDescription: "results on a line of their own",
      text: "Free trams?\n( ) Yes\n( ) No\nSo far: No 39, Yes 61", decision: .questionWithAnswers,
      question: "Free trams?", options: ["Yes", "No"], shares: [61, 39],
      words: "Free trams?\n( ) Yes\n( ) No\nSo far: No 39, Yes 61"),
  ]

  @Test(arguments: cases, ["", "é", "👩‍👩‍👧 العراق"])
  func `lines become a poll by what stands over and under them`(_ c: Case, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix, Self.parts)
    var lookalikes = Lookalikes(document: made.document)
    let found = ReaderPolls(document: made.document).find(&lookalikes)
    #expect(found.map(\.decision) == (c.decision.map { [$0.rawValue] } ?? []))
    guard let poll = found.first else { return }
    #expect(poll.features["question"]?.string == c.question)
    #expect(poll.features["options"]?.list?.compactMap(\.string) == c.options)
    #expect(poll.features["shares"]?.list?.compactMap(\.number) == c.shares)
    #expect(poll.features["votes"]?.number == c.votes)
    #expect(made.document.text(poll.span) == c.words)
  }

  @Test func `a poll names all candidates that it was made from`() throws {
    let made = HandMade("Free trams?\n( ) Yes\n( ) No\nVote now\n1,204 votes", behind: "é", Self.parts)
    var lookalikes = Lookalikes(document: made.document)
    let poll = try #require(ReaderPolls(document: made.document).find(&lookalikes).first)
    #expect(made.words(poll.candidates) == ["Free trams?", "( ) Yes", "( ) No", "Vote now", "1,204 votes"])
  }

  @Test func `a prompt alone is rejected, and told on request`() throws {
    let made = HandMade("Have your say", behind: "é", Self.parts, settings: ["lookalikes": "reported"])
    var lookalikes = Lookalikes(document: made.document)
    #expect(ReaderPolls(document: made.document).find(&lookalikes).isEmpty)
    #expect(lookalikes.analysis.rejections.map(\.reason) == ["no answers and not repeated"])
    let told = try #require(lookalikes.analysis.annotations.first)
    #expect(told.decision == PollDecision.promptAlone.rawValue)
    #expect(told.type == "rejected-poll" && made.document.text(told.span) == "Have your say")
  }
}
