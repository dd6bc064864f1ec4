/// How far one step of a search can go, as PCRE2's match limit counts steps: going back is one, and what is taken until then is none.
struct StepReach: Equatable, Sendable, BitwiseCopyable {
  /// The most characters of what has an end in the pattern.
  private let characters: Int
  /// How many stretches it takes, however long they are, of signs: without letters and digits of ASCII.
  private let signs: Int
  /// How many it takes without white space.
  private let words: Int
  /// How many it takes without a line feed.
  private let lines: Int

  /// Nothing is known of it: it goes on to the end of the text.
  static let unknown = StepReach(characters: endless)

  private static let endless = 1 << 40
  /// From so many on they are not counted on.
  private static let most = 0xFF_FFFF

  /// How far the steps of `pattern` go.
  init(of pattern: String) { self = PatternReader.parts(of: pattern, KnownGroups())?.whole.stepReach ?? .unknown }

  fileprivate init(characters: Int = 0, signs: Int = 0, words: Int = 0, lines: Int = 0) {
    self.characters = characters >= Self.endless ? Self.endless : min(characters, Self.most)
    self.signs = min(signs, Self.most)
    self.words = min(words, Self.most)
    self.lines = min(lines, Self.most)
  }

  /// The same in bytes, in a region of so many.
  func bytes(in region: Int, of text: SearchedText) -> Int {
    if characters == Self.endless || signs + words + lines > 0 && region < 64 { return max(region, 1) }
    // A character takes up to four bytes.
    var most = characters * 4
    if signs > 0 { most += signs * text.longestSigns }
    if words > 0 { most += words * text.longestWord }
    if lines > 0 { most += lines * text.longestLine }
    return max(min(most, region), 1)
  }

  fileprivate func and(_ other: StepReach, _ join: (Int, Int) -> Int) -> StepReach {
    StepReach(
      characters: join(characters, other.characters), signs: join(signs, other.signs), words: join(words, other.words),
      lines: join(lines, other.lines))
  }

  fileprivate func times(_ count: Int) -> StepReach {
    StepReach(characters: characters * count, signs: signs * count, words: words * count, lines: lines * count)
  }
}

extension PatternPart {
  /// How far one step of a search for it can go.
  var stepReach: StepReach {
    switch self {
    case .text(let bytes, _): StepReach(characters: bytes.count)
    case .character: StepReach(characters: 1)
    case .anything: .unknown
    case .sequence(let group): group.parts.reduce(StepReach()) { $0.and($1.stepReach, +) }
    case .branches(let group): group.parts.reduce(StepReach()) { $0.and($1.stepReach, max) }
    case .repeated(let part, _, let most?): part.stepReach.times(max(most, 1))
    case .repeated(let part, _, nil): part.stepReach.and(part.stretch, +)
    case .look(_, let part, _): part.stepReach
    case .boundary, .beside, .nothing: StepReach()
    }
  }

  /// What as many of it as there are can take.
  private var stretch: StepReach {
    if !takes(ByteSet.letters.union(.digits)) { return StepReach(signs: 1) }
    if !takes(.space) { return StepReach(words: 1) }
    return takes(.lineFeed) ? .unknown : StepReach(lines: 1)
  }

  /// Whether it can take one of some ASCII characters.
  private func takes(_ characters: ByteSet) -> Bool {
    switch self {
    case .text(let bytes, _): bytes.contains(where: characters.contains)
    case .character(let set, _, _): set.intersection(characters) != ByteSet()
    case .anything: true
    case .sequence(let group), .branches(let group): group.parts.contains { $0.takes(characters) }
    case .repeated(let part, _, _): part.takes(characters)
    case .look, .boundary, .beside, .nothing: false
    }
  }
}
