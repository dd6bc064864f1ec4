import PostilGrammar

/// Finds where what a source says begins behind its cue.
struct ContentStart {
  let words: Words
  let subjects: SubjectFinder

  /// The first token of a content of one kind that may stand at `place`; nil when what follows is none.
  func start(of kind: SlotName, _ cue: Cue, at place: Int, limit: Int) -> Int? {
    guard place < limit else { return nil }
    switch kind {
    case .infinitive: return words.has(place, .to) ? place : nil
    case .phrase: return isPhrase(place) ? place : nil
    case .naming: return isPhrase(place) && isNaming(place, limit) ? place : nil
    default:
      if words.has(place - 1, .that) { return behindThat(place, limit) }
      return bare(cue, place, limit)
    }
  }

  /// Nil where `that` is a relative pronoun: `a show that aired`.
  private func behindThat(_ place: Int, _ limit: Int) -> Int? {
    if words.has(place, [.verb, .auxiliary]), !words.has(place, .capital) { return nil }
    guard words.has(place, .comma) else { return place }
    return words.count(place..<limit) > 5 ? place + 1 : nil
  }

  /// A clause without `that`, over days and adverbs.
  private func bare(_ cue: Cue, _ place: Int, _ limit: Int) -> Int? {
    var next = place
    while next < limit,
      words.has(next, [.time, .adverb, .colon]) || words.has(next, .preposition) && words.has(next + 1, .time)
    { next += 1 }
    if words.has(next, .preposition), words.has(next - 1, .time) { next = place }
    if words.has(next, .that), words.has(next + 1, .comma) { return nil }
    if let begin = behindPlace(place, limit) { return begin }
    guard next < limit, words.isWord(next) || words.has(next, [.opening, .mark]),
      !words.has(next, [.preposition, .by]) || !cue.takes.contains(.phrase) && !words.has(next, .by)
    else { return nil }
    // `too much is made of it`
    if words.has(next, .auxiliary), next > place + 1, words.has(place, .adverb) { return place }
    if words.has(next, [.auxiliary, .verb, .coordinator, .to]), !words.has(next, [.capital, .gerund]) { return nil }
    if words.has(next, .preposition) && !hasClause(next..<limit) || isAmount(next, limit) { return nil }
    return words.has(next, .comma) || !isClause(next, limit, cue) ? nil : next
  }

  /// Whether a clause stands in words, and no participle behind its noun: not in `in a statement given to the paper`.
  private func hasClause(_ range: Range<Int>) -> Bool {
    let grammar = SentenceGrammar(range, of: words.text)
    return grammar.clauses.contains { !subjects.mayBeReduced($0, in: grammar) }
  }

  /// `said little`: how much was said.
  private func isAmount(_ place: Int, _ limit: Int) -> Bool {
    words.has(place, .quantity) && (place + 1 >= limit || words.has(place + 1, .marks))
  }

  /// `said during the war, many left`: where what is said begins with a phrase of a preposition, and a clause follows its comma.
  private func behindPlace(_ place: Int, _ limit: Int) -> Int? {
    guard words.has(place, .preposition), !words.has(place, .by),
      let comma = (place..<min(limit, place + 12)).first(where: { words.has($0, .comma) }),
      !words.any(place..<comma, [.verb, .auxiliary, .gerund, .opening, .quoted]),
      comma + 1 < limit,
      words.has(comma + 1, [.determiner, .number, .pronoun, .capital, .plural, .quantity, .adjective]),
      words.any((comma + 2)..<max(comma + 2, limit), [.verb, .auxiliary])
    else { return nil }
    return place
  }

  private func isPhrase(_ place: Int) -> Bool {
    (words.isWord(place) || words.has(place, .opening))
      && !words.has(
        place, [.preposition, .auxiliary, .verb, .by, .relative, .coordinator, .subordinator, .time, .to])
  }

  /// Whether a verb or pronoun follows before the next mark, so that the words are no mere noun phrase.
  func hasVerb(_ start: Int, _ limit: Int) -> Bool {
    let end = (start..<limit).first { words.has($0, [.comma, .semicolon]) } ?? limit
    return words.any(start..<end, [.auxiliary, .pronoun, .that])
  }

