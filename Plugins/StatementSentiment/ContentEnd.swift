import PostilGrammar
import PostilModuleKit

/// Finds where what a source says ends.
struct ContentEnd {
  /// In tokens.
  private static let longestInBrackets = 100

  let words: Words
  let subjects: SubjectFinder
  /// The cues by their first token.
  let cues: [Int: Cue]
  let memory: SentenceMemory

  /// Beyond which no content of a cue goes: the comma behind a clause of `who` or `when`, the main clause that goes on behind
  /// it.
  func limit(of site: CueSite, source: Range<Int>?, from place: Int, isPhrase: Bool = false) -> Int {
    let limit = site.sentence.upperBound
    let first = site.sentence.lowerBound
    if site.shape == .gerund, site.cue.tokens.lowerBound == (words.has(first, .preposition) ? first + 1 : first) {
      return comma(from: place, to: limit) ?? limit
    }
    let isInside = source.map { self.isInside($0, site) } ?? false
    let isBelow = source.map { words.has($0.lowerBound - 1, .that) } ?? false
    guard isInside || isBelow || site.shape == .noun else { return limit }
    let comma = isInside ? comma(from: place + 1, to: limit) : nil
    let verb = isInside && isPhrase ? verb(from: place + 1, to: limit) : nil
    return min(comma ?? limit, verb ?? limit, goingOn(behind: site) ?? limit)
  }

  /// What a passive is done to: the subject right before it, or the one that a clause between has parted from it.
  func patient(of site: CueSite, at verb: Int, floor: Int) -> Range<Int>? {
    let near = subjects.adjacent(before: verb, floor: floor)
    let grammar = memory.grammar(around: site.cue.tokens.lowerBound)
    guard let subject = grammar.clause(at: site.cue.tokens.lowerBound)?.subject else { return near }
    let noun = grammar.nouns[subject].tokens
    guard let near else { return noun }
    // `The man accused of theft was defended`: the man.
    let isWhole = near.contains(noun.lowerBound) && !words.has(noun.upperBound, .verb)
    return isWhole || noun.lowerBound < floor ? near : noun
  }

  private func comma(from place: Int, to limit: Int) -> Int? {
    let found = (place..<max(place, limit)).first {
      words.has($0, .comma) && !words.has($0, .quoted) && !isBetweenAdjectives($0)
        || words.has($0, .closing) && words.has($0 - 1, .comma)
    }
    return found.map { words.has($0, .closing) ? $0 + 1 : $0 }
  }

  /// `new, deep cuts`
  private func isBetweenAdjectives(_ comma: Int) -> Bool {
    words.has(comma - 1, .adjective) && words.has(comma + 1, .adjective)
  }

  /// The verb of the clause around, which no noun phrase goes over: `The crew who praised the ship left.`
  private func verb(from place: Int, to limit: Int) -> Int? {
    let found = (place..<max(place, limit)).first {
      words.has($0, [.verb, .auxiliary, .relative, .that]) && !words.has($0, [.capital, .quoted])
        && !words.has($0 - 1, .to)
    }
    return found.flatMap { words.has($0, [.relative, .that]) ? nil : $0 }
  }

  /// Whether the cue’s clause is one of `who` or `when`, which ends at a comma.
  private func isInside(_ source: Range<Int>, _ site: CueSite) -> Bool {
    let before = source.lowerBound - 1
    return words.has(source.upperBound - 1, .relative) && source.count > 1
      || before >= site.sentence.lowerBound && words.has(before, [.subordinator, .relative, .preposition])
  }

  /// Where a clause goes on whose subject stands before that of the cue: `A law that critics say is unjust will pass.`
  private func goingOn(behind site: CueSite) -> Int? {
    let grammar = memory.grammar(around: site.cue.tokens.lowerBound)
    let later = grammar.clauses.partitioningIndex {
      grammar.verbs[$0.verb].tokens.lowerBound >= site.cue.tokens.upperBound
    }
    for clause in grammar.clauses[later...] {
      guard clause.tokens.lowerBound < site.sentence.upperBound else { return nil }
      if clause.isResumed, let subject = clause.subject,
        grammar.nouns[subject].tokens.lowerBound < site.cue.tokens.lowerBound
      {
        return clause.tokens.lowerBound
      }
    }
    return nil
  }

  /// The subject that the grammar gives to the verb of a cue: `A poll released in August found that …`.
  func subject(of site: CueSite, at verb: Int) -> Range<Int>? {
    let grammar = memory.grammar(around: verb)
    guard let clause = grammar.clause(at: verb), let noun = clause.subject else { return nil }
    let group = grammar.verbs[clause.verb].tokens
    let start = grammar.nouns[noun].tokens.lowerBound
    guard group.contains(verb), start >= site.sentence.lowerBound, !words.has(grammar.nouns[noun].head, .object) else {
      return nil
    }
    let end = trimmed(start, group.lowerBound)
    return start < end ? start..<end : nil
  }

