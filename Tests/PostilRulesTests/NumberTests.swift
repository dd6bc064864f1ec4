import Foundation
import PostilModel
import Testing

@testable import PostilRules

/// Numbers as they are written and said.
@Suite struct NumberTests {
  /// The words of English that ship with the program.
  private static let english: NumberWords = {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let text = (try? String(contentsOfFile: checkout + "/rules/en/text/numbers.tsv", encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return NumberWords(rows: rows)
  }()

  @Test(arguments: [
    ("1,234.5", 1234.5), ("7", 7), ("-3", -3), ("−3.5", -3.5), ("1,20,000", 120_000), ("2½", 2.5), ("½", 0.5),
    ("١٢", 12),
    ("3.5 billion", 3.5e9), ("2.3 billion", 2.3e9), ("3.5bn", 3.5e9), ("40k", 40_000), ("$12 million", 12e6),
    ("12m", 12e6),
    ("half a million", 500_000), ("a quarter of a million", 250_000), ("three quarters", 0.75), ("a dozen", 12),
    ("two dozen", 24), ("half a dozen", 6), ("2 lakh", 200_000), ("5 lakh crore", 5e12), ("1.5 crore", 1.5e7),
    ("two and a half million", 2.5e6), ("one and a half", 1.5), ("a hundred and two", 102), ("twenty-one", 21),
    ("One Million Two Hundred Thousand", 1.2e6), ("a thousand million", 1e9), ("two hundred", 200), ("a", 1),
    ("half", 0.5),
    ("XIV", 14), ("MCMXCIX", 1999), ("zero", 0), ("nineteen", 19), ("one hundred twenty-five thousand", 125_000),
    ("ninety-nine", 99),
  ])
  func `a number is read`(text: String, value: Double) {
    #expect(Self.english.number(text) == value)
  }

  @Test(arguments: [
    "mix", "civil", "dim", "IIII", "", "and", "of", "bn", "three four", "twenty eleven", "12-14", "ten to twelve",
    "1.234.567",
    "12 13", "a few", "dozens", "9999999 billion", "3rd", "é", "twenty five six",
  ])
  func `what is no number is none`(text: String) {
    #expect(Self.english.number(text) == nil)
  }

  @Test(arguments: [
    ("$12–14 billion", [12e9, 14e9]), ("12-14", [12, 14]), ("500 to 900", [500, 900]),
    ("900 to 1 thousand", [900, 1000]),
    ("ten to twelve", [10, 12]), ("two to three hundred", [200, 300]), ("half a million to 2 million", [500_000, 2e6]),
    ("$1.5bn — $2bn", [1.5e9, 2e9]), ("twenty-one", [21]), ("7", [7]), ("-5 – 3", [-5, 3]), ("to", []),
    ("few to many", []),
  ])
  func `a range is two numbers`(text: String, values: [Double]) {
    #expect(Self.english.numbers(text) == values)
  }

  @Test(arguments: [
    ("3rd", 3), ("22nd", 22), ("11th", 11), ("3", 3), ("1,000th", 1000), ("third", 3), ("Twenty-First", 21),
    ("hundredth", 100),
    ("two hundredth", 200),
  ])
  func `an ordinal is read`(text: String, value: Int) {
    #expect(Self.english.ordinal(text) == value)
  }

  @Test(arguments: ["3.5bn", "3bn", "3 million", "three", "1990s", "3.5th", "", "rd", "12-14"])
  func `what is no ordinal is none`(text: String) {
    #expect(Self.english.ordinal(text) == nil)
  }
}
