import Testing

/// A sentence that is easy to misread, with what a reader finds in it.
struct HardCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  /// The words of the statement meant.
  let content: String
  let source: String?
  let sentiment: String

  init(
    _ description: String, _ text: String, _ content: String, by source: String?, _ sentiment: String
  ) {
    testDescription = description
    self.text = text
    self.content = content
    self.source = source
    self.sentiment = sentiment
  }

  static let all: [HardCase] = negation + shifts + acts + orders + nesting
}

extension HardCase {
  static let negation = [
    HardCase(
      "negated praise", "Mayor Ida Holm said the new port was not good for the town.",
      "the new port was not good for the town", by: "Mayor Ida Holm", "negative"),
    HardCase(
      "not afraid to", "“Ann Marlow is not afraid to lead,” said Mayor Ida Holm.", "Ann Marlow is not afraid to lead,",
      by: "Mayor Ida Holm", "positive"),
    HardCase(
      "no better", "“Sailors have no better friend than this captain,” Ida Holm said.",
      "Sailors have no better friend than this captain,", by: "Ida Holm", "positive"),
    HardCase(
      "never with a positive word", "“He was never honest with us,” Ida Holm said.", "He was never honest with us,",
      by: "Ida Holm", "negative"),
    HardCase(
      "negation stops at a comma", "“No, this is a wonderful harbor,” Ida Holm said.",
      "No, this is a wonderful harbor,", by: "Ida Holm", "positive"),
    HardCase(
      "without and a negative word", "“She governed without corruption,” said Ida Holm.",
      "She governed without corruption,", by: "Ida Holm", "positive"),
    HardCase(
      "hardly", "“That is hardly fair,” Ida Holm complained.", "That is hardly fair,", by: "Ida Holm", "negative"),
    HardCase(
      "failure denied", "“The program did not fail,” said Ida Holm.", "The program did not fail,", by: "Ida Holm",
      "positive"),
  ]

  static let shifts = [
    HardCase(
      "contrast", "“The talks were good, but the result is a disaster,” Ida Holm said.",
      "The talks were good, but the result is a disaster,", by: "Ida Holm", "negative"),
    HardCase(
      "contrast the other way", "“The start was bad, but this is a triumph,” Ida Holm said.",
      "The start was bad, but this is a triumph,", by: "Ida Holm", "positive"),
    HardCase(
      "diminished", "“It was a slightly useful visit,” Ida Holm said.", "It was a slightly useful visit,",
      by: "Ida Holm", "neutral"),
    HardCase(
      "irony by quotation marks", "Ida Holm said the “success” had cost the town its school.",
      "the “success” had cost the town its school", by: "Ida Holm", "negative"),
    HardCase(
      "a question", "“Is that fair?” asked Ida Holm.", "Is that fair?", by: "Ida Holm", "neutral"),
    HardCase(
      "a condition", "Ida Holm said the harbor would be safe if the wall were better.",
      "the harbor would be safe if the wall were better", by: "Ida Holm", "neutral"),
    HardCase(
      "topic words", "Ida Holm said the security council of the united party met on Monday.",
      "the security council of the united party met on Monday", by: "Ida Holm", "neutral"),
    HardCase(
      "killed is a topic", "Ida Holm said three sailors were killed in the storm.",
      "three sailors were killed in the storm", by: "Ida Holm", "neutral"),
    HardCase(
      "a war as a topic", "Ida Holm said the war had lasted nine years.", "the war had lasted nine years",
      by: "Ida Holm", "neutral"),
  ]

  static let acts = [
    HardCase(
      "praise of something sad", "Ida Holm praised the fight against hunger.", "the fight against hunger",
      by: "Ida Holm", "positive"),
    HardCase(
      "blame for something good", "Ida Holm condemned the celebration of the victory.",
      "the celebration of the victory", by: "Ida Holm", "negative"),
    HardCase(
      "concern voiced", "Ida Holm voiced concern over the slow ships.", "concern over the slow ships", by: "Ida Holm",
      "negative"),
    HardCase(
      "a commitment", "Ida Holm reaffirmed her commitment to the harbor.", "her commitment to the harbor",
      by: "Ida Holm", "positive"),
    HardCase(
      "two acts with one subject", "Ida Holm thanked the crew and criticized the owners.", "the owners",
      by: "Ida Holm", "negative"),
    HardCase(
      "the act is over before another verb", "Ida Holm praised the crew and extended an invitation to the owners.",
      "the crew", by: "Ida Holm", "positive"),
    HardCase(
      "a participle", "Ida Holm left early, calling the meeting a farce.", "the meeting a farce", by: "Ida Holm",
      "negative"),
    HardCase(
      "a passive", "The plan was praised by Ida Holm.", "The plan", by: "Ida Holm", "positive"),
    HardCase(
      "a venue is no content", "Ida Holm thanked the crew in a telephone call on Sunday.", "the crew", by: "Ida Holm",
      "positive"),
  ]

  static let orders = [
    HardCase(
      "content first", "The harbor will close in May, Ida Holm said.", "The harbor will close in May", by: "Ida Holm",
      "neutral"),
    HardCase(
      "inverted", "The harbor will close in May, said Ida Holm.", "The harbor will close in May", by: "Ida Holm",
      "neutral"),
    HardCase(
      "in between", "The harbor, Ida Holm said, will close in May.", "The harbor, Ida Holm said, will close in May",
      by: "Ida Holm", "neutral"),
    HardCase(
      "split quotation", "“We are proud,” Ida Holm said. “We did it together.”",
      "We are proud,” Ida Holm said. “We did it together.", by: "Ida Holm", "positive"),
    HardCase(
      "a long apposition",
      "Ida Holm, the mayor of a small town on the northern coast who once sailed alone around the world, said the wall was weak.",
      "the wall was weak",
      by: "Ida Holm, the mayor of a small town on the northern coast who once sailed alone around the world", "negative"
    ),
    HardCase(
      "told somebody that", "Ida Holm told reporters on Friday that the wall was weak.", "the wall was weak",
      by: "Ida Holm", "negative"),
    HardCase(
      "according to", "The wall is weak, according to Ida Holm.", "The wall is weak", by: "Ida Holm", "negative"),
    HardCase(
      "a transcript", "HOLM: We are very proud of this town.", "We are very proud of this town.", by: "HOLM", "positive"
    ),
    HardCase(
      "a dash and a name", "“We are proud of this town.” — Ida Holm", "We are proud of this town.", by: "Ida Holm",
      "positive"),
    HardCase(
      "a colon", "The mayor hit back: “That is a lie.”", "That is a lie.", by: "The mayor", "negative"),
    HardCase(
      "marks of two apostrophes", "''We are proud,'' Ida Holm said.", "We are proud,", by: "Ida Holm", "positive"),
  ]

  static let nesting = [
    HardCase(
      "a statement in a statement", "Ida Holm said that Ann Marlow had praised the crew.", "the crew",
      by: "Ann Marlow", "positive"),
    HardCase(
      "a quotation in a quotation", "“My men told me, ‘Do not sign that,’ so I left,” Ida Holm said.",
      "Do not sign that,", by: "My men", "neutral"),
    HardCase(
      "a claim reported", "Ida Holm rejected Ann Marlow’s claim that the wall was weak.", "the wall was weak",
      by: "Ann Marlow’s", "negative"),
    HardCase(
      "who in between", "Ida Holm, who praised the crew, left on Monday.", "the crew", by: "Ida Holm, who", "positive"),
  ]
}