  /// The subject of the verb before a token, or the one that it shares: `He left, and they answered by saying …`.
  func subject(before place: Int) -> Range<Int>? {
    let grammar = memory.grammar(around: place)
    let clause = grammar.clauses(before: place).last { $0.subject != nil }
    return clause.flatMap { subjects.subject(of: $0, in: grammar) }
  }

  /// The end of the content that begins at token `start`: before the next clause that says something itself.
  func end(from start: Int, limit: Int, isPhrase: Bool) -> Int {
    var next = start
    while next < limit {
      if words.has(next, .quoted) {
        next += 1
        continue
      }
      if next > start, let cut = cut(at: next, from: start, limit: limit, isPhrase: isPhrase), cut > start {
        return trimmed(start, cut)
      }
      next += 1
    }
    return trimmed(start, limit)
  }

  /// Whether a quotation and a comma, on either side of its mark, end before a coordinator.
  private func endsWithQuotation(before place: Int) -> Bool {
    words.has(place - 1, .closing)
      && (words.has(place, .comma) && words.has(place + 1, .coordinator)
        || words.has(place, .coordinator) && words.has(place - 2, .comma))
  }

  private func cut(at next: Int, from start: Int, limit: Int, isPhrase: Bool) -> Int? {
    if words.has(next, .semicolon) || isEndOfBracket(next, start) { return next }
    // `called it “a farce”, and even his allies concede …`
    if isPhrase, endsWithQuotation(before: next) { return next }
    if isPhrase, words.has(next, .venue) { return next }
    if isPhrase, words.has(next, .by), words.has(next + 1, .gerund), !words.any(start..<next, .to) {
      return next
    }
    if isPhrase, words.has(next, .coordinator), words.has(next + 1, .verb), !words.has(next + 1, .capital),
      cues[next + 1] == nil,
      words.has(next + 2, [.determiner, .preposition, .capital, .to, .that, .possessive, .object])
    {
      return next
    }
    if isPhrase, words.has(next, .comma), isBreak(next + 1) { return next }
    guard let cue = cues[next] else { return nil }
    var before = next - 1
    while before > start, words.has(before, .adverb) { before -= 1 }
    switch cue.form {
    case .gerund: return words.has(before, .comma) ? before : gerundBehindCoordinator(before, start)
    case .participle, .adjective, .noun: return nil
    case .past, .present, .base:
      if cue.act == "according" { return words.has(before, .comma) ? before : next }
      if words.has(before, .coordinator) || isPhrase && words.has(before, .comma), before > start { return before }
      if let next = sister(cue, start: start) { return next }
      return trailing(cue, start: start, limit: limit)
    }
  }

  /// `(Read more: X says it is late) The crew left.`: the end of a bracket around what is said.
  private func isEndOfBracket(_ next: Int, _ start: Int) -> Bool {
    let within = start..<next
    guard words.has(next, .closingBracket), within.count < Self.longestInBrackets,
      within.count(where: { words.has($0, .openingBracket) }) == within.count(where: { words.has($0, .closingBracket) })
    else { return false }
    let bracket = (max(0, start - 60)..<start).last { words.has($0, [.openingBracket, .closingBracket]) }
    return bracket.map { words.has($0, .openingBracket) } ?? false
  }

  /// Whether the words behind a comma begin another clause.
  private func isBreak(_ next: Int) -> Bool {
    if words.has(next, .subordinator) || words.has(next, .gerund) && !words.has(next, .preposition) { return true }
    return words.has(next, .coordinator) && words.has(next + 1, [.verb, .pronoun, .gerund, .auxiliary])
  }

  private func gerundBehindCoordinator(_ before: Int, _ start: Int) -> Int? {
    words.has(before, .coordinator) && words.has(before - 1, .comma) && before - 1 > start ? before - 1 : nil
  }

  /// `…, but X said`: another statement.
  private func sister(_ cue: Cue, start: Int) -> Int? {
    guard let subject = subjects.adjacent(before: cue.tokens.lowerBound, floor: start + 1) else { return nil }
    let comma = subject.lowerBound - 2
    return comma > start && words.has(comma, .comma) && words.has(comma + 1, .coordinator) ? comma : nil
  }

  /// `…, X said`: the attribution of what stands before it.
  private func trailing(_ cue: Cue, start: Int, limit: Int) -> Int? {
    guard cue.takes.contains(.clause), let subject = subjects.adjacent(before: cue.tokens.lowerBound, floor: start + 1),
      words.has(subject.lowerBound - 1, .comma), subject.lowerBound - 1 > start
    else { return nil }
    let behind = cue.tokens.upperBound
    return behind >= limit || words.has(behind, [.comma, .mark, .stop, .time]) ? subject.lowerBound - 1 : nil
  }

  /// Whether a preposition behind a comma leads to what follows: `…, as reported by X`.
  private func isLoose(_ last: Int) -> Bool { words.has(last, .preposition) && words.has(last - 1, .comma) }

  /// Without marks and joining words at the end.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, !words.isWord(end - 1), !words.has(end - 1, [.closing, .closingBracket]) { end -= 1 }
    while end > start, words.has(end - 1, [.coordinator, .comma]) || isLoose(end - 1) { end -= 1 }
    return end
  }
}
