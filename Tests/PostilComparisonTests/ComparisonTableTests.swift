import PostilReports
import Testing

@testable import PostilComparison

/// The tables of a comparison in terminals of any width.
@Suite struct ComparisonTableTests {
  /// Names in scripts of one, two and no columns a character, one longer than any column.
  private static let names = [
    "Mira Kostrel", "محمّد السوداني", "王小明的代表",
    "Žydė 👩‍👩‍👧 Östergård of the Northern Fisheries Council and Its Harbour Board",
  ]

  private static func sets(_ count: Int, documents: Int) -> [[String]] {
    (0..<count).map { set in
      (0..<documents).map { number in
        let chosen = names.enumerated().filter { (number + $0.offset * set) % (2 + $0.offset) == 0 }.map(\.element)
        return Fixtures.line(
          "d\(number)", text: "«é» " + chosen.joined(separator: " and ") + " said so \(set) \(number)", names: chosen,
          more: chosen.map { Fixtures.statement($0, score: number % 2 == 0 ? 0.5 : -0.5) })
      }
    }
  }

  static let cases = [40, 60, 80, 100, 120, 200].flatMap { width in
    [(2, 12), (2, 3), (3, 12), (9, 8)].map { (width, $0.0, $0.1) }
  }

  @Test(arguments: cases)
  func `no line is wider than the terminal`(_ c: (width: Int, sets: Int, documents: Int)) throws {
    let comparison = try Folder().comparison(Self.sets(c.sets, documents: c.documents))
    let text = comparison.table(width: c.width)
    let lines = text.split(separator: "\n")
    #expect(lines.count > 20)
    for line in lines { #expect(TextColumns.width(of: line) <= c.width, "\(line)") }
    #expect(text.contains("Mira Kostrel"))
    if c.width <= 60, c.documents >= 8 { #expect(text.contains("no room for")) }
  }

  @Test func `at 80 columns documents, log ratio and q stay, and what is left out is told`() throws {
    let comparison = try Folder().comparison(
      Self.sets(2, documents: 12), options: ComparisonOptions(facets: [.entity, .source]))
    let text = comparison.table(width: 80)
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("entity") || $0.hasPrefix("source") }
    #expect(heads.count == 2)
    #expect(heads.allSatisfy { $0.contains("log ratio") && $0.contains("  q") })
    #expect(heads.last?.contains("tone set1") == true)
    #expect(heads.first?.contains("docs") == true)
    #expect(text.contains("no room for rate, 95 %"))
    #expect(text.contains("Žydė 👩‍👩‍👧 Öste"))
  }

  @Test(arguments: [
    ("gov-readouts-2023", "gov-rea…s-2023"), ("Velmora Herald × 2024-07", "Velmora…024-07"),
    ("é王é王é王é王é王é王é王", "é王é王é王é王é王é王é王"),
  ])
  func `names of sets are cut in the middle`(_ c: (name: String, short: String)) {
    #expect(TableColumn.short(c.name) == c.short)
  }

  @Test(arguments: [40, 60, 80, 120])
  func `places are shown in lines of the terminal, their words whole where there is room`(_ width: Int) throws {
    let long = String(repeating: "王小明 said «é» that ", count: 12)
    let sets = ["a", "b"].map {
      [Fixtures.line("document-\($0)", text: long + "Tarn Obel left. " + long, names: ["Tarn Obel"])]
    }
    let comparison = try Folder().comparison(sets)
    let text = try #require(comparison.places(of: "tarn obel", most: 3, width: width))
    let lines = text.split(separator: "\n").filter { $0.contains("[[") }
    #expect(lines.count == 2)
    for line in lines {
      #expect(TextColumns.width(of: line) <= width)
      #expect(TextColumns.width(of: line) >= width - 3)
      #expect(line.contains("[[Tarn Obel]]"))
    }
  }

  @Test func `without a width all figures stand in the table`() throws {
    let comparison = try Folder().comparison(Self.sets(2, documents: 12))
    let text = comparison.table()
    #expect(!text.contains("no room"))
    #expect(text.contains("least p"))
    #expect(text.contains("DP"))
  }
}
