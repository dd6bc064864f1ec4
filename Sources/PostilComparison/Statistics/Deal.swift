import Foundation

/// Documents that are dealt out anew between two sides, as many to each as it has.
enum Deal {
  /// The share of all deals that part the documents as far as they can be parted: no test over documents can give a lower p.
  ///
  /// All of the highest values lie on one side then. Where the other side can be favoured by deals that are no more likely,
  /// these count too.
  ///
  /// - Parameters:
  ///   - values: Of the documents that have the item; the others have 0.
  ///   - favoured: The documents of the side that has more.
  ///   - others: The documents of the other side.
  static func leastShare(values: [Double], favoured: Int, others: Int) -> Double {
    let sorted = values.sorted(by: >)
    let own = logShare(sorted, side: favoured, of: favoured + others)
    let opposite = logShare(sorted, side: others, of: favoured + others)
    return min(1, exp(own) + (opposite <= own + 1e-9 ? exp(opposite) : 0))
  }

  /// The logarithm of the share of the deals in which a side of `side` documents has the highest values.
  private static func logShare(_ sorted: [Double], side: Int, of documents: Int) -> Double {
    guard side > 0, side < documents else { return 0 }
    let last = side <= sorted.count ? sorted[side - 1] : 0
    let higher = sorted.prefix { $0 > last }.count
    let equal = last > 0 ? sorted.dropFirst(higher).prefix { $0 == last }.count : documents - higher
    return logChoices(side - higher, of: equal) - logChoices(side, of: documents)
  }

  private static func logChoices(_ wanted: Int, of all: Int) -> Double {
    lgamma(Double(all + 1)) - lgamma(Double(wanted + 1)) - lgamma(Double(all - wanted + 1))
  }
}