  /// Whether the words behind a cue can be a noun phrase and what it is called: `the plan a disgrace`.
  private func isNaming(_ start: Int, _ limit: Int) -> Bool {
    var next = start
    if words.has(start, .opening) {
      return isNamedThing(start, limit)
    } else if words.has(start, [.object, .pronoun, .that]) {
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

  /// Whether what stands in marks is called something behind them; else it is itself the name: `a ship called “Dawn”`.
  private func isNamedThing(_ opening: Int, _ limit: Int) -> Bool {
    guard let closing = (opening..<limit).first(where: { words.has($0, .closing) }) else { return false }
    return words.isWord(closing + 1) && closing + 1 < limit
      && !words.has(
        closing + 1, [.verb, .auxiliary, .preposition, .coordinator, .time, .subordinator, .relative, .that])
  }

  /// Whether the words behind a cue can be a clause without `that`: they have a verb or a quotation, or are many.
  private func isClause(_ start: Int, _ limit: Int, _ cue: Cue) -> Bool {
    if words.has(start, .object) { return false }
    if words.has(start, .pronoun) {
      return start + 1 < limit
        && (words.has(start + 1, .opening) || !words.has(start + 1, WordClass.marks.union(.preposition)))
    }
    if cue.takes.contains(.phrase) { return true }
    let range = start..<limit
    return words.any(range, [.opening, .quoted]) || words.any((start + 1)..<max(start + 1, limit), [.verb, .auxiliary])
      || words.count(range) >= (cue.takes.contains(.verbOnly) ? 3 : 6)
  }

  /// Where `that` stands behind the cue, over the addressee, the day and the place.
  func complementizer(_ place: Int, _ limit: Int) -> Int? {
    var next = place
    while next < min(limit, place + 18),
      !words.has(next, [.that, .auxiliary, .semicolon, .pronoun]) || words.has(next, .quoted)
    {
      if words.has(next, .opening), next == place { return nil }
      if words.has(next, .verb), !words.has(next, [.time, .quoted]) { return nil }
      if words.has(next, .gerund), words.has(next - 1, .comma) { return nil }
      // `held the stage while he, the man that …`
      if words.has(next, .subordinator), !words.has(next, .preposition), !words.has(next, .quoted) { return nil }
      next += 1
    }
    // `agreed to that figure`
    return next < limit && words.has(next, .that) && !words.has(next - 1, .to) ? next : nil
  }

  /// The first token behind the one who is addressed: a noun group, with what `of` joins to it, and a day.
  func behindAddressee(_ place: Int, _ limit: Int) -> Int? {
    guard !words.has(place, .to), var next = nounEnd(place, limit) else { return nil }
    while words.has(next, .preposition), !words.has(next + 1, .time), let end = nounEnd(next + 1, limit) { next = end }
    while next < limit,
      words.has(next, [.time, .adverb]) || words.has(next, .preposition) && words.has(next + 1, .time)
    { next += 1 }
    if words.has(next, [.auxiliary, .verb]) { next = subjectStart(in: place..<next) }
    guard next < limit, words.isWord(next), !words.has(next, [.preposition, .comma, .gerund, .coordinator]),
      words.count(next..<limit) >= 2
    else { return nil }
    return next
  }

  /// Where in words that a verb follows its subject begins: `reporters Ann Marlow`, `Ann ships`, `the crew ships`.
  private func subjectStart(in range: Range<Int>) -> Int {
    let last = range.upperBound - 1
    guard range.count > 1 else { return range.lowerBound }
    let isName = words.has(last, .capital)
    return (range.lowerBound..<last).last { words.has($0, .capital) != isName }.map { $0 + 1 } ?? last
  }

  /// Where the noun group that begins at a token ends.
  private func nounEnd(_ place: Int, _ limit: Int) -> Int? {
    guard place < limit else { return nil }
    let grammar = SentenceGrammar(place..<min(limit, place + 25), of: words.text)
    return grammar.nouns.first.flatMap { $0.tokens.lowerBound == place ? $0.tokens.upperBound : nil }
  }
}
