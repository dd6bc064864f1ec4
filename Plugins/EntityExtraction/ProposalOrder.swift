import PostilModuleKit

/// In which order proposals are taken: the longer first, then the more certain, then what a rule says itself, then by rank.
enum ProposalOrder {
  /// The numbers of `proposals`, those first that are taken first.
  static func numbers(of proposals: [Mention], in document: DocumentView) -> [Int] {
    let keys = proposals.indices.map { number in
      let (span, certainty) = (proposals[number].span, proposals[number].certainty)
      return (-span.count, -certainty.rawValue, rank(proposals[number].candidate, in: document), number)
    }
    return keys.sorted { $0 < $1 }.map(\.3)
  }

  private static func rank(_ candidate: Int?, in document: DocumentView) -> Int {
    guard let candidate = candidate.map({ document.candidates[$0] }) else { return .max }
    return candidate.type == "name" ? candidate.rank : candidate.rank + document.candidates.count
  }
}
