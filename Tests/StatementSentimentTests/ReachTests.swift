import PostilTestSupport
import Testing

/// How far a source and what it says reach: over clauses of `who`, commas of names, days, and words that lead in.
@Suite struct ReachTests {
  static let cases = [
    // A clause of who is no subject, nor is where it was.
    SourceCase(
      text: "Ann Marlow, who was born in Oslo, Norway, said the wall was weak.", content: "the wall was weak",
      source: "Ann Marlow, who was born in Oslo, Norway"),
    SourceCase(
      text: "The nurse, who came from Lyon, France, warned that the wall was weak.", content: "the wall was weak",
      source: "The nurse, who came from Lyon, France"),
    SourceCase(
      text: "Ida Holm, who had lived near Perth, Australia, insisted that it was late.", content: "it was late",
      source: "Ida Holm, who had lived near Perth, Australia"),
    SourceCase(
      text: "Many who saw the video praised the museum.", content: "the museum", source: "Many who saw the video"),
    SourceCase(
      text: "Residents who had lost their homes said the wall was weak.", content: "the wall was weak",
      source: "Residents who had lost their homes"),
    SourceCase(
      text: "Two sailors who knew the captain told reporters that he was ill.", content: "he was ill",
      source: "Two sailors who knew the captain"),
    // Those who are meant, and not what they belong to or are told beside.
    SourceCase(text: "Some at the bank said it was late.", content: "it was late", source: "Some at the bank"),
    SourceCase(
      text: "Others in the office said that the wall was weak.", content: "the wall was weak",
      source: "Others in the office"),
    SourceCase(text: "Many in the town believed that it was late.", content: "it was late", source: "Many in the town"),
    SourceCase(
      text: "She and her sisters said the wall was weak.", content: "the wall was weak", source: "She and her sisters"),
    SourceCase(
      text: "He and two friends insisted that it was late.", content: "it was late", source: "He and two friends"),
    SourceCase(
      text: "Then they and the mayor agreed that it was late.", content: "it was late", source: "they and the mayor"),
    // A name with commas is one.
    SourceCase(
      text: "The Ministry of Higher Education, Technology and Innovation stated that the wall was weak.",
      content: "the wall was weak", source: "The Ministry of Higher Education, Technology and Innovation"),
    SourceCase(
      text: "On Monday the Ministry of Trade, Labour and Fisheries said that it was late.", content: "it was late",
      source: "the Ministry of Trade, Labour and Fisheries"),
    SourceCase(
      text: "Last year the Department of Health, Sport and Youth warned that it was late.", content: "it was late",
      source: "the Department of Health, Sport and Youth"),
    // The day is no part of who says it.
    SourceCase(
      text: "The mayor, on Tuesday, warned that the wall was weak.", content: "the wall was weak", source: "The mayor"),
    SourceCase(
      text: "Ann Marlow, on Monday, said the wall was weak.", content: "the wall was weak", source: "Ann Marlow"),
    SourceCase(
      text: "The court, last Friday, ruled that the wall was unsafe.", content: "the wall was unsafe",
      source: "The court"),
    // What leads in is not said.
    SourceCase(
      text: "In a note, Ann Marlow said during the war, many people left the town.",
      content: "during the war, many people left the town", source: "Ann Marlow"),
    SourceCase(
      text: "Briefing journalists after the exercise, she said per the new act, the plant is illegal.",
      content: "per the new act, the plant is illegal", source: "she"),
    SourceCase(
      text: "In its monthly summary, the institute said from 11 to 31 July, five storms flooded the town.",
      content: "from 11 to 31 July, five storms flooded the town", source: "the institute"),
    // A pronoun is all of a source that they are according to.
    SourceCase(
      text: "They would not leave because according to them there is no market for it.",
      content: "there is no market for it", source: "them"),
    SourceCase(
      text: "He stayed, since according to him the wall was safe.", content: "the wall was safe", source: "him"),
    SourceCase(
      text: "It closed, and according to us it should not have.", content: "it should not have", source: "us"),
    // One word in marks is an answer.
    SourceCase(text: "Asked whether he understood, he said “yes”.", content: "yes", source: "he"),
    SourceCase(
      text: "When the judge asked Ann Marlow if it was hers, she answered “no”.", content: "no", source: "she"),
    SourceCase(text: "When they asked for more, the nurse replied “never”.", content: "never", source: "the nurse"),
  ]

  private static let texts = SourceTexts(cases.map(\.text))

  @Test(arguments: cases.indices, SourceTexts.prefixes.indices)
  func `a source and what it says reach as far as a reader takes them`(_ number: Int, _ prefix: Int) throws {
    let statements = try Self.texts.statements(number, prefix)
    #expect(statements.contains(Self.cases[number].expected), "found \(statements)")
  }

  @Test func `a thing with an article is meant by no he`() throws {
    let found = try Annotator.annotate(
      ["The Velmora Voice is simple. He said the wall was weak.", "The Quarvil Bell is old. She said it was late."])
    for annotations in found {
      let statement = try #require(annotations.first { $0.type == "statement" })
      #expect(statement["sourceEntity"] == nil)
    }
  }
}
