import PostilModuleKit
import Testing

@testable import StatementSentiment

/// Where what is said ends: `ContentEnd`.
@Suite struct ContentTests {
  struct End: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let start: String
    let isPhrase: Bool
    let expected: String

    init(_ description: String, _ text: String, from start: String, isPhrase: Bool = false, _ expected: String) {
      testDescription = description
      self.text = text
      self.start = start
      self.isPhrase = isPhrase
      self.expected = expected
    }
  }

  static let ends = [
    End("the sentence", "They said ships sank early.", from: "ships", "ships sank early"),
    End("a semicolon", "They said ships sank; walls fell.", from: "ships", "ships sank"),
    End("not inside marks", "They said “ships; walls” fell.", from: "“ships", "“ships; walls” fell"),
    End("an occasion behind a phrase", "They praised ships during talks.", from: "ships", isPhrase: true, "ships"),
    End("an occasion in a clause", "They said ships sank during talks.", from: "ships", "ships sank during talks"),
    End("a means behind a phrase", "They praised ships by sinking it.", from: "ships", isPhrase: true, "ships"),
    End("a coordinated verb", "They praised ships and left the port.", from: "ships", isPhrase: true, "ships"),
    End("coordinated nouns", "They praised ships and walls.", from: "ships", isPhrase: true, "ships and walls"),
    End(
      "a subordinate clause behind a phrase", "They praised ships, because walls fell.", from: "ships", isPhrase: true,
      "ships"),
    End(
      "a subordinate clause in a clause", "They said ships sank, because walls fell.", from: "ships",
      "ships sank, because walls fell"),
    End("a gerund behind a comma", "They said ships sank, saying walls fell.", from: "ships", "ships sank"),
    End("a coordinated cue", "They said ships sank and praised it.", from: "ships", "ships sank"),
    End("another statement", "They said ships sank, but the crew praised it.", from: "ships", "ships sank"),
    End("an attribution at the end", "They know ships sank, the crew said.", from: "ships", "ships sank"),
    End(
      "no attribution without a comma", "They know ships the crew said sank.", from: "ships", "ships the crew said sank"
    ),
    End("a loose preposition", "They said ships sank, as.", from: "ships", "ships sank"),
  ]

  @Test(arguments: ends, ["", multiByte])
  func `a content ends before another clause`(_ c: End, prefix: String) {
    let made = HandMade(c.text, behind: prefix)
    let start = made.tokens(c.start).lowerBound
    let end = made.ends.end(from: start, limit: made.sentence.upperBound, isPhrase: c.isPhrase)
    #expect(made.text(start..<end) == c.expected)
  }
}
