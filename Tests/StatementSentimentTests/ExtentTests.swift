import PostilTestSupport
import Testing

/// How far the words of a source and of what it says go.
@Suite struct ExtentTests {
  static let cases = [
    // `who` is never said of a thing.
    SourceCase(
      text: "The crew answered a call from a woman who said she had seen the ship.",
      content: "she had seen the ship", source: "a woman who"),
    SourceCase(
      text: "The court read a letter from an unnamed sailor who accuses the owner of fraud.",
      content: "the owner of fraud", source: "an unnamed sailor who"),
    SourceCase(
      text: "The board got messages from drivers in Tarn who claimed that the depot was cold.",
      content: "the depot was cold", source: "drivers in Tarn who"),
    SourceCase(
      text: "It was an email from Ann Marlow, who said that the wall was weak.",
      content: "the wall was weak", source: "Ann Marlow, who"),
    SourceCase(
      text: "The town met the head of the union who said that the wall was weak.",
      content: "the wall was weak", source: "the head of the union who"),
    SourceCase(
      text: "The strike hit those who stayed out in sympathy with the unions who rejected the pact.",
      content: "the pact", source: "the unions who"),
    // Where a source begins.
    SourceCase(
      text: "TARN, Ildra (AP) _ Police said Friday that the wall was weak.", content: "the wall was weak",
      source: "Police"),
    SourceCase(
      text: "TARN, Ildra (AP) -- Officials said Friday that the wall was weak.", content: "the wall was weak",
      source: "Officials"),
    SourceCase(
      text: "Most people were not aware sailors had already warned that the wall was weak.",
      content: "the wall was weak", source: "sailors"),
    SourceCase(
      text: "The former first daughter said the wall was weak.", content: "the wall was weak",
      source: "The former first daughter"),
    SourceCase(
      text: "Ann Marlow and Jo Tann, both sailors, say that the wall is weak.", content: "the wall is weak",
      source: "Ann Marlow and Jo Tann, both sailors"),
    // Where a source ends.
    SourceCase(
      text:
        "“The wall is done!” said Ann Marlow of the guild, who had seen it that morning, the Tarn Courier reported.",
      content: "The wall is done!", source: "Ann Marlow of the guild, who had seen it that morning"),
    SourceCase(
      text:
        "The wall is weak, according to a survey by the town released late on Monday night – a claim that the owners dispute.",
      content: "The wall is weak", source: "a survey by the town released late on Monday night"),
    SourceCase(
      text:
        "Half of them are late, according to the survey, which was carried out by the Harbour Masters’ Association and Dr Ann Marlow, a reader at the school.",
      content: "Half of them are late",
      source: "the survey, which was carried out by the Harbour Masters’ Association and Dr Ann Marlow"),
    SourceCase(
      text:
        "According to the Courier, the mayor’s career ended in 2011 when his son, Will, told his parents that he was ill.",
      content: "he was ill", source: "his son, Will"),
    SourceCase(
      text: "Ann Marlow, a director of the Fund for Tarn’s Future, a small lobby group, said that the wall was weak.",
      content: "the wall was weak",
      source: "Ann Marlow, a director of the Fund for Tarn’s Future, a small lobby group"),
    SourceCase(
      text:
        "Its chairman, Ann Marlow, a former director of the Fund for Coastal Trade, a lobby group, said the wall was weak.",
      content: "the wall was weak",
      source: "Ann Marlow, a former director of the Fund for Coastal Trade, a lobby group"),
    SourceCase(
      text: "In Tarn, a director of the Fund, a small lobby group, said that the wall was weak.",
      content: "the wall was weak", source: "a director of the Fund, a small lobby group"),
    SourceCase(
      text:
        "Ann Marlow, who this week saw the plan and called it the “most foolish in years,” said the owners were right.",
      content: "the owners were right",
      source: "Ann Marlow, who this week saw the plan and called it the “most foolish in years,”"),
    SourceCase(
      text: "It was a plan, which the mayor called “the most foolish in years,” said Ann Marlow.",
      content: "It was a plan, which the mayor called “the most foolish in years,", source: "Ann Marlow"),
    // Where what is said begins and ends.
    SourceCase(
      text: "The fall came as no surprise to those who do not expect further large gains in prices.",
      content: "further large gains in prices", source: "those who"),
    SourceCase(
      text: "One sailor left, writing in a blog post “I have seen enough of this sea.”",
      content: "I have seen enough of this sea.", source: "One sailor"),
    SourceCase(
      text: "The mayor replied in an email “we will mend the wall.”",
      content: "we will mend the wall.", source: "The mayor"),
    SourceCase(
      text: "(Also in the Courier: Ann Marlow says it is late) The mayor spoke at length in the harbor.",
      content: "it is late", source: "Ann Marlow"),
    SourceCase(
      text: "(Ann Marlow said that the wall (of 1911) was weak.) The mayor left.",
      content: "the wall (of 1911) was weak", source: "Ann Marlow"),
    SourceCase(
      text: "JO TANN “There are many ships that you can see from the wall,” he added.",
      content: "There are many ships that you can see from the wall,", source: "he"),
    SourceCase(
      text:
        "SEE ALSO: Council meets on wall, storm brings peril to Tarn “The wall is as old as they come,” said Ann Marlow.",
      content: "The wall is as old as they come,", source: "Ann Marlow"),
  ]

  private static let texts = SourceTexts(cases.map(\.text) + silent)

  @Test(arguments: cases.indices, SourceTexts.prefixes.indices)
  func `a source and its words end where they do`(_ number: Int, _ prefix: Int) throws {
    let statements = try Self.texts.statements(number, prefix)
    #expect(statements.contains(Self.cases[number].expected), "found \(statements)")
  }

  /// Texts that nobody says anything in.
  static let silent = [
    "In Oslo, thank you to Jo Tann, a writer of songs.",
    "The owner held the stage while Jo Tann, the youth that the town picked to lead it, sat by his side.",
    "She seemed tired, but showed no signs of fear.",
    "The town has shown little interest in the wall.",
    "In recent months, it added a design course and now, a school of games.",
    "The port added three berths for the larger ships.",
    "The writer won the Golden Anchor Award, which honors the best works of the sea.",
  ]

  @Test(arguments: silent.indices, SourceTexts.prefixes.indices)
  func `nobody says what is shown, added to or honored`(_ number: Int, _ prefix: Int) throws {
    let statements = try Self.texts.statements(Self.cases.count + number, prefix)
    #expect(statements.isEmpty)
  }
}
