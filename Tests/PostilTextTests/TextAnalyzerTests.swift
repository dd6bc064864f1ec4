import PostilModel
import PostilText
import Testing

@Suite struct TextAnalyzerTests {
  private let analyzer = TextAnalyzer(
    language: TextLanguage(tables: [
      "abbreviations": [["Mr."], ["Lt."], ["Gen."], ["Ill."], ["U.S.", "end"], ["No.", "number"]],
      "sentence-starts": [["The"]], "label-lines": [["Monitor"]],
      "months": [["September", "9"]], "byline-starts": [["By"]],
    ]))

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let expected: [String]
  }

  static let sentenceCases = [
    Case(
      testDescription: "abbreviations that may end a sentence", text: "He left the U.S. The U.S. Navy stayed.",
      expected: ["He left the U.S.", "The U.S. Navy stayed."]),
    Case(
      testDescription: "abbreviations only before a number", text: "He said No. Then came No. 5 of ten.",
      expected: ["He said No.", "Then came No. 5 of ten."]),
    Case(
      testDescription: "no-break spaces", text: "It\u{A0}rained.\u{A0}We left.",
      expected: ["It\u{A0}rained.", "We left."]),
    Case(
      testDescription: "abbreviations and initials", text: "Lt. Gen. J. Smith met Mr. Jones. The U.S. Army left.",
      expected: ["Lt. Gen. J. Smith met Mr. Jones.", "The U.S. Army left."]),
    Case(
      testDescription: "words that are abbreviations only with a capital",
      text: "He was ill. We left Cairo, Ill. Smith stayed.",
      expected: ["He was ill.", "We left Cairo, Ill. Smith stayed."]),
    Case(
      testDescription: "closing quotes that open elsewhere", text: "He said, „Go.“ She went.",
      expected: ["He said, „Go.“", "She went."]),
    Case(
      testDescription: "lines that are not wrapped by hand",
      text: "A heading\nOne " + String(repeating: "long ", count: 30) + "line.\nand more",
      expected: ["A heading", "One " + String(repeating: "long ", count: 30) + "line.\nand more"]),
    Case(
      testDescription: "lines that are", text: "One line\nThat goes on.", expected: ["One line\nThat goes on."]),
    Case(
      testDescription: "decimals", text: "It rose 3.5 percent. Then it fell.",
      expected: ["It rose 3.5 percent.", "Then it fell."]),
    Case(
      testDescription: "closing quotes", text: "He said, “Go.” She went.", expected: ["He said, “Go.”", "She went."]),
    Case(
      testDescription: "names with full stops", text: "As reported by News.Az. Rutte spoke.",
      expected: ["As reported by News.Az.", "Rutte spoke."]),
  ]

  @Test(arguments: sentenceCases, ["", "«é» 🙂\n\n"])
  func sentences(_ c: Case, prefix: String) {
    let text = prefix + c.text
    let found = analyzer.structure(of: text).sentences.map { String(text[$0]) }
    #expect(found.suffix(c.expected.count) == c.expected[...])
  }

  static let quotationCases = [
    Case(testDescription: "typographic", text: "He stated, “I go. Now.” and left", expected: ["I go. Now."]),
    Case(
      testDescription: "straight, with an apostrophe", text: "Iraq's man said \"it's over\" then",
      expected: ["it's over"]),
    Case(
      testDescription: "a straight mark that a curved one closes", text: "\"We go,” she said. “Stay.”",
      expected: ["We go,", "Stay."]),
    Case(
      testDescription: "a closing mark curved the wrong way", text: "“We go,“ she said. “Stay.“",
      expected: ["We go,", "Stay."]),
    Case(testDescription: "the last digits of a year", text: "In ‘08 she said it was ‘late.’", expected: ["late."]),
    Case(
      testDescription: "a plural's apostrophe inside single marks", text: "‘The drivers’ union knows it,’ she said.",
      expected: ["The drivers’ union knows it,"]),
    Case(
      testDescription: "a single word in single marks ends before its mark", text: "The ‘drivers’ union left.",
      expected: ["drivers"]),
    Case(
      testDescription: "apostrophes are no quotations", text: "Shiaa’ Al-Sudani’s talks in Iraq’s capital", expected: []
    ),
    Case(testDescription: "nested", text: "“He said ‘no’ twice”", expected: ["He said ‘no’ twice", "no"]),
    Case(testDescription: "two apostrophes", text: "''I go,'' he said", expected: ["I go,"]),
    Case(testDescription: "grave accents closed by apostrophes", text: "``I go,'' he said", expected: ["I go,"]),
    Case(testDescription: "a curved mark closed by a straight one", text: "“I go,\" he said", expected: ["I go,"]),
    Case(testDescription: "a closing mark that opens", text: "”I go,” he said", expected: ["I go,"]),
    Case(testDescription: "never closed", text: "“I go\n\nHe left", expected: ["I go"]),
    Case(testDescription: "reopened over paragraphs", text: "“One.\n\n“Two.” End", expected: ["One.", "Two."]),
  ]

  @Test(arguments: quotationCases, ["", "é🙂\n\n"])
  func quotations(_ c: Case, prefix: String) {
    let text = prefix + c.text
    let found = analyzer.structure(of: text).quotations.flatMap(\.parts).map { String(text[$0]) }
    #expect(found == c.expected)
  }

  @Test(arguments: [
    "Ship arrives\n\nBy Ann Lee, 20 September 2023\n\nThe ship from the north arrived in the old harbour today.",
    "PRESS RELEASE\n\nDate: September 20, 2023\n\nThe ship arrived today.",
    "News\n\n2023-09-20\n\nThe ship arrived today.",
    "News\n\n20.09.2023 · 3 min read\n\nThe ship arrived today.",
    "News\n\nPublished: 06:00, 20 September 2023 | Updated: 09:15, 20 September 2023 | By Ann Lee\n\nThe ship arrived today.",
    "LENHAM--(Wire)--September 20, 2023--The company from the north announced today that its ship arrived in the harbour.",
  ])
  func `a text without dateline takes a full date from its head`(text: String) {
    let date = analyzer.date(of: text, structure: analyzer.structure(of: text))
    #expect(date?.value == "2023-09-20" && date?.origin == .head)
  }

  @Test(arguments: [
    "Coup of 20 September 1944 remembered in the capital\n\nThe guests came by ship.",
    "News\n\nMinisters recall the coup of 20 September 1944 and its end\n\nThe guests came by ship.",
    "News\n\nThe war ended on September 20, 1944, when the ships of the north arrived in the harbour of the capital.",
    "News\n\n05.06.2023 · 3 min read\n\nThe ship arrived.",
  ])
  func `a date that a story tells, or that can be read in two ways, dates no text`(text: String) {
    #expect(analyzer.date(of: text, structure: analyzer.structure(of: text)) == nil)
  }

  @Test func `a dateline takes its year from the foot`() throws {
    let text =
      "Talks held\n\nBAGHDAD, September 21 — The minister met his guest in the capital.\n\nMedia Office\nSeptember 20, 2023"
    let structure = analyzer.structure(of: text)
    let dateline = try #require(structure.dateline)
    #expect(text[dateline.place] == "BAGHDAD")
    #expect(dateline.date.map { text[$0] } == "September 21")
    #expect(analyzer.date(of: text, structure: structure) == DocumentDate(value: "2023-09-21", origin: .dateline))
  }

  @Test func `label lines and bylines are found`() {
    let text = "Monitor\n\nBy Jane Doe\n\nA text."
    let structure = analyzer.structure(of: text)
    #expect(structure.labelLines.map { text[$0] } == ["Monitor"])
    #expect(structure.byline.map { text[$0] } == "By Jane Doe")
  }

  @Test(arguments: [".", ". ", "a) ", "! "])
  func `rows of marks take no time to speak of and end no sentence`(mark: String) {
    let text = "The table" + String(repeating: mark, count: 30_000) + " ends."
    #expect(analyzer.structure(of: text).sentences.count <= 30_001)
    #expect(analyzer.structure(of: text).sentences.last?.end == text.utf8.count)
  }

  @Test(arguments: ["", " \n\n ", "\u{0}\u{0}", "“", "a\r\n\r\nb\rc"])
  func `odd texts give spans within them`(text: String) {
    let structure = analyzer.structure(of: text)
    #expect((structure.sentences + structure.lines + structure.paragraphs).allSatisfy { $0.end <= text.utf8.count })
  }
}
