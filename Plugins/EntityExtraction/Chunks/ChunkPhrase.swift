import PostilModuleKit

/// Words of a chunk that may be one name, and what stands beside them.
struct ChunkPhrase {
  /// Where the words stand in their text.
  struct Setting {
    /// They begin a sentence.
    var isStart = false
    /// Most words of their line have capitals, or all letters of theirs.
    var isHeading = false
    /// They are what an office or a degree is of.
    var isOffice = false
  }

  /// Where titles stand in the chunk that the words are a piece of.
  enum Place { case whole, beforeTitle, behindTitle }

  let piece: ArraySlice<ChunkWord>
  let place: Place
  let setting: Setting
  private let name: ArraySlice<ChunkWord>
  private let person: ArraySlice<ChunkWord>
  private let rest: ArraySlice<ChunkWord>
  private let known: KnownWords
  private let contexts: ContextIndex

  /// - Precondition: `piece` is not empty.
  init(
    _ piece: ArraySlice<ChunkWord>, _ place: Place, _ setting: Setting, _ known: KnownWords,
    _ contexts: ContextIndex
  ) {
    self.piece = piece
    self.place = place
    self.setting = setting
    self.known = known
    self.contexts = contexts
    let name = Self.dropping(.demonym, from: piece)
    self.name = name
    person = Self.person(name)
    rest = setting.isStart ? Self.dropping(.word, unless: .given, from: name) : name
  }

  /// Without the first words that have the trait `dropped`; the last one stays.
  private static func dropping(
    _ dropped: WordTraits, unless kept: WordTraits = [], from words: ArraySlice<ChunkWord>
  ) -> ArraySlice<ChunkWord> {
    var words = words
    while words.count > 1, let first = words.first, first.traits.contains(dropped), first.traits.isDisjoint(with: kept)
    {
      words = words.dropFirst()
    }
    return words
  }

  /// `Mira Kostrel` of "Hairdresser Mira Kostrel".
  private static func person(_ words: ArraySlice<ChunkWord>) -> ArraySlice<ChunkWord> {
    guard
      let given = words.firstIndex(where: { $0.traits.contains(.given) })
        ?? words.firstIndex(where: { $0.traits.contains(.givenWord) })
    else { return words }
    let areOthers = words[..<given].allSatisfy {
      !$0.traits.isDisjoint(with: [.word, .demonym, .function]) && $0.traits.isDisjoint(with: [.given, .surname])
    }
    return areOthers ? words[given...] : words
  }

  func words(_ extent: ChunkRow.Extent) -> ArraySlice<ChunkWord> {
    switch extent {
    case .chunk, .piece: piece
    case .name: name
    case .person: person
    case .rest: rest
    case .lead: rest.prefix(1)
    }
  }

  /// Whether all that `row` asks holds.
  func meets(_ row: ChunkRow) -> Bool {
    row.phrases.allSatisfy { condition in
      let words = words(condition.extent)
      return condition.clauses.allSatisfy { $0.contains { holds($0, of: words) } }
    } && row.places.allSatisfy { holds($0, of: words(row.taken)) }
  }

  private func holds(_ condition: ChunkRow.PlaceCondition, of words: ArraySlice<ChunkWord>) -> Bool {
    condition.places.contains { place in
      switch place {
      case .first: words.first.map(condition.word.holds) ?? false
      case .last: words.last.map(condition.word.holds) ?? false
      case .head: Self.head(words).map(condition.word.holds) ?? false
      case .all: words.allSatisfy(condition.word.holds)
      case .others: words.dropFirst().allSatisfy(condition.word.holds)
      case .any: words.contains(where: condition.word.holds)
      case .leading: words.dropLast().contains(where: condition.word.holds)
      }
    }
  }

  private static func joint(_ words: ArraySlice<ChunkWord>) -> Int? { words.firstIndex { $0.traits.contains(.joint) } }

  private static func head(_ words: ArraySlice<ChunkWord>) -> ChunkWord? {
    guard let joint = joint(words) else { return words.last }
    return joint > words.startIndex ? words[joint - 1] : nil
  }

  private func holds(_ test: PhraseTest, of words: ArraySlice<ChunkWord>) -> Bool {
    switch test {
    case .exactly(let count): words.count == count
    case .moreThan(let count): words.count > count
    case .lessThan(let count): words.count < count
    case .flag(let flag, let isWanted): holds(flag, of: words) == isWanted
    case .context(let kind, let isWanted): (context(of: words)?.kind == kind) == isWanted
    }
  }

  private func holds(_ flag: PhraseTest.Flag, of words: ArraySlice<ChunkWord>) -> Bool {
    switch flag {
    case .joint: Self.joint(words) != nil
    case .heading: setting.isHeading
    case .beforeTitle: place == .beforeTitle
    case .behindTitle: place == .behindTitle
    case .titled: Self.isTitled(words)
    case .addressed: Self.isAddressed(words)
    case .office: setting.isOffice
    case .plain: words.allSatisfy { $0.traits.contains(.word) || $0.isSmall }
    case .acronym: words.count == 1 && words[words.startIndex].isAcronym
    case .title: title(of: words) != nil
    case .article: contexts.hasArticle(words.span)
    case .possessive: contexts.isPossessive(words.span)
    case .leader: contexts.isLeader(words.span)
    case .strong: context(of: words).map { $0.certainty > .supposed } ?? false
    }
  }

  private static func isAddressed(_ words: ArraySlice<ChunkWord>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return words.count > 1 && first.traits.contains(.title) && last.traits.contains(.surname)
  }

  private static func isTitled(_ words: ArraySlice<ChunkWord>) -> Bool {
    guard let title = words.lastIndex(where: { $0.traits.contains(.title) }), title > words.startIndex else {
      return false
    }
    let name = words[(title + 1)...].drop { $0.isSmall }
    return !name.isEmpty && name.allSatisfy { $0.isSmall || $0.tests.contains(.personal) }
  }

  /// The candidate of the title right before `words`.
  func title(of words: ArraySlice<ChunkWord>) -> Int? { known.title(before: words.span.start) }

  /// What the words beside `words` speak for.
  func context(of words: ArraySlice<ChunkWord>) -> (kind: NameKind, certainty: Certainty, candidate: Int)? {
    contexts.kind(of: words.span)
  }
}

extension ArraySlice<ChunkWord> {
  /// From the first word to the last.
  ///
  /// - Precondition: There is a word.
  var span: Span { Span(start: self[startIndex].span.start, end: self[endIndex - 1].span.end) }
}
