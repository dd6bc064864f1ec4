import PostilGrammar
import PostilModuleKit

/// Finds what is said around a cue whose source is known.
struct ContentFinder {
  struct Content {
    var parts: [Span]
    var form: Statement.Form
    /// By what it was found.
    var decision: StatementDecision
    /// The quotation it is, when it is one.
    var quotation: Int?
  }

  let words: Words
  let quotations: Quotations
  let starts: ClauseStart
  let ends: ClauseEnd

  /// - Parameters:
  ///   - source: The source's tokens, before or behind the cue.
  ///   - sentence: The sentence's tokens.
  func content(of cue: Cue, source: Range<Int>?, in sentence: Range<Int>) -> Content? {
    let first =
      cue.form == .gerund
      ? cue.tokens.lowerBound : min(cue.tokens.lowerBound, source?.lowerBound ?? cue.tokens.lowerBound)
    let isInverted = cue.form != .gerund && (source.map { $0.lowerBound >= cue.tokens.upperBound } ?? false)
    let end = isInverted ? max(cue.tokens.upperBound, source?.upperBound ?? 0) : cue.tokens.upperBound
    if cue.form != .gerund || cue.takes.contains(.quotation), let found = quoted(cue, from: first, to: end, sentence) {
      return found
    }
    if !isInverted, let source, source.lowerBound < cue.tokens.lowerBound, cue.takes.contains(.clause),
      let before = before(first, end, sentence, cue)
    {
      return before
    }
    if isInverted, cue.takes.contains(.phrase), words.has(cue.tokens.upperBound, .by) {
      return patient(of: cue, in: sentence)
    }
    if isInverted { return cue.takes.contains(.clause) ? before(first, end, sentence, cue) : nil }
    return divided(cue, source, end, sentence.upperBound)
      ?? after(cue, end, sentence, isInside: isInside(source, sentence))
  }

  /// The quotation that ends before the clause, with the words of its sentence before its mark.
  private func before(_ cue: Cue, _ first: Int, _ sentence: Range<Int>) -> Content? {
    guard let number = quotations.ending(before: first) else { return nil }
    let whole = quotations.words(of: number)
    guard words.count(words.indices(whole)) > 0 else { return nil }
    let opening = words.containing(quotations.all[number].span.start)
    let lead = sentence.lowerBound..<max(sentence.lowerBound, opening)
    if lead.isEmpty || words.has(opening - 1, WordClass.marks) {
      return Content(parts: [whole], form: .quotation, decision: .quotationBefore, quotation: number)
    }
    if words.has(lead.lowerBound, [.preposition, .gerund]), !words.any(lead, [.verb, .auxiliary]) { return nil }
    return Content(
      parts: [Span(start: words.tokens[lead.lowerBound].span.start, end: whole.end)], form: .clause,
      decision: .clauseIntoQuotation)
  }

  /// `The plan was praised by X`: the subject of the passive verb.
  private func patient(of cue: Cue, in sentence: Range<Int>) -> Content? {
    guard words.has(cue.tokens.lowerBound - 1, [.be, .adverb]) else { return nil }
    return ends.subjects.adjacent(before: cue.tokens.lowerBound, floor: sentence.lowerBound).map {
      Content(parts: [words.span($0)], form: .stance, decision: .stancePassive)
    }
  }

  /// A quotation right before the clause of the cue, or behind it.
  private func quoted(_ cue: Cue, from first: Int, to end: Int, _ sentence: Range<Int>) -> Content? {
    guard cue.takes.contains(.quotation) || cue.takes.contains(.clause) else { return nil }
    if let before = before(cue, first, sentence) { return before }
    var next = end
    let limit = min(sentence.upperBound + 1, end + 30)
    while next < limit, !words.has(next, .opening), !words.has(next, [.semicolon, .that]), ends.cues[next] == nil {
      next += 1
    }
    guard next < limit, let found = quotations.beginning(at: next),
      next == end || words.has(next - 1, [.comma, .colon])
    else { return nil }
    let behind = quotations.end(of: found)
    let isWhole =
      behind >= sentence.upperBound || words.has(behind - 2, [.mark, .stop, .comma])
      || words.has(behind, [.comma, .mark, .semicolon])
    guard isWhole,
      words.count(words.indices(quotations.words(of: found))) >= (next == end && !words.has(behind - 2, .stop) ? 3 : 1)
    else { return nil }
    return Content(
      parts: [quotations.words(of: found)], form: .quotation, decision: .quotationBehind, quotation: found)
  }

