import PostilGrammar
import PostilModuleKit

/// Slots for the words between source, cue and content.
extension FrameSlots {
  /// When, where and to whom something was said, up to a comma or the sentence’s end.
  func tail(_ site: CueSite, _ state: State) -> State? {
    var next = state.place
    let isFree = site.cue.takes.contains(.addressee)
    while next < site.sentence.upperBound, !words.has(next, [.comma, .dash, .semicolon]) {
      if words.has(next, [.that, .pronoun, .auxiliary, .colon, .question]) { return nil }
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
  func gap(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    var next = state.place
    let limit = min(site.reach.upperBound, state.place + slot.leastWords)
    while next < limit, !words.has(next, [.opening, .semicolon, .that]), ends.cues[next] == nil { next += 1 }
    return next < limit && words.has(next, .opening) && words.has(next - 1, [.comma, .colon])
      ? moved(state, to: next) : nil
  }
}
