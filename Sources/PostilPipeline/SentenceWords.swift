/// What is known of the words of a chain's language beside its numbers.
struct SentenceWords: Sendable {
  /// Knows no words.
  static let none = SentenceWords(clauses: .none, negations: .none)

  /// Where clauses begin.
  let clauses: ClauseStarts
  /// What negates.
  let negations: Negations
}

extension SentenceWords {
  /// - Parameter tables: The rows of `clauses` and `negations` of a language, by their names.
  init(tables: [String: [[String]]]) {
    clauses = ClauseStarts(rows: tables["clauses"] ?? [])
    negations = Negations(rows: tables["negations"] ?? [])
  }
}
