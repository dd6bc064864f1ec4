/// One document's scores of an item.
struct ScoredPart: Sendable {
  /// The sum of the scores.
  let sum: Double
  /// How many there are, at least one.
  let count: Double
}

/// What documents with scores come to, for their mean score and its standard error.
struct ScoredSums {
  private var documents = 0.0
  private var (sum, count) = (0.0, 0.0)
  private var (sumSum, sumCount, countCount) = (0.0, 0.0, 0.0)

  init(_ parts: some Sequence<ScoredPart>) { for part in parts { add(part) } }

  mutating func add(_ part: ScoredPart) {
    documents += 1
    sum += part.sum
    count += part.count
    sumSum += part.sum * part.sum
    sumCount += part.sum * part.count
    countCount += part.count * part.count
  }

  static func - (all: ScoredSums, part: ScoredSums) -> ScoredSums {
    var rest = all
    rest.documents -= part.documents
    rest.sum -= part.sum
    rest.count -= part.count
    rest.sumSum -= part.sumSum
    rest.sumCount -= part.sumCount
    rest.countCount -= part.countCount
    return rest
  }

  /// The mean over all statements.
  var mean: Double { count > 0 ? sum / count : 0 }

  /// The variance of ``mean``, that of a ratio whose units are documents (Cochran 1977, 6.3).
  private var variance: Double {
    guard documents > 1, count > 0 else { return 0 }
    let squares = sumSum - 2 * mean * sumCount + mean * mean * countCount
    return max(0, squares) / (count * count) * documents / (documents - 1)
  }

  /// The difference of both means in standard errors, either way; infinite where neither set varies.
  func distance(to other: ScoredSums) -> Double {
    let (difference, variance) = (abs(mean - other.mean), self.variance + other.variance)
    if difference < 1e-9 { return 0 }
    return variance > 1e-12 ? difference / variance.squareRoot() : .infinity
  }
}
