import PostilModel
import PostilReports
import Testing

@testable import PostilComparison

@Suite struct ItemFilterTests {
  private static let sets = ["a", "b"].map { set in
    (0..<3).map { number in
      Fixtures.line(
        "\(set)\(number)", text: "«é العراق» Zoë O’Neil met Mira Kostrel and Bob. \(set) \(number)",
        names: ["Zoë O’Neil", "Mira Kostrel", "Bob"])
    }
  }

  private static func comparison(_ filter: ItemFilter) throws -> Comparison {
    try Folder().comparison(sets, options: ComparisonOptions(facets: [.entity, .pair], filter: filter))
  }

  @Test(arguments: [
    (
      hidden: ["zoe o'neil"], only: [String](), names: ["Bob", "Mira Kostrel"], pairs: ["Bob + Mira Kostrel"], gone: 3
    ),
    (
      hidden: ["BOB", "mira  kostrel"], only: [], names: ["Mira Kostrel", "Zoë O’Neil"],
      pairs: ["Mira Kostrel + Zoë O’Neil"], gone: 3
    ),
    (hidden: [], only: ["bob"], names: ["Bob"], pairs: ["Bob + Mira Kostrel", "Bob + Zoë O’Neil"], gone: 3),
    (hidden: ["Zoe ONeil"], only: ["Bob"], names: ["Bob"], pairs: ["Bob + Mira Kostrel"], gone: 4),
    (
      hidden: ["Nobody"], only: [], names: ["Bob", "Mira Kostrel", "Zoë O’Neil"],
      pairs: [
        "Bob + Mira Kostrel", "Bob + Zoë O’Neil", "Mira Kostrel + Zoë O’Neil",
      ], gone: 0
    ),
  ])
  func `what is hidden is not shown, with its pairs, and is counted`(
    _ c: (hidden: [String], only: [String], names: [String], pairs: [String], gone: Int)
  ) throws {
    let comparison = try Self.comparison(ItemFilter(hidden: c.hidden, only: c.only))
    #expect(comparison.rows(of: .entity).map(\.name).sorted() == c.names)
    #expect(comparison.rows(of: .pair).map(\.name).sorted() == c.pairs)
    #expect(comparison.hidden == c.gone)
    #expect(comparison.table().contains("hidden: ") == (c.gone > 0))
    #expect(comparison.method.tested == 6)
  }

  @Test(arguments: ["Zoë O’Neil", "zoë o'neil", "ZOE ONEIL"])
  func `an item is shown however it is typed`(_ name: String) throws {
    let text = try #require(try Self.comparison(ItemFilter()).places(of: name, most: 2))
    #expect(text.contains("Zoë O’Neil"))
    #expect(text.contains("[[Zoë O’Neil]]"))
  }

  @Test func `a mistyped item is told its likeliest name`() throws {
    let comparison = try Self.comparison(ItemFilter())
    #expect(comparison.places(of: "Mira Kostel", most: 2) == nil)
    #expect(comparison.help(for: "Mira Kostel") == "did you mean 'Mira Kostrel'?")
  }

  @Test(arguments: [
    ("kostrel", "did you mean 'Mira Kostrel'?"), ("o’neil", "did you mean 'Zoë O’Neil'?"),
    ("MIRA", "did you mean 'Mira Kostrel'?"), ("rel", nil as String?), ("Bobb", "did you mean 'Bob'?"),
  ])
  func `a part of a name is told the names that have it`(_ c: (name: String, help: String?)) throws {
    let comparison = try Folder().comparison(Self.sets, options: ComparisonOptions(facets: [.entity]))
    #expect(comparison.help(for: c.name) == c.help)
  }

  @Test func `of many names with a word in them the shortest are told`() {
    let names = ["Al-Sudani", "al Sudani of Korr", "Mohammed Al-Sudani", "A. al-Sudani", "Sudanic"]
    let search = ItemSearch(items: names) { ($0, []) }
    #expect(
      search.help(for: "sudani") == "did you mean 'Al-Sudani', 'A. al-Sudani', 'al Sudani of Korr' or another of 4?")
    #expect(search.items(called: "AL-SUDANI") == ["Al-Sudani"])
  }

  @Test func `repeated documents are told beside the documents of an item`() throws {
    let text = "Bob " + (0..<60).map { "wörd\($0)" }.joined(separator: " ")
    let sets = ["a", "b"].map { set in
      ["", " again", " once more"].map { Fixtures.line("\(set)\($0.count)", text: text + $0, names: ["Bob"]) }
    }
    let comparison = try Folder().comparison(sets)
    #expect(comparison.rows(of: .entity).first?.sides.map(\.copies) == [2, 2])
    #expect(comparison.table().contains("3 (2)"))
    #expect(comparison.table().contains("6 documents in 1 group repeat each other"))
    #expect(comparison.csv.contains(",3,3,2,"))
  }
}
