import PostilTestSupport
import Testing

/// Quotations that no listed verb introduces, labels, signatures, and what stands between marks of every kind.
@Suite struct NeighbourTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The first quotation's words and source; nil where nobody says it.
    let content: String
    let source: String?
  }

  static let cases = [
    Case(
      testDescription: "a verb that no list has, before its subject", text: "“Not here,” snarled Marta Quill.",
      content: "Not here,", source: "Marta Quill"),
    Case(
      testDescription: "and behind it", text: "“You will see,” the mayor grumbled.", content: "You will see,",
      source: "the mayor"),
    Case(
      testDescription: "a question", text: "“Why now?” Ann Marlow fumed.", content: "Why now?", source: "Ann Marlow"),
    Case(
      testDescription: "a gesture before speech", text: "Ann Marlow shrugged, “It is late.”", content: "It is late.",
      source: "Ann Marlow"),
    Case(
      testDescription: "on both sides", text: "“The wall,” Mr. Holm texted, “is old.”",
      content: "The wall,” Mr. Holm texted, “is old.", source: "Mr. Holm"),
    Case(
      testDescription: "a label beyond the first line", text: "The talks went on.\n\nGeoff Marrow: “It will gain.”",
      content: "It will gain.", source: "Geoff Marrow"),
    Case(
      testDescription: "a label with a particle in small letters",
      text: "The talks went on.\n\nGovernor Adil al-Korr: “We are late for it all.”",
      content: "We are late for it all.", source: "Governor Adil al-Korr"),
    Case(
      testDescription: "a label behind another one",
      text: "The talks went on.\n\nUpdate 22:15: Pieter van der Holm: “We are late for it all.”",
      content: "We are late for it all.", source: "Pieter van der Holm"),
    Case(
      testDescription: "a label behind a time",
      text: "The talks went on.\n\n21:40 – Ann Marlow: “We are late for it all.”",
      content: "We are late for it all.", source: "Ann Marlow"),
    Case(
      testDescription: "a label on a line of its own", text: "The talks went on.\n\nIda Holm:\n“It was a long day.”",
      content: "It was a long day.", source: "Ida Holm"),
    Case(
      testDescription: "a signature behind a hyphen",
      text: "The talks went on.\n\n“We never saw such rain.” - Thomas Holm",
      content: "We never saw such rain.", source: "Thomas Holm"),
    Case(
      testDescription: "a cell of a table", text: "The talks went on.\n\nName | Words\nAnn Marlow | “We are late.”",
      content: "We are late.", source: "Ann Marlow"),
    Case(
      testDescription: "a headline's label for somebody", text: "Harbor union: “We will strike”\n\nThe talks went on.",
      content: "We will strike", source: "Harbor union"),
    Case(
      testDescription: "who gave the statement that a line announces",
      text: "The talks went on.\n\nThis is the full text of a statement by Ann Marlow:\n\n“We are late for it all.”",
      content: "We are late for it all.", source: "Ann Marlow"),
    Case(
      testDescription: "a document that is a quotation",
      text: "“We have waited for this bridge. We will not wait more.”",
      content: "We have waited for this bridge. We will not wait more.", source: nil),
    Case(
      testDescription: "a plural's apostrophe in single marks",
      text: "‘The drivers’ union knows it,’ Marta Quill said.",
      content: "The drivers’ union knows it,", source: "Marta Quill"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `speech beside somebody is theirs`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let statements = try Self.found.get()[prefix * Self.cases.count + numbered.offset].filter { $0.type == "statement" }
    let statement = try #require(statements.first { $0["form"] == "quotation" })
    #expect(statement.text == numbered.element.content)
    #expect(statement["source"] == numbered.element.source)
  }

  @Test func `a labelled quotation on the first line is one statement`() throws {
    let found = try Annotator.annotate(["Geoff Marrow: “It will gain.”"])[0].filter { $0.type == "statement" }
    #expect(found.map(\.text) == ["It will gain."])
    #expect(found.first?["source"] == "Geoff Marrow")
  }

  static let silent = [
    "He watched “Late Night,” Ann Marlow left early.", "The sign read “Closed,” and Ann Marlow left.",
    "“We are late.” The mayor left early.",
  ]

  @Test(arguments: silent)
  func `a title in marks and a new sentence make nobody speak`(text: String) throws {
    let found = try Annotator.annotate([text])[0].filter { $0.type == "statement" }
    #expect(!found.contains { ["Ann Marlow", "The mayor"].contains($0["source"]) })
  }

  static let clauses = [
    ("The firm that sacked the workers was criticised by the union.", "The firm", "the union"),
    ("The man accused of killing the girl was defended by Jo Tann.", "The man", "Jo Tann"),
    ("The bridge, said Marta Quill, is safe.", "The bridge, said Marta Quill, is safe", "Marta Quill"),
    ("The plan, which Marta Quill said was bad, failed.", "which Marta Quill said was bad", "Marta Quill"),
    ("A law that critics say is unjust will pass.", "that critics say is unjust", "critics"),
    ("The Daily Plover quoted Jo Tann as saying the ship was late.", "the ship was late", "Jo Tann"),
    ("The ship was late, the state agency quoted Jo Tann as saying.", "The ship was late", "Jo Tann"),
    (
      "Fishermen, whose boats lay idle, said the wall was weak.", "the wall was weak", "Fishermen, whose boats lay idle"
    ),
    (
      "Sources close to the board told reporters that the wall was weak.", "the wall was weak",
      "Sources close to the board"
    ),
    ("The director argues that cuts have gone too far.", "cuts have gone too far", "The director"),
    ("All the experts I asked said the wall was weak.", "the wall was weak", "All the experts I asked"),
    ("A poll released Friday shows that the mayor leads.", "the mayor leads", "A poll released Friday"),
    (
      "Kall -- author of a book on walls -- said the wall was weak.", "the wall was weak",
      "Kall -- author of a book on walls"
    ),
    (
      "The lawyer, David Schulz, said no decision had been made.", "no decision had been made",
      "The lawyer, David Schulz"
    ),
    ("For its part, the union said the wall was weak.", "the wall was weak", "the union"),
  ]

  @Test func `an event with a subject of its own gives way to nobody`() throws {
    let found = try Annotator.annotate(["This mission, based on mutual respect, emphasizes the need for calm."])[0]
    #expect(!found.contains { $0.type == "statement" })
  }

  @Test func `what is said and done ends where the clause around goes on`() throws {
    let found = try Annotator.annotate(Self.clauses.flatMap { text in Self.prefixes.map { $0 + text.0 } })
    for (number, annotations) in found.enumerated() {
      let (text, content, source) = Self.clauses[number / 2]
      let statements = annotations.filter { $0.type == "statement" }
      #expect(statements.map(\.text) == [content], "\(text)")
      #expect(statements.map { $0["source"] } == [source], "\(text)")
    }
  }
}
