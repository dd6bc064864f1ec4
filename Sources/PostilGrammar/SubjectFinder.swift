/// Finds the phrase in the text that is the subject of a cue.
public struct SubjectFinder: Sendable {
  let text: TaggedText
  /// Finds the noun phrases that subjects are.
  public let phrases: NounPhrases

  /// - Parameter text: With its classes decided: see ``Tagger``.
  public init(_ text: TaggedText) {
    self.text = text
    phrases = NounPhrases(text)
  }

  /// The subject that stands directly before token `index`, an apposition or a clause of `who` allowed between.
  public func adjacent(before index: Int, floor: Int) -> Range<Int>? {
    let last = lastOfSubject(before: index, floor: floor)
    guard last >= floor else { return nil }
    if let subject = behindQuotation(endingAt: last, floor: floor) { return subject }
    if text.has(last, [.comma, .dash, .closingBracket]), !text.has(last, .quoted) {
      return text.has(last, .closingBracket)
        ? phrases.ending(at: last, floor: floor) : interposed(before: last, floor: floor)
    }
    return phrases.ending(at: last, floor: floor).map { phrase in
      let whole = withParticiple(withClause(phrase, floor: floor), floor: floor)
      return withPronoun(withSome(withShare(whole, floor: floor), floor: floor), floor: floor)
    }
  }

  /// `some at the bank`, `others in the office`: those who are meant, and not what they belong to.
  private func withSome(_ phrase: Range<Int>, floor: Int) -> Range<Int> {
    let first = phrase.lowerBound - 2
    guard first >= floor, text.has(first + 1, .preposition), text.has(first, .quantity), !text.has(first, .number),
      first == floor || !text.has(first - 1, [.preposition, .verb])
    else { return phrase }
    return first..<phrase.upperBound
  }

  /// `she and her sisters`.
  private func withPronoun(_ phrase: Range<Int>, floor: Int) -> Range<Int> {
    let first = phrase.lowerBound - 2
    guard first >= floor, text.has(first + 1, .coordinator), text.has(first, .pronoun), !text.has(first, .object) else {
      return phrase
    }
    return first..<phrase.upperBound
  }

  /// `many who saw the video`: with the words that a clause of `who` which the phrase ends is said of.
  private func withClause(_ phrase: Range<Int>, floor: Int) -> Range<Int> {
    var verb = phrase.lowerBound - 1
    guard text.has(verb, .verb), !text.has(verb, [.gerund, .capital]), !text.has(verb + 1, .pronoun) else {
      return phrase
    }
    while verb > floor, text.has(verb, [.verb, .auxiliary, .negation, .adverb]) { verb -= 1 }
    guard verb > floor, text.has(verb, .relative), !text.has(verb - 1, [.comma, .preposition, .dash]),
      let whole = phrases.ending(at: verb - 1, floor: floor)
    else { return phrase }
    return whole.lowerBound..<phrase.upperBound
  }

  /// `the woman accused of driving onto the road`: with the noun that a participle before a gerund is said of.
  private func withParticiple(_ phrase: Range<Int>, floor: Int) -> Range<Int> {
    let gerund = text.has(phrase.lowerBound, .gerund) ? phrase.lowerBound : phrase.lowerBound - 1
    let verb = gerund - 2
    guard verb > floor, text.has(gerund, .gerund), text.has(verb + 1, .preposition), text.has(verb, .verb),
      !text.has(verb, [.capital, .preterite]), let whole = phrases.ending(at: verb - 1, floor: floor)
    else { return phrase }
    return whole.lowerBound..<phrase.upperBound
  }

  /// `three in ten residents`, `two out of three sailors`: with the share of them that a phrase speaks of.
  private func withShare(_ phrase: Range<Int>, floor: Int) -> Range<Int> {
    guard text.has(phrase.lowerBound, [.number, .quantity]), phrase.count > 1 else { return phrase }
    var first = phrase.lowerBound - 1
    guard first > floor, text.has(first, .preposition) else { return phrase }
    if text.has(first - 1, [.preposition, .adverb]), !text.has(first - 1, [.number, .quantity]) { first -= 1 }
    first -= 1
    // `March 3 at 5 sailors`: the day of a month.
    let isDay = text.has(first, .number) && text.has(first - 1, .capital)
    // Not `many of 10`: both are words, or both figures.
    let isShare =
      text.has(first, .quantity) == text.has(phrase.lowerBound, .quantity) && text.has(first, [.number, .quantity])
    return first >= floor && isShare && !isDay ? first..<phrase.upperBound : phrase
  }

  /// The noun phrase before a clause of `who` that begins right before token `index`, with the pronoun: `the harbor master who`.
  public func relative(before index: Int, floor: Int) -> Range<Int>? {
    let last = lastOfSubject(before: index, floor: floor)
    guard text.has(last, .relative), last > floor else { return nil }
    // `many of whom`
    if text.has(last - 1, .preposition), text.has(last - 2, .quantity) { return (last - 2)..<(last + 1) }
    let before = text.has(last - 1, .comma) ? last - 2 : last - 1
    guard let phrase = phrases.ending(at: before, floor: floor) else { return nil }
    let first = antecedent(in: phrase, of: last)
    if phrase.allSatisfy({ text.has($0, .number) }), text.has(phrase.lowerBound - 1, .comma),
      let named = phrases.ending(at: phrase.lowerBound - 2, floor: floor)
    {
      return named.lowerBound..<(last + 1)
    }
    return first..<(last + 1)
  }

