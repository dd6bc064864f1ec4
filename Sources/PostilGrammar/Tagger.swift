/// Decides between the classes that a word may have, by the words beside it: `plans` is a verb in `the union plans a strike`.
///
/// One pass from left to right over a sentence; a word's neighbour to the left is decided already. A verb that is found keeps
/// the class of its form and has ``WordClass/verb``.
public struct Tagger {
  /// Words between which and a verb there may be adverbs.
  private static let skipped: WordClass = [.adverb, .negation]
  /// What stands behind a finite verb: an object, a clause, an infinitive.
  private static let objects: WordClass = [.determiner, .pronoun, .object, .that, .opening, .question]
  /// What a word is no longer behind a hyphen: `mum-of-three`.
  private static let notAtEnd: WordClass = [
    .preposition, .to, .coordinator, .determiner, .definite, .quantity, .by,
  ]
  /// What it is no longer between two: `up-to-date`.
  private static let notInside = notAtEnd.union([.adverb, .base, .present, .verb, .number])
  /// What can end a noun phrase, as far as classes tell.
  private static let noNouns: WordClass = [
    .determiner, .preposition, .coordinator, .relative, .subordinator, .auxiliary, .pronoun, .object, .adverb, .that,
    .to,
    .negation, .verb,
  ]

  private var text: TaggedText
  /// The sentence at work.
  private var sentence = 0..<0

  private init(_ text: TaggedText) { self.text = text }

  /// The text with its words decided, sentence by sentence.
  public static func decided(_ text: TaggedText) -> TaggedText {
    var tagger = Tagger(text)
    for sentence in text.sentences { tagger.decide(sentence) }
    return tagger.text
  }

  private mutating func decide(_ sentence: Range<Int>) {
    self.sentence = sentence
    let isTitle = sentence.count { text.has($0, .capital) } * 2 >= text.count(sentence)
    for index in sentence where text.isWord(index) {
      if text.isJoined(index) { text.remove(text.isJoined(index + 2) ? Self.notInside : Self.notAtEnd, from: index) }
      // `since 2016`, `before Monday`; not `after 14 people left`
      if text.has(index, .preposition), text.has(index + 1, .time) || isLoneNumber(index + 1) {
        text.remove(.subordinator, from: index)
      }
      if text.has(index, .name) {
        text.remove(text.has(index, .capital) ? .notInNames : [.base, .present, .verb, .gerund], from: index)
      } else if text.has(index, .capital), !isTitle, !isFirst(index) {
        text.remove([.base, .present, .noun, .adjective, .verb], from: index)
      } else if text.has(index, [.base, .present]) {
        decideForm(index)
      } else if isBehindModal(index) {
        text.add([.base, .verb], to: index)
      } else if text.has(index, .verb), isBetweenDeterminerAndNoun(index) {
        text.remove(.verb, from: index)
        text.add(.adjective, to: index)
      }
    }
  }

  private func isLoneNumber(_ index: Int) -> Bool { text.has(index, .number) && !text.isWord(index + 1) }

  /// A word that the lexicon does not know, behind an auxiliary such as `will` that a base form follows.
  private func isBehindModal(_ index: Int) -> Bool {
    let before = previous(index)
    guard text.has(before, .auxiliary), !text.has(before, [.be, .have, .quoted]), before > sentence.lowerBound else {
      return false
    }
    return text.classes[index].subtracting([.quoted, .adjective, .person, .body]).isEmpty
  }

  private mutating func decideForm(_ index: Int) {
    if isVerb(index) {
      text.remove([.noun, .person, .body, .thing, .adjective], from: index)
      text.add(.verb, to: index)
      if !text.has(index, .base) { text.remove(.plural, from: index) }
    } else {
      text.remove([.base, .present, .verb], from: index)
    }
  }

  private func isVerb(_ index: Int) -> Bool {
    let isBase = text.has(index, .base)
    let isSure = !text.has(index, [.noun, .person, .body, .thing])
    let before = previous(index)
    guard sentence.contains(before) else { return isBase && text.has(index + 1, Self.objects) }
    if text.has(before, .to) { return isBase }
    // `sources close to the board`
    if text.has(index, .adjective), text.has(index + 1, [.to, .preposition]), text.isWord(before) { return false }
    if text.has(before, .be) { return false }
    // `his prepared remarks`
    if !isSure, text.has(before, .adjective), !text.has(before, [.noun, .person, .body]),
      text.has(before - 1, [.determiner, .possessive])
    {
      return false
    }
    if text.has(before, .have) { return isBase && isSure && isQuestion(before) }
    if text.has(before, .auxiliary) { return isBase }
    if text.has(before, .quantity) { return isSure }
    if text.has(before, [.determiner, .possessive, .preposition]) { return false }
    if text.has(before, .number) { return isSure && isBase }
    let isBeforeVerb = text.has(index + 1, [.base, .present, .verb, .auxiliary]) && !text.has(index + 1, .noun)
    if isBeforeVerb, text.has(before, .that) || !isSure && text.has(before, [.relative, .question, .comma]) {
      return false
    }
    if text.has(before, [.pronoun, .relative, .question]) { return true }
    if text.has(before, .that) {
      return isSure || isBase && text.has(before - 1, .plural) || isFollowed(index, [.adverb])
    }
    if text.has(before, .closing), !text.has(before - 1, [.comma, .stop, .mark]) { return isSure }
    if text.has(before, [.coordinator, .comma, .closing, .dash, .subordinator, .closingBracket]) {
      return isSure || isFollowed(index, [.to, .preposition])
    }
    guard text.isWord(before), !text.has(before, Self.noNouns) else { return isSure && text.has(before, .object) }
    // `put`, `hit`: the same form is a past one, which agrees with any subject.
    if text.has(index, .verb) { return true }
    guard isSure else { return isLikely(index, behind: before) }
    return isBase == isOfSeveral(before) || text.has(before, .capital)
  }

