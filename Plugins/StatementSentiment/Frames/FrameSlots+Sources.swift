import PostilGrammar
import PostilModuleKit

/// Slots for who says it.
extension FrameSlots {
  func source(
    _ found: Range<Int>?, _ slot: Frame.Slot, _ site: CueSite, _ state: State, movesTo end: KeyPath<Range<Int>, Int>?
  ) -> State? {
    guard let found = found.map(words.withWholeName), isSomebody(found, site.cue) else { return nil }
    // `a news conference announcing that …`
    let speaks = slot.guards.contains(.speaks) || slot.name == .subject && site.shape == .gerund
    if speaks, SourcePhrase(found, in: words).core.map({ words.has($0.head, .event) }) ?? false {
      return nil
    }
    if [.subject, .distant].contains(slot.name), !agrees(found, site) { return nil }
    var next = state
    next.source = state.source ?? found
    if let end { next.place = found[keyPath: end] }
    return next
  }

  /// Whether a noun phrase can be the subject of a verb in its base form: no noun or name of one alone, as before `complain`.
  private func agrees(_ subject: Range<Int>, _ site: CueSite) -> Bool {
    guard site.shape == .finite, site.cue.form == .base, words.has(site.cue.tokens.lowerBound - 1, .comma) else {
      return true
    }
    let phrase = SourcePhrase(subject, in: words)
    guard let core = phrase.core else { return true }
    return core.number == .plural || phrase.isCoordinated || ![.person, .unknown, .name].contains(core.kind)
  }

  /// Whether a phrase can be who says something: no `there`, nothing that is only supposed, no mere number before what may be a noun,
  /// no lone article.
  func isSomebody(_ source: Range<Int>, _ cue: Cue) -> Bool {
    if source.count == 1, words.has(source.lowerBound, .determiner), !words.has(source.lowerBound, [.quantity, .owner])
    {
      return words.has(source.lowerBound, .definite) && cue.takes.contains(.verbOnly)
    }
    return !words.has(source.lowerBound, .dummy) && !words.has(source.lowerBound - 1, .supposing)
      && (cue.takes.contains(.verbOnly) || source.contains { words.isWord($0) && !words.has($0, .number) })
  }

  /// `X’s claim that …`: whose it is.
  func owner(before place: Int, floor: Int) -> Range<Int>? {
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
  func credit(_ site: CueSite, _ state: State) -> State? {
    guard let source = words.document.candidates[site.cue.candidate].capture("source") else { return nil }
    var next = state
    next.credit = source
    next.source = words.indices(source)
    let whole = words.indices(words.document.candidates[site.cue.candidate].span)
    var end = max(whole.upperBound, state.place)
    if words.has(end, .mark), words.has(end - 1, .capital) { end += 1 }
    next.place = end
    return next
  }
}
