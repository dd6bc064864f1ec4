/// Finds the noun phrase that ends or begins at a token.
public struct NounPhrases: Sendable {
  /// No phrase has more tokens.
  private static let longest = 60

  let text: TaggedText

  /// - Parameter text: With its classes decided: see ``Tagger``.
  public init(_ text: TaggedText) { self.text = text }

  /// The phrase whose last token is `last`, not before `floor`.
  public func ending(at last: Int, floor: Int) -> Range<Int>? {
    var start = last + 1
    var next = last
    while next >= floor, last - next < Self.longest {
      if text.has(next, .closingBracket), let bracket = opening(of: next, floor: floor) {
        next = bracket - 1
        continue
      }
      guard let (taken, goesOn) = step(next, last: last, floor: floor) else { break }
      start = taken
      guard goesOn else { break }
      next = taken - 1
    }
    // `when [Clinton] read it`: what stands in brackets for itself.
    if start > last, text.has(last, .closingBracket), let bracket = opening(of: last, floor: floor) {
      return ending(at: last - 1, floor: bracket + 1)
    }
    let range = trimmed(start..<(last + 1))
    return range.isEmpty || !text.any(range, [.capital]) && isAlone(range) ? nil : range
  }

  /// How far one step left goes, and whether there may be more; nil at a border.
  private func step(_ next: Int, last: Int, floor: Int) -> (start: Int, goesOn: Bool)? {
    if text.has(next, [.what, .relative, .subordinator, .question]), !text.has(next, .capital) || next == floor {
      return nil
    }
    if text.has(next, .pronoun) { return next == last ? (next, false) : nil }
    // `those close to him`
    if text.has(next, .object), next == last, text.has(next - 1, .to) { return (next, true) }
    // `were not aware sailors had left`
    if next < last, text.has(next, .cue), text.has(next, .adjective), isBehindBe(next) { return nil }
    if text.has(next, .determiner) {
      return (next, next > floor && (text.has(next - 1, .preposition) || joinsTo(next - 1, floor)))
    }
    if text.has(next, .preposition) {
      if next < last, !text.has(next, .subordinator), isParticiple(next - 1, floor) { return (next - 1, true) }
      return next < last && isNoun(next - 1, floor) ? (next, true) : nil
    }
    if next < last, joinsTo(next, floor) { return (next, true) }
    if text.has(next, .coordinator) {
      return next < last && isNoun(next - 1, floor) && text.has(next - 1, .capital) && text.has(next + 1, .capital)
        ? (next, true) : nil
    }
    if text.has(next, .verb), !text.has(next, .capital) {
      let isAdjective = text.has(next - 1, .closing) && !text.has(next, [.preterite, .cue])
      return isAdjective || text.has(next - 1, .determiner) ? (next, true) : nil
    }
    // `the former first daughter`
    if next < last, text.has(next, .adverb), text.has(next - 1, [.determiner, .adjective]) { return (next, true) }
    if text.has(next, .borders), !text.has(next, .capital) || text.has(next, .marks) { return nil }
    return (next, true)
  }

  /// Whether a form of `be` stands before a token, adverbs and `not` between.
  private func isBehindBe(_ index: Int) -> Bool {
    var before = index - 1
    while before > index - 4, text.has(before, [.adverb, .negation]) { before -= 1 }
    return text.has(before, .be)
  }

  /// The phrase that begins at `first`, with its appositions, not behind `limit`.
  public func beginning(at first: Int, limit: Int) -> Range<Int>? {
    var next = first
    let far = min(limit, first + Self.longest)
    while next < far {
      if text.has(next, .openingBracket), next > first, let close = closing(of: next, limit: far) {
        next = close + 1
        continue
      }
      if text.has(next, .pronoun) { return next == first ? first..<(first + 1) : phrase(first, next) }
      if text.has(next, .comma) {
        guard let behind = apposition(at: next + 1, limit: far) else { break }
        next = behind
        continue
      }
      let isName = text.has(next, .capital) && !text.has(next, .time)
      if text.has(next, .verb) && !text.has(next - 1, .determiner) && !isName { break }
      if text.has(next, .borders), !isName { break }
      if text.has(next, .preposition), !text.has(next + 1, [.capital, .determiner]) { break }
      if text.has(next, .coordinator), !text.has(next + 1, .capital) { break }
      next += 1
    }
    return phrase(first, next)
  }

  /// Where an apposition behind a comma ends: an age, a role with its article, or a clause of `who`.
  private func apposition(at first: Int, limit: Int) -> Int? {
    guard text.has(first, [.determiner, .number, .relative]), !text.has(first, .time) else { return nil }
    var next = first
    while next < limit, !text.has(next, [.comma, .opening, .semicolon, .colon, .dash, .stop]) { next += 1 }
    let isShort = text.has(first, .relative) || !text.any((first + 1)..<max(next, first + 1), [.auxiliary, .pronoun])
    // `…, the Courier reported.`
    let lastWord = (first..<next).last(where: text.isWord) ?? first
    let isSaid = !text.has(first, .relative) && text.has(lastWord, .cue) && text.has(lastWord, .verb)
    return isShort && !isSaid && next - first < 25 ? next : nil
  }

  private func phrase(_ first: Int, _ end: Int) -> Range<Int>? {
    guard end > first else { return nil }
    let isAtStop = text.has(end - 1, .mark) && text.isSentenceEnd(end - 1)
    let range = trimmed(first..<(isAtStop ? end - 1 : end))
    return range.isEmpty ? nil : range
  }

  /// Without marks and joining words at either side.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.has(start, [.preposition, .coordinator, .comma, .mark, .stop]) { start += 1 }
    while start < end, text.has(end - 1, [.preposition, .coordinator, .comma, .stop]) { end -= 1 }
    while start < end, text.has(end - 1, .mark), !text.has(end - 2, .capital) { end -= 1 }
    return start..<end
  }

  /// `sources close to the board`, `advisers to the mayor`: `to` behind an adjective that follows its noun, or behind somebody.
  private func joinsTo(_ index: Int, _ floor: Int) -> Bool {
    guard text.has(index, .to) else { return false }
    if text.has(index - 1, .adjective) {
      return isNoun(index - 2, floor) || index - 2 >= floor && text.has(index - 2, .determiner)
    }
    return text.has(index - 1, .person) && isNoun(index - 1, floor) && text.has(index + 1, [.capital, .determiner])
  }

  private func isNoun(_ index: Int, _ floor: Int) -> Bool {
    index >= floor && text.isWord(index)
      && !text.has(index, [.verb, .auxiliary, .pronoun, .adverb, .preposition, .determiner, .that, .relative, .time])
  }

  /// `people briefed on …`: a participle behind a noun.
  private func isParticiple(_ index: Int, _ floor: Int) -> Bool {
    text.has(index, .verb) && !text.has(index, [.capital, .cue, .preterite]) && isNoun(index - 1, floor)
  }

  private func isAlone(_ range: Range<Int>) -> Bool { range.allSatisfy { !text.isWord($0) || text.has($0, .time) } }

  private func opening(of close: Int, floor: Int) -> Int? {
    (max(floor, close - 20)..<close).last { text.has($0, .openingBracket) }
  }

  private func closing(of bracket: Int, limit: Int) -> Int? {
    (bracket..<min(limit, bracket + 20)).first { text.has($0, .closingBracket) }
  }
}
