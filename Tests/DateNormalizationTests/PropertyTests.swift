import PostilModuleKit
import Testing

@testable import DateNormalization

/// What holds for every candidate that keeps the contract.
@Suite struct PropertyTests {
  private static let numbers: [Double] = [
    -1_000_000_000, -5000, -40, -2, -1, 0, 0.5, 1, 2, 3, 4, 5, 7, 10, 12, 13, 24, 29, 30, 31, 32, 40, 53, 54, 99, 100,
    1582, 1900, 2000, 2023, 9999, 12_345, 1e18,
  ]

  private static func candidate(_ random: inout SplitMix) -> Features {
    var features = Features()
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      guard let feature = Contract.expression.randomElement(using: &random) else { continue }
      if ["value", "zone", "mod", "quant", "freq"].contains(feature.name) { continue }
      features[feature.name] =
        feature.kind == .number
        ? numbers.randomElement(using: &random).map { .number($0) }
        : feature.choices.randomElement(using: &random).map { .string($0) }
    }
    return features
  }

  @Test(arguments: [nil, "2023-09-21", "2024-02-29", "0001-01-01", "9999-12-31", "2023-02-29", "1582-10-10"])
  func `every value is TIMEX3, whatever the candidates say`(date: String?) {
    var random = SplitMix(seed: 7)
    for style in DateAnalyzer.styles {
      for _ in 0..<400 {
        let candidates = (0..<8).map { _ in Self.candidate(&random) }
        for (features, value) in zip(candidates, AnalyzerTests.values(candidates, date: date, style: style)) {
          guard let value else { continue }
          #expect(TimexSyntax.accepts(value), "'\(value)' of \(features) on \(date ?? "no day")")
        }
      }
    }
  }

  private static let relative: [Features] =
    (1...7).flatMap { weekday in
      Direction.names.map { ["weekday": .number(Double(weekday)), "direction": .string($0)] }
    }
    + (-9...9).flatMap { offset in
      ["day", "week", "weekend"].map { ["offset": .number(Double(offset)), "unit": .string($0)] }
    }
    + [["weekday": 4], ["offset": 0, "unit": "day", "partOfDay": "MO"]]

  /// The first day of a value of a day or week.
  private func day(_ value: String?) -> Int? {
    guard let value else { return nil }
    if let day = CivilDay(iso: value) { return day.number }
    let parts = value.split(separator: "-")
    guard parts.count >= 2, let year = Int(parts[0]), let week = Int(parts[1].dropFirst()),
      let fourth = CivilDay(year: year, month: 1, day: 4)
    else { return nil }
    return fourth.number - fourth.weekday + 1 + 7 * (week - 1)
  }

  @Test(arguments: [-520, -53, -1, 1, 52, 260])
  func `a shift of the reference date by weeks shifts days and weeks by the same`(weeks: Int) throws {
    let first = try #require(CivilDay(year: 2023, month: 9, day: 18)).number
    for reference in first..<first + 7 {
      let here = AnalyzerTests.values(Self.relative, date: CivilDay(number: reference).iso)
      let there = AnalyzerTests.values(Self.relative, date: CivilDay(number: reference + 7 * weeks).iso)
      for (features, pair) in zip(Self.relative, zip(here, there)) {
        #expect(day(pair.0) != nil && day(pair.0).map { $0 + 7 * weeks } == day(pair.1), "\(features)")
      }
    }
  }

  @Test func `the order of candidates does not change the values of complete dates`() {
    let candidates: [Features] = (1...28).map { ["year": 2001, "month": 2, "day": .number(Double($0))] }
    let forward = AnalyzerTests.values(candidates, date: nil)
    let backward = AnalyzerTests.values(candidates.reversed(), date: nil)
    #expect(forward == backward.reversed())
  }
}
