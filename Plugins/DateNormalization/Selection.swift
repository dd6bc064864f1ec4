import PostilModuleKit

/// Chooses the candidates that count: those that kept their place and whose conditions hold, and in place of the others
/// those that they had beaten.
struct Selection {
  let document: DocumentView
  let style: String
  let tense: Tense
  /// Those that kept their place but do not count.
  private(set) var refused: [Int] = []

  init(document: DocumentView, style: String, tense: Tense) {
    self.document = document
    self.style = style
    self.tense = tense
  }

  /// The candidates that count, in the order of the text.
  mutating func choose() -> [Int] {
    var chosen: [Int] = []
    var losers: [Int: [Int]] = [:]
    for (index, candidate) in document.candidates.enumerated() where candidate.type != "tense" {
      if let winner = candidate.lostTo {
        losers[winner, default: []].append(index)
      } else if counts(candidate) {
        chosen.append(index)
      } else {
        refused.append(index)
      }
    }
    let revived = refused.flatMap { revive(losers[$0] ?? [], chosen) }
    return revived.isEmpty ? chosen : (chosen + revived).sorted()
  }

  private func revive(_ losers: [Int], _ chosen: [Int]) -> [Int] {
    var kept: [Int] = []
    for index in losers.sorted(by: { document.candidates[$0].rank < document.candidates[$1].rank })
    where counts(document.candidates[index]) && isFree(index, kept) && isFree(index, neighbours(of: index, chosen)) {
      kept.append(index)
    }
    return kept
  }

  /// The chosen candidates just before and behind a place.
  private func neighbours(of index: Int, _ chosen: [Int]) -> ArraySlice<Int> {
    let place = chosen.partitioningIndex { $0 > index }
    return chosen[max(0, place - 3)..<min(chosen.count, place + 3)]
  }

  private func isFree(_ index: Int, _ others: some Sequence<Int>) -> Bool {
    let candidate = document.candidates[index]
    return others.allSatisfy {
      document.candidates[$0].type != candidate.type || !document.candidates[$0].span.overlaps(candidate.span)
    }
  }

  private func counts(_ candidate: CandidateView) -> Bool {
    if let only = candidate.features["style"]?.string, only != style { return false }
    return candidate.features["needs"]?.string != "future" || tense.future(at: candidate.span) != nil
  }
}
