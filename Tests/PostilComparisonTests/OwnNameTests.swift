import PostilJSON
import Testing

@testable import PostilComparison

/// Names of groups among the items that are compared.
@Suite struct OwnNameTests {
  struct Case: CustomTestStringConvertible {
    let group: String
    let name: String
    let expected: OwnName.Likeness?

    var testDescription: String { "\(name) of \(group)" }
  }

  static let cases: [Case] =
    [
      ("FoxNews", "Fox News"), ("Fox News", "FoxNews"), ("fox-news", "Fox News"), ("www.foxnews.com", "Fox News"),
      ("The Washington Times", "Washington Times"), ("Washington Times", "The Washington Times"),
      ("wash-post", "The Washington Post"), ("wash-post", "Washington Post"), ("Washington Post", "WaPo"),
      ("Norrland Post", "NorrlandPost"), ("nyt", "The New York Times"), ("New York Times", "NYT"),
      ("The New York Times", "NYT"), ("bbc.co.uk", "BBC"), ("BBC", "British Broadcasting Corporation"),
      ("Écho de Korr", "ECHO DE KORR"), ("U.S.A. Today", "USA Today"), ("L’Écho", "L'Echo"), ("CNN", "CNN"),
    ].map { Case(group: $0.0, name: $0.1, expected: .same) }
    + [
      ("Fox News", "Fox News Sunday"), ("breitbart", "Breitbart News"), ("nyt", "New York Times Magazine"),
      ("Times", "Times Square"), ("CNN", "CNN International"),
    ].map { Case(group: $0.0, name: $0.1, expected: .longer) }
    + [
      ("AP", "Al Pacino"), ("Fox News", "Fox"), ("Fox News", "News"), ("USA Today", "Today"),
      ("New York Times", "York Times"), ("Washington Post", "Washington"), ("Politico", "Pol"),
      ("nyt", "Nyton"), ("Guardian", "The Revolutionary Guard"), ("Fox News", "Editor of Fox News"),
      ("breitbart", "Andrew Breitbart"), ("Fox News", "Fox News and Friends of Korr"), ("", "Ann"), ("—", "Ann"),
      ("2030", "Ann"),
    ].map { Case(group: $0.0, name: $0.1, expected: nil) }

  @Test(arguments: cases)
  func `a group's own name is known in its forms`(_ c: Case) {
    #expect(OwnName(c.group).likeness(of: c.name) == c.expected)
  }

  /// Documents of two outlets, each of which names itself, the other and somebody.
  private static let lines = (0..<24).map { number in
    let (outlet, own) = number % 2 == 0 ? ("wash-post", "The Washington Post") : ("korr", "Korr Weekly")
    let person = number % 2 == 0 ? "Ann" : "Bob"
    let text = "«é» \(own) asked \(person), \(person) said to \(own)"
    return Fixtures.line("d\(number)", outlet: outlet, text: text, names: [own, person])
  }

  private static func comparison(_ options: ComparisonOptions) throws -> Comparison {
    try Folder().comparison([lines], options: options)
  }

  @Test func `own names of outlets are not ranked, but told`() throws {
    let comparison = try Self.comparison(ComparisonOptions(groupBy: "outlet"))
    #expect(comparison.rows(of: .entity).map(\.name).sorted() == ["Ann", "Bob"])
    #expect(comparison.rows(of: .pair).isEmpty)
    let entities = comparison.ownNames.filter { $0.row.facet == .entity }
    #expect(
      entities.map { "\($0.row.name) of \(comparison.groups[$0.group].name)" }.sorted() == [
        "Korr Weekly of korr", "The Washington Post of wash-post",
      ])
    #expect(comparison.ownNames.count == 4)
    #expect(comparison.table().contains("own names of sets are not ranked: 4 items, "))
    let json = try JSONParser.value(of: comparison.json)
    let owners = (json["ownNames"]?.array ?? []).compactMap { $0["ownNameOf"]?.string }
    #expect(owners.sorted() == ["korr", "korr", "wash-post", "wash-post"])
    #expect(comparison.places(of: "Korr Weekly", most: 2) != nil)
  }

  @Test func `they are ranked on demand`() throws {
    let comparison = try Self.comparison(ComparisonOptions(groupBy: "outlet", ownNames: .keep))
    #expect(comparison.rows(of: .entity).count == 4)
    #expect(comparison.ownNames.isEmpty)
    #expect(!comparison.table().contains("own names"))
  }

  @Test func `a longer name that is not the more frequent in the group stays`() throws {
    let lines = (0..<24).map { number in
      let text = number % 2 == 0 ? "«é» Ann slept" : "«é» Times Square slept"
      return Fixtures.line(
        "d\(number)", outlet: number % 2 == 0 ? "Times" : "Echo", text: text, names: ["Ann", "Times Square"])
    }
    let comparison = try Folder().comparison([lines], options: ComparisonOptions(groupBy: "outlet"))
    #expect(comparison.rows(of: .entity).map(\.name).sorted() == ["Ann", "Times Square"])
  }

  @Test func `what is grouped by other metadata has no own names`() throws {
    let lines = Self.lines.map { $0.replacing(#""outlet":"#, with: #""topic":"#) }
    let comparison = try Folder().comparison([lines], options: ComparisonOptions(groupBy: "topic"))
    #expect(comparison.rows(of: .entity).count == 4)
  }
}
