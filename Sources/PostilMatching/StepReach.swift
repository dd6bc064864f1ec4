/// How far one step of a search can go, as PCRE2's match limit counts steps: going back is one, and what is taken until then is none.
struct StepReach: Equatable, Sendable {
  /// The most characters of what has an end in the pattern.
  var characters: Int
  /// How many stretches without white space it takes, however long they are.
  var words = 0
  /// Whether it goes on to the end of the text.
  var isEndless = false

  /// Nothing is known of it.
  static let unknown = StepReach(characters: 0, isEndless: true)

  /// How far the steps of `pattern` go.
  init(of pattern: String) { self = PatternReader.parts(of: pattern, KnownGroups())?.whole.stepReach ?? .unknown }

  fileprivate init(characters: Int, words: Int = 0, isEndless: Bool = false) {
    self.characters = characters
    self.words = words
    self.isEndless = isEndless
  }

  /// The same in bytes, in a region of so many.
  ///
  /// - Parameter word: The longest stretch without white space.
  func bytes(in region: Int, word: @autoclosure () -> Int) -> Int {
    if isEndless || words > 0 && region < 64 { return max(region, 1) }
    // A character takes up to four bytes.
    return max(min(characters * 4 + (words > 0 ? words * word() : 0), region), 1)
  }

  /// As a number that is not 0.
  var packed: UInt64 {
    UInt64(characters) << 32 | UInt64(words) << 8 | (isEndless ? 2 : 0) | 1
  }

  /// Nil of 0.
  init?(packed: UInt64) {
    guard packed > 0 else { return nil }
    self.init(
      characters: Int(packed >> 32), words: Int(packed >> 8 & UInt64(Self.most)), isEndless: packed & 2 > 0)
  }

  /// From so many on they are not counted on.
  fileprivate static let most = 0xFF_FFFF

  fileprivate func and(_ other: StepReach, _ join: (Int, Int) -> Int) -> StepReach {
    StepReach(
      characters: min(join(characters, other.characters), Self.most), words: min(join(words, other.words), Self.most),
      isEndless: isEndless || other.isEndless)
  }

  fileprivate func times(_ count: Int) -> StepReach {
    StepReach(
      characters: min(characters * count, Self.most), words: min(words * count, Self.most), isEndless: isEndless)
  }
}

extension PatternPart {
  /// How far one step of a search for it can go.
  fileprivate var stepReach: StepReach {
    switch self {
    case .text(let bytes, _): StepReach(characters: min(bytes.count, StepReach.most))
    case .character: StepReach(characters: 1)
    case .anything: .unknown
    case .sequence(let group): group.parts.reduce(StepReach(characters: 0)) { $0.and($1.stepReach, +) }
    case .branches(let group): group.parts.reduce(StepReach(characters: 0)) { $0.and($1.stepReach, max) }
    case .repeated(let part, _, let most?): part.stepReach.times(max(most, 1))
    case .repeated(let part, _, nil):
      takesSpace ? .unknown : part.stepReach.and(StepReach(characters: 0, words: 1), +)
    case .look(_, let part, _): part.stepReach
    case .boundary, .beside, .nothing: StepReach(characters: 0)
    }
  }

  /// Whether it can take white space of ASCII.
  private var takesSpace: Bool {
    switch self {
    case .text(let bytes, _): bytes.contains(where: ByteSet.space.contains)
    case .character(let set, _, _): set.intersection(.space) != ByteSet()
    case .anything: true
    case .sequence(let group), .branches(let group): group.parts.contains(where: \.takesSpace)
    case .repeated(let part, _, _): part.takesSpace
    case .look, .boundary, .beside, .nothing: false
    }
  }
}
