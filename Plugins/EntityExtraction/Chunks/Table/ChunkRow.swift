/// A row of the table of chunks: what words are taken for under a condition; see `Documentation/Entities.md`, "What a
/// chunk is".
///
/// A class, since many names share one.
final class ChunkRow: Sendable {
  /// Which of the words of a chunk are meant.
  enum Extent: String, CaseIterable, Sendable {
    /// What ``ChunkCutter`` leaves.
    case chunk
    /// A piece of it that ends before its first title, or begins behind its last one; all of it where none stands inside.
    case piece
    /// A piece without the nationalities before it.
    case name
    /// A name from its first given name on, where only nationalities and words that are also written small stand before it.
    case person
    /// A name without the words before it that are also written small, where a sentence begins with them.
    case rest
    /// The first word of the rest.
    case lead
  }

  /// What is asked of words together.
  struct PhraseCondition: Sendable {
    let extent: Extent
    /// Of each one test holds.
    let clauses: [[PhraseTest]]
  }

  /// What is asked of the words at certain places of the extent that is taken.
  struct PlaceCondition: Sendable {
    enum Place: String, CaseIterable, Sendable {
      case first, last
      /// The word before the first joint; the last word where there is none.
      case head
      /// All words; all but the first.
      case all, others
      /// At least one word.
      case any
      /// At least one but the last.
      case leading
    }

    /// One of these.
    let places: [Place]
    let word: WordCondition
  }

  /// What a row makes of the words.
  enum Outcome: Hashable, Sendable {
    /// A name of the row's kind.
    case name(Certainty)
    /// One whose certainty is that of the words beside it, so that other places of the same words vote with it.
    case byContext
    /// One only where the rest of the document does not tell what they are.
    case otherwise
    /// The same, and only where the document has the words twice.
    case ifRepeated
  }

  /// The rule, as `ruleset/id`.
  let rule: String
  let kind: NameKind
  /// The condition of the extent that is taken comes first.
  let phrases: [PhraseCondition]
  let places: [PlaceCondition]
  let outcome: Outcome
  /// Whether it is for words behind a title within their chunk, which no other row takes.
  let isBehindTitle: Bool
  /// Whether what stands beside the words decides.
  let isByNeighbour: Bool
  /// What the words that decide are.
  let decidingTraits: WordTraits
  /// Of each of these, some word has one, whichever words are meant.
  private let needed: [WordTests]

  /// - Precondition: There is a condition of an extent.
  init(rule: String, kind: NameKind, phrases: [PhraseCondition], places: [PlaceCondition], outcome: Outcome) {
    precondition(!phrases.isEmpty, "ChunkRow: nothing is taken")
    self.rule = rule
    self.kind = kind
    self.phrases = phrases
    self.places = places
    self.outcome = outcome
    let tests = phrases.flatMap(\.clauses).flatMap { $0 }
    isBehindTitle = tests.contains(.flag(.behindTitle, isWanted: true))
    isByNeighbour = tests.contains(where: \.isOfNeighbour)
    // Of words at other places there may be none.
    needed = places.filter { !$0.places.contains(.others) }.flatMap(\.word.clauses).filter(\.unwanted.isEmpty)
      .map(\.wanted)
    // What holds of all words does not tell which one decides.
    let telling = places.filter { $0.places.allSatisfy { $0 != .all && $0 != .others } }
    decidingTraits = telling.flatMap(\.word.clauses).filter(\.unwanted.isEmpty)
      .reduce(into: isBehindTitle ? .title : []) { $0.formUnion($1.wanted.traits) }
  }

  /// Whether it counts only where the rest of the document does not tell.
  var isLast: Bool { outcome == .otherwise || outcome == .ifRepeated }

  /// Whether it may take some of the words that have these tests together: most rows take few words, which one look tells.
  func mayTake(wordsWith tests: WordTests) -> Bool { needed.allSatisfy { !$0.isDisjoint(with: tests) } }

  /// The words that the name has.
  var taken: Extent { phrases[0].extent }
}
