import PostilModel
import PostilRules

/// The words of a language that negate what follows them.
struct Negations: Sendable {
  /// The farthest that a negation reaches, in tokens.
  private static let reach = 12

  private let words: Set<String>
  private let endings: [String]
  /// Words behind which a negating one negates nothing: `not only`.
  private let sparing: Set<String>

  /// Knows no words.
  static let none = Negations(rows: [])

  /// - Parameter rows: Of each a word in lower case, with `'` for apostrophes, and its kind: `negates`, `ending` or `spares`.
  init(rows: [[String]]) {
    func words(_ kind: String) -> [String] { rows.filter { $0.count > 1 && $0[1] == kind }.map { $0[0] } }
    self.words = Set(words("negates"))
    endings = words("ending")
    sparing = Set(words("spares"))
  }

  /// The stretches that are negated: each from the word that negates to the end of its clause.
  func stretches(in subject: Subject, _ clauses: ClauseStarts) -> [Span] {
    guard !words.isEmpty || !endings.isEmpty else { return [] }
    let (tokens, sentences) = (subject.tokens, subject.regions[RuleScope.sentence.rawValue])
    return tokens.indices.compactMap { index in
      guard isNegating(tokens[index], subject), !isSpared(index, tokens, subject) else { return nil }
      let place = sentences.partitioningIndex { $0.end > tokens[index].span.start }
      guard place < sentences.count, sentences[place].start <= tokens[index].span.start else { return nil }
      let clause = clauses.clause(around: tokens[index].span, in: sentences[place], tokens: tokens, subject)
      let last = min(index + Self.reach, tokens.count - 1)
      return Span(
        start: tokens[index].span.start, end: max(tokens[index].span.end, min(clause.end, tokens[last].span.end)))
    }
  }

  private func isNegating(_ token: Token, _ subject: Subject) -> Bool {
    // The longest such word is short.
    guard token.span.count < 24 else { return false }
    let word = Self.plain(subject.text(token.span))
    return words.contains(word) || endings.contains { word.hasSuffix($0) && word.count > $0.count }
  }

  private func isSpared(_ index: Int, _ tokens: [Token], _ subject: Subject) -> Bool {
    index + 1 < tokens.count && sparing.contains(Self.plain(subject.text(tokens[index + 1].span)))
  }

  private static func plain(_ word: String) -> String { word.lowercased().replacing("’", with: "'") }
}
