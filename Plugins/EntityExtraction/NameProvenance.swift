import PostilModuleKit

/// What the annotations of a document's names were made from.
struct NameProvenance {
  private let document: DocumentView
  private let known: KnownWords
  private let names: EntityNames
  private let mentions: [Mention]
  /// The annotation of each mention.
  private let annotations: [Int]
  /// The place of each mention by its number.
  private let places: [Int]

  /// - Parameters:
  ///   - mentions: By place.
  ///   - order: The number of each, by which it was taken.
  init(
    _ document: DocumentView, _ known: KnownWords, _ names: EntityNames, of mentions: [Mention], _ order: [Int]
  ) {
    self.document = document
    self.known = known
    self.names = names
    self.mentions = mentions
    var next = document.annotations.count
    annotations = mentions.map { mention in
      if let given = mention.given { return given }
      next += 1
      return next - 1
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    self.places = places
  }

  /// The candidates that the mention at `place` and its features come from, the deciding one first.
  func candidates(at place: Int) -> [Int] {
    let mention = mentions[place]
    var own = mention.evidence
    if let candidate = mention.candidate, let decision = mention.decision {
      var words: (deciding: [Int], others: [Int]) = ([], [])
      if document.candidates[candidate].type == "chunk" {
        words = known.candidates(in: mention.span, deciding: decision.decidingWord)
      }
      let named = words.deciding + [candidate] + words.others
      own = decision.isByNeighbour ? mention.evidence + named : named + mention.evidence
    }
    return (own + names.evidence(at: place)).uniqued()
  }

  /// The annotations that the mention at `place` and its features come from: the names it repeats or takes its kind from first.
  func annotations(at place: Int) -> [Int] {
    let mention = mentions[place]
    var found = (mention.models.map { places[$0] } + names.tellers(at: place)).map { annotations[$0] }
    if let candidate = mention.candidate { found += document.candidates[candidate].annotations }
    return found.uniqued()
  }
}

extension [Int] {
  /// Without what stands in it before; for short lists.
  fileprivate func uniqued() -> [Int] {
    var result: [Int] = []
    for number in self where !result.contains(number) { result.append(number) }
    return result
  }
}
