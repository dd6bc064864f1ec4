import PostilModuleKit

/// A score with the words that made it, so that a reader can redo the sum.
struct ToneScore {
  /// One word's share: its weight times all its factors.
  struct Item {
    let text: String
    let weight: Double
    /// What changed the weight: `not ×-0.6`.
    var factors: [(name: String, value: Double)] = []
    /// The candidates of the word and of those that change it.
    var candidates: [Int] = []

    var share: Double { factors.reduce(weight) { $0 * $1.value } }

    /// `good +0.35 · not ×-0.6 = -0.21`.
    var written: String {
      let start = "\(text) \(ToneScore.written(weight))"
      guard !factors.isEmpty else { return start }
      let changes = factors.map { "\($0.name) ×\(ToneScore.rounded($0.value))" }.joined(separator: " · ")
      return "\(start) · \(changes) = \(ToneScore.written(share))"
    }
  }

  let items: [Item]
  /// Scores nearer to zero are neutral.
  let neutralBand: Double

  /// The candidates of all words, each once.
  var candidates: [Int] { items.flatMap(\.candidates).uniqued() }

  /// The sum of the shares, not beyond -1 and 1.
  var value: Double { max(-1, min(1, items.reduce(0) { $0 + $1.share })) }

  var label: String {
    value >= neutralBand ? "positive" : value <= -neutralBand ? "negative" : "neutral"
  }

  var features: Features {
    [
      "sentiment": .string(label), "score": .number((value * 1000).rounded() / 1000),
      "evidence": .list(items.map { .string($0.written) }),
    ]
  }

  /// With three digits behind the point.
  static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
  private static func written(_ weight: Double) -> String { (weight > 0 ? "+" : "") + String(rounded(weight)) }
}
