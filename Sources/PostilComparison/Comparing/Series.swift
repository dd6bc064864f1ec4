import PostilModel

extension Comparison {
  /// The sets of one outlet, or of all documents, as periods one after the other.
  public struct Series: Sendable {
    /// A period.
    public struct Period: Sendable {
      /// `2024-03`, `2024-W09`, …
      public let label: String
      /// The number of its set; nil without documents.
      public let group: Int?
    }

    /// Its name; empty where there is one series.
    public let name: String
    /// What its periods are.
    public let unit: PeriodUnit
    /// All from the first to the last, also those without documents.
    public let periods: [Period]
  }

  /// Where an item's rate changes.
  public struct Change: Sendable {
    /// The number of the series.
    public let series: Int
    /// The number of the set with which the new rate begins.
    public let group: Int
    /// The p of ``ChangePoints``.
    public let p: Double
    /// The false discovery rate of the series among all items and series.
    public let q: Double
    /// The rate from the change before to this one, and from this one to the next, in the unit of the item's base.
    public let (before, after): (Double, Double)
  }
}

extension Corpus {
  /// The series that the sets make; none where they are not divided by time.
  var series: [Comparison.Series] {
    guard let unit = grouping?.unit else { return [] }
    let bounds = bounds
    let names = values.map { Grouping.name($0.dropLast()) }
    return names.uniqued().map { name in
      let groups = names.indices.filter { names[$0] == name }
      let labels = groups.compactMap { values[$0].last }
      let known = Dictionary(zip(labels, groups)) { first, _ in first }
      let dates = groups.flatMap { documents[bounds[$0]..<bounds[$0 + 1]].compactMap(\.date) }.sorted()
      let all = dates.first.map { unit.periods(from: $0, to: dates.last ?? $0) } ?? []
      let periods = Set(all).isSuperset(of: labels) ? all : labels
      return Comparison.Series(
        name: name, unit: unit, periods: periods.map { .init(label: $0, group: known[$0]) })
    }
  }
}
