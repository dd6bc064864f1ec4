import PostilGrammar
import PostilModuleKit

/// Finds the noun phrase that ends or begins at a token.
struct NounPhrases {
  /// No phrase has more tokens.
  private static let longest = 60

  let words: Words

  /// The phrase whose last token is `last`, not before `floor`.
  func ending(at last: Int, floor: Int) -> Range<Int>? {
    var start = last + 1
    var next = last
    while next >= floor, last - next < Self.longest {
      if words.has(next, .closingBracket), let bracket = opening(of: next, floor: floor) {
        next = bracket - 1
        continue
      }
      guard let (taken, goesOn) = step(next, last: last, floor: floor) else { break }
      start = taken
      guard goesOn else { break }
      next = taken - 1
    }
    let range = trimmed(start..<(last + 1))
    return range.isEmpty || !words.any(range, [.capital]) && isAlone(range) ? nil : range
  }

  /// How far one step left goes, and whether there may be more; nil at a border.
  private func step(_ next: Int, last: Int, floor: Int) -> (start: Int, goesOn: Bool)? {
    if words.has(next, .pronoun) { return next == last ? (next, false) : nil }
    if words.has(next, .determiner) { return (next, next > floor && words.has(next - 1, .preposition)) }
    if words.has(next, .preposition) {
      if next < last, isParticiple(next - 1, floor) { return (next - 1, true) }
      return next < last && isNoun(next - 1, floor) ? (next, true) : nil
    }
    if words.has(next, .coordinator) {
      return next < last && isNoun(next - 1, floor) && words.has(next - 1, .capital) && words.has(next + 1, .capital)
        ? (next, true) : nil
    }
    if words.has(next, .verb), !words.has(next, .capital) {
      return words.has(next - 1, .determiner) ? (next, true) : nil
    }
    if words.has(next, .borders), !words.has(next, .capital) || words.has(next, .marks) { return nil }
    return (next, true)
  }

  /// The phrase that begins at `first`, with its appositions, not behind `limit`.
  func beginning(at first: Int, limit: Int) -> Range<Int>? {
    var next = first
    let far = min(limit, first + Self.longest)
    while next < far {
      if words.has(next, .openingBracket), next > first, let close = closing(of: next, limit: far) {
        next = close + 1
        continue
      }
      if words.has(next, .pronoun) { return next == first ? first..<(first + 1) : phrase(first, next) }
      if words.has(next, .comma) {
        guard let behind = apposition(at: next + 1, limit: far) else { break }
        next = behind
        continue
      }
      let isName = words.has(next, .capital) && !words.has(next, .time)
      if words.has(next, .verb) && !words.has(next - 1, .determiner) && !isName { break }
      if words.has(next, .borders), !isName { break }
      if words.has(next, .preposition), !words.has(next + 1, [.capital, .determiner]) { break }
      if words.has(next, .coordinator), !words.has(next + 1, .capital) { break }
      next += 1
    }
    return phrase(first, next)
  }

  /// Where an apposition behind a comma ends: an age, a role with its article, or a clause of `who`.
  private func apposition(at first: Int, limit: Int) -> Int? {
    guard words.has(first, [.determiner, .number, .relative]), !words.has(first, .time) else { return nil }
    var next = first
    while next < limit, !words.has(next, [.comma, .opening, .semicolon, .colon, .dash, .stop]) { next += 1 }
    let isShort = words.has(first, .relative) || !words.any((first + 1)..<max(next, first + 1), [.auxiliary, .pronoun])
    return isShort && next - first < 25 ? next : nil
  }

  private func phrase(_ first: Int, _ end: Int) -> Range<Int>? {
    guard end > first else { return nil }
    let isAtStop = words.has(end - 1, .mark) && isSentenceEnd(end - 1)
    let range = trimmed(first..<(isAtStop ? end - 1 : end))
    return range.isEmpty ? nil : range
  }

  /// Without marks and joining words at either side.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, words.has(start, [.preposition, .coordinator, .comma, .mark, .stop]) { start += 1 }
    while start < end, words.has(end - 1, [.preposition, .coordinator, .comma, .stop]) { end -= 1 }
    while start < end, words.has(end - 1, .mark), !words.has(end - 2, .capital) { end -= 1 }
    return start..<end
  }

  private func isNoun(_ index: Int, _ floor: Int) -> Bool {
    index >= floor && words.isWord(index)
      && !words.has(index, [.verb, .auxiliary, .pronoun, .adverb, .preposition, .determiner, .that, .relative, .time])
  }

  /// `people briefed on …`: a participle behind a noun.
  private func isParticiple(_ index: Int, _ floor: Int) -> Bool {
    words.has(index, .verb) && !words.has(index, [.capital, .cue]) && isNoun(index - 1, floor)
  }

  private func isSentenceEnd(_ mark: Int) -> Bool {
    let span = words.tokens[mark].span
    return words.document.sentence(at: span.start)?.end == span.end
  }

  private func isAlone(_ range: Range<Int>) -> Bool { range.allSatisfy { !words.isWord($0) || words.has($0, .time) } }

  private func opening(of close: Int, floor: Int) -> Int? {
    (max(floor, close - 20)..<close).last { words.has($0, .openingBracket) }
  }

  private func closing(of bracket: Int, limit: Int) -> Int? {
    (bracket..<min(limit, bracket + 20)).first { words.has($0, .closingBracket) }
  }
}
