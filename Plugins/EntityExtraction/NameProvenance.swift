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
    annotations = mentions.indices.map { place in
      if let given = mentions[place].given { return given }
      next += 1
      return next - 1
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    self.places = places
  }

  /// The candidates that the mention at `place` and its features come from, the deciding one first.
  func candidates(at place: Int) -> [Int] {
    let evidence = mentions[place].evidence
    guard let candidate = mentions[place].candidate, let cause = mentions[place].cause else {
      var found = evidence
      names.addEvidence(at: place, to: &found)
      return Self.once(found)
    }
    var found = cause.isByNeighbour ? evidence : []
    if document.candidates[candidate].type == "chunk" {
      let words = known.candidates(in: mentions[place].span, deciding: cause.decidingTraits)
      found += words.deciding
      found.append(candidate)
      found += words.others
    } else {
      found.append(candidate)
    }
    if !cause.isByNeighbour { found += evidence }
    names.addEvidence(at: place, to: &found)
    return Self.once(found)
  }

  /// Each candidate once, in the order of first appearance.
  private static func once(_ found: [Int]) -> [Int] {
    if found.count > 16 { return found.uniqued() }
    for (place, candidate) in found.enumerated() where found[..<place].contains(candidate) { return found.uniqued() }
    return found
  }

  /// The annotations that the mention at `place` and its features come from: the names it repeats or takes its kind from first.
  func annotations(at place: Int) -> [Int] {
    var found: [Int] = []
    if let model = mentions[place].model { found.append(annotations[places[model]]) }
    for teller in names.tellers(at: place) {
      let annotation = annotations[teller]
      if !found.contains(annotation) { found.append(annotation) }
    }
    if let candidate = mentions[place].candidate {
      for annotation in document.candidates[candidate].annotations where !found.contains(annotation) {
        found.append(annotation)
      }
    }
    return found
  }
}
