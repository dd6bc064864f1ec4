import PostilReports
import Testing

@testable import PostilComparison

/// An item's figures with their formulas.
@Suite struct ItemExplanationTests {
  private static func comparison(_ sets: Int = 2, documents: Int = 12) throws -> Comparison {
    try Folder().comparison(
      (0..<sets).map { set in
        (0..<documents).map { number in
          Fixtures.line(
            "«d\(number)»", date: "2024-01-0\(1 + number % 9)",
            text: "é " + (number < 3 + 4 * set ? "Mira Kostrel and Mira Kostrel said" : "Bob said so and so"),
            names: ["Mira Kostrel", "Bob"], more: number < 5 ? [Fixtures.statement("Mira Kostrel", score: 0.5)] : [])
        }
      }, options: ComparisonOptions(duplicates: .ignore))
  }

  @Test func `the counts stand in the formulas, and the documents behind them`() throws {
    let text = try #require(try Self.comparison().explanation(of: "mira kostrel", most: 4))
    #expect(text.hasPrefix("Names: Mira Kostrel\n"))
    #expect(text.contains("set0: 6 in 3 of 12 documents; rate 6 / 75 words × 1,000 = 80.0 per 1,000 words"))
    #expect(text.contains("set1 against set0: a = 14, b = 6, c = 79, d = 75, N = c + d = 154"))
    #expect(text.contains("log2((14/79) / (6/75)) = +1.15"))
    #expect(text.contains("BIC: 2(a ln(a/E1) + b ln(b/E2)) − ln N = 2(14 ln(14/10.3) + 6 ln(6/9.7)) − ln 154 ="))
    #expect(text.contains("documents of set1:\n  2 in 7 words: 2024-01-01 «d0»\n"))
    #expect(text.contains("  … 3 more: --occurrences shows them\n"))
    #expect(text.contains("tone +0.50"))
  }

  @Test func `the sums come out as the rows have them`() throws {
    let comparison = try Self.comparison()
    let row = try #require(comparison.rows(of: .entity).first { $0.name == "Mira Kostrel" })
    let test = try #require(row.main?.test)
    let text = try #require(comparison.explanation(of: "Mira Kostrel", most: 1))
    #expect(text.contains("a/δ = \(NumberFormat.decimal(14 / test.designEffect))"))
    #expect(
      text.contains(
        "p: \(NumberFormat.probability(test.p)), Student's t with \(NumberFormat.decimal(test.degrees, 1)) degrees"))
    #expect(text.contains("G2: 2 Σ O ln(O/E) over a, b, c − a = 65, d − b = 69 = \(NumberFormat.signed(test.g2, 1))"))
  }

  @Test func `small sets have no tests, and a count of 0 is told how it is taken`() throws {
    let comparison = try Folder().comparison([
      [Fixtures.line("a", text: "é Bob", names: ["Bob"])], [Fixtures.line("b", text: "ü Ann", names: ["Ann"])],
    ])
    let text = try #require(comparison.explanation(of: "Bob", most: 3))
    #expect(text.contains("log2((0.5/2) / (1/2)) = -1.00, 0 taken as 0.5"))
    #expect(!text.contains("design effect"))
  }

  @Test func `of three sets the one that differs most is explained, with the omnibus test`() throws {
    let text = try #require(try Self.comparison(3).explanation(of: "Mira Kostrel", most: 1))
    #expect(text.contains("against the rest: a = "))
    #expect(text.contains("omnibus: p = least p of the sets × 3 = "))
  }

  @Test func `lines fit the terminal, and an unknown item has none`() throws {
    let comparison = try Self.comparison()
    let text = try #require(comparison.explanation(of: "Bob", most: 3, width: 60))
    for line in text.split(separator: "\n") { #expect(TextColumns.width(of: line) <= 60) }
    #expect(text.contains("\n  1 in "))
    #expect(comparison.explanation(of: "Zoe", most: 3) == nil)
  }
}
