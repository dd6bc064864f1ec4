import PostilTestSupport
import Testing

/// What outlets of other habits write: courts, agencies, tabloids, interviews, magazines.
@Suite struct OutletTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The words of the statement meant; nil where there is none.
    let content: String?
    var source: String?
    var entity: String?
  }

  static let cases = [
    Case(
      testDescription: "an agency quotes a person behind the quotation, and nobody before speaks",
      text: "“We are late,” said Ann Marlow.\n\n“We wait here,” the press service quoted Edward Quist as saying.",
      content: "We wait here,", source: "Edward Quist", entity: "Edward Quist"),
    Case(
      testDescription: "also by a pronoun", text: "“We wait here,” the state agency cited him as saying.",
      content: "We wait here,", source: "him"),
    Case(
      testDescription: "a court is told by somebody", text: "The wall was weak, a court was told on Monday.",
      content: "The wall was weak"),
    Case(
      testDescription: "a jury that heard says nothing", text: "The jury heard that the wall was weak.",
      content: "the wall was weak"),
    Case(
      testDescription: "a noun of several words before a name",
      text: "“It hums all night,” fumed mum-of-three Kelly Dunmore, 38.", content: "It hums all night,",
      source: "mum-of-three Kelly Dunmore, 38", entity: "Kelly Dunmore"),
    Case(
      testDescription: "an age and an address behind a name",
      text: "Edwin Marlow, 57, of Elm Lane, Tarn, denies the charge.", content: "the charge",
      source: "Edwin Marlow, 57, of Elm Lane, Tarn", entity: "Edwin Marlow"),
    Case(
      testDescription: "a past form is no participle",
      text: "The only vote came from Gus Holm, who praised the plan.", content: "the plan", source: "Gus Holm, who",
      entity: "Gus Holm"),
    Case(
      testDescription: "there, behind somebody", text: "One official there said that the wall was weak.",
      content: "the wall was weak", source: "One official"),
    Case(
      testDescription: "who asks not to be named says nothing by that",
      text: "One keeper, who asked not to be named, left early.", content: nil),
    Case(
      testDescription: "who is denied a thing is not contradicted", text: "The post denied him a second goal.",
      content: nil),
    Case(
      testDescription: "a ship that is called by its name", text: "They own a ship called “Dawn”, which sank.",
      content: nil),
    Case(
      testDescription: "a book's title before a verb is no speech",
      text: "In her book, “Low Water,” she writes that the town was dry.", content: "the town was dry", source: "she"),
    Case(
      testDescription: "what stands before a semicolon is another clause",
      text: "The contract was ready; the wall, Ann Marlow said, was weak.",
      content: "the wall, Ann Marlow said, was weak", source: "Ann Marlow", entity: "Ann Marlow"),
    Case(
      testDescription: "a claim ends before the verb of its sentence",
      text: "Her claim that he was singing drew laughter.", content: "he was singing", source: "Her"),
    Case(
      testDescription: "somebody's account", text: "By Ann Marlow’s own account, the wall was weak.",
      content: "the wall was weak", source: "Ann Marlow’s"),
    Case(
      testDescription: "to hear somebody tell it", text: "To hear Ann Marlow tell it, the wall was weak.",
      content: "the wall was weak", source: "Ann Marlow", entity: "Ann Marlow"),
    Case(
      testDescription: "a heading that ends in who says it",
      text: "Ship sinks off the coast of Tarn - officials\n\nThe ship was old.",
      content: "Ship sinks off the coast of Tarn", source: "officials"),
    Case(
      testDescription: "low marks on the left", text: "He left the mass. „It is late“, Ann Marlow said.",
      content: "It is late", source: "Ann Marlow", entity: "Ann Marlow"),
    Case(
      testDescription: "a style stands for the last who bears it",
      text: "His Excellency Dan Osk met Her Excellency Ida Holm. Her Excellency praised the talks.",
      content: "the talks", source: "Her Excellency", entity: "Ida Holm"),
    Case(
      testDescription: "a noun in apposition tells a name's gender",
      text: "Ebbe Quarn sold it. The widow, Tordis Wray, was there. She said the wall was weak.",
      content: "the wall was weak", source: "She", entity: "Tordis Wray"),
    Case(
      testDescription: "a gerund behind a preposition is done by the subject of its clause",
      text: "Ida Holm left the room, and Gus Quarn answered by saying that the wall was weak.",
      content: "the wall was weak", source: "Gus Quarn", entity: "Gus Quarn"),
    Case(
      testDescription: "an act that is excluded, with its reason behind it",
      text: "Ann Marlow ruled out any repair, saying that the town was poor.", content: "any repair",
      source: "Ann Marlow", entity: "Ann Marlow"),
    Case(
      testDescription: "an age between a name and who",
      text: "It was signed by Ann Marlow, 72, who said the wall was weak.",
      content: "the wall was weak", source: "Ann Marlow, 72, who", entity: "Ann Marlow"),
    Case(
      testDescription: "who stands behind by, not what was done",
      text: "They were signed off at the time by the director, who said the wall was weak.",
      content: "the wall was weak", source: "the director, who"),
    Case(
      testDescription: "a participle in front is no statement",
      text: "Asked for a reason, Ann Marlow replied with a list.",
      content: nil),
    Case(
      testDescription: "the chief of a mission is somebody", text: "The mission’s chief condemned the attack.",
      content: "the attack", source: "The mission’s chief"),
    Case(
      testDescription: "a heading that ends in what finds it",
      text: "Old walls are weak, study finds\n\nThe walls are old.",
      content: "Old walls are weak", source: "study"),
    Case(
      testDescription: "who issues a document says what it says",
      text: "The Harbor Board issued a statement saying that the wall was weak.", content: "the wall was weak",
      source: "The Harbor Board", entity: "Harbor Board"),
    Case(
      testDescription: "those who are close to somebody", text: "Those close to him say that the wall was weak.",
      content: "the wall was weak", source: "Those close to him"),
    Case(
      testDescription: "a gerund in front, up to a mark with a comma in it",
      text: "Bemoaning the “phony system,” Ann Marlow left.", content: "the “phony system,”", source: "Ann Marlow",
      entity: "Ann Marlow"),
    Case(
      testDescription: "a noun that may be a verb", text: "The town depends on ships, one slide says.",
      content: "The town depends on ships", source: "one slide"),
    Case(
      testDescription: "an infinitive belongs to who is called on",
      text: "They left, while the union, which has members, called on ministers to mend the wall.",
      content: "ministers to mend the wall", source: "the union, which has members"),
    Case(
      testDescription: "much that is made", text: "Ann Marlow says too much is made of the wall.",
      content: "too much is made of the wall", source: "Ann Marlow", entity: "Ann Marlow"),
    Case(
      testDescription: "many of whom", text: "They met the keepers, many of whom say the wall is weak.",
      content: "the wall is weak", source: "many of whom"),
    Case(
      testDescription: "a participle before a title, behind a quotation",
      text: "The wall “is all that we have,” retired harbor general Gus Holm said.",
      content: "The wall “is all that we have,", source: "retired harbor general Gus Holm", entity: "Gus Holm"),
    Case(
      testDescription: "a new sentence behind a quotation",
      text: "It was “not our plan.” The mayor said the wall was weak.",
      content: "the wall was weak", source: "The mayor"),
    Case(
      testDescription: "advisers to somebody",
      text: "In recent days, advisers to the mayor say, the wall has grown weak.",
      content: "In recent days, advisers to the mayor say, the wall has grown weak", source: "advisers to the mayor"),
    Case(
      testDescription: "since when somebody is what they are",
      text: "“We bake all night,” Ida Holm, convenor since 2016, told a meeting at the hall.",
      content: "We bake all night,", source: "Ida Holm, convenor since 2016", entity: "Ida Holm"),
    Case(
      testDescription: "a title behind titled",
      text: "In a post titled “We Spilled It,” Gus Holm said the wall was weak.",
      content: "the wall was weak", source: "Gus Holm", entity: "Gus Holm"),
    Case(
      testDescription: "who the source is, behind it, is no content",
      text: "The number is higher, according to Ida Holm, a keeper who counts the ships.",
      content: "The number is higher",
      source: "Ida Holm", entity: "Ida Holm"),
    Case(
      testDescription: "whom somebody asks is not what is asked",
      text: "As the ship was in the harbor, Ida Holm asked the crew if the wall was weak.",
      content: "if the wall was weak", source: "Ida Holm", entity: "Ida Holm"),
    Case(
      testDescription: "a clause of 'after' has its own subject",
      text: "They asked Gus Holm to go after an inquiry found that the wall was weak.", content: "the wall was weak",
      source: "an inquiry"),
    Case(
      testDescription: "who is blamed for saying it says it",
      text: "They slammed Gus Holm for saying the wall was weak.",
      content: "the wall was weak", source: "Gus Holm", entity: "Gus Holm"),
    Case(
      testDescription: "what feels like a thing says nothing", text: "The audit felt like a veil over the town.",
      content: nil),
    Case(
      testDescription: "his prepared remarks are no verb",
      text: "Gus Holm, who printed his prepared remarks a day before the meeting, left.", content: nil),
    Case(
      testDescription: "a heading's line is none of the sentence below",
      text:
        "READ THE LETTER TO HOLM\nDan Osk said the wall was weak, and that it would be mended by the crew of the harbor in the "
        + "spring of the year, when the ships are out and the river is low.",
      content: "the wall was weak, and that it would be mended by the crew of the harbor in the spring of the year, "
        + "when the ships are out and the river is low",
      source: "Dan Osk", entity: "Dan Osk"),
    Case(
      testDescription: "a name that answers in an interview",
      text:
        "The Ledger met Ida Holm.\n\nThe Ledger: Were you there?\n\nHolm: I was there from the start.\n\nThe Ledger: And then?\n\n"
        + "Holm: Then we left the town.",
      content: "Then we left the town.", source: "Holm", entity: "Ida Holm"),
  ]

  private static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]
  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in cases.map { prefix + $0.text } })
  }

  @Test(arguments: Array(cases.enumerated()), [0, 1])
  func `who says what is told`(_ numbered: (offset: Int, element: Case), _ prefix: Int) throws {
    let c = numbered.element
    let statements = try Self.found.get()[prefix * Self.cases.count + numbered.offset].filter { $0.type == "statement" }
    guard let content = c.content else {
      #expect(statements.map(\.text).isEmpty)
      return
    }
    let statement = try #require(statements.first { $0.text == content }, "\(statements.map(\.text))")
    #expect(statement["source"] == c.source)
    #expect(statement["sourceEntity"] == c.entity)
  }
}
