/// A column of the tables that a terminal shows of a comparison.
struct TableColumn {
  let title: String
  /// How soon it gives way where not all fit, the highest first; 0 never (``TextTable/ranks``).
  let rank: Int
  let cell: (Comparison.Row) -> String
}

extension TableColumn {
  /// The columns of a facet, in order.
  static func all(of comparison: Comparison, facet: Facet) -> [TableColumn] {
    let isPair = comparison.groups.count == 2
    let isTested = comparison.method.isTested
    var columns = [TableColumn(title: facet.rawValue, rank: 0) { $0.name }]
    for set in comparison.groups.indices { columns += counts(comparison, facet, set) }
    if !isPair {
      columns.append(
        TableColumn(title: "most in or out", rank: 1) { row in
          row.main.map { short(comparison.groups[$0.target].name) } ?? "–"
        })
    }
    columns.append(TableColumn(title: "log ratio", rank: 2) { $0.main.map { NumberFormat.signed($0.logRatio) } ?? "–" })
    if isTested { columns += isPair ? pairTests(comparison) : manyTests }
    guard facet.isScored else { return columns }
    columns += comparison.groups.enumerated().map { set, group in
      TableColumn(title: "tone \(short(group.name))", rank: isPair ? 4 : 40 + set) {
        $0.sides[set].tone?.meanText ?? "–"
      }
    }
    guard isTested else { return columns }
    return columns + [
      TableColumn(title: "p", rank: 10) { $0.toneTest.map { NumberFormat.probability($0.p) } ?? "–" },
      TableColumn(title: "least p", rank: 14) { $0.toneTest.map { NumberFormat.probability($0.least) } ?? "–" },
    ]
  }

  /// What a set has of an item; of many sets the last give way first.
  private static func counts(_ comparison: Comparison, _ facet: Facet, _ set: Int) -> [TableColumn] {
    let isPair = comparison.groups.count == 2
    let later = isPair ? 0 : 20 + set
    return [
      TableColumn(title: short(comparison.groups[set].name), rank: later) { "\($0.sides[set].count)" },
      TableColumn(title: "docs", rank: isPair ? (facet.isScored ? 5 : 1) : 100 + set) { $0.sides[set].documentText },
      TableColumn(title: "rate", rank: isPair ? 7 : 200 + set) { NumberFormat.rate($0.sides[set].rate) },
    ]
  }

  private static func pairTests(_ comparison: Comparison) -> [TableColumn] {
    [
      test("95 %", 8) { NumberFormat.interval($0.interval) },
      test("LRC", 6) { NumberFormat.signed($0.conservative) },
      test("p", 5) { NumberFormat.probability($0.p) },
      test("least p", 9) { NumberFormat.probability($0.least) },
      test("q", 3) { NumberFormat.probability($0.q) },
      test("G2", 12) { NumberFormat.signed($0.g2, 1) },
      test("BIC", 13) { NumberFormat.decimal($0.bic, 1) },
    ]
      + comparison.groups.indices.map { set in
        TableColumn(title: "DP", rank: 11) { $0.sides[set].dispersion.map { NumberFormat.decimal($0) } ?? "–" }
      }
  }

  private static var manyTests: [TableColumn] {
    [
      test("LRC", 6) { NumberFormat.signed($0.conservative) },
      test("p", 5) { NumberFormat.probability($0.p) },
      test("least p", 9) { NumberFormat.probability($0.least) },
      TableColumn(title: "omnibus G2", rank: 12) { $0.omnibus.map { NumberFormat.decimal($0.g2, 1) } ?? "–" },
      TableColumn(title: "p", rank: 11) { $0.omnibus.map { NumberFormat.probability($0.p) } ?? "–" },
      TableColumn(title: "q", rank: 3) { $0.omnibus.map { NumberFormat.probability($0.q) } ?? "–" },
    ]
  }

  private static func test(_ title: String, _ rank: Int, _ cell: @escaping (Comparison.Test) -> String) -> TableColumn {
    TableColumn(title: title, rank: rank) { $0.main?.test.map(cell) ?? "–" }
  }

  /// A set's name, cut in the middle, since names of sets often differ at their ends: `gov-rea…-2023`.
  static func short(_ name: String) -> String {
    name.count > 14 ? "\(name.prefix(7))…\(name.suffix(6))" : name
  }
}
