import Foundation
import PostilJSON
import Testing

@testable import PostilComparison

/// The page that a comparison is read on.
@Suite struct ComparisonPageTests {
  private static let hostile = "</script><script>alert(1)</script>"

  private func page() throws -> String {
    let text = "«é» العراق met Ann & Bob at the <river>. Ann left.\u{2028}"
    let left = (0..<3).map {
      Fixtures.line(
        "a\($0)", date: "2024-01-0\($0 + 1)", text: text, names: ["Ann", "العراق"],
        more: [Fixtures.statement("Ann", score: -0.5, start: 4, end: 10)])
    }
    let right = (0..<3).map {
      Fixtures.line("b\($0)\(Self.hostile)", date: "2025-01-01", text: text + Self.hostile, names: ["Ann", "script"])
    }
    return try Folder().comparison([left, right]).html()
  }

  private func data(of page: String) throws -> JSONValue {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    return try JSONParser.value(of: String(page[start.upperBound..<end.lowerBound]))
  }

  @Test func `nothing of a document becomes markup or script, and nothing is loaded`() throws {
    let page = try page()
    #expect(page.ranges(of: "<script").count == 2)
    #expect(!page.contains("alert(1)</script>"))
    #expect(page.contains("default-src 'none'"))
    for loader in [" src=", "@import", "url(", "<link", "fetch(", "http://", "https://"] {
      #expect(!page.contains(loader), "\(loader)")
    }
  }

  @Test func `every number opens a row that knows its places in context`() throws {
    let page = try page()
    let rows = try #require(try data(of: page)["rows"]?.array)
    let links = page.matches(of: #/data-r="(\d+)"/#).compactMap { Int($0.1) }
    #expect(links.count > rows.count)
    #expect(links.allSatisfy { rows.indices.contains($0) })
    let ann = try #require(rows.first { $0["name"]?.string == "Ann" && $0["facet"]?.string == "Names" })
    let side = try #require(ann["places"]?.array?.first)
    #expect(side["count"]?.integer == 6)
    let shown = try #require(side["shown"]?.array)
    #expect(shown.count == 6)
    let first = try #require(shown.first?.array)
    #expect(first[1].string == "«é» العراق met ")
    #expect(first[2].string == "Ann")
    #expect(first[3].string?.hasPrefix(" & Bob at the <river>.") == true)
    #expect(first[4].string == "person")
  }

  @Test func `speakers bear their tone and drawings their names`() throws {
    let page = try page()
    #expect(page.contains("Sentiment by speaker"))
    #expect(page.contains("class=\"tone neg\">-0.50"))
    #expect(page.contains("aria-label=\"Effect against evidence\""))
    #expect(page.contains("prefers-color-scheme:dark"))
    #expect(page.contains("@media print"))
  }

  @Test func `three sets have a heat map, and the page stays whole without texts`() throws {
    let folder = try Folder()
    let sets = ["x", "y", "z"].map { name in
      [Fixtures.line("d\(name)", text: "Ann \(name) Bob", names: ["Ann", "Bob"])]
    }
    let page = try folder.comparison(sets).html()
    #expect(page.contains("Names: each set against the rest"))
    let bare = sets.map { $0.map { $0.replacing(#/"text":"[^"]*","annotations"/#, with: #""annotations""#) } }
    let comparison = try folder.comparison(bare)
    #expect(comparison.warnings.contains { $0.contains("without text") })
    let rows = try #require(try data(of: comparison.html())["rows"]?.array)
    #expect(rows.first?["places"]?.array?.first?["shown"]?.array?.isEmpty == true)
  }
}
