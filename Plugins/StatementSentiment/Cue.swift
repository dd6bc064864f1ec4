import PostilGrammar
import PostilModuleKit

/// Words that introduce a statement, with their place among the tokens.
struct Cue {
  /// What kinds of content a cue takes.
  struct Takes: OptionSet {
    let rawValue: UInt16
    static let clause = Takes(rawValue: 1)
    static let thatClause = Takes(rawValue: 2)
    static let quotation = Takes(rawValue: 4)
    static let phrase = Takes(rawValue: 8)
    static let infinitive = Takes(rawValue: 16)
    static let addressee = Takes(rawValue: 32)
    /// Its present and base forms are no nouns.
    static let verbOnly = Takes(rawValue: 64)
    /// A noun phrase and what it is called.
    static let name = Takes(rawValue: 128)
    /// Somebody and what they are to do.
    static let order = Takes(rawValue: 256)
    /// A clause without `that` has a verb that tells it from a noun phrase.
    static let fullClause = Takes(rawValue: 512)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// What each letter asks for.
    private static let byLetter: KeyValuePairs<Character, Takes> = [
      "c": .clause, "t": .thatClause, "q": .quotation, "n": .phrase, "i": .infinitive, "a": .addressee, "v": .verbOnly,
      "o": .name, "d": .order, "f": .fullClause,
    ]

    /// All letters, as messages tell them.
    static let letters = byLetter.map { String($0.key) }.joined(separator: ", ")

    /// What a column of letters says; `c` brings `t` with it, `o` brings `n`.
    init(letters: String) {
      self = letters.reduce(into: Takes()) { $0.formUnion(Self.of($1) ?? []) }
      if contains(.clause) { insert(.thatClause) }
      if contains(.name) { insert(.phrase) }
    }

    /// What is asked of a cue, each letter alone; nil for what is none of ``letters``.
    init?(asked letters: some StringProtocol) {
      let found = letters.compactMap(Self.of)
      guard found.count == letters.count, !found.isEmpty else { return nil }
      self = found.reduce(into: Takes()) { $0.formUnion($1) }
    }

    private static func of(_ letter: Character) -> Takes? { byLetter.first { $0.key == letter }?.value }
  }

  enum Form: String {
    case past, present, base, gerund, participle, adjective, noun

    /// What the grammar makes of it; none of nouns and adjectives, which other words tell.
    var wordClass: WordClass { self == .noun || self == .adjective ? [] : WordClass(name: rawValue) ?? [] }
  }

  /// What a row of the lexicon, or a rule, says of a cue.
  struct Kind {
    let form: Form
    let takes: Takes
    /// The kind of act, such as `say` or `praise`.
    let act: String
    let lemma: String?
    let weight: Double

    init(_ origin: CandidateOrigin) {
      let features = origin.features
      form = features["form"]?.string.flatMap(Form.init) ?? .past
      takes = Takes(letters: features["takes"]?.string ?? "")
      act = features["class"]?.string ?? "say"
      lemma = features["lemma"]?.string
      weight = features["weight"]?.number ?? 0
    }
  }

  /// The candidate's index.
  let candidate: Int
  let span: Span
  let tokens: Range<Int>
  private let kind: Kind

  var form: Form { kind.form }
  /// Whether it takes what is said wherever it stands, and not by a frame that names it alone.
  var takesContent: Bool { !takes.isDisjoint(with: [.thatClause, .quotation, .phrase, .infinitive, .addressee]) }
  var takes: Takes { kind.takes }
  var act: String { kind.act }
  var lemma: String? { kind.lemma }
  var weight: Double { kind.weight }

  init?(_ index: Int, in words: Words) {
    let candidate = words.document.candidates[index]
    let span = candidate.capture("cue") ?? candidate.span
    let tokens = words.indices(span)
    guard !tokens.isEmpty else { return nil }
    self.candidate = index
    self.span = span
    self.tokens = tokens
    kind = words.origins.cues.value(of: candidate)
  }
}
