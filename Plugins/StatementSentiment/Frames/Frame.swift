import PostilGrammar

/// How a cue takes its source and its content, as a rule writes it: see `Documentation/Statements.md`, "Frames".
///
/// A class, since all frames are asked at every cue.
final class Frame: Sendable {
  /// What stands at one place beside the cue.
  struct Element: Sendable {
    enum Repetition { case once, optional, any }

    /// One of these, tried in order.
    let choices: [Choice]
    var repetition = Repetition.once
    /// Whether none of ``choices`` may stand here; nothing is taken.
    var isAbsent = false
  }

  enum Choice: Sendable {
    /// A word, by the number of its letters in any case: see ``Words/key(_:)``.
    case word(UInt64)
    /// A token of a class.
    case token(WordClass)
    /// The sentence's first or last place.
    case edge
    case slot(Slot)
  }

  /// A part that the grammar measures, with what is asked of it.
  struct Slot: Sendable {
    let name: SlotName
    let guards: [SlotGuard]
    /// The fewest words that it may have.
    let leastWords: Int
  }

  /// The rule, as `ruleset/id`.
  let rule: String
  let cue: CueCondition
  /// From the cue to the left.
  let before: [Element]
  /// From the cue to the right.
  let after: [Element]

  init(rule: String, cue: CueCondition, before: [Element], after: [Element]) {
    self.rule = rule
    self.cue = cue
    self.before = before
    self.after = after
  }
}

/// The parts of a frame that the grammar measures.
enum SlotName: String, CaseIterable, Sendable {
  // Sources.
  case subject, who, shared, distant, source, owner, credit
  // Contents.
  case quotation, clause, phrase, infinitive, naming, lead, rest, patient, which
  // Other words.
  case addressee, tail, bridge, gap
  /// A subject, whatever it is.
  case anyone
  /// In place of a content: the cue says nothing.
  case nothing

  /// Whether it is what the source says.
  var isContent: Bool {
    switch self {
    case .quotation, .clause, .phrase, .infinitive, .naming, .lead, .rest, .patient, .which, .nothing: true
    default: false
    }
  }
}

/// What a frame asks of a slot beyond its extent.
enum SlotGuard: String, CaseIterable, Sendable {
  /// A verb or auxiliary stands in it.
  case verb
  /// It begins as an adjunct does, and has no verb.
  case adjunct
  /// It is no adjunct.
  case full
  /// Its head is no thing.
  case speaks
  /// It begins with its verb.
  case open
  /// It begins with a question word or `whether`.
  case question
  /// An infinitive stands in it: `the crew to leave`.
  case order
  /// It may begin with any word.
  case loose
  /// Its first word has a capital.
  case sentence
}

/// Which cues a frame is for.
struct CueCondition: Sendable {
  /// Empty for any.
  var shapes: Set<CueShape> = []
  /// Of each list the cue takes one.
  var takes: [Cue.Takes] = []
  /// None of these.
  var takesNot: Cue.Takes = []
  /// Empty for any.
  var acts: Set<String> = []
  /// None of these.
  var actsNot: Set<String> = []

  /// Whether a cue of one of ``shapes`` is meant.
  func holds(for cue: Cue) -> Bool {
    takes.allSatisfy { !cue.takes.isDisjoint(with: $0) }
      && cue.takes.isDisjoint(with: takesNot) && (acts.isEmpty || acts.contains(cue.act)) && !actsNot.contains(cue.act)
  }
}

/// What a cue is among the words around it.
enum CueShape: String, CaseIterable, Sendable {
  /// A verb of a clause: `said`, `has said`, `they say`.
  case finite
  /// Behind `would` and the like.
  case modal
  /// Behind `to`.
  case infinitive
  case gerund, passive, noun, adjective
  /// A phrase such as `according to`, which brings its source.
  case phrase
}
