import PostilGrammar
import PostilModuleKit

/// Slots for a source that stands with a verb before the cue.
extension FrameSlots {
  /// The source of the cue before, or the subject of the clause that the cue is joined to by a comma or a joining word.
  func shared(_ site: CueSite, _ place: Int) -> Range<Int>? {
    var last = place - 1
    while last > site.sentence.lowerBound, words.has(last, [.adverb, .auxiliary, .negation, .time]) || isDay(last) {
      last -= 1
    }
    let isIssued = site.shape == .gerund && isIssued(last)
    guard words.has(last, joins(site)) || isIssued || last <= site.sentence.lowerBound else { return nil }
    if site.shape == .gerund, words.has(last, .preposition), let found = ends.subject(before: last) { return found }
    let cue = site.cue.tokens.lowerBound
    let grammar = memory.grammar(around: cue)
    if isIssued, let issuer = issuer(before: last, grammar) { return issuer }
    return outer(site, grammar) ?? site.previous?.source
      ?? subjects.shared(before: cue, with: site.shape == .gerund ? nil : grammar.verb(behind: cue), in: grammar)
  }

  /// The subject of the clause around that of the cue before, where the cue goes on with it.
  private func outer(_ site: CueSite, _ grammar: SentenceGrammar) -> Range<Int>? {
    guard let previous = site.previous, let clause = grammar.clause(at: previous.verb) else { return nil }
    // Behind a dateline too.
    let isFirst = clause.tokens.lowerBound <= max(grammar.tokens.lowerBound, site.sentence.lowerBound)
    let isInFront = clause.kind == .subordinate || clause.kind == .relative && isFirst
    if isInFront { return behind(clause, site, grammar) }
    // `X paid a man who said it was late, saying …`
    if clause.kind == .relative, site.shape == .gerund, !words.has(clause.tokens.lowerBound - 1, .comma) {
      return subjects.shared(before: clause.tokens.lowerBound, with: nil, in: grammar)
    }
    return clause.kind == .that && site.shape == .finite ? parallel(to: clause, site, grammar) : nil
  }

  /// `When X mentioned it, Y laughed and said …`: of the clause that follows the one in front.
  private func behind(_ front: Clause, _ site: CueSite, _ grammar: SentenceGrammar) -> Range<Int>? {
    let main = grammar.clauses(before: site.cue.tokens.lowerBound).last { next in
      next.tokens.lowerBound >= front.tokens.upperBound && next.subject != nil
        && words.has(next.tokens.lowerBound - 1, .comma)
    }
    return main.flatMap { subjects.subject(of: $0, in: grammar) }
  }

  /// `X said that Y would declare it and suggested …`: of the last clause before whose verb has the cue's time.
  private func parallel(to inner: Clause, _ site: CueSite, _ grammar: SentenceGrammar) -> Range<Int>? {
    guard let verb = grammar.verb(behind: site.cue.tokens.lowerBound),
      !subjects.isParallel(verb, grammar.verbs[inner.verb])
    else { return nil }
    let main = grammar.clauses(before: inner.tokens.lowerBound).last { next in
      next.subject != nil && subjects.isParallel(verb, grammar.verbs[next.verb])
    }
    return main.flatMap { subjects.subject(of: $0, in: grammar) }
  }

  /// Who issues a document: `the union, which released a statement questioning …`.
  private func issuer(before token: Int, _ grammar: SentenceGrammar) -> Range<Int>? {
    grammar.clauses(before: token).last.flatMap {
      $0.kind == .relative ? subjects.ofRelative($0, in: grammar) : nil
    }
  }

  /// `on`, before a day.
  private func isDay(_ token: Int) -> Bool { words.has(token, .preposition) && words.has(token + 1, .time) }

  /// What joins a verb to the clause before it: for a gerund that no clause follows marks alone.
  private func joins(_ site: CueSite) -> WordClass {
    guard site.shape == .gerund else { return [.coordinator, .comma, .closing, .dash] }
    let words: WordClass = site.cue.takes.contains(.clause) ? [.coordinator, .subordinator, .preposition] : []
    return words.union([.comma, .closing, .dash])
  }

  /// Whether a gerund has a subject right before it: `X is saying`, `X saying that`.
  func hasOwnSubject(_ site: CueSite) -> Bool {
    var before = site.cue.tokens.lowerBound - 1
    while before > site.sentence.lowerBound, words.has(before, .adverb) { before -= 1 }
    if words.has(before, .auxiliary) { return true }
    return site.cue.takes.contains(.clause) && words.has(site.cue.tokens.upperBound, [.that, .opening])
      && !words.has(before, [.coordinator, .subordinator, .preposition, .to, .comma]) && !isIssued(before)
  }

  /// `a statement calling the test illegal`, `a message to members on Monday saying`: a document that somebody issues, and does not
  /// speak itself; not `it is a message saying`.
  private func isIssued(_ last: Int) -> Bool {
    var end = last
    while words.has(end, .time) || isDay(end) { end -= 1 }
    let grammar = memory.grammar(around: end)
    guard var noun = grammar.noun(at: end) else { return false }
    if words.has(noun.tokens.lowerBound - 1, .to) { noun = grammar.noun(at: noun.tokens.lowerBound - 2) ?? noun }
    return words.has(noun.head, .thing) && noun.definiteness == .indefinite
      && words.has(noun.tokens.lowerBound, .determiner) && !words.has(noun.tokens.lowerBound, .quantity)
      && !words.has(noun.tokens.lowerBound - 1, .be)
  }
}
