import PostilModel

/// The candidates of a document by their types.
struct CandidateIndex {
  private var all: [String: [Int]] = [:]
  private var winners: [String: [Int]] = [:]

  init(_ candidates: [Candidate]) {
    for (index, candidate) in candidates.enumerated() {
      all[candidate.type, default: []].append(index)
      if candidate.lostTo == nil { winners[candidate.type, default: []].append(index) }
    }
  }

  /// The candidates of `type`, by place.
  func candidates(ofType type: String, winnersOnly: Bool) -> [Int] { (winnersOnly ? winners : all)[type] ?? [] }
}
