import Foundation
import PostilTestSupport
import Testing

/// Which office a person holds, where, and which country a body belongs to.
@Suite struct OfficeTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let name: String
    let features: [String: String]
    var date = "2023-05-03"
  }

  static let cases = [
    Case(
      testDescription: "a nationality before the office", text: "Norwegian Foreign Minister Orin Valdt left.",
      name: "Orin Valdt", features: ["role": "foreign minister", "country": "Norway"]),
    Case(
      testDescription: "a body before the office", text: "The Velmora Water Authority’s spokesman Orin Valdt left.",
      name: "Orin Valdt", features: ["role": "spokesperson", "organization": "Velmora Water Authority"]),
    Case(
      testDescription: "an office behind the name",
      text: "Mira Kostrel, spokeswoman for the Velmora Water Authority, left.",
      name: "Mira Kostrel", features: ["role": "spokesperson", "organization": "Velmora Water Authority"]),
    Case(
      testDescription: "a rank before the name and an office behind it",
      text: "Gen. Tarmo Vask, commander of the Fifth Brigade, left.", name: "Tarmo Vask",
      features: ["role": "general", "organization": "Fifth Brigade"]),
    Case(
      testDescription: "an office that is over", text: "Former mayor Orin Valdt left.", name: "Orin Valdt",
      features: ["role": "former mayor"]),
    Case(
      testDescription: "an office that is over, with a hyphen", text: "They met ex-mayor Orin Valdt.",
      name: "Orin Valdt", features: ["role": "former mayor"]),
    Case(
      testDescription: "an office that is over behind the name",
      text: "Mira Kostrel, a former director of the Velmora Water Authority, left.", name: "Mira Kostrel",
      features: ["role": "former director", "organization": "Velmora Water Authority"]),
    Case(
      testDescription: "an office of a country that is over",
      text: "The former Norwegian Foreign Minister Orin Valdt left.",
      name: "Orin Valdt", features: ["role": "former foreign minister", "country": "Norway"]),
    Case(
      testDescription: "who is no longer in service", text: "Retired Gen. Tarmo Vask left.", name: "Tarmo Vask",
      features: ["role": "retired general"]),
    Case(
      testDescription: "who was it before somebody else", text: "A former sailor, Mayor Orin Valdt, left.",
      name: "Orin Valdt", features: ["role": "mayor"]),
    Case(
      testDescription: "a country between the office and the name", text: "President of Norway, Ilse Brandt, left.",
      name: "Ilse Brandt", features: ["role": "president", "country": "Norway"]),
    Case(
      testDescription: "the office of another person behind a comma",
      text: "Mira Kostrel, President Orin Valdt and others left.", name: "Mira Kostrel", features: [:]),
    Case(
      testDescription: "a headline that only looks like an apposition",
      text: "PM Orin Valdt, Velmora Water Authority chief hold talks on rain and snow", name: "Orin Valdt",
      features: ["role": "prime minister"]),
    Case(
      testDescription: "an office at the end of the sentence",
      text: "They met Mira Kostrel, president of the Velmora Water Authority.", name: "Mira Kostrel",
      features: ["role": "president", "organization": "Velmora Water Authority"]),
    Case(
      testDescription: "a body with its country in its name", text: "The Bank of Norway closed.",
      name: "Bank of Norway",
      features: ["country": "Norway"]),
    Case(
      testDescription: "a body with its country before it", text: "They met at Sweden’s Interior Ministry.",
      name: "Interior Ministry", features: ["country": "Sweden", "entity": "Swedish Interior Ministry"]),
    Case(
      testDescription: "a leader in office by the list", text: "Barack Obama left.", name: "Barack Obama",
      features: ["role": "president", "country": "United States"], date: "2010-05-03"),
    Case(
      testDescription: "a leader behind the term", text: "Barack Obama left.", name: "Barack Obama",
      features: ["role": "former president", "country": "United States"]),
    Case(
      testDescription: "a leader whose title does not say that it is over", text: "President Barack Obama left.",
      name: "Barack Obama", features: ["role": "former president", "country": "United States"]),
  ]

  @Test(arguments: cases)
  func `offices are read beside the name`(_ c: Case) throws {
    for found in try Annotator.annotate([c.text, "Ünïcödé. " + c.text], date: c.date) {
      let mention = try #require(found.first { $0.text == c.name && $0["entity"] != nil }, "\(c.name) was not found")
      for key in ["role", "country", "organization", "entity"] where key != "entity" || c.features[key] != nil {
        #expect(mention[key] == c.features[key])
      }
    }
  }

  @Test func `a leader has no role before the first term`() throws {
    let found = try Annotator.annotate(["é Barack Obama left."], date: "1999-05-03")[0]
    #expect(found.first { $0.text == "Barack Obama" }?["role"] == nil)
  }
}
