import PostilTestSupport
import Testing

/// Whose verb it is that has no subject right before it: the clause decides that it is joined to.
@Suite struct SharedSubjectTests {
  static let cases = [
    // A clause of when or after in front is closed by the main one.
    SourceCase(
      text: "After the mayor fell ill, Ann Marlow wrote to her, telling her, “You are the best.”",
      content: "You are the best.", source: "Ann Marlow"),
    SourceCase(
      text: "As word of the fire came in on Tuesday, he gave a speech in Tarn, predicting the wall would fall.",
      content: "the wall would fall", source: "he"),
    SourceCase(
      text: "When the captain mentioned the storm, Ann Marlow laughed and said it was late.",
      content: "it was late", source: "Ann Marlow"),
    SourceCase(
      text: "When my mother mentioned the sea to me, I laughed and said, “I do not believe in it.”",
      content: "I do not believe in it.", source: "I"),
    SourceCase(
      text: "TARN, 12 March 2025 — When the owners demanded a vote, Ann Marlow smiled and said the wall was weak.",
      content: "the wall was weak", source: "Ann Marlow"),
    // Verbs of one time are of one row.
    SourceCase(
      text:
        "The prime minister said this week that the country would declare its intention by March and suggested that it would leave.",
      content: "it would leave", source: "The prime minister"),
    SourceCase(
      text: "Ann Marlow said that the owners will ask for more and warned that it was late.",
      content: "it was late", source: "Ann Marlow"),
    SourceCase(
      text: "He told them that the crew may refuse the ship and added that it was old.",
      content: "it was old", source: "He"),
    SourceCase(
      text: "The fair is a rite in which management sits down with owners and tells them why it is late.",
      content: "why it is late", source: "management"),
    SourceCase(
      text: "That could be so for the elder Mr. Osk, who enjoys his new role and says he will not rush.",
      content: "he will not rush", source: "the elder Mr. Osk, who"),
    // A gerund behind a comma goes with the clause around.
    SourceCase(
      text: "The owner defended not paying an architect who said he was cheated, saying, “Maybe the work was bad.”",
      content: "Maybe the work was bad.", source: "The owner"),
    SourceCase(
      text:
        "Prosecutors charged the officer and the mayor fired his police chief, acknowledging that the town had lost trust.",
      content: "the town had lost trust", source: "the mayor"),
    SourceCase(
      text: "The mayor signed the bill passed by the council, saying it was time.",
      content: "it was time", source: "The mayor"),
    SourceCase(
      text: "The union left the talks when the owners refused, saying the offer was late.",
      content: "the offer was late", source: "The union"),
    // Behind a preposition with the clause that it stands in.
    SourceCase(
      text:
        "Oz’s advice drew the eyes of Congress, where he appeared at a hearing for his role and for saying that coffee was a cure.",
      content: "coffee was a cure", source: "he"),
    SourceCase(
      text: "She left the room in which the owners had met by claiming that it was late.",
      content: "it was late", source: "the owners"),
    // A document says what its issuer says.
    SourceCase(
      text: "The case has drawn the union of Oslo, which released a statement Tuesday questioning whether it was fair.",
      content: "whether it was fair", source: "the union of Oslo, which"),
    SourceCase(
      text: "His campaign sent out a text message to supporters saying: “We have won the day.”",
      content: "We have won the day.", source: "His campaign"),
    SourceCase(
      text: "She spoke at a news conference announcing that her office was late.",
      content: "her office was late", source: "She"),
    // Days between a joining word and its verb.
    SourceCase(
      text: "The town freed up funds to mend the wall and on Monday announced more was being sent.",
      content: "more was being sent", source: "The town"),
    SourceCase(
      text: "The union met the owners and last week warned that it was late.",
      content: "it was late", source: "The union"),
    // Participles behind nouns.
    SourceCase(
      text: "The woman accused of driving onto a packed road told police she was tired.",
      content: "she was tired", source: "The woman accused of driving onto a packed road"),
    SourceCase(
      text: "The sailor charged with sinking the old ship said it was late.",
      content: "it was late", source: "The sailor charged with sinking the old ship"),
    // A quotation behind a colon, a comma.
    SourceCase(
      text:
        "In the hours after 14 people were killed in Tarn, a familiar voice celebrated the attacks: “We have arrived here.”",
      content: "We have arrived here.", source: "a familiar voice"),
    SourceCase(
      text: "Because of how the lawyers wrote the plan, explained Ann Marlow, “it was late.”",
      content: "it was late.", source: "Ann Marlow"),
    SourceCase(
      text: "After the debate, Ann Marlow’s aides were also glad, perhaps recognizing that it was late.",
      content: "it was late", source: "Ann Marlow’s aides"),
    // Who gives a noun of saying.
    SourceCase(
      text: "Both sides gave written assurances that they would come.",
      content: "they would come", source: "Both sides"),
    SourceCase(
      text: "Critics raised the concern that the wall was weak.",
      content: "the wall was weak", source: "Critics"),
    SourceCase(
      text: "Ann Marlow has made the strange claim that it was late.",
      content: "it was late", source: "Ann Marlow"),
  ]

  private static let texts = SourceTexts(cases.map(\.text) + silent)

  @Test(arguments: cases.indices, SourceTexts.prefixes.indices)
  func `a verb without a subject has that of its clause`(_ number: Int, _ prefix: Int) throws {
    let statements = try Self.texts.statements(number, prefix)
    #expect(
      statements.contains(Self.cases[number].expected), "found \(statements)")
  }

  /// Texts that nobody says anything in.
  static let silent = [
    "The mayor, in a green coat, said little.",
    "Activities viewed as condoning the war are banned.",
    "She won a majority of regular, pledged delegates.",
    "“It is so.” Ann Marlow, who is chairman of the group said in a statement given to the Courier.",
  ]

  @Test(arguments: silent.indices, SourceTexts.prefixes.indices)
  func `nobody says how much was said, or what is a participle`(_ number: Int, _ prefix: Int) throws {
    let statements = try Self.texts.statements(Self.cases.count + number, prefix)
    #expect(statements.isEmpty)
  }
}
