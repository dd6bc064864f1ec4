import PostilGrammar
import PostilModuleKit

/// The noun phrase of a source by its parts: its head, what stands in apposition to it, and what prepositions join to it.
struct SourcePhrase {
  /// What a source is.
  enum Kind: String, CaseIterable {
    /// Several who stay unnamed: `critics`, `two officials`.
    case group
    /// One who stays unnamed: `a White House official`.
    case unnamed
    /// A document, figure or event, which does not speak: `the figures`.
    case thing
    case person, organization
  }

  /// A noun group behind a preposition.
  struct Complement {
    let preposition: Int
    let noun: NounGroup
  }

  private let words: Words
  /// The noun group that everything else is said of; nil where the phrase has none.
  let core: NounGroup?
  /// The noun groups behind a comma, which say the same once more: `a ministry engineer, Dr. Hana Saleem`.
  private(set) var appositions: [NounGroup] = []
  /// Up to the first clause of `who`.
  private(set) var complements: [Complement] = []
  /// Whether `and` joins another noun group to the head.
  private(set) var isCoordinated = false

  init(_ range: Range<Int>, in words: Words) {
    self.words = words
    let nouns = SentenceGrammar(range, of: words.text).nouns
    core = nouns.first
    guard let core else { return }
    var end = core.tokens.upperBound
    for noun in nouns.dropFirst() {
      let between = end..<noun.tokens.lowerBound
      if words.any(between, [.relative, .verb, .auxiliary, .gerund, .that]) { break }
      if let preposition = between.last(where: { words.has($0, .preposition) }) {
        complements.append(Complement(preposition: preposition, noun: noun))
      } else if words.any(between, .coordinator) {
        isCoordinated = isCoordinated || complements.isEmpty && appositions.isEmpty
      } else {
        appositions.append(noun)
      }
      end = noun.tokens.upperBound
    }
  }

  /// Whether its head is for several, whom no one person's name can stand for.
  var isSeveral: Bool {
    guard let core else { return false }
    return core.number == .plural && core.kind != .name && core.kind != .pronoun
  }

  /// Whether its head is for one who is not told: `a`, `another`, `one` before a noun for somebody.
  var isIndefinite: Bool { core.map { $0.definiteness == .indefinite } ?? false }

  /// The noun groups that a name of the source itself stands in: the head and its appositions.
  var selves: [NounGroup] { (core.map { [$0] } ?? []) + appositions }

  /// Whether the head is for somebody who stands against or beside those named behind it: `critics of X`.
  var isOutsider: Bool { core.map { words.has($0.head, .outsider) } ?? false }

  /// Whether a body named beside the head is one that it can speak for: no nominee speaks for a party.
  var speaksForBody: Bool {
    guard let core else { return false }
    return words.has(core.head, .voice) || core.kind != .person && !isIndefinite
  }

  /// What the words alone tell, where no name stands in them.
  var kind: Kind? {
    // `some`, `one`: pronouns as far as readers are concerned.
    guard let core, !words.has(core.head, .quantity) else { return nil }
    switch core.kind {
    case .thing: return .thing
    case .person: return isSeveral ? .group : core.definiteness == .definite ? .person : .unnamed
    case .body: return isSeveral ? .group : .organization
    case .pronoun: return words.has(core.head, .they) ? .group : nil
    case .name, .time: return nil
    case .unknown: return isSeveral ? .group : nil
    }
  }
}
