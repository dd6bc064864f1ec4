/// Divides a sentence into noun groups, verb groups and the words between.
struct Chunker {
  /// What no noun group goes over.
  private static let borders: WordClass = [
    .preposition, .coordinator, .relative, .subordinator, .auxiliary, .pronoun, .object, .adverb, .that, .to, .negation,
    .verb, .gerund,
  ]

  let text: TaggedText

  /// The groups of a sentence, by place.
  func groups(in sentence: Range<Int>) -> (nouns: [NounGroup], verbs: [VerbGroup]) {
    var nouns: [NounGroup] = []
    var verbs: [VerbGroup] = []
    var next = sentence.lowerBound
    while next < sentence.upperBound {
      if let end = verbEnd(from: next, limit: sentence.upperBound) {
        verbs.append(VerbGroup(next..<end, isInfinitive: text.has(next - 1, .to), in: text))
        next = end
      } else if let end = nounEnd(from: next, limit: sentence.upperBound) {
        nouns.append(NounGroup(next..<end, in: text))
        next = end
      } else {
        next += 1
      }
    }
    return (nouns, verbs)
  }

  /// Where the verb group that begins at a token ends; nil when none does. Adverbs belong to it between verbs alone.
  private func verbEnd(from start: Int, limit: Int) -> Int? {
    guard text.has(start, [.verb, .auxiliary, .gerund]), !isName(start), !isNounal(start) else { return nil }
    var end = start + 1
    var next = end
    while next < limit, text.has(end - 1, .auxiliary) || next > end {
      if text.has(next, [.verb, .auxiliary]) || text.has(next, .gerund) && text.has(end - 1, .be) {
        guard text.has(end - 1, .auxiliary) else { break }
        next += 1
        end = next
      } else if text.has(next, [.adverb, .negation]) {
        next += 1
      } else {
        break
      }
    }
    return end
  }

  /// Where the noun group that begins at a token ends; nil when none does.
  private func nounEnd(from start: Int, limit: Int) -> Int? {
    guard text.isWord(start), !text.has(start, .what) else { return nil }
    if text.has(start, [.pronoun, .object]) { return start + 1 }
    var next = start
    while next < limit, text.has(next, [.determiner, .quantity]), !text.has(next, [.that, .what]) { next += 1 }
    let isDetermined = next > start
    var hasHead = isDetermined && text.has(next - 1, [.quantity, .definite])
    while next < limit {
      if isJoint(next, limit) {
        next += 1
      } else if isPart(next, isDetermined: isDetermined), !isBehindHead(next, start) {
        hasHead = hasHead || isDetermined || !text.has(next, .adjective)
        next += 1
      } else {
        break
      }
    }
    guard next > start, hasHead else { return nil }
    return isDetermined || !isPredicate(start..<next) ? next : nil
  }

  private func isPart(_ index: Int, isDetermined: Bool) -> Bool {
    guard text.isWord(index) else { return false }
    if isName(index) { return true }
    if text.has(index, [.adverb, .gerund]), isDetermined {
      return text.isWord(index + 1) && !text.has(index + 1, Self.borders)
    }
    return !text.has(index, Self.borders) && !text.has(index, .determiner)
  }

  /// `officials familiar with`: an adjective behind the noun.
  private func isBehindHead(_ index: Int, _ start: Int) -> Bool {
    index > start && text.has(index, .adjective) && text.has(index + 1, [.preposition, .to])
      && text.has(index - 1, [.plural, .person, .body])
  }

  /// `is unjust`: one word behind a form of `be` that no class tells to be a noun.
  private func isPredicate(_ range: Range<Int>) -> Bool {
    range.count == 1 && text.has(range.lowerBound - 1, [.be, .adverb]) && text.has(range.lowerBound - 2, .be)
      || range.count == 1 && text.has(range.lowerBound - 1, .be)
        && !text.has(range.lowerBound, [.person, .body, .thing, .capital, .number, .time])
        && !text.isPlural(range.lowerBound)
  }

  /// A hyphen or a full stop inside a name or compound, or the mark of a possessive.
  private func isJoint(_ index: Int, _ limit: Int) -> Bool {
    if text.has(index, .possessive), !text.isWord(index) { return true }
    guard text.has(index, .mark), index + 1 < limit, text.isWord(index + 1), text.isWord(index - 1) else {
      return false
    }
    return text.isJoined(index + 1) || text.has(index - 1, .capital) && text.has(index + 1, .capital)
  }

  /// A capital that is no verb, pronoun or the like.
  private func isName(_ index: Int) -> Bool {
    text.has(index, .capital)
      && !text.has(index, Self.borders.union([.determiner, .time]).subtracting([.gerund, .adverb]))
  }

  /// A participle that stands before a noun, or a gerund with a determiner.
  private func isNounal(_ index: Int) -> Bool {
    text.has(index, .gerund) && text.has(index - 1, [.determiner, .possessive, .adjective])
  }
}
