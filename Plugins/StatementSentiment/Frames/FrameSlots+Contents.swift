import PostilGrammar
import PostilModuleKit

/// Slots for what is said.
extension FrameSlots {
  func quotation(_ number: Int, _ slot: Frame.Slot, _ state: State) -> State? {
    let whole = quotations.words(of: number)
    let range = words.indices(whole)
    guard words.count(range) >= slot.leastWords, holds(slot.guards, for: range) else { return nil }
    var next = state
    next.place = words.containing(quotations.all[number].span.start)
    next.parts.append(whole)
    next.form = .quotation
    next.quotation = number
    return next
  }

  /// Whether what follows a quotation may tell who speaks it: no new sentence behind its full stop, and the quotation no title inside
  /// the sentence: `“It was.” The mayor said …`, `In her book, “Low Water,” she says`.
  func isAttributed(_ number: Int, _ site: CueSite, _ state: State) -> Bool {
    let place = state.place
    if words.has(place, .capital), words.has(place, [.determiner, .pronoun]), words.has(place - 1, .closing),
      words.document.utf8[words.tokens[place - 1].span.start - 1] == UInt8(ascii: ".")
    {
      return false
    }
    let opening = words.containing(quotations.all[number].span.start)
    guard words.has(opening - 1, [.comma, .verb, .thing]), opening > site.sentence.lowerBound else { return true }
    let range = words.indices(quotations.words(of: number)).filter(words.isWord)
    return range.count < 2 || !range.allSatisfy { words.has($0, [.capital, .preposition, .determiner, .coordinator]) }
      || !words.has(site.sentence.lowerBound, .preposition)
  }

  /// A quotation that is a sentence, or the last of one.
  func quotation(behind place: Int, _ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
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

  /// From the sentence’s begin to a comma or dash, or to a quotation that goes on with it.
  func lead(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    var start = clauseStart(site.sentence.lowerBound, state.place)
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

  /// Behind the last semicolon, where the words between are of another clause.
  private func clauseStart(_ first: Int, _ place: Int) -> Int {
    let semicolon = (first..<max(first, place)).last { words.has($0, .semicolon) && !words.has($0, .quoted) }
    return semicolon.map { $0 + 1 } ?? first
  }

  func rest(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let start = state.place
    let isLoose = slot.guards.contains(.loose)
    guard start < site.sentence.upperBound, !words.has(start, .comma),
      isLoose || !words.has(start, [.gerund, .opening, .relative, .coordinator]) && ends.cues[start] == nil
    else { return nil }
    let limit = ends.limit(of: site, source: state.source, from: start)
    let stop = ends.end(from: start, limit: limit, isPhrase: false)
    let range = start..<max(start, stop)
    if site.shape == .phrase, !state.parts.isEmpty, isApposition(range) { return nil }
    guard words.count(range) >= slot.leastWords, holds(slot.guards, for: range) else { return nil }
    return taking(range, as: state.parts.isEmpty ? .clause : state.form, state, at: stop)
  }

  /// `according to Ann Marlow, a keeper who was there`: a noun with its article whose first verb is that of a relative clause.
  private func isApposition(_ range: Range<Int>) -> Bool {
    guard words.has(range.lowerBound, .determiner) else { return false }
    let relative = range.first { words.has($0, .relative) }
    let verb = range.first { words.has($0, [.verb, .auxiliary]) }
    return verb.map { (relative ?? .max) < $0 } ?? true
  }

  /// What follows the cue as a clause, noun phrase or infinitive.
  func content(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
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
    if slot.guards.contains(.order), !holds([.order], for: start..<stop) { return nil }
    return taking(start..<stop, as: isPhrase ? .stance : .clause, state, at: stop)
  }

  /// An infinitive is a clause where the cue takes one and a noun phrase could not stand for it.
  func isPhrase(_ slot: SlotName, _ cue: Cue, _ start: Int, _ limit: Int) -> Bool {
    guard slot == .infinitive || slot == .clause && cue.takes.contains(.addressee) else { return slot != .clause }
    return !cue.takes.contains(.clause) || cue.takes.contains(.phrase) && !starts.hasVerb(start, limit)
  }

  func holds(_ guards: [SlotGuard], for range: Range<Int>) -> Bool {
    let hasVerb = range.contains { words.has($0, .auxiliary) || words.has($0, .verb) && !words.has($0 - 1, .comma) }
    let first = range.lowerBound
    let isParticiple =
      words.has(first, .verb) && !words.has(first, .base)
      && !range.dropFirst().contains { words.has($0, [.verb, .auxiliary]) }
    let isAdjunct =
      isParticiple || words.has(first, [.preposition, .gerund, .subordinator, .time, .adverb]) && !hasVerb
    return guards.allSatisfy { asked in
      switch asked {
      case .verb: words.any(range, [.auxiliary, .verb])
      case .adjunct: isAdjunct
      case .full: !isAdjunct
      case .open: words.has(range.lowerBound, [.verb, .auxiliary])
      case .question: words.has(range.lowerBound, .question)
      case .order: range.contains { words.has($0, .to) && words.has($0 + 1, [.base, .verb, .auxiliary, .opening]) }
      case .sentence: words.has(range.lowerBound, .capital)
      case .speaks, .loose: true
      }
    }
  }
}
