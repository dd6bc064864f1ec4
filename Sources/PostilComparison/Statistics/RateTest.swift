import Foundation

/// Whether an item has another rate in one set of documents than in others, given the documents' sizes and the item's total.
///
/// Were occurrences independent, the target's share of them would be binomial with the target's share of the size. They are
/// not: so both counts are divided by their design effect (``CountVariance``; Rao & Scott 1992), and the level is that of
/// Student's t with the degrees of freedom of that (Korn & Graubard 1998). p is two-sided and counts half of the probability of
/// what was seen (mid-p, Lancaster 1961). It is never below the share of deals of the documents that would part them as far
/// (``least``). Interval and conservative log ratio are Clopper & Pearson's of the same counts at the same level.
public struct RateTest: Sendable {
  /// The probability of a difference as large where the rates are the same.
  public let p: Double
  /// The least p that a difference in this direction can have with these counts in these documents.
  public let least: Double

  /// Occurrences on both sides by their design effect.
  private let (target, rest): (Double, Double)
  private let (targetSize, restSize): (Double, Double)
  /// What both counts are divided by.
  public let designEffect: Double
  /// The degrees of freedom of ``designEffect``.
  public let degrees: Double
  /// The normal deviate that the divided counts lie out.
  public let deviate: Double

  /// The lowest p that is told: no model of texts holds farther out.
  private static let lowest = 1e-12

  /// Tests one item.
  ///
  /// - Parameters:
  ///   - bins: All documents.
  ///   - places: The documents that have the item, ascending.
  ///   - counts: Its occurrences there.
  public init(_ bins: SizeBins, places: [Int32], counts: [UInt32]) {
    (targetSize, restSize) = (bins.size(0), bins.size(1))
    let cells = Self.cells(bins, places, counts)
    let sums = (0...1).map { side in cells.reduce(0) { $1.side == side ? $0 + $1.count * $1.documents : $0 } }
    guard targetSize > 0, restSize > 0, sums[0] + sums[1] > 0 else {
      (p, least, target, rest, degrees) = (1, 1, sums[0], sums[1], 3)
      (designEffect, deviate) = (1, 0)
      return
    }
    let share = targetSize / (targetSize + restSize)
    let variance = CountVariance(
      cells: cells, rate: (sums[0] + sums[1]) / (targetSize + restSize), share: share)
    let (target, rest) = (sums[0] / variance.designEffect, sums[1] / variance.designEffect)
    let isMore = sums[0] * restSize >= sums[1] * targetSize
    let (own, other) = (bins.documents(isMore ? 0 : 1), bins.documents(isMore ? 1 : 0))
    least = max(Self.lowest, Deal.leastShare(values: counts.map(Double.init), favoured: own, others: other))
    deviate = Deviates.normal(exceededWith: Self.binomialTails(target, rest, share: share))
    p = min(1, max(least, Deviates.studentTails(deviate, degrees: variance.degrees)))
    (self.target, self.rest, degrees) = (target, rest, variance.degrees)
    designEffect = variance.designEffect
  }

  /// The documents that have the item one by one, the others by their size.
  private static func cells(_ bins: SizeBins, _ places: [Int32], _ counts: [UInt32]) -> [CountVariance.Cell] {
    var others = bins.bins
    var cells: [CountVariance.Cell] = []
    for (place, count) in zip(places, counts) where bins.sizes[Int(place)] > 0 {
      let size = bins.sizes[Int(place)]
      let side = bins.target.contains(Int(place)) ? 0 : 1
      others[side][SizeBins.place(of: size)].documents -= 1
      others[side][SizeBins.place(of: size)].size -= Double(size)
      cells.append(CountVariance.Cell(side: side, size: Double(size), count: Double(count), documents: 1))
    }
    for (side, bins) in others.enumerated() {
      for bin in bins where bin.documents > 0 {
        cells.append(
          CountVariance.Cell(side: side, size: bin.size / bin.documents, count: 0, documents: bin.documents))
      }
    }
    return cells
  }

  /// Twice the lesser tail of the binomial distribution with half of what was seen, for counts that need not be whole.
  private static func binomialTails(_ target: Double, _ rest: Double, share: Double) -> Double {
    /// The probability that the first of two counts is at least `count`, each occurrence being its own with `share`.
    func atLeast(_ count: Double, _ other: Double, _ share: Double) -> Double {
      count <= 0 ? 1 : other <= -1 + 1e-12 ? 0 : IncompleteBeta.value(share, count, other + 1)
    }
    let more = (atLeast(target, rest, share) + atLeast(target + 1, rest - 1, share)) / 2
    let less = (atLeast(rest, target, 1 - share) + atLeast(rest + 1, target - 1, 1 - share)) / 2
    return min(1, 2 * min(more, less))
  }

  /// The confidence interval of the log ratio; infinite where a side has none, and with 0 in it where ``least`` bears no less.
  ///
  /// - Parameter level: The probability outside it.
  public func interval(level: Double = 0.05) -> ClosedRange<Double> {
    let shares = ClopperPearson.shares(target, rest, level: corrected(level))
    let (low, high) = (logRatio(shares.lowerBound), logRatio(shares.upperBound))
    return least > level ? min(low, 0)...max(high, 0) : low...high
  }

  /// The log ratio that can be vouched for, 0 where none can (Evert 2022): the end of the interval next to 0.
  ///
  /// - Parameters:
  ///   - tests: The number of items looked at together.
  ///   - level: The probability that one of them is vouched for wrongly.
  public func conservativeLogRatio(tests: Int, level: Double = 0.05) -> Double {
    let own = level / Double(max(1, tests))
    guard p < own else { return 0 }
    let interval = interval(level: own)
    return interval.lowerBound > 0 ? interval.lowerBound : min(0, interval.upperBound)
  }

  /// The level at which a normal deviate lies as far out as Student's t does at `level`.
  private func corrected(_ level: Double) -> Double {
    Deviates.normalTails(Deviates.student(exceededWith: level, degrees: degrees))
  }

  private func logRatio(_ share: Double) -> Double {
    guard targetSize > 0, restSize > 0 else { return share > 0.5 ? .infinity : -.infinity }
    return share <= 0 ? -.infinity : share >= 1 ? .infinity : log2(restSize / targetSize * share / (1 - share))
  }
}
