import Foundation

/// How much more frequent an item is in a target set than in a reference set (`Documentation/Statistics.md`).
public struct Keyness: Hashable, Sendable {
  /// Occurrences in the target.
  public let a: Double
  /// Occurrences in the reference.
  public let b: Double
  /// The target's size.
  public let c: Double
  /// The reference's size.
  public let d: Double

  /// - Parameters:
  ///   - a: Occurrences in the target, at most `c`.
  ///   - b: Occurrences in the reference, at most `d`.
  ///   - c: The target's size.
  ///   - d: The reference's size.
  public init(a: Double, b: Double, c: Double, d: Double) {
    self.a = a
    self.b = b
    self.c = max(c, a)
    self.d = max(d, b)
  }

  private var targetRate: Double { c > 0 ? a / c : 0 }
  private var referenceRate: Double { d > 0 ? b / d : 0 }
  private var sign: Double { targetRate < referenceRate ? -1 : 1 }

  /// The binary logarithm of the ratio of the rates; a count of 0 is taken as 0.5 (Hardie 2014), but as no higher rate than
  /// the other's: in a small set half an occurrence would be more than a few in a large one.
  public var logRatio: Double {
    guard c > 0, d > 0 else { return 0 }
    let ratio = log2((a == 0 ? 0.5 : a) / c / ((b == 0 ? 0.5 : b) / d))
    return a == 0 ? (b == 0 ? 0 : min(0, ratio)) : b == 0 ? max(0, ratio) : ratio
  }

  /// The log-likelihood ratio of the four-cell table, never negative (Dunning 1993).
  public var fourCellG2: Double { GTest.value([[a, c - a], [b, d - b]]) }

  /// ``fourCellG2`` with a minus where the target's rate is the lower.
  public var signedG2: Double { sign * fourCellG2 }

  /// The log-likelihood ratio over the two counts alone (Rayson and Garside 2000), which ``bic`` is made from.
  public var twoCellG2: Double {
    guard c > 0, d > 0 else { return 0 }
    let (first, second) = (c * (a + b) / (c + d), d * (a + b) / (c + d))
    return 2 * (GTest.part(a, first) + GTest.part(b, second))
  }

  /// ``twoCellG2`` less the natural logarithm of both sizes together (Wilson 2013).
  public var bic: Double { twoCellG2 - log(c + d) }
}

/// The log-likelihood ratio test of independence.
enum GTest {
  /// 2 Σ O ln(O/E) over a table of rows, without correction.
  static func value(_ rows: [[Double]]) -> Double {
    let rowSums = rows.map { $0.reduce(0, +) }
    let columnSums = (rows.first ?? []).indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    let total = rowSums.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for (row, rowSum) in zip(rows, rowSums) {
      for (cell, columnSum) in zip(row, columnSums) { sum += part(cell, rowSum * columnSum / total) }
    }
    return max(0, 2 * sum)
  }

  static func part(_ observed: Double, _ expected: Double) -> Double {
    observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
  }
}
