/// Where the rate of an item changes along a series of periods.
///
/// Of all ways to part the periods in two, the one whose sides differ most by ``RateTest`` is a change where its p, times the number of ways
/// (Bonferroni, as for maximally selected statistics: Miller & Siegmund 1982; Worsley 1983), is at most the level; then both sides are
/// parted in the same way (binary segmentation: Scott & Knott 1974; Vostrikova 1981).
public struct ChangePoints: Sendable {
  /// One change.
  public struct Change: Hashable, Sendable {
    /// The first period of the new rate.
    public let period: Int
    /// The p of the two sides times the number of ways to part them.
    public let p: Double
  }

  /// The p of the series as a whole: that of its first change, or of the likeliest one that is none; 1 where nothing can be parted.
  public let p: Double
  /// In the order of the periods.
  public let changes: [Change]

  /// The fewest documents that have an item whose changes are looked for: fewer cannot tell one from chance.
  static let fewestHaving = 5

  /// Looks for the changes of one item.
  ///
  /// - Parameters:
  ///   - places: The documents of the series that have the item, ascending.
  ///   - counts: Its occurrences there.
  public init(_ series: SeriesBins, places: [Int32], counts: [UInt32], level: Double = 0.05) {
    guard places.count >= Self.fewestHaving, let first = Self.likeliest(series.whole, 0, places, counts) else {
      (p, changes) = (1, [])
      return
    }
    p = first.p
    var found: [Change] = []
    var open = [(range: 0..<series.periods, change: first)]
    while let (range, change) = open.popLast() {
      guard change.p <= level else { continue }
      found.append(change)
      for part in [range.lowerBound..<change.period, change.period..<range.upperBound] {
        let documents = series.documents(of: part)
        let own = places.indices.filter { documents.contains(Int(places[$0])) }
        guard own.count >= Self.fewestHaving,
          let next = Self.likeliest(
            series.splits(of: part), documents.lowerBound, own.map { places[$0] }, own.map { counts[$0] })
        else { continue }
        open.append((part, next))
      }
    }
    changes = found.sorted { $0.period < $1.period }
  }

  /// The split with the least p, of equals that of the farthest deviate: p goes no lower than a floor.
  private static func likeliest(
    _ splits: [SeriesBins.Split], _ start: Int, _ places: [Int32], _ counts: [UInt32]
  ) -> Change? {
    let moved = start == 0 ? places : places.map { $0 - Int32(start) }
    let tests = splits.map { (period: $0.period, test: RateTest($0.bins, places: moved, counts: counts)) }
    return tests.min { ($0.test.p, -$0.test.deviate) < ($1.test.p, -$1.test.deviate) }.map {
      Change(period: $0.period, p: min(1, $0.test.p * Double(splits.count)))
    }
  }
}

/// The documents of a series by period, and the ways to part them.
public struct SeriesBins: Sendable {
  /// The documents before a period, and those from it on.
  struct Split: Sendable {
    let period: Int
    let bins: SizeBins
  }

  /// The fewest documents on either side of a change.
  private static let fewest = Comparer.fewest

  private let sizes: [UInt32]
  private let bounds: [Int]
  /// The ways to part the whole series.
  private(set) var whole: [Split] = []

  /// - Parameters:
  ///   - sizes: Of all documents, those of a period together, the periods in order.
  ///   - bounds: Where each period begins, and the end of the last.
  public init(sizes: [UInt32], bounds: [Int]) {
    self.sizes = sizes
    self.bounds = bounds
    whole = splits(of: 0..<periods)
  }

  /// How many periods there are.
  public var periods: Int { max(0, bounds.count - 1) }

  func documents(of periods: Range<Int>) -> Range<Int> { bounds[periods.lowerBound]..<bounds[periods.upperBound] }

  /// The ways to part `periods` with enough documents on both sides, their documents counted from the first.
  func splits(of periods: Range<Int>) -> [Split] {
    guard periods.count > 1 else { return [] }
    let documents = documents(of: periods)
    let own = Array(sizes[documents])
    return periods.dropFirst().compactMap { period in
      let before = bounds[period] - documents.lowerBound
      guard min(before, own.count - before) >= Self.fewest else { return nil }
      let bins = SizeBins(sizes: own, target: 0..<before)
      return min(bins.documents(0), bins.documents(1)) >= Self.fewest ? Split(period: period, bins: bins) : nil
    }
  }
}
