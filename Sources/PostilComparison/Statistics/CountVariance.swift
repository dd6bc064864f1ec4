/// How much an item's counts vary beyond what the documents' sizes and one rate explain.
///
/// With λ the rate over all documents, the count x of a document of size s has, where nothing differs, mean λs; its variance is
/// taken as φλs + τ(λs)²: φ tells that occurrences come in bunches, τ that documents have topics. Both are fitted to the squared
/// distances (x − λs)² of all documents, by least squares with the weights of Poisson counts.
struct CountVariance {
  /// Documents of one size and count.
  struct Cell {
    let side: Int
    let size: Double
    let count: Double
    let documents: Double
  }

  /// What is added to the sum of squares that τ is divided by, so that few occurrences tell of no topics.
  private static let caution = 1.0
  /// The lowest design effect: counts that vary less than a fiftieth of Poisson's are none of texts.
  private static let least = 0.02

  /// The variance of the difference of the rates, as a multiple of that of independent occurrences (Rao & Scott 1992).
  let designEffect: Double
  /// The degrees of freedom of ``designEffect`` (Satterthwaite 1946).
  let degrees: Double

  /// - Parameters:
  ///   - cells: All documents; each size is more than 0.
  ///   - rate: The rate over all of them, more than 0.
  ///   - share: The share of the first side in the size.
  init(cells: [Cell], rate: Double, share: Double) {
    let documents = cells.reduce(0) { $0 + $1.documents }
    let freed = documents / max(1, documents - 1)
    var (distances, total) = (0.0, 0.0)
    for cell in cells {
      let distance = cell.count - rate * cell.size
      distances += cell.documents * distance * distance
      total += cell.documents * cell.count
    }
    let mean = max(Self.least, freed * distances / total)
    let shape = Self.shape(cells, rate: rate, mean: mean, freed: freed)
    let (effect, degrees) = Self.effect(cells, rate / mean, share, shape)
    designEffect = max(Self.least, mean * effect)
    self.degrees = degrees
  }

  /// φ and τ, in units in which the mean design effect is 1.
  private static func shape(
    _ cells: [Cell], rate: Double, mean: Double, freed: Double
  ) -> (bunches: Double, topics: Double) {
    var (weights, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for cell in cells {
      let expected = rate * cell.size
      let distance = cell.count - expected
      let (place, value) = (expected / mean, freed * distance * distance / (expected * mean))
      let weight = cell.documents * place / (1 + place)
      weights += weight
      x += weight * place
      y += weight * value
      xx += weight * place * place
      xy += weight * place * value
    }
    let (centre, height) = (x / weights, y / weights)
    let slope = (xy - x * height) / (xx - x * centre + caution)
    let topics = max(0, min(slope, height / centre))
    return (height - topics * centre, topics)
  }

  private static func effect(
    _ cells: [Cell], _ rate: Double, _ share: Double, _ shape: (bunches: Double, topics: Double)
  ) -> (effect: Double, degrees: Double) {
    var (variance, squares, expected) = ([0.0, 0.0], [0.0, 0.0], [0.0, 0.0])
    for cell in cells {
      let place = rate * cell.size
      let own = shape.bunches * place + shape.topics * place * place
      variance[cell.side] += cell.documents * own
      squares[cell.side] += cell.documents * own * own
      expected[cell.side] += cell.documents * place
    }
    let (a, b) = ((1 - share) * (1 - share), share * share)
    let sum = a * variance[0] + b * variance[1]
    let degrees = sum > 0 ? sum * sum / (a * a * squares[0] + b * b * squares[1]) - 2 : 0
    return ((1 - share) * variance[0] / expected[0] + share * variance[1] / expected[1], max(3, degrees))
  }
}
