import PostilGrammar

/// Finds where what a source says begins behind its cue.
struct ClauseStart {
  /// What a content begins with.
  enum Beginning { case that, infinitive, addressee, bare, phrase }

  let words: Words

  /// The first token of the content and what that is; nil when what follows the cue is none.
  func start(_ cue: Cue, _ end: Int, _ limit: Int) -> (token: Int, beginning: Beginning)? {
    guard end < limit else { return nil }
    if cue.takes.contains(.thatClause), let that = complementizer(end, limit) {
      guard words.has(that + 1, .comma), that == end else { return (that + 1, .that) }
      return words.count(that..<limit) > 5 ? (that + 2, .that) : nil
    }
    if words.has(end, .that), cue.takes.contains(.thatClause) { return (end + 1, .that) }
    if words.has(end, .to) {
      return cue.takes.contains(.infinitive) ? (end, .infinitive) : nil
    }
    if cue.takes.contains(.addressee), cue.takes.contains(.clause) {
      return behindAddressee(end, limit).map { ($0, .addressee) }
    }
    if cue.takes.contains(.clause) {
      var next = end
      while next < limit,
        words.has(next, [.time, .adverb, .colon]) || words.has(next, .preposition) && words.has(next + 1, .time)
      { next += 1 }
      if words.has(next, .preposition), words.has(next - 1, .time) { next = end }
      guard next < limit, words.isWord(next) || words.has(next, [.opening, .mark]),
        !words.has(next, [.preposition, .by]) || cue.takes.contains(.phrase) == false && !words.has(next, .by)
      else { return nil }
      if words.has(next, [.auxiliary, .verb, .coordinator]), !words.has(next, .capital) { return nil }
      if words.has(next, .preposition) && !words.any(next..<limit, [.auxiliary, .verb]) { return nil }
      return words.has(next, .comma) || !isClause(next, limit, cue) ? nil : (next, .bare)
    }
    guard cue.takes.contains(.phrase), words.isWord(end) || words.has(end, .opening),
      !words.has(end, [.preposition, .auxiliary, .verb, .by, .relative, .coordinator, .subordinator, .time])
    else { return nil }
    return cue.takes.contains(.name) && !words.has(cue.tokens.lowerBound - 2, .what) && !isNaming(end, limit)
      ? nil : (end, .phrase)
  }

  /// Whether the words behind a cue can be a noun phrase and what it is called: `the plan a disgrace`.
  private func isNaming(_ start: Int, _ limit: Int) -> Bool {
    var next = start
    if words.has(start, [.object, .pronoun, .that]) {
      next += 1
    } else if words.has(start, .capital) {
      while next < limit, words.has(next, [.capital, .mark]) { next += 1 }
    } else {
      let far = min(limit, start + 12)
      while next < far, words.isWord(next), next == start || !words.has(next, [.determiner, .borders, .preposition]) {
        next += 1
      }
      if next - start > (words.has(start, .determiner) ? 2 : 1) { return true }
    }
    if (next..<max(next, min(limit, next + 12))).contains(where: { words.has($0, .opening) }) { return true }
    return next < limit && (words.has(next, [.opening, .determiner, .object]) || words.isWord(next))
      && !words.has(next, [.time, .to, .adverb, .subordinator, .preposition, .coordinator, .auxiliary, .verb])
  }

  /// Whether the words behind a cue can be a clause without `that`: they have a verb or a quotation, or are many.
  private func isClause(_ start: Int, _ limit: Int, _ cue: Cue) -> Bool {
    if words.has(start, .object) { return false }
    if words.has(start, .pronoun) {
      return start + 1 < limit && !words.has(start + 1, WordClass.marks.union(.preposition))
    }
    if cue.takes.contains(.phrase) { return true }
    let range = start..<limit
    return words.any(range, [.opening, .quoted]) || words.any((start + 1)..<max(start + 1, limit), [.verb, .auxiliary])
      || words.count(range) >= (cue.takes.contains(.verbOnly) ? 3 : 6)
  }

  /// `that` behind the cue, over the addressee, the day and the place.
  private func complementizer(_ end: Int, _ limit: Int) -> Int? {
    var next = end
    while next < min(limit, end + 18),
      !words.has(next, [.that, .auxiliary, .semicolon, .pronoun]) || words.has(next, .quoted)
    {
      if words.has(next, .opening), next == end { return nil }
      if words.has(next, .verb), !words.has(next, [.time, .quoted]) { return nil }
      next += 1
    }
    return next < limit && words.has(next, .that) ? next : nil
  }

  private func behindAddressee(_ end: Int, _ limit: Int) -> Int? {
    var next = end
    if words.has(next, [.object, .pronoun]) {
      next += 1
    } else {
      while next < limit, words.has(next, [.determiner, .capital, .possessive, .mark]), !words.has(next, .pronoun) {
        next += 1
      }
      if next < limit, words.isWord(next), !words.has(next, [.preposition, .time, .auxiliary, .pronoun, .determiner]),
        !words.has(next - 1, .capital) || next == end
      {
        next += 1
      }
    }
    while next < limit,
      words.has(next, [.time, .adverb]) || words.has(next, .preposition) && words.has(next + 1, .time)
    { next += 1 }
    guard next < limit, words.isWord(next), !words.has(next, [.preposition, .comma, .gerund]),
      words.count(next..<limit) >= 2
    else { return nil }
    if words.has(next, .to) { return next }
    return words.has(next, .auxiliary) ? end : next
  }
}