  /// Whether a word that may be a noun is the verb of the noun before it: they agree, and an object follows.
  private func isLikely(_ index: Int, behind subject: Int) -> Bool {
    let isActor = text.has(subject, [.person, .body, .capital, .thing])
    if text.has(index, .base), isPlural(subject), text.has(subject, .person) {
      return !text.has(index + 1, [.verb, .auxiliary, .mark]) && text.isWord(index + 1)
    }
    if text.has(index, .present), isActor, !isPlural(subject) {
      return isBeforeObject(index) || isBehindClause(index, subject)
    }
    let agrees = text.has(index, .base) == isPlural(subject) || text.has(subject, .capital) && text.has(index, .present)
    return agrees && isFollowed(index, isActor ? [.to, .preposition, .adverb, .capital, .number, .colon] : [])
  }

  /// Whether a word follows that is no verb and no `of`.
  private func isBeforeObject(_ index: Int) -> Bool {
    let next = index + 1
    guard text.isWord(next) || text.has(next, [.colon, .opening]) else { return false }
    return !text.has(next, [.verb, .auxiliary, .base, .coordinator])
      && !(text.has(next, .preposition) && text.has(next + 1, .capital))
  }

  /// `Trust has fallen, the union estimates.`
  private func isBehindClause(_ index: Int, _ subject: Int) -> Bool {
    guard text.has(index + 1, [.mark, .comma, .stop]) || index + 1 == sentence.upperBound else { return false }
    return (max(sentence.lowerBound, subject - 4)..<subject).contains { text.has($0, .comma) }
  }

  /// Whether a noun phrase that ends at a token is for several: a plural stands in it, or `and`.
  private func isOfSeveral(_ last: Int) -> Bool {
    if isPlural(last) { return true }
    var next = last - 1
    while next >= sentence.lowerBound, next > last - 12, text.isWord(next) {
      let isParticiple = text.has(next, .verb) && text.has(next + 1, .preposition)
      let isOfSomebody = text.has(next, .to) && text.has(next - 1, .person)
      if !isParticiple, !isOfSomebody,
        text.has(next, [.verb, .auxiliary, .pronoun, .that, .to, .subordinator, .relative])
      {
        return false
      }
      if text.has(next, .coordinator) || isPlural(next) { return true }
      next -= 1
    }
    return false
  }

  private func isFollowed(_ index: Int, _ more: WordClass) -> Bool {
    text.has(index + 1, Self.objects.union(more))
      || text.has(index + 1, .adverb) && text.has(index + 2, Self.objects.union(more))
  }

  /// `the proposed law`, `of increased costs`.
  private func isBetweenDeterminerAndNoun(_ index: Int) -> Bool {
    let before = previous(index)
    // `regular, pledged delegates`
    let isInList = text.has(before, .comma) && text.has(before - 1, .adjective)
    guard isInList || text.has(before, [.determiner, .possessive, .preposition, .adjective]),
      !text.has(before, .pronoun), text.isWord(index + 1)
    else { return false }
    return !text.has(index + 1, Self.noNouns)
      && (!text.has(before, .preposition) && !isInList || text.isPlural(index + 1))
  }

  /// Whether a noun is of several: by the lexicon, or by its ending.
  private func isPlural(_ index: Int) -> Bool { text.isPlural(index) }

  /// Whether an auxiliary stands before its subject.
  private func isQuestion(_ auxiliary: Int) -> Bool { auxiliary == sentence.lowerBound }

  /// The token before, adverbs left out.
  private func previous(_ index: Int) -> Int {
    var before = index - 1
    while before > sentence.lowerBound, text.has(before, Self.skipped) { before -= 1 }
    return before
  }

  /// Whether a word's capital may be due to its place.
  private func isFirst(_ index: Int) -> Bool {
    var before = index - 1
    while before >= sentence.lowerBound, text.has(before, [.opening, .mark, .openingBracket]) { before -= 1 }
    return before < sentence.lowerBound || text.has(before, [.colon, .stop]) || text.has(index - 1, .opening)
  }
}

extension TaggedText {
  /// Whether a noun is of several: by the lexicon, or by its ending in one `s`.
  public func isPlural(_ index: Int) -> Bool {
    if has(index, .plural) { return true }
    guard isWord(index), !has(index, [.capital, .person, .body, .possessive]) else { return false }
    let word = utf8[tokens[index].span.start..<tokens[index].span.end]
    guard word.count > 3, word.last == UInt8(ascii: "s") else { return false }
    return !Self.singularEnds.contains { word.dropLast().last == $0 }
  }

  /// Letters before a final `s` that is no plural: `class`, `status`, `crisis`.
  private static let singularEnds = Array("sui".utf8)
}
