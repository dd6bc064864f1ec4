import PostilGrammar
import PostilModuleKit

/// Holds frames against the words round a cue.
///
/// Elements are matched from the cue outwards, those before it first; an element that may repeat takes as much as it can, and less where
/// the rest asks for it. A slot has one extent at a place. A class, so that closures hold it and not all that it looks into.
final class FrameMatcher {
  /// What was found so far.
  struct State {
    /// The next place to the side that is being matched: to the left the token behind it.
    var place: Int
    var source: Range<Int>?
    /// The captured source of a phrase.
    var credit: Span?
    /// In the order in which they were found.
    var parts: [Span] = []
    var form = Statement.Form.clause
    var quotation: Int?
    /// Whether the frame says that the cue says nothing.
    var isNothing = false
  }

  private let words: Words
  private let slots: FrameSlots

  init(words: Words, slots: FrameSlots) {
    self.words = words
    self.slots = slots
  }

  /// What the frame finds at a cue; nil where it does not fit.
  func match(_ frame: Frame, _ site: CueSite) -> State? {
    guard mayStand(frame.before.first, at: site.cue.tokens.lowerBound - 1),
      mayStand(frame.after.first, at: site.cue.tokens.upperBound)
    else { return nil }
    let start = State(place: site.cue.tokens.lowerBound)
    guard var state = match(frame.before[...], site, start, isLeft: true) else { return nil }
    state.place = site.cue.tokens.upperBound
    return match(frame.after[...], site, state, isLeft: false).flatMap { $0.parts.isEmpty && !$0.isNothing ? nil : $0 }
  }

  /// Whether the token beside the cue is one that an element asks for, where it asks for one token: what costs little is asked first.
  private func mayStand(_ element: Frame.Element?, at token: Int) -> Bool {
    guard let element, element.repetition == .once, !element.isAbsent else { return true }
    return element.choices.contains { choice in
      switch choice {
      case .word(let key): words.tokens.indices.contains(token) && words.key(token) == key
      case .token(let wanted): words.has(token, wanted)
      case .slot(let slot): mayStand(slot.name, at: token)
      case .edge: true
      }
    }
  }

  private func mayStand(_ slot: SlotName, at token: Int) -> Bool {
    switch slot {
    case .quotation: words.has(token, [.opening, .closing, .comma])
    case .infinitive: words.has(token, .to)
    default: true
    }
  }

  private func match(_ elements: ArraySlice<Frame.Element>, _ site: CueSite, _ state: State, isLeft: Bool) -> State? {
    guard let element = elements.first else { return state }
    let rest = elements.dropFirst()
    if element.isAbsent {
      return one(of: element, site, state, isLeft) == nil ? match(rest, site, state, isLeft: isLeft) : nil
    }
    switch element.repetition {
    case .once:
      return first(of: element, site, state, isLeft) { match(rest, site, $0, isLeft: isLeft) }
    case .optional:
      return first(of: element, site, state, isLeft) { match(rest, site, $0, isLeft: isLeft) }
        ?? match(rest, site, state, isLeft: isLeft)
    case .any:
      return first(of: element, site, state, isLeft) {
        $0.place == state.place ? nil : match(elements, site, $0, isLeft: isLeft)
      }
        ?? match(rest, site, state, isLeft: isLeft)
    }
  }

  /// The first choice with which the rest fits.
  private func first(
    of element: Frame.Element, _ site: CueSite, _ state: State, _ isLeft: Bool, _ rest: (State) -> State?
  ) -> State? {
    for choice in element.choices {
      if let taken = take(choice, site, state, isLeft), let found = rest(taken) { return found }
    }
    return nil
  }

  private func one(of element: Frame.Element, _ site: CueSite, _ state: State, _ isLeft: Bool) -> State? {
    first(of: element, site, state, isLeft) { $0 }
  }

  private func take(_ choice: Frame.Choice, _ site: CueSite, _ state: State, _ isLeft: Bool) -> State? {
    let token = isLeft ? state.place - 1 : state.place
    var next = state
    next.place += isLeft ? -1 : 1
    switch choice {
    case .word(let key):
      return site.sentence.contains(token) && words.key(token) == key ? next : nil
    case .token(let wanted):
      return words.has(token, wanted) && site.reach.contains(token) ? next : nil
    case .edge:
      return site.sentence.contains(token) ? nil : state
    case .slot(let slot):
      return isLeft ? slots.left(slot, site, state) : slots.right(slot, site, state)
    }
  }
}

/// A cue with what stands round it.
struct CueSite {
  /// A cue that has a source.
  struct Previous {
    let source: Range<Int>
    /// Its first token.
    let verb: Int
  }

  let cue: Cue
  let shape: CueShape
  /// The tokens of its sentence.
  let sentence: Range<Int>
  /// The cue right before it in the sentence, where that has a source.
  let previous: Previous?

  /// The sentence with the token behind it, where a quotation may begin.
  var reach: Range<Int> { sentence.lowerBound..<(sentence.upperBound + 1) }
}