  /// Words without marks before the clause of the cue, and behind it when they go on there.
  private func before(_ first: Int, _ end: Int, _ sentence: Range<Int>, _ cue: Cue) -> Content? {
    guard first - 1 > sentence.lowerBound, words.has(first - 1, [.comma, .dash]), let tail = tail(end, sentence, cue)
    else { return nil }
    var start = sentence.lowerBound
    while start < first, words.has(start, .coordinator) { start += 1 }
    let lead = start..<(first - 1)
    let isAdjunct = words.has(start, [.preposition, .gerund, .subordinator, .time, .adverb]) && !hasVerb(lead)
    guard words.count(lead) >= 1, !isAdjunct || words.has(end, .comma) else { return nil }
    var parts = [words.span(lead)]
    if words.has(tail, .comma) || words.has(tail, .dash), tail + 1 < sentence.upperBound,
      !words.has(tail + 1, [.gerund, .opening, .relative]), ends.cues[tail + 1] == nil
    {
      let stop = ends.end(from: tail + 1, limit: sentence.upperBound, isPhrase: false)
      let rest = (tail + 1)..<max(tail + 1, stop)
      if words.count(rest) >= 3, isAdjunct || words.any(rest, [.auxiliary, .verb]), !words.has(tail + 1, .coordinator) {
        parts.append(words.span(rest))
      }
    }
    return words.count(lead) >= 3 && !isAdjunct || parts.count > 1
      ? Content(parts: parts, form: .clause, decision: parts.count > 1 ? .clauseAround : .clauseBefore) : nil
  }

  /// Whether there is a verb that no comma makes a mere participle.
  private func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains { words.has($0, .auxiliary) || words.has($0, .verb) && !words.has($0 - 1, .comma) }
  }

  /// Where the clause of a cue whose content stands before it ends: a comma or the sentence's end; nil when words follow
  /// that are more than when, where and to whom.
  private func tail(_ end: Int, _ sentence: Range<Int>, _ cue: Cue) -> Int? {
    var next = end
    let isFree = cue.takes.contains(.addressee)
    while next < sentence.upperBound, !words.has(next, [.comma, .dash, .semicolon]) {
      if words.has(next, [.that, .pronoun, .auxiliary, .colon]) { return nil }
      if next == end, !isFree, words.isWord(next),
        !words.has(next, [.preposition, .time, .adverb, .venue, .gerund, .subordinator, .relative])
      {
        return nil
      }
      if words.has(next, .relative) || words.has(next, .subordinator) { break }
      next += 1
    }
    return next
  }

  /// `which X say could help`: the pronoun, and what follows the cue.
  private func divided(_ cue: Cue, _ source: Range<Int>?, _ end: Int, _ limit: Int) -> Content? {
    guard let before = source.map({ $0.lowerBound - 1 }), words.has(before, [.relative, .that]), cue.form != .gerund,
      cue.takes.contains(.clause), words.has(end, [.auxiliary, .verb]), end + 1 < limit
    else { return nil }
    let stop = ends.end(from: end, limit: limit, isPhrase: false)
    return stop - end < 2
      ? nil
      : Content(
        parts: [words.tokens[before].span, words.span(end..<stop)], form: .clause, decision: .clauseRelative)
  }

  /// The clause, phrase or infinitive behind the cue.
  private func after(_ cue: Cue, _ end: Int, _ sentence: Range<Int>, isInside: Bool) -> Content? {
    var limit = sentence.upperBound
    if isInside {
      limit = (end + 1..<max(end + 1, limit)).first { words.has($0, .comma) && !words.has($0, .quoted) } ?? limit
    } else if cue.form == .gerund, cue.tokens.lowerBound == sentence.lowerBound {
      limit = (end..<limit).first { words.has($0, .comma) } ?? limit
    }
    let isPhrase = !cue.takes.contains(.clause) || cue.takes.contains(.phrase) && isBarePhrase(end, limit)
    guard let (start, beginning) = starts.start(cue, end, limit) else { return nil }
    let stop = ends.end(from: start, limit: limit, isPhrase: isPhrase)
    guard start < stop, words.count(start..<stop) >= 1 else { return nil }
    return Content(
      parts: [words.span(start..<stop)], form: isPhrase ? .stance : .clause,
      decision: decision(beginning, isPhrase: isPhrase))
  }

  private func decision(_ beginning: ClauseStart.Beginning, isPhrase: Bool) -> StatementDecision {
    switch beginning {
    case .that: isPhrase ? .stanceThat : .clauseThat
    case .infinitive: isPhrase ? .stanceInfinitive : .clauseInfinitive
    case .addressee: isPhrase ? .stancePhrase : .clauseAddressee
    case .bare, .phrase: isPhrase ? .stancePhrase : .clauseBare
    }
  }

  /// Whether the cue's clause is one of `who` or `when`, which ends at a comma.
  private func isInside(_ source: Range<Int>?, _ sentence: Range<Int>) -> Bool {
    guard let source else { return false }
    let before = source.lowerBound - 1
    return words.has(source.upperBound - 1, .relative) && source.count > 1
      || before >= sentence.lowerBound && words.has(before, [.subordinator, .relative, .preposition])
  }

  /// Whether no verb follows before the next mark.
  private func isBarePhrase(_ start: Int, _ limit: Int) -> Bool {
    guard !words.has(start, .that) else { return false }
    let end = (start..<limit).first { words.has($0, [.comma, .semicolon]) } ?? limit
    return !words.any(start..<end, [.auxiliary, .pronoun, .that])
  }
}
