/// What a row of the table of chunks may ask of a word, as one set of bits.
struct WordTests: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  // The first 32 bits are the word's traits, the next 16 its shape.
  private static let firstOfShape = 32
  private static let firstOfOthers = 48

  /// No list says what it is, though one may have it as a name of persons.
  static let unknown = Self(rawValue: 1 << firstOfOthers)
  /// It may be a part of a person's name: unknown, an initial, a given name, surname or particle.
  static let personal = Self(rawValue: 1 << (firstOfOthers + 1))
  /// Unknown, or a surname that is no nationality: what stands beside it may tell what it is.
  static let open = Self(rawValue: 1 << (firstOfOthers + 2))
  /// The first word of a sentence that is also written small, so that its capital says nothing.
  static let opening = Self(rawValue: 1 << (firstOfOthers + 3))

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ traits: WordTraits) { rawValue = UInt64(traits.rawValue) }

  private init(_ shape: WordShape) { rawValue = UInt64(shape.rawValue) << Self.firstOfShape }

  /// What holds of a word anywhere, so that ``opening`` is left to the caller.
  init(_ traits: WordTraits, _ shape: WordShape) {
    self = [Self(traits), Self(shape)]
    let isUnknown =
      traits.isDisjoint(with: [.word, .function, .demonym, .place, .listed, .title, .postNominal])
      && !shape.contains(.hasNumber)
    if isUnknown { insert(.unknown) }
    if isUnknown || shape.contains(.initial) || !traits.isDisjoint(with: [.given, .surname, .particle]) {
      insert(.personal)
    }
    if isUnknown || traits.contains(.surname) && !traits.contains(.demonym) { insert(.open) }
  }

  /// The traits among them.
  var traits: WordTraits { WordTraits(rawValue: UInt32(truncatingIfNeeded: rawValue)) }

  /// By the names by which rows call them: those of parts, then the others.
  static let named: [(name: String, test: WordTests)] =
    WordTraits.named.map { ($0.name, WordTests($0.traits)) } + [
      ("demonym", WordTests(.demonym)), ("place", WordTests(.place)), ("listed", WordTests(.listed)),
      ("small", WordTests(.small)), ("initial", WordTests(.initial)), ("acronym", WordTests(.acronym)),
      ("two-capitals", WordTests(.twoCapitals)), ("roman", WordTests(.roman)),
      ("ampersand", WordTests(.ampersand)), ("number", WordTests(.hasNumber)), ("hyphen", WordTests(.hasHyphen)),
      ("unknown", .unknown), ("personal", .personal), ("open", .open), ("opening", .opening),
    ]
}

/// What is asked of one word: of each clause one test holds, or one that must not hold does not.
struct WordCondition: Sendable {
  struct Clause: Sendable {
    var wanted: WordTests = []
    var unwanted: WordTests = []

    func holds(for tests: WordTests) -> Bool {
      !tests.isDisjoint(with: wanted) || !unwanted.isSubset(of: tests)
    }
  }

  let clauses: [Clause]

  func holds(for word: ChunkWord) -> Bool { clauses.allSatisfy { $0.holds(for: word.tests) } }
}