  /// Where the words begin that a relative pronoun is said of: behind `by`, and for `who` behind things, which are never `who`:
  /// `a call from a woman who`.
  private func antecedent(in phrase: Range<Int>, of pronoun: Int) -> Int {
    if let by = phrase.last(where: { text.has($0, .by) }) { return by + 1 }
    let prepositions = phrase.filter { text.has($0, .preposition) }
    let somebody: WordClass = [.person, .body, .name, .quantity, .pronoun]
    guard text.has(pronoun, .person), let first = prepositions.first,
      !text.any(phrase.lowerBound..<first, somebody), !text.has(first - 1, [.determiner, .verb])
    else { return phrase.lowerBound }
    let groups = zip(prepositions, prepositions.dropFirst() + [phrase.upperBound]).map { ($0 + 1)..<$1 }
    let group =
      groups.first { text.any($0, .person) } ?? groups.first { text.any($0, .body) }
      ?? groups.last { text.any($0, .name) }
    return group?.lowerBound ?? phrase.lowerBound
  }

  /// The subject that follows its verb: `said the minister`.
  public func inverted(after index: Int, limit: Int) -> Range<Int>? {
    var first = index
    while first < limit, text.has(first, [.adverb, .time]), !text.has(first, .capital) { first += 1 }
    guard first < limit, text.isWord(first),
      !text.has(first, [.preposition, .that, .to, .object, .relative, .time, .subordinator, .coordinator])
    else { return nil }
    return phrases.beginning(at: first, limit: limit)
  }

  /// Over adverbs, auxiliaries and days between subject and verb.
  private func lastOfSubject(before index: Int, floor: Int) -> Int {
    var last = index - 1
    while last >= floor {
      let isDay = text.has(last, .preposition) && text.has(last + 1, .time)
      guard
        text.has(last, [.adverb, .auxiliary, .negation, .time]) || isDay || text.has(last, .to) && last == index - 1
          || text.has(last, .object) && text.has(last - 1, .capital)
          || text.has(last, .dummy) && text.has(last - 1, [.person, .body, .plural])
      else { break }
      last -= 1
    }
    return last
  }

  /// `X, who called it “a farce,” said`: over a clause of `who` whose last words stand in marks, the comma among them.
  private func behindQuotation(endingAt last: Int, floor: Int) -> Range<Int>? {
    guard text.has(last, .closing), text.has(last - 1, .comma),
      let opening = (max(floor, last - 50)..<last).last(where: { text.has($0, .opening) }),
      let comma = (max(floor, opening - 50)..<opening).last(where: { text.has($0, .comma) }), comma > floor,
      text.has(comma + 1, .relative), text.any((comma + 2)..<max(comma + 2, opening), .verb)
    else { return nil }
    return phrases.ending(at: comma - 1, floor: floor).map { $0.lowerBound..<(last + 1) }
  }

  /// `X, who …, said`: over up to three pieces between commas, dashes or brackets.
  private func interposed(before comma: Int, floor: Int) -> Range<Int>? {
    var end = comma
    while text.has(end - 1, .dash) { end -= 1 }
    var outer = end
    for _ in 0..<3 {
      let begin = (max(floor, end - 50)..<end).last { index in
        text.has(index, text.has(comma, .dash) ? .dash : .comma) && !text.has(index, .quoted)
      }
      guard let begin, begin > floor, isInterposition((begin + 1)..<end) else { return nil }
      if end == outer, isDay((begin + 1)..<end) { outer = begin }
      var last = begin - 1
      while last > floor, text.has(last, .dash) { last -= 1 }
      if let phrase = phrases.ending(at: last, floor: floor), !isOfClause(phrase.lowerBound - 1) {
        if !isPiece(phrase), !isApposition(phrase, floor: floor) { return phrase.lowerBound..<outer }
      }
      end = begin
    }
    return nil
  }

  /// `on Friday`: when it was said.
  private func isDay(_ range: Range<Int>) -> Bool {
    guard let last = range.last, text.has(last, .time) else { return false }
    return range.allSatisfy { text.has($0, [.time, .preposition, .determiner, .number, .adverb]) }
  }

  /// Whether a phrase is itself between commas, or no subject: an age, or what a preposition stands before: `Ann Marlow, 57, of Elm
  /// Street, Tarn, said`, `Ann Marlow, who was born in Tarn, Ildra, said`.
  private func isPiece(_ phrase: Range<Int>) -> Bool {
    let before = phrase.lowerBound - 1
    return text.has(before, .preposition)
      || text.has(before, .comma) && phrase.count < 3 && !text.any(phrase, .capital)
  }

  /// `who`, `whose`: not `when`, which has its subject behind it.
  private func isOfClause(_ index: Int) -> Bool {
    text.has(index, .relative) && text.has(index, [.person, .determiner])
  }

  /// Whether a phrase stands in apposition to a name that its clause begins with: `Ann Marlow, a director of the bank, a Swede, said`.
  private func isApposition(_ phrase: Range<Int>, floor: Int) -> Bool {
    let comma = phrase.lowerBound - 1
    guard comma > floor, text.has(comma, .comma), text.has(phrase.lowerBound, .determiner),
      !text.has(phrase.lowerBound, [.definite, .quantity]),
      let named = phrases.ending(at: comma - 1, floor: floor), text.has(comma - 1, .capital)
    else { return false }
    let before = named.lowerBound - 1
    // `Its chairman, Ann Marlow, a director of the bank, a Swede, said`
    let isRenamed = text.has(before, .comma) && phrases.ending(at: before - 1, floor: floor)?.lowerBound == floor
    return before < floor || isRenamed || text.has(before, [.coordinator, .that, .subordinator])
  }

  private func isInterposition(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if text.has(first, [.relative, .preposition, .verb, .gerund]) { return true }
    if text.has(first, .determiner), text.any(range, .relative) { return true }
    return !text.has(first, [.coordinator, .pronoun, .subordinator])
      && !text.any(range, [.auxiliary, .pronoun, .subordinator, .question])
  }
}
