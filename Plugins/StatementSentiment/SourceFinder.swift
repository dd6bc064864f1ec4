import PostilGrammar
import PostilModuleKit

/// Finds the source of a cue among the tokens of its sentence.
struct SourceFinder {
  /// What was found of a source.
  enum Result {
    case found(Range<Int>)
    /// The cue says something, but names nobody.
    case nobody
    /// The word is no cue here.
    case noCue
  }

  let words: Words
  let subjects: SubjectFinder

  /// - Parameter previous: The source of the cue before it in the sentence.
  func source(of cue: Cue, in sentence: Range<Int>, previous: Range<Int>?) -> Result {
    let first = cue.tokens.lowerBound
    let end = cue.tokens.upperBound
    if words.isJoined(first) || words.isJoined(end + 1) { return .noCue }
    switch cue.form {
    case .gerund: return gerund(cue, sentence, previous)
    case .noun: return words.has(end, .that) ? holder(of: cue, sentence) : .noCue
    case .adjective where !words.has(end, .that): return .noCue
    case .base where !isVerb(cue):
      return words.has(end, .that) && !cue.takes.contains(.verbOnly) ? holder(of: cue, sentence) : .noCue
    case .present where words.has(first - 1, [.determiner, .preposition, .possessive, .number]):
      return quantity(before: cue).map { .found($0) } ?? .noCue
    case _ where isName(cue, sentence): return .noCue
    case .past, .participle:
      if let passive = passive(cue, sentence) { return passive }
      if let quantity = quantity(before: cue) { return .found(quantity) }
      if words.has(first - 1, .determiner) || words.has(first - 1, .possessive) && !words.has(first - 1, .pronoun) {
        return .noCue
      }
    default: break
    }
    if isBehindSpeech(first), cue.takes.contains(.quotation) || cue.takes.contains(.clause),
      let inverted = subjects.inverted(after: end, limit: sentence.upperBound), isInverted(inverted, cue, sentence)
    {
      return .found(inverted)
    }
    if first == sentence.lowerBound, cue.takes.contains(.quotation),
      let inverted = subjects.inverted(after: end, limit: sentence.upperBound), words.has(inverted.upperBound, .colon)
    {
      return .found(inverted)
    }
    if let adjacent = subjects.adjacent(before: first, floor: sentence.lowerBound) { return .found(adjacent) }
    return other(cue, sentence, previous)
  }

  /// `some say`: a determiner that is the whole subject.
  private func quantity(before cue: Cue) -> Range<Int>? {
    let before = cue.tokens.lowerBound - 1
    guard cue.takes.contains(.verbOnly) else { return nil }
    if words.has(before, .mark), words.has(before - 1, .number) { return (before - 1)..<(before + 1) }
    return words.has(before, [.quantity, .number]) ? before..<(before + 1) : nil
  }

  /// A capital inside a sentence that is no title makes a name.
  private func isName(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
    guard words.has(cue.tokens.lowerBound, .capital), cue.tokens.lowerBound > sentence.lowerBound else { return false }
    let count = words.count(sentence)
    return sentence.count { words.has($0, .capital) } * 2 < count
  }

  /// A clause of `who`, a coordinated verb, or none.
  private func other(_ cue: Cue, _ sentence: Range<Int>, _ previous: Range<Int>?) -> Result {
    var last = cue.tokens.lowerBound - 1
    while last > sentence.lowerBound, words.has(last, [.adverb, .auxiliary, .negation, .time]) { last -= 1 }
    if words.has(last, .relative), last > sentence.lowerBound {
      let before = words.has(last - 1, .comma) ? last - 2 : last - 1
      if let phrase = subjects.phrases.ending(at: before, floor: sentence.lowerBound) {
        return .found(phrase.lowerBound..<(last + 1))
      }
    }
    if words.has(last, [.coordinator, .comma, .closing]) || last == sentence.lowerBound,
      let shared = previous ?? subjects.shared(before: last, floor: sentence.lowerBound)
    {
      return .found(shared)
    }
    return .nobody
  }

  private func gerund(_ cue: Cue, _ sentence: Range<Int>, _ previous: Range<Int>?) -> Result {
    let first = cue.tokens.lowerBound
    let end = cue.tokens.upperBound
    var before = first - 1
    while before > sentence.lowerBound, words.has(before, .adverb) { before -= 1 }
    if first == sentence.lowerBound {
      guard let comma = sentence.first(where: { words.has($0, .comma) }),
        let phrase = subjects.phrases.beginning(at: comma + 1, limit: sentence.upperBound)
      else { return .nobody }
      return .found(phrase)
    }
    if words.has(before, .auxiliary), let subject = subjects.adjacent(before: first, floor: sentence.lowerBound) {
      return .found(subject)
    }
    let joins: WordClass = cue.takes.contains(.clause) ? [.coordinator, .subordinator, .preposition] : []
    if !words.has(before, joins.union(.to)), cue.takes.contains(.clause), words.has(end, [.that, .opening]),
      let subject = subjects.adjacent(before: first, floor: sentence.lowerBound)
    {
      return .found(subject)
    }
    guard words.has(before, joins.union([.comma, .closing, .dash])),
      let shared = previous ?? subjects.shared(before: before, floor: sentence.lowerBound)
    else { return words.has(before, [.comma, .closing]) ? .nobody : .noCue }
    return .found(shared)
  }

