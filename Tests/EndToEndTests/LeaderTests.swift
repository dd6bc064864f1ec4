import Foundation
import PostilTestSupport
import Testing

/// Whom a surname means beside an office, by who held it on the document's date.
@Suite struct LeaderTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let name: String
    /// The entity of the name's last mention.
    let entity: String
    var date = "2025-06-01"
    var linkedBy: String? = "office"
  }

  static let linked = [
    Case(testDescription: "a body and 'chief'", text: "NATO chief Rutte left.", name: "Rutte", entity: "Mark Rutte"),
    Case(testDescription: "a body in possessive", text: "NATO’s Rutte left.", name: "Rutte", entity: "Mark Rutte"),
    Case(
      testDescription: "a country in possessive", text: "Talks with Germany's Merz ended.", name: "Merz",
      entity: "Friedrich Merz"),
    Case(
      testDescription: "two countries in possessive", text: "Ukraine’s Zelensky and Russia's Putin spoke.",
      name: "Putin", entity: "Vladimir Putin"),
    Case(
      testDescription: "an earlier leader of the body", text: "NATO chief Stoltenberg left.", name: "Stoltenberg",
      entity: "Jens Stoltenberg", date: "2018-03-01"),
    Case(
      testDescription: "a nationality before the office", text: "French President Macron left.", name: "Macron",
      entity: "Emmanuel Macron"),
    Case(
      testDescription: "a country that stands elsewhere", text: "President Macron left. France slept.", name: "Macron",
      entity: "Emmanuel Macron"),
    Case(
      testDescription: "the surname alone behind the office",
      text: "NATO chief Rutte left. Rain fell, and Rutte slept.",
      name: "Rutte", entity: "Mark Rutte", linkedBy: "surname"),
    Case(
      testDescription: "a surname before the office is told", text: "Rutte slept. NATO chief Rutte left.",
      name: "Rutte", entity: "Mark Rutte"),
    Case(
      testDescription: "an office that is over, and says so", text: "Former US President Obama left.", name: "Obama",
      entity: "Barack Obama"),
    Case(
      testDescription: "a family name that comes first", text: "Chinese President Xi left.", name: "Xi",
      entity: "Xi Jinping"),
  ]

  static let more = [
    Case(
      testDescription: "who is in office before who was", text: "Syrian President Assad left.", name: "Assad",
      entity: "Bashar al-Assad", date: "2018-03-01"),
    Case(
      testDescription: "the second office of one person", text: "ECB President Draghi left.", name: "Draghi",
      entity: "Mario Draghi", date: "2015-03-01"),
    Case(
      testDescription: "the first office of the same person", text: "Italian Prime Minister Draghi left.",
      name: "Draghi", entity: "Mario Draghi", date: "2021-06-01"),
    Case(
      testDescription: "a surname that is a place behind a title", text: "South Korean President Moon left.",
      name: "Moon", entity: "Moon Jae-in", date: "2018-03-01"),
  ]

  static let apart = [
    Case(
      testDescription: "before the term", text: "Germany's Merz said no.", name: "Merz", entity: "Merz",
      date: "2025-03-01"),
    Case(testDescription: "another body", text: "UNESCO chief Rutte left.", name: "Rutte", entity: "Rutte"),
    Case(
      testDescription: "another country", text: "Norwegian President Macron left.", name: "Macron", entity: "Macron"),
    Case(
      testDescription: "no country of the office in the document", text: "President Macron left.", name: "Macron",
      entity: "Macron"),
    Case(
      testDescription: "another office", text: "French Foreign Minister Macron left.", name: "Macron", entity: "Macron"),
    Case(
      testDescription: "another person of the name in that office",
      text: "France: club president Orin Macron left. President Macron slept.", name: "Macron", entity: "Orin Macron"),
    Case(testDescription: "no office", text: "In France, Macron said no.", name: "Macron", entity: "Macron"),
  ]

  /// What is found in all cases, with letters of several bytes before the text.
  private static let found = Result {
    try Annotator.annotate(
      records: (linked + more + apart).map {
        ["id": $0.testDescription, "date": $0.date, "text": "Żółć — ŭ. " + $0.text]
      })
  }

  private func mention(of c: Case) throws -> Annotator.Found {
    let place = try #require(
      (Self.linked + Self.more + Self.apart).firstIndex { $0.testDescription == c.testDescription })
    return try #require(try Self.found.get()[place].last { $0.type == "person" && $0.text == c.name })
  }

  @Test(arguments: linked + more) func `a surname means who holds the office beside it`(_ c: Case) throws {
    let mention = try mention(of: c)
    #expect(mention["entity"] == c.entity)
    #expect(mention["linkedBy"] == c.linkedBy)
  }

  @Test(arguments: apart) func `a surname stays where the office is not that one`(_ c: Case) throws {
    #expect(try mention(of: c)["entity"] == c.entity)
  }
}
