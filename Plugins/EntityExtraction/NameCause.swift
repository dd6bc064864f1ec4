/// By what something became a name.
enum NameCause {
  /// A branch of the module.
  case decision(NameDecision)
  /// A row of the table of chunks.
  case row(ChunkRow)

  /// As annotations tell it.
  var id: String {
    switch self {
    case .decision(let decision): decision.rawValue
    case .row(let row): row.rule
    }
  }

  /// The branch of the module; nil for a row.
  var decision: NameDecision? { if case .decision(let decision) = self { decision } else { nil } }

  /// What the words of a chunk are that decide; empty when none does.
  var decidingTraits: WordTraits { if case .row(let row) = self { row.decidingTraits } else { [] } }

  /// Whether what stands beside the words decides, rather than the words.
  var isByNeighbour: Bool {
    switch self {
    case .decision(let decision): decision == .outvoted
    case .row(let row): row.isByNeighbour
    }
  }
}
