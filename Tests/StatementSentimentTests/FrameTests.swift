import PostilModuleKit
import Testing

@testable import StatementSentiment

/// What the shipped frames make of a cue: who says what, and by which frame.
@Suite struct FrameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let cue: String
    /// `source > parts: frame`; nil when nothing is said.
    let expected: String?

    init(_ description: String, _ text: String, _ cue: String, _ expected: String?) {
      testDescription = description
      self.text = text
      self.cue = cue
      self.expected = expected
    }
  }

  static let cases = [
    Case(
      "a short clause first", "Ships sank early, the crew said.", "said",
      "the crew > Ships sank early: clause-before-subject"),
    Case("too few words first", "Ships sank, the crew said.", "said", nil),
    Case(
      "a quotation first", "“The ship sank,” the crew said.", "said",
      "the crew > The ship sank,: quotation-before-subject"),
    Case(
      "a quotation before an inverted source", "“The ship sank,” said the crew.", "said",
      "the crew > The ship sank,: quotation-before-inverted"),
    Case(
      "a quotation last", "Then the crew said: “The ship sank.”", "said",
      "the crew > The ship sank.: quotation-behind-mark"),
    Case(
      "a single quoted word is no quotation", "The crew said “sank” was wrong.", "said",
      "The crew > “sank” was wrong: clause-bare"),
    Case("that", "The crew said that the ship sank.", "said", "The crew > the ship sank: clause-that"),
    Case("no that", "The crew said the ship sank.", "said", "The crew > the ship sank: clause-bare"),
    Case("an addressee", "The crew told Ida ships sank.", "told", "The crew > ships sank: clause-addressee"),
    Case(
      "a clause first", "The old ship sank early, the crew said.", "said",
      "the crew > The old ship sank early: clause-before-subject"),
    Case(
      "a clause before an inverted source", "The old ship sank early, said the crew.", "said",
      "the crew > The old ship sank early: clause-before-inverted"),
    Case(
      "a clause on both sides", "The ship, the crew said, had sunk early.", "said",
      "the crew > The ship|had sunk early: clause-around"),
    Case(
      "words before a quotation's mark", "The ship was “old and weak,” the crew said.", "said",
      "the crew > The ship was “old and weak,: clause-into-quotation-subject"),
    Case(
      "which", "It has a gap which experts say could sink it.", "say", "experts > which|could sink it: clause-relative"),
    Case("an object", "The crew praised the ship.", "praised", "The crew > the ship: stance-phrase"),
    Case("an infinitive", "The crew vowed to sail early.", "vowed", "The crew > to sail early: clause-infinitive"),
    Case(
      "that behind a noun", "The crew’s claim that the ship was old failed.", "claim",
      "The crew’s > the ship was old: clause-noun-owner"),
    Case("a passive", "The ship was praised by the crew.", "praised", "the crew > The ship: stance-passive"),
    Case(
      "an object within a clause of who", "The crew, who praised the ship, left early.", "praised",
      "The crew, who > the ship: stance-phrase"),
    Case(
      "a gerund first", "Praise fell. Saying the ship sank, the crew left.", "Saying",
      "the crew > the ship sank: clause-gerund-front"),
    Case("nothing", "Then the crew said.", "said", nil),
    Case(
      "an inverted subject first", "Said the crew: “The ship sank.”", "Said",
      "the crew > The ship sank.: quotation-behind-inverted"),
    Case("a capital inside the sentence is a name", "They saw a man of the ship Said who sank there.", "Said", nil),
    Case("a hyphen before it", "It was a crew-praised ship of the north.", "praised", nil),
    Case(
      "a gerund behind a comma", "The crew left, saying the ship sank.", "saying",
      "The crew > the ship sank: clause-bare"),
    Case(
      "a gerund first", "Saying the ship sank, the crew left.", "Saying",
      "the crew > the ship sank: clause-gerund-front"),
    Case(
      "a gerund behind an auxiliary", "The crew was saying the ship sank.", "saying",
      "The crew > the ship sank: clause-bare"),
    Case("a gerund as a noun", "They saw praising of ships.", "praising", nil),
    Case(
      "a noun with a possessive pronoun", "Then his claim that the ship was old failed.", "claim",
      "his > the ship was old: clause-noun-owner"),
    Case(
      "a noun with nobody", "The claim that the ship was old failed.", "claim", "nobody > the ship was old: clause-noun"
    ),
    Case("a noun without that", "The crew’s claim failed.", "claim", nil),
    Case(
      "an adjective with that", "The crew is confident that the ship sank.", "confident",
      "The crew > the ship sank: clause-adjective"),
    Case("an adjective without that", "The crew is confident.", "confident", nil),
    Case("a base form behind an auxiliary", "The crew will praise the ship.", "praise", nil),
    Case("a base form as a noun", "The crew saw a praise the ship.", "praise", nil),
    Case(
      "a base form with a plural subject", "Old sailors praise the ship.", "praise",
      "Old sailors > the ship: stance-phrase"),
    Case("a base form of a verb alone", "Old sailors say ships sank.", "say", "Old sailors > ships sank: clause-bare"),
    Case("a quantity alone", "Some say ships sank.", "say", "Some > ships sank: clause-bare"),
    Case("a number alone", "By noon 39 said the ship sank.", "said", "39 > the ship sank: clause-bare"),
    Case("an article before it", "It was the said ship.", "said", nil),
    Case("a passive without", "The ship was praised.", "praised", nil),
    Case("a passive with that", "It was said that the ship sank.", "said", "nobody > the ship sank: clause-passive"),
    Case("a clause of who", "The crew who praised the ship left.", "praised", "The crew who > the ship: stance-phrase"),
    Case("a coordinated verb", "The crew left and praised the ship.", "praised", "The crew > the ship: stance-phrase"),
    Case("that", "They said that ships sank.", "said", "They > ships sank: clause-that"),
    Case("that behind a day", "They said on Monday that ships sank.", "said", "They > ships sank: clause-that"),
    Case(
      "that with a long insertion", "They said that, in time, ships sank in the sea.", "said",
      "They > in time, ships sank in the sea: clause-that"),
    Case("that with a short insertion", "They said that, of course.", "said", nil),
    Case("an infinitive", "They vowed to sail.", "vowed", "They > to sail: clause-infinitive"),
    Case("no infinitive", "They said to sail.", "said", nil),
    Case("an addressee in one word", "They told him ships sank.", "told", "They > ships sank: clause-addressee"),
    Case("an addressee by name", "They told Ida Holm ships sank.", "told", "They > ships sank: clause-addressee"),
    Case(
      "an addressee with an article", "They told the crew ships sank.", "told", "They > ships sank: clause-addressee"),
    Case("a clause", "They said ships sank.", "said", "They > ships sank: clause-bare"),
    Case("a clause behind a day", "They said on Monday ships sank.", "said", "They > ships sank: clause-bare"),
    Case("an auxiliary begins no clause", "They said had sunk early.", "said", nil),
    Case("an object begins no clause", "They said him early in old times.", "said", nil),
    Case("a pronoun before a mark", "They said it.", "said", nil),
    Case("few words without a verb", "They said nothing more.", "said", nil),
    Case("a noun phrase", "They praised ships.", "praised", "They > ships: stance-phrase"),
    Case("no noun phrase", "They praised in time.", "praised", nil),
    Case(
      "what it is called", "They called the plan a disgrace.", "called", "They > the plan a disgrace: stance-naming"),
    Case(
      "what it is called in marks", "They called ships “a disgrace”.", "called",
      "They > ships “a disgrace”: stance-naming"),
    Case("called by nothing", "They called Ida.", "called", nil),
  ]

  @Test(arguments: cases, ["", multiByte])
  func `a frame finds source and content of a cue`(_ c: Case, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix)
    #expect(made.statement(at: c.cue, frames: try HandMade.frames.get()) == c.expected)
  }
}

