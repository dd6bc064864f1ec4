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
  let memory: SentenceMemory

  /// The state with a slot taken whose last token is the one before the place of `state`; nil where there is none.
  func left(_ slot: Frame.Slot, _ site: CueSite, _ state: State) -> State? {
    let floor = site.sentence.lowerBound
    switch slot.name {
    case .subject:
      guard site.shape != .gerund || hasOwnSubject(site) else { return nil }
      return source(subjects.adjacent(before: state.place, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .distant:
      guard site.shape == .finite, subjects.adjacent(before: state.place, floor: floor) == nil else { return nil }
      return source(ends.subject(of: site, at: state.place), slot, site, state, movesTo: \.lowerBound)
    case .who:
      return source(subjects.relative(before: state.place, floor: floor), slot, site, state, movesTo: nil)
    case .shared:
      return source(shared(site, state.place), slot, site, state, movesTo: nil)
    case .source:
      return source(source(before: state.place, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .owner:
      return source(owner(before: state.place, floor: floor), slot, site, state, movesTo: \.lowerBound)
    case .quotation:
      let isCredit = site.shape == .phrase
      let number = isCredit ? quotations.last(before: state.place) : quotations.ending(before: state.place)
      guard let number, isCredit || isAttributed(number, site, state) else { return nil }
      return quotation(number, slot, state)
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

  /// A noun phrase, or a pronoun that is an object there: `quoted him as saying`.
  private func source(before place: Int, floor: Int) -> Range<Int>? {
    words.has(place - 1, .object) ? (place - 1)..<place : subjects.phrases.ending(at: place - 1, floor: floor)
  }

  func taking(_ range: Range<Int>, as form: Statement.Form, _ state: State, at place: Int) -> State? {
    guard !range.isEmpty else { return nil }
    var next = moved(state, to: place)
    next.parts.append(words.span(range))
    next.form = form
    return next
  }

  func moved(_ state: State, to place: Int) -> State {
    var next = state
    next.place = place
    return next
  }
}
