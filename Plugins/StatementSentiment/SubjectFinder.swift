import PostilGrammar
import PostilModuleKit

/// Finds the phrase in the text that is the subject of a cue.
struct SubjectFinder {
  let words: Words
  let phrases: NounPhrases

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
  }

  /// The subject that stands directly before token `index`, an apposition or a clause of `who` allowed between.
  func adjacent(before index: Int, floor: Int) -> Range<Int>? {
    let last = lastOfSubject(before: index, floor: floor)
    guard last >= floor else { return nil }
    if words.has(last, [.comma, .dash, .closingBracket]), !words.has(last, .quoted) {
      return words.has(last, .closingBracket)
        ? phrases.ending(at: last, floor: floor) : interposed(before: last, floor: floor)
    }
    return phrases.ending(at: last, floor: floor)
  }

  /// The subject of the clause that token `index` is coordinated or appended to: that of the first verb with one.
  func shared(before index: Int, floor: Int) -> Range<Int>? {
    var next = max(floor + 1, index - 200)
    while next < index {
      if words.has(next, [.verb, .auxiliary]), !words.has(next, .quoted),
        !words.has(next - 1, [.determiner, .preposition]),
        let found = adjacent(before: next, floor: floor), !words.has(found.lowerBound - 1, .relative)
      {
        return found
      }
      next += 1
    }
    return nil
  }

  /// The subject that follows its verb: `said the minister`.
  func inverted(after index: Int, limit: Int) -> Range<Int>? {
    var first = index
    while first < limit, words.has(first, [.adverb, .time]), !words.has(first, .capital) { first += 1 }
    guard first < limit, words.isWord(first),
      !words.has(first, [.preposition, .that, .to, .object, .relative, .time, .subordinator, .coordinator])
    else { return nil }
    return phrases.beginning(at: first, limit: limit)
  }

  /// Over adverbs, auxiliaries and days between subject and verb.
  private func lastOfSubject(before index: Int, floor: Int) -> Int {
    var last = index - 1
    while last >= floor {
      let isDay = words.has(last, .preposition) && words.has(last + 1, .time)
      guard
        words.has(last, [.adverb, .auxiliary, .negation, .time]) || isDay || words.has(last, .to) && last == index - 1
          || words.has(last, .object) && words.has(last - 1, .capital)
      else { break }
      last -= 1
    }
    return last
  }

  /// `X, who …, said`: over up to three pieces between commas, dashes or brackets.
  private func interposed(before comma: Int, floor: Int) -> Range<Int>? {
    var end = comma
    for _ in 0..<3 {
      let begin = (max(floor, end - 50)..<end).last { index in
        words.has(index, words.has(comma, .dash) ? .dash : .comma) && !words.has(index, .quoted)
      }
      guard let begin, begin > floor, isInterposition((begin + 1)..<end) else { return nil }
      if let phrase = phrases.ending(at: begin - 1, floor: floor), !words.has(phrase.lowerBound - 1, .relative) {
        let isPiece = words.has(phrase.lowerBound - 1, .comma) && phrase.count < 3 && !words.any(phrase, .capital)
        if !isPiece { return phrase.lowerBound..<comma }
      }
      end = begin
    }
    return nil
  }

  private func isInterposition(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if words.has(first, [.relative, .preposition, .verb, .gerund]) { return true }
    if words.has(first, .determiner), words.any(range, .relative) { return true }
    return !words.has(first, [.coordinator, .pronoun, .subordinator])
      && !words.any(range, [.auxiliary, .pronoun, .subordinator])
  }
}