/// Frames as rules write them.
@Suite struct FrameTextTests {
  @Test(arguments: ["", multiByte])
  func `a construction of one's own needs a row and no compiler`(prefix: String) throws {
    let own = FrameTable([try FrameText.frame("subject cue[finite] 'with' 'one' 'voice' that clause", rule: "my/voice")]
    )
    let made = HandMade("The crew said with one voice that the ship sank.", behind: prefix)
    #expect(made.statement(at: "said", frames: own) == "The crew > the ship sank: voice")
    #expect(HandMade("The crew said that the ship sank.", behind: prefix).statement(at: "said", frames: own) == nil)
  }

  @Test(arguments: ["", multiByte])
  func `the first frame that fits wins`(prefix: String) throws {
    let first = try FrameText.frame("subject cue phrase", rule: "my/first")
    let second = try FrameText.frame("subject cue[finite takes=n] phrase", rule: "my/second")
    let made = HandMade("The crew praised the ship.", behind: prefix)
    #expect(made.statement(at: "praised", frames: FrameTable([first, second])) == "The crew > the ship: first")
    #expect(made.statement(at: "praised", frames: FrameTable([second, first])) == "The crew > the ship: second")
  }

  @Test(arguments: ["", multiByte])
  func `elements may be missing, repeat, or have to be absent`(prefix: String) throws {
    let frame = try FrameText.frame("subject cue[finite] adverb* !to that? clause", rule: "my/frame")
    let table = FrameTable([frame])
    let found = ["The crew said quickly early that the ship sank.", "The crew said the ship sank."].map {
      HandMade($0, behind: prefix).statement(at: "said", frames: table)
    }
    #expect(found == ["The crew > the ship sank: frame", "The crew > the ship sank: frame"])
    #expect(HandMade("The crew said to sail early on.", behind: prefix).statement(at: "said", frames: table) == nil)
  }

  @Test func `a cue that says nothing takes no other frame`() throws {
    let nothing = try FrameText.frame("cue[finite takes=n] nothing", rule: "my/nothing")
    let phrase = try FrameText.frame("subject cue phrase", rule: "my/phrase")
    let made = HandMade("The crew praised the ship.")
    #expect(made.statement(at: "praised", frames: FrameTable([nothing, phrase])) == nil)
  }

  static let faults = [
    ("subject that clause", "a frame has one 'cue', this one has 0"),
    ("subject cue cue clause", "a frame has one 'cue', this one has 2"),
    ("subject cue", "a frame has a content, such as 'clause' or 'quotation'"),
    ("subjekt cue clause", "'subjekt' is no slot and no class of words"),
    ("subject cue[past] clause", "'past' is no shape of a cue"),
    ("subject cue[takes=x] clause", "'x' is not what a cue takes"),
    ("subject cue clause[big]", "'big' is nothing to ask of 'clause'"),
    ("comma[3] cue clause", "'comma' takes no brackets"),
    ("subject cue clause[3", "has a bracket that is not closed"),
    ("subject ! cue clause", "'!' names nothing"),
  ]

  @Test(arguments: faults)
  func `a frame that cannot be read says why`(text: String, fault: String) {
    let error = #expect(throws: FrameError.self) { try FrameText.frame(text, rule: "my/frame") }
    #expect(error?.description.hasPrefix("my/frame: ") == true)
    #expect(error?.description.contains(fault) == true, "\(error?.description ?? "")")
  }
}
