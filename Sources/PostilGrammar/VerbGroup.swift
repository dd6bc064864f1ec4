import PostilModel

/// A verb with its auxiliaries: `would not have been praised`.
public struct VerbGroup: Hashable, Sendable {
  /// When it is, by the first verb: `will` makes future, `had`, `was` and past forms past.
  public enum Tense: String, Sendable { case past, present, future, none }

  /// Who acts.
  public enum Voice: String, Sendable { case active, passive }

  /// From the first to the last token.
  public let tokens: Range<Int>
  /// The last word: the verb itself, or the auxiliary that stands alone.
  public let head: Int
  /// By the first verb.
  public let tense: Tense
  /// Passive with a form of `be` before a past participle.
  public let voice: Voice
  /// Whether a negated auxiliary or a negation stands in it.
  public let isNegated: Bool
  /// Whether it may only be: `may`, `would`.
  public let isModal: Bool
  /// Whether it can be the verb of a clause: not with `to`, nor a lone participle.
  public let isFinite: Bool

  /// - Parameter isInfinitive: Whether `to` stands before it.
  init(_ tokens: Range<Int>, isInfinitive: Bool, in text: TaggedText) {
    self.tokens = tokens
    let verbs = tokens.filter { text.has($0, [.verb, .auxiliary, .gerund]) }
    let head = verbs.last ?? tokens.lowerBound
    let first = verbs.first ?? tokens.lowerBound
    self.head = head
    isNegated = tokens.contains { text.has($0, [.negated, .negation]) }
    isModal = verbs.contains { text.has($0, .modal) && !text.has($0, .future) }
    isFinite = !isInfinitive && !text.has(first, .gerund)
    let isParticiple = text.has(head, .verb) && !text.has(head, [.base, .present])
    let be = verbs.last { text.has($0, .be) }
    voice = isParticiple && be != nil && be != head ? .passive : .active
    if !isFinite {
      tense = .none
    } else if text.has(first, .future) {
      tense = .future
    } else if text.has(first, .auxiliary) {
      tense = text.has(first, .past) ? .past : .present
    } else {
      tense = isParticiple ? .past : .present
    }
  }
}
