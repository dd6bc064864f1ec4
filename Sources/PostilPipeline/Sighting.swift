import PostilModel
import PostilRules

/// One place where a rule matched, before conditions, features and conflicts: a row.
struct Sighting {
  /// What was found there.
  enum Found {
    /// A term: the lexicon's place among the rule's, and the row.
    case term(lexicon: Int32, row: Int32)
    /// The match of a pattern, by its place in ``RuleFindings/matches``.
    case match(Int32)
    /// What a sequence or evidence took, by its place in ``PhaseFindings/composed``.
    case composed(Int32)
  }

  /// The rule's place in its phase.
  let rule: Int32
  /// The whole match.
  let span: Span
  let found: Found
}

/// What a rule took that is no pattern and no term: the parts of a sequence or an event, or the items of evidence.
struct Composition {
  let span: Span
  let parts: [SightedPart]
  /// The alternatives of a sequence's choices that took something, or the roles of an event that are played, by their numbers.
  var alternatives: Set<Int> = []
  /// What evidence adds to the features.
  var evidence: Features = [:]
}

/// What one capture took.
struct SightedPart {
  let name: String
  var span: Span
  /// The term found, where an element or a role looked up a lexicon.
  var term: FoundTerm?
  /// The annotations that an element or a role took.
  var items: [VisibleItem] = []
}
