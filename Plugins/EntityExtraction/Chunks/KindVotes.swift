/// What the contexts of one text say together: each place of it votes for a kind.
struct KindVotes {
  private struct Vote {
    var weight = 0.0
    /// The candidates of the contexts that gave it.
    var contexts: [Int] = []
  }

  private let weights: NameWeights.Votes
  private var votes: [String: [NameKind: Vote]] = [:]

  init(weights: NameWeights.Votes) { self.weights = weights }

  /// Adds the vote of one place, whose contexts are the candidates `contexts`.
  mutating func add(_ text: String, _ kind: NameKind, _ certainty: Certainty, contexts: [Int] = []) {
    votes[text, default: [:]][kind, default: Vote()].weight += weights.weight(of: certainty)
    guard let known = votes[text]?[kind]?.contexts.count, known < Mention.mostWitnesses else { return }
    votes[text]?[kind]?.contexts += contexts
  }

  /// The kind with the most votes; `kind` where it has as many.
  func winner(_ text: String, standing kind: NameKind) -> NameKind {
    guard let votes = votes[text], votes.count > 1 else { return kind }
    let most = votes.values.lazy.map(\.weight).max() ?? 0
    if votes[kind]?.weight == most { return kind }
    return NameKind.allCases.first { votes[$0]?.weight == most } ?? kind
  }

  /// The candidates of the first contexts that speak for `kind`.
  func contexts(_ text: String, for kind: NameKind) -> [Int] { votes[text]?[kind]?.contexts ?? [] }
}
