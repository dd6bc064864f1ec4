import PostilGrammar
import PostilModuleKit

/// Measures the slots of frames in the sentence of a cue.
struct FrameSlots {
  typealias State = FrameMatcher.State

  let words: Words
  let subjects: SubjectFinder
  let quotations: Quotations
  let starts: ContentStart
  let ends: ContentEnd

  /// The state with a slot taken whose last token is the one before the place of `state`; nil where there is none.
  func left(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let floor = site.sentence.lowerBound
    switch slot.name {
    case .subject:
      guard site.shape != .gerund || hasOwnSubject(site) else { return nil }
      return source(subjects.adjacent(before: state.place, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .distant:
      guard site.shape == .finite else { return nil }
      return source(ends.subject(of: site, at: state.place), slot, site, state, movesTo: \.lowerBound)
    case .who:
      return source(subjects.relative(before: state.place, floor: floor), slot, site, state, movesTo: nil)
    case .shared:
      return source(shared(site, state.place), slot, site, state, movesTo: nil)
    case .source:
      return source(
        subjects.phrases.ending(at: state.place - 1, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .owner:
      return source(owner(before: state.place, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .quotation:
      let isCredit = site.shape == .phrase
      let number = isCredit ? quotations.last(before: state.place) : quotations.ending(before: state.place)
      return number.flatMap { quotation($0, slot, state) }
    case .lead: return lead(slot, site, state)
    case .anyone:
      return subjects.adjacent(before: state.place, floor: floor).map { moved(state, to: $0.lowerBound) }
    case .patient:
      return ends.patient(of: site, at: state.place, floor: floor).flatMap {
        taking($0, as: .stance, state, at: $0.lowerBound)
      }
    case .which:
      let token = state.place - 1
      guard token > floor, words.has(token, [.relative, .that]) else { return nil }
      return taking(token..<state.place, as: .clause, state, at: token)
    default: return nil
    }
  }

  /// The same with a slot whose first token is at the place of `state`.
  func right(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let limit = site.sentence.upperBound
    switch slot.name {
    case .source:
      return source(subjects.inverted(after: state.place, limit: limit), slot, site, state, movesTo: \.upperBound)
    case .credit: return credit(site, state)
    case .quotation: return quotation(behind: state.place, slot, site, state)
    case .tail: return tail(site, state)
    case .bridge: return starts.complementizer(state.place, limit).map { moved(state, to: $0) }
    case .gap: return gap(slot, site, state)
    case .addressee: return starts.behindAddressee(state.place, limit).map { moved(state, to: $0) }
    case .rest: return rest(slot, site, state)
    case .clause, .phrase, .infinitive, .naming: return content(slot, site, state)
    case .nothing:
      var next = state
      next.isNothing = true
      return next
    default: return nil
    }
  }

  // MARK: Sources

  private func source(
    _ found: Range<Int>?, _ slot: Frame.Slot, _ site: CueSite, _ state: State, movesTo end: KeyPath<Range<Int>, Int>?
  ) -> State? {
    guard let found, isSomebody(found, site.cue) else { return nil }
    if slot.guards.contains(.speaks), words.any(found.prefix(4).startIndex..<found.prefix(4).endIndex, .event) {
      return nil
    }
    var next = state
    next.source = state.source ?? found
    if let end { next.place = found[keyPath: end] }
    return next
  }

  /// Whether a phrase can be who says something: no `there`, nothing that is only supposed, no mere number before what may be a noun,
  /// no lone article.
  private func isSomebody(_ source: Range<Int>, _ cue: Cue) -> Bool {
    if source.count == 1, words.has(source.lowerBound, .determiner), !words.has(source.lowerBound, [.quantity, .owner])
    {
      return words.has(source.lowerBound, .definite) && cue.takes.contains(.verbOnly)
    }
    return !words.has(source.lowerBound, .dummy) && !words.has(source.lowerBound - 1, .supposing)
      && (cue.takes.contains(.verbOnly) || source.contains { words.isWord($0) && !words.has($0, .number) })
  }

  /// The source of the cue before, or the subject of the sentence’s first verb, where a comma or a joining word stands before.
  private func shared(_ site: CueSite, _ place: Int) -> Range<Int>? {
    var last = place - 1
    while last > site.sentence.lowerBound, words.has(last, [.adverb, .auxiliary, .negation, .time]) { last -= 1 }
    guard words.has(last, joins(site)) || last <= site.sentence.lowerBound else { return nil }
    return site.previous ?? subjects.shared(before: last, floor: site.sentence.lowerBound)
  }

  /// What joins a verb to the clause before it: for a gerund that no clause follows marks alone.
  private func joins(_ site: CueSite) -> WordClass {
    guard site.shape == .gerund else { return [.coordinator, .comma, .closing, .dash] }
    let words: WordClass = site.cue.takes.contains(.clause) ? [.coordinator, .subordinator, .preposition] : []
    return words.union([.comma, .closing, .dash])
  }

  /// Whether a gerund has a subject right before it: `X is saying`, `X saying that`.
  private func hasOwnSubject(_ site: CueSite) -> Bool {
    var before = site.cue.tokens.lowerBound - 1
    while before > site.sentence.lowerBound, words.has(before, .adverb) { before -= 1 }
    if words.has(before, .auxiliary) { return true }
    return site.cue.takes.contains(.clause) && words.has(site.cue.tokens.upperBound, [.that, .opening])
      && !words.has(before, [.coordinator, .subordinator, .preposition, .to, .comma])
  }

  /// `X’s claim that …`: whose it is.
  private func owner(before place: Int, floor: Int) -> Range<Int>? {
    var owner = place - 1
    while owner > floor, words.isWord(owner),
      !words.has(owner, [.possessive, .definite, .determiner, .preposition, .verb, .auxiliary])
    {
      owner -= 1
    }
    if words.has(owner, .owner) { return words.has(owner - 1, .cue) ? nil : owner..<(owner + 1) }
    return words.has(owner, .possessive) ? subjects.phrases.ending(at: owner, floor: floor) : nil
  }

  /// The source that the cue’s own rule captured.
  private func credit(_ site: CueSite, _ state: State) -> State? {
    guard let source = words.document.candidates[site.cue.candidate].capture("source") else { return nil }
    var next = state
    next.credit = source
    next.source = words.indices(source)
    var end = max(next.source?.upperBound ?? state.place, state.place)
    if words.has(end, .mark), words.has(end - 1, .capital) { end += 1 }
    next.place = end
    return next
  }

  // MARK: Quotations

  private func quotation(_ number: Int, _ slot: Frame.Slot, _ state: State) -> State? {
    let whole = quotations.words(of: number)
    guard words.count(words.indices(whole)) >= slot.leastWords else { return nil }
    var next = state
    next.place = words.containing(quotations.all[number].span.start)
    next.parts.append(whole)
    next.form = .quotation
    next.quotation = number
    return next
  }

  /// A quotation that is a sentence, or the last of one.
  private func quotation(behind place: Int, _ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    guard let number = quotations.beginning(at: place) else { return nil }
    let behind = quotations.end(of: number)
    let isWhole =
      behind >= site.sentence.upperBound || words.has(behind - 2, [.mark, .stop, .comma])
      || words.has(behind, [.comma, .mark, .semicolon])
    let count = words.count(words.indices(quotations.words(of: number)))
    guard isWhole, count >= (words.has(behind - 2, .stop) ? 1 : slot.leastWords) else { return nil }
    var next = state
    next.place = behind
    next.parts.append(quotations.words(of: number))
    next.form = .quotation
    next.quotation = number
    return next
  }

  // MARK: Other contents

  /// From the sentence’s begin to a comma or dash, or to a quotation that goes on with it.
  private func lead(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    var start = site.sentence.lowerBound
    while start < state.place, words.has(start, .coordinator) { start += 1 }
    let range = start..<max(start, ends.trimmed(start, state.place))
    guard words.count(range) >= slot.leastWords, holds(slot.guards, for: range) else { return nil }
    if state.quotation != nil, let last = state.parts.last {
      guard !words.has(start, [.preposition, .gerund, .time, .adverb]) || words.any(range, [.verb, .auxiliary]) else {
        return nil
      }
      var next = state
      next.parts = [Span(start: words.tokens[start].span.start, end: last.end)]
      next.form = .clause
      next.quotation = nil
      return next
    }
    return taking(range, as: .clause, state, at: site.sentence.lowerBound)
  }

  private func rest(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let start = state.place
    let isLoose = slot.guards.contains(.loose)
    guard start < site.sentence.upperBound, !words.has(start, .comma),
      isLoose || !words.has(start, [.gerund, .opening, .relative, .coordinator]) && ends.cues[start] == nil
    else { return nil }
    let limit = ends.limit(of: site, source: state.source, from: start)
    let stop = ends.end(from: start, limit: limit, isPhrase: false)
    let range = start..<max(start, stop)
    guard words.count(range) >= slot.leastWords, holds(slot.guards, for: range) else { return nil }
    return taking(range, as: state.parts.isEmpty ? .clause : state.form, state, at: stop)
  }

  /// What follows the cue as a clause, noun phrase or infinitive.
  private func content(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let limit = ends.limit(of: site, source: state.source, from: state.place, isPhrase: slot.name == .phrase)
    let isLoose = slot.guards.contains(.loose)
    guard let start = isLoose ? state.place : starts.start(of: slot.name, site.cue, at: state.place, limit: limit)
    else {
      return nil
    }
    let isPhrase = isPhrase(slot.name, site.cue, start, limit)
    if slot.guards.contains(.question), !words.has(start, .question) { return nil }
    if slot.guards.contains(.verb), !starts.hasVerb(start, limit) { return nil }
    let stop = ends.end(from: start, limit: limit, isPhrase: isPhrase)
    guard start < stop, words.count(start..<stop) >= slot.leastWords else { return nil }
    return taking(start..<stop, as: isPhrase ? .stance : .clause, state, at: stop)
  }

  /// An infinitive is a clause where the cue takes one and a noun phrase could not stand for it.
  private func isPhrase(_ slot: SlotName, _ cue: Cue, _ start: Int, _ limit: Int) -> Bool {
    guard slot == .infinitive || slot == .clause && cue.takes.contains(.addressee) else { return slot != .clause }
    return !cue.takes.contains(.clause) || cue.takes.contains(.phrase) && !starts.hasVerb(start, limit)
  }

  private func holds(_ guards: [SlotGuard], for range: Range<Int>) -> Bool {
    let hasVerb = range.contains { words.has($0, .auxiliary) || words.has($0, .verb) && !words.has($0 - 1, .comma) }
    let isAdjunct =
      words.has(range.lowerBound, [.preposition, .gerund, .subordinator, .time, .adverb]) && !hasVerb
    return guards.allSatisfy { asked in
      switch asked {
      case .verb: words.any(range, [.auxiliary, .verb])
      case .adjunct: isAdjunct
      case .full: !isAdjunct
      case .open: words.has(range.lowerBound, [.verb, .auxiliary])
      case .question: words.has(range.lowerBound, .question)
      case .speaks, .loose: true
      }
    }
  }

  // MARK: Words between

  /// When, where and to whom something was said, up to a comma or the sentence’s end.
  private func tail(_ site: CueSite, _ state: State) -> State? {
    var next = state.place
    let isFree = site.cue.takes.contains(.addressee)
    while next < site.sentence.upperBound, !words.has(next, [.comma, .dash, .semicolon]) {
      if words.has(next, [.that, .pronoun, .auxiliary, .colon]) { return nil }
      if next == state.place, !isFree, words.isWord(next),
        !words.has(next, [.preposition, .time, .adverb, .venue, .gerund, .subordinator, .relative])
      {
        return nil
      }
      if words.has(next, [.relative, .subordinator]) { break }
      next += 1
    }
    return moved(state, to: next)
  }

  /// As few tokens as lead to a quotation, over no other cue and no clause.
  private func gap(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    var next = state.place
    let limit = min(site.reach.upperBound, state.place + slot.leastWords)
    while next < limit, !words.has(next, [.opening, .semicolon, .that]), ends.cues[next] == nil { next += 1 }
    return next < limit && words.has(next, .opening) && words.has(next - 1, [.comma, .colon])
      ? moved(state, to: next) : nil
  }

  private func taking(_ range: Range<Int>, as form: Statement.Form, _ state: State, at place: Int) -> State? {
    guard !range.isEmpty else { return nil }
    var next = moved(state, to: place)
    next.parts.append(words.span(range))
    next.form = form
    return next
  }

  private func moved(_ state: State, to place: Int) -> State {
    var next = state
    next.place = place
    return next
  }
}
