/// Subjects that verbs share with the clauses they are joined to.
extension SubjectFinder {
  /// The subject of the clause that a verb without one is joined to by a comma or a joining word.
  ///
  /// That is the last clause before it that stands for itself: not one of `when` or `that`, nor one of `who` but where the verb
  /// has its tense: `the owner, who likes the town and says …`. Where none does, the first one with a subject.
  ///
  /// - Parameters:
  ///   - index: The first token of the verb, its adverbs and auxiliaries left out or not.
  ///   - verb: The verb, where it is finite.
  public func shared(before index: Int, with verb: VerbGroup?, in grammar: SentenceGrammar) -> Range<Int>? {
    let earlier = grammar.clauses(before: index)
    for clause in earlier.reversed() {
      if isOwn(clause, in: grammar), let found = subject(of: clause, in: grammar) { return found }
      if clause.kind == .relative, let verb, verb.isFinite, isParallel(verb, grammar.verbs[clause.verb]),
        let found = ofRelative(clause, in: grammar)
      {
        return found
      }
    }
    return earlier.lazy.filter { isUnquoted($0, in: grammar) }.compactMap { subject(of: $0, in: grammar) }.first
  }

  /// The words of a clause's own subject.
  public func subject(of clause: Clause, in grammar: SentenceGrammar) -> Range<Int>? {
    guard let noun = clause.subject else { return nil }
    let verb = grammar.verbs[clause.verb].tokens.lowerBound
    return adjacent(before: verb, floor: grammar.tokens.lowerBound) ?? grammar.nouns[noun].tokens
  }

  /// What the verb of a clause of `who` is said of, with the pronoun; its subject where that is another: `in which owners meet`.
  public func ofRelative(_ clause: Clause, in grammar: SentenceGrammar) -> Range<Int>? {
    let verb = grammar.verbs[clause.verb].tokens.lowerBound
    return relative(before: verb, floor: grammar.tokens.lowerBound) ?? subject(of: clause, in: grammar)
  }

  /// Whether two verbs can be of one row: of one time, and both or neither only possible.
  public func isParallel(_ verb: VerbGroup, _ other: VerbGroup) -> Bool {
    verb.tense == other.tense && verb.isModal == other.isModal
  }

  /// Whether a clause stands for itself: the first one, or behind a mark or a joining word; and no participle behind its noun, as in
  /// `the bill passed by the council`.
  public func isOwn(_ clause: Clause, in grammar: SentenceGrammar) -> Bool {
    guard clause.kind == .main || clause.kind == .coordinate, clause.subject != nil, isUnquoted(clause, in: grammar)
    else {
      return false
    }
    if clause.kind == .coordinate, mayBeReduced(clause, in: grammar) { return false }
    let first = clause.tokens.lowerBound
    return clause.kind == .main || clause.isResumed || text.has(first, .coordinator)
      || text.has(first - 1, [.comma, .coordinator, .semicolon, .colon, .dash, .closing])
  }

  /// Whether a clause is the text's own, and not within marks.
  private func isUnquoted(_ clause: Clause, in grammar: SentenceGrammar) -> Bool {
    !text.has(grammar.verbs[clause.verb].head, .quoted)
  }

  /// Whether the verb of a clause may be a participle behind its noun: `a statement given to the paper`.
  public func mayBeReduced(_ clause: Clause, in grammar: SentenceGrammar) -> Bool {
    let verb = grammar.verbs[clause.verb]
    return verb.tokens.count == 1 && verb.tense == .past && !text.has(verb.head, [.preterite, .auxiliary])
      && text.has(verb.tokens.upperBound, [.by, .preposition, .to])
      && clause.subject.map { grammar.nouns[$0].kind != .pronoun } ?? true
  }
}
