/// What the contexts of one text say together: each place of it votes for a kind.
struct KindVotes {
  private var votes: [String: [NameKind: Int]] = [:]

  /// Adds the vote of one place.
  mutating func add(_ text: String, _ kind: NameKind, _ certainty: Certainty) {
    let weight =
      switch certainty {
      case .sure: 9
      case .likely: 3
      case .supposed: 1
      }
    votes[text, default: [:]][kind, default: 0] += weight
  }

  /// The kind with the most votes; `kind` where it has as many.
  func winner(_ text: String, standing kind: NameKind) -> NameKind {
    guard let votes = votes[text], votes.count > 1 else { return kind }
    let most = votes.values.max() ?? 0
    if votes[kind] == most { return kind }
    return NameKind.allCases.first { votes[$0] == most } ?? kind
  }
}
