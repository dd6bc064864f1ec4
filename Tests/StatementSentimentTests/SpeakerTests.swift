import PostilTestSupport
import Testing

/// Who a source is: pronouns, offices, speakers inside quotations.
@Suite struct SpeakerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The words of the statement meant.
    let content: String
    let entity: String?
  }

  static let cases = [
    Case(
      testDescription: "she is the woman, though a man is nearer",
      text: "Mrs. Ann Marlow met the crew. Edward Quist came late. She said the wall was weak.",
      content: "the wall was weak", entity: "Ann Marlow"),
    Case(
      testDescription: "he is no organization",
      text: "Mr. Edward Quist left early. Northway Research closed its office. He said the wall was weak.",
      content: "the wall was weak", entity: "Edward Quist"),
    Case(
      testDescription: "it is no person",
      text: "Northway Research closed its office. Edward Quist left early. It said the wall was weak.",
      content: "the wall was weak", entity: "Northway Research"),
    Case(
      testDescription: "one of two men is nobody sure",
      text: "In the harbor stood Edward Quist beside Thomas Holm. He said the wall was weak.",
      content: "the wall was weak", entity: nil),
    Case(
      testDescription: "I is who speaks around",
      text: "“I told him, ‘Go home now,’ and he left,” Ann Marlow said.", content: "Go home now,",
      entity: "Ann Marlow"),
    Case(
      testDescription: "a noun is the one organization that it is the head of",
      text: "The Ministry of Health opened. Then the ministry said the wall was weak.",
      content: "the wall was weak", entity: "Ministry of Health"),
    Case(
      testDescription: "he is the sailor without a name",
      text: "Ann Marlow met Edward Quist. “The wall is weak,” said one sailor. “I saw it,” he said.",
      content: "I saw it,", entity: nil),
    Case(
      testDescription: "an office is the person whose title it is",
      text: "Harbor Minister Ann Marlow met the crew. Later the harbor minister said the wall was weak.",
      content: "the wall was weak", entity: "Ann Marlow"),
    Case(
      testDescription: "a pronoun stands for nobody in a line about a video",
      text: "Edward Quist left early.\n\nVideo: Thomas Holm at the gate | 2:17\n\nHe said the wall was weak.",
      content: "the wall was weak", entity: "Edward Quist"),
    Case(
      testDescription: "nor in a credit inside the paragraph",
      text: "Edward Quist left early. (Photo: Thomas Holm, Korr Press) He said the wall was weak.",
      content: "the wall was weak", entity: "Edward Quist"),
    Case(
      testDescription: "nor in lines to read more and to follow",
      text:
        "Ann Marlow left early.\n\nREAD MORE: Mary Holm left too\n\nFollow Mary Holm on Twitter @mholm\n\nShe said the wall was weak.",
      content: "the wall was weak", entity: "Ann Marlow"),
  ]

  /// Who is not named in the source's own words, or in apposition to them, says nothing.
  static let unnamed = [
    Case(
      testDescription: "critics of somebody are not the one they criticise",
      text: "Critics of Mara Velk gathered in Tarn on Monday.\n\nThe bridge is unsafe, critics say.",
      content: "The bridge is unsafe", entity: nil),
    Case(
      testDescription: "nor in one phrase", text: "Critics of Mara Velk say the bridge is unsafe.",
      content: "the bridge is unsafe", entity: nil),
    Case(
      testDescription: "voters are no candidate",
      text: "Voters for Dan Osk gathered on Monday. Most voters say they will stay at home.",
      content: "they will stay at home", entity: nil),
    Case(
      testDescription: "sources are nobody before them",
      text: "Mara Velk is the mayor. Sources say they believe the lorry is hers.",
      content: "they believe the lorry is hers", entity: nil),
    Case(
      testDescription: "authorities are not the one they hold",
      text: "Sayfu Quarvan drove a lorry. According to authorities, the road was closed for a week.",
      content: "the road was closed for a week", entity: nil),
    Case(
      testDescription: "his lawyer is not he", text: "Dan Osk is in prison. His lawyer said the wall was weak.",
      content: "the wall was weak", entity: nil),
    Case(
      testDescription: "a body named before officials stays",
      text: "United Nations officials said the wall was weak.", content: "the wall was weak", entity: "United Nations"),
    Case(
      testDescription: "an engineer whose name follows is she",
      text: "A ministry engineer, Dr. Hana Saleem, said the wall was weak.", content: "the wall was weak",
      entity: "Hana Saleem"),
    Case(
      testDescription: "several lawyers are none of those they work for",
      text: "Lawyers for Mara Velk said the wall was weak.", content: "the wall was weak", entity: nil),
    Case(
      testDescription: "a film is nobody whose name follows it",
      text: "It is a film, Dan Osk wrote. The film says the wall was weak.", content: "the wall was weak", entity: nil),
    Case(
      testDescription: "a name that looks like a preposition",
      text: "Per Aasen, 61, a fisherman, said the wall was weak.",
      content: "the wall was weak", entity: "Per Aasen"),
    Case(
      testDescription: "he is no office",
      text: "The mayor’s office said Mayor Dan Osk would come. He said the wall was weak.",
      content: "the wall was weak", entity: "Dan Osk"),
    Case(
      testDescription: "an adverb is no speaker", text: "Mara Velk has long said the wall was weak.",
      content: "the wall was weak", entity: "Mara Velk"),
  ]

  @Test func `nobody speaks who is not named in the source`() throws {
    let found = try Annotator.annotate(Self.prefixes.flatMap { prefix in Self.unnamed.map { prefix + $0.text } })
    for (number, statements) in found.enumerated() {
      let c = Self.unnamed[number % Self.unnamed.count]
      let statement = statements.first { $0.type == "statement" && $0.text == c.content }
      #expect(statement != nil, "\(c.testDescription)")
      #expect(statement?["sourceEntity"] == c.entity, "\(c.testDescription)")
    }
  }

  static let kinds: [(String, String?)] = [
    ("Critics say the wall is weak.", "group"), ("A White House official said the wall is weak.", "unnamed"),
    ("The report says the wall is weak.", "thing"), ("Ann Marlow said the wall is weak.", "person"),
    ("The Ministry of Health said the wall is weak.", "organization"),
    ("Two harbor officials said the wall is weak.", "group"), ("Some say the wall is weak.", nil),
  ]

  @Test func `a source tells what it is`() throws {
    let found = try Annotator.annotate(Self.kinds.map(\.0))
    #expect(found.map { $0.first { $0.type == "statement" }?["sourceKind"] } == Self.kinds.map(\.1))
  }

  @Test func `the place before a colon is no speaker, and a turn of a transcript is`() throws {
    let found = try Annotator.annotate([
      "TARN: Dr. Dan Osk underlined the need for calm on Monday.",
      "MODERATOR: Good evening to you all.\n\nVELK: We never saw such rain in our town.",
    ]).map { $0.filter { $0.type == "statement" }.map { $0["source"] } }
    #expect(!found[0].contains("TARN"))
    #expect(found[1] == ["MODERATOR", "VELK"])
  }

  @Test func `headings of sections are no speakers, an office in capitals is`() throws {
    let found = try Annotator.annotate([
      "THE SPLIT: Nine towns back the delay of the work.\n\nCOMING UP: The ministers meet again on Tuesday.\n\n"
        + "CHECK YOUR SUMS: The bill was put at nine million.",
      "Q: Is it over?\n\nTHE PRESIDENT: It has not even begun for us.\n\nA: We left it to the town.",
    ]).map { $0.filter { $0.type == "statement" }.map { $0["source"] } }
    #expect(!found[0].contains { ["THE SPLIT", "COMING UP", "CHECK YOUR SUMS"].contains($0) })
    #expect(found[1] == ["THE PRESIDENT", "A"])
  }

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `a source is resolved as a reader resolves it`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let statements = try Self.found.get()[prefix * Self.cases.count + numbered.offset].filter { $0.type == "statement" }
    let statement = try #require(statements.first { $0.text == numbered.element.content })
    #expect(statement["sourceEntity"] == numbered.element.entity)
  }

  @Test func `those between whom it is unsure stand in the evidence`() throws {
    let text = "In the harbor stood Edward Quist beside Thomas Holm. He said the wall was weak."
    let statement = try #require(try Annotator.annotate([text])[0].first { $0.type == "statement" })
    let evidence = try #require(statement["evidence"])
    #expect(evidence.contains("source may be Edward Quist|source may be Thomas Holm"))
  }

  @Test func `speech inside a quotation is nested in it`() throws {
    let text = "“My men told me, ‘Do not sign that,’ so I left,” Ann Marlow said."
    let statements = try Annotator.annotate([text])[0].filter { $0.type == "statement" }
    #expect(statements.count == 2)
    #expect(statements.last?["nestedIn"] != nil)
  }
}
