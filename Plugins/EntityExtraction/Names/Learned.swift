import PostilModuleKit

/// What an analyzer learned from documents that holds for the next ones too.
///
/// Rules and lexicons bound what is known of candidates: all of one origin say the same.
final class Learned {
  let spellings = Spellings()
  /// By the numbers of origins; `unasked` where none was met.
  private var traits: [WordTraits] = []
  private var facts: [NameFacts?] = []

  /// What a candidate of `origin` says of the words that it covers.
  func traits(of origin: CandidateOrigin) -> WordTraits {
    let number = origin.number
    guard number > 0 else { return WordTraits(of: origin) }
    if number >= traits.count { traits += repeatElement(.unasked, count: number + 1) }
    if traits[number] == .unasked { traits[number] = WordTraits(of: origin) }
    return traits[number]
  }

  /// What the rule that gives a candidate of `origin` knows of a name.
  func facts(of origin: CandidateOrigin) -> NameFacts {
    let number = origin.number
    guard number > 0 else { return NameFacts(of: origin) }
    if number >= facts.count { facts += repeatElement(nil, count: number + 1) }
    if let known = facts[number] { return known }
    let made = NameFacts(of: origin)
    facts[number] = made
    return made
  }
}
