/// What a row of the table of chunks may ask of words together, and of what stands beside them.
enum PhraseTest: Hashable, Sendable {
  case exactly(Int)
  case moreThan(Int)
  case lessThan(Int)
  /// Whether something holds.
  case flag(Flag, isWanted: Bool)
  /// Whether the words beside them speak for a kind.
  case context(NameKind, isWanted: Bool)

  enum Flag: String, CaseIterable, Sendable {
    /// A joint stands among the words: of, for.
    case joint
    /// They stand in a heading, or are capitals throughout.
    case heading
    /// They end before a title of their chunk.
    case beforeTitle = "before-title"
    /// They begin behind a title of their chunk.
    case behindTitle = "behind-title"
    /// A title stands inside, and words that may be a person's name behind it.
    case titled
    /// They begin with a title and end in a surname.
    case addressed
    /// They are what an office or a degree is of: Minister of Arts, Bachelor of Science.
    case office
    /// Each is also written small.
    case plain
    /// They are one acronym.
    case acronym
    /// A title stands right before them.
    case title
    /// An article stands right before them.
    case article
    /// A possessive stands right behind them.
    case possessive
    /// The country or body of which somebody of this name is the leader stands in possessive right before them.
    case leader
    /// The words beside them are more than a hint.
    case strong
  }

  /// Whether it holds only where something stands beside the words.
  var isOfNeighbour: Bool {
    switch self {
    case .flag(.title, isWanted: true), .context(_, isWanted: true): true
    default: false
    }
  }
}
