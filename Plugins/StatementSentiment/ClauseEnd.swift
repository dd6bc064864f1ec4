import PostilGrammar

/// Finds where what a source says ends.
struct ClauseEnd {
  let words: Words
  let subjects: SubjectFinder
  /// The cues by their first token.
  let cues: [Int: Cue]

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

  private func cut(at next: Int, from start: Int, limit: Int, isPhrase: Bool) -> Int? {
    if words.has(next, .semicolon) { return next }
    if isPhrase, words.has(next, .venue) { return next }
    if isPhrase, words.has(next, .by), words.has(next + 1, .gerund), !words.any(start..<next, .to) {
      return next
    }
    if isPhrase, words.has(next, .coordinator), words.has(next + 1, .verb), !words.has(next + 1, [.capital, .cue]),
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
      if words.has(before, .coordinator), before > start { return before }
      if let next = sister(cue, start: start) { return next }
      return trailing(cue, start: start, limit: limit)
    }
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