  /// `X’s claim that …`: whose it is.
  private func holder(of cue: Cue, _ sentence: Range<Int>) -> Result {
    var owner = cue.tokens.lowerBound - 1
    while owner > sentence.lowerBound, words.isWord(owner),
      !words.has(owner, [.possessive, .definite, .determiner, .preposition, .verb, .auxiliary])
    {
      owner -= 1
    }
    if words.has(owner, .owner)
      ? words.has(owner - 1, .cue) : words.has(owner, .determiner) && words.has(owner - 1, .cue)
    {
      return .noCue
    }
    if words.has(owner, .possessive), let phrase = subjects.phrases.ending(at: owner, floor: sentence.lowerBound) {
      return .found(phrase)
    }
    if words.has(owner, .owner) { return .found(owner..<(owner + 1)) }
    return .nobody
  }

  /// A base form is a verb behind `would` and the like, and between a plural subject and its content.
  private func isVerb(_ cue: Cue) -> Bool {
    let first = cue.tokens.lowerBound
    let end = cue.tokens.upperBound
    var before = first - 1
    while words.has(before, [.adverb, .negation]) { before -= 1 }
    if words.has(before, .auxiliary) { return !words.has(before, .be) }
    if words.has(before, .to) { return isLikely(cue, before) }
    if quantity(before: cue) != nil { return true }
    guard !words.has(before, [.determiner, .preposition, .possessive, .number]) else { return false }
    if words.has(before, [.pronoun, .relative]) { return true }
    if cue.takes.contains(.verbOnly) {
      return words.isWord(before) || subjects.adjacent(before: first, floor: max(0, first - 60)) != nil
        || words.has(before, .comma)
    }
    guard words.isWord(before), !words.has(before, [.verb, .borders]) || words.has(before, .capital) else {
      return false
    }
    let next = words.has(end, .adverb) ? end + 1 : end
    if words.has(next, [.mark, .comma]), let subject = subjects.adjacent(before: first, floor: max(0, first - 20)) {
      return words.has(subject.lowerBound - 1, .comma)
    }
    return words.has(next, [.that, .determiner, .pronoun, .capital, .to, .opening, .object, .number])
  }

  /// `are likely to say that`: said all the same.
  private func isLikely(_ cue: Cue, _ to: Int) -> Bool {
    guard cue.takes.contains(.verbOnly), words.has(cue.tokens.upperBound, [.that, .pronoun]) else { return false }
    var before = to - 1
    while words.has(before, .adverb) { before -= 1 }
    return before < to - 1 && words.has(before, .be)
  }

  /// `was praised by X`, `as X is quoted`: the doer behind `by`, or nobody.
  private func passive(_ cue: Cue, _ sentence: Range<Int>) -> Result? {
    let end = cue.tokens.upperBound
    var before = cue.tokens.lowerBound - 1
    while words.has(before, [.adverb, .negation]), before > sentence.lowerBound { before -= 1 }
    let isPassive = words.has(before, .be)
    if words.has(end, .by), isPassive || cue.takes.contains(.phrase),
      let doer = subjects.phrases.beginning(at: end + 1, limit: sentence.upperBound)
    {
      return .found(doer)
    }
    guard isPassive else { return nil }
    return cue.takes.contains(.clause) && words.has(end, .that) ? .nobody : .noCue
  }

  /// Whether a quotation, or a clause with its comma, ends right before token `first`.
  private func isBehindSpeech(_ first: Int) -> Bool {
    words.has(first - 1, [.closing, .comma, .dash]) && !words.has(first - 1, .openingBracket)
  }

  private func isInverted(_ phrase: Range<Int>, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
    let before = cue.tokens.lowerBound - 1
    if words.has(before, .closing) || words.has(before, .comma) && words.has(before - 1, .closing) { return true }
    let behind = phrase.upperBound
    guard behind >= sentence.upperBound || words.has(behind, [.comma, .mark, .time, .preposition, .stop]) else {
      return false
    }
    return subjects.adjacent(before: cue.tokens.lowerBound, floor: sentence.lowerBound) == nil
      || !words.has(before, .comma)
  }
}
