import PostilModuleKit

/// What a part of a chunk is taken for.
struct Judgement {
  let words: ArraySlice<ChunkWord>
  /// By what; nil when no row takes the words, so that only the rest of the document can tell.
  let row: ChunkRow?
  let certainty: Certainty
  /// The candidate of the title before it.
  var title: Int?
  /// The candidates of the words beside it that tell the kind.
  var contexts: [Int] = []

  var span: Span { words.span }
  /// Nil when only the rest of the document can tell.
  var kind: NameKind? { row.flatMap { $0.isLast ? nil : $0.kind } }
  /// Only what stands beside it tells the kind, so that other places of the same words count too.
  var isByContext: Bool { row?.outcome == .byContext }
}

/// Tells by the rows of a table what a capitalized phrase names.
struct ChunkJudge {
  let known: KnownWords
  let contexts: ContextIndex
  let table: ChunkTable

  /// What the part of a chunk names, of which several stand side by side where titles part them.
  func judge(_ part: ArraySlice<ChunkWord>, _ setting: ChunkPhrase.Setting) -> [Judgement] {
    if part.allSatisfy({ $0.traits.contains(.portfolio) }) { return [] }
    var part = part
    // "More Egyptian troops"
    if setting.isStart, part.count > 1, let first = part.first, first.traits.contains(.function),
      first.traits.isDisjoint(with: [.given, .place, .listed])
    {
      part = part.dropFirst()
    }
    if setting.isStart, let first = part.first, first.traits.contains(.word) {
      part[part.startIndex].tests.insert(.opening)
    }
    if let person = setting.isOffice ? holder(in: part) : neighbour(in: part) {
      let piece = ChunkPhrase(part[person...], .behindTitle, ChunkPhrase.Setting(), known, contexts)
      let isPlace = part.first.map { known.placeEnd(from: $0.span.start) != nil } ?? false
      return (isPlace ? judge(part[..<person], setting) : [])
        + [judgement(of: piece, by: table.behindTitles)].compactMap(\.self)
    }
    let chunk = ChunkPhrase(part, .whole, setting, known, contexts)
    if let whole = judgement(of: chunk, by: table.ofChunks) { return [whole] }
    return pieces(of: chunk).compactMap { piece in
      let rows = piece.place == .behindTitle ? table.behindTitles : table.ofPieces
      return judgement(of: piece, by: rows) ?? openWord(piece)
    }
  }

  /// Where the name of who holds the office begins, behind what the office is of: Mayor of Oslo *Mira Kostrel*, Minister of
  /// Tourism *Kostrel*.
  private func holder(in part: ArraySlice<ChunkWord>) -> Int? {
    if let person = behindPlace(part) {
      let isKnown =
        person.last.map { !$0.traits.isDisjoint(with: [.surname, .given]) || $0.shape.contains(.joinedInitials) }
        ?? false
      return mayBePerson(person, within: part) && (person.count > 1 || isKnown) ? person.startIndex : nil
    }
    let person = part.drop {
      !$0.traits.isDisjoint(with: [.word, .function]) && $0.traits.isDisjoint(with: [.given, .surname])
    }
    return mayBePerson(person, within: part) ? person.startIndex : nil
  }

  /// Where the name of a person begins behind a place that stands where places do: In Oslo *Mira Kostrel* slept.
  private func neighbour(in part: ArraySlice<ChunkWord>) -> Int? {
    guard part.count > 2, let person = behindPlace(part), person.count > 1, mayBePerson(person, within: part),
      contexts.isBeforePlace(part.span.start)
    else { return nil }
    return person.startIndex
  }

  /// What of `part` stands behind a place that begins it; nil when none does.
  private func behindPlace(_ part: ArraySlice<ChunkWord>) -> ArraySlice<ChunkWord>? {
    guard let first = part.first, let end = known.placeEnd(from: first.span.start),
      let last = part.firstIndex(where: { $0.span.end == end })
    else { return nil }
    return part[(last + 1)...]
  }

  /// Whether `person`, which ends `part` and is not all of it, may be the name of a person.
  private func mayBePerson(_ person: ArraySlice<ChunkWord>, within part: ArraySlice<ChunkWord>) -> Bool {
    guard let last = person.last, !last.isSmall || last.shape.contains(.hasHyphen), person.startIndex > part.startIndex,
      !last.traits.contains(.word) || last.traits.contains(.surname)
    else { return false }
    return person.allSatisfy {
      ($0.isSmall || $0.tests.contains(.personal)) && $0.traits.isDisjoint(with: [.placeHead, .joint, .conjunction])
        && $0.traits.isDisjoint(with: WordTraits.heads)
    }
  }

  /// What stands before and behind the titles of the chunk; the chunk itself where none stands inside.
  private func pieces(of chunk: ChunkPhrase) -> [ChunkPhrase] {
    let words = chunk.piece
    guard let last = words.indices.last(where: { isTitle($0, in: words) }),
      let first = words.indices.first(where: { isTitle($0, in: words) })
    else { return [chunk] }
    let sides: [(ArraySlice<ChunkWord>, ChunkPhrase.Place)] = [
      (words[..<first], .beforeTitle), (words[(last + 1)...], .behindTitle),
    ]
    return sides.compactMap { side, place in
      let piece = ChunkCutter.trimmed(side)
      if piece.isEmpty { return nil }
      var setting = chunk.setting
      if place == .behindTitle { setting.isStart = false }
      return ChunkPhrase(piece, place, setting, known, contexts)
    }
  }

  /// Whether the word at `place` is a title, and no surname behind an initial: "B.B. King".
  private func isTitle(_ place: Int, in words: ArraySlice<ChunkWord>) -> Bool {
    let word = words[place]
    if word.traits.contains(.portfolio) { return true }
    guard word.traits.contains(.title), word.traits.isDisjoint(with: [.given]) else { return false }
    return !(word.traits.contains(.surname) && place > words.startIndex && words[place - 1].shape.contains(.initial))
  }

  private func judgement(of phrase: ChunkPhrase, by rows: [ChunkRow]) -> Judgement? {
    let tests = phrase.piece.reduce(into: WordTests()) { $0.formUnion($1.tests) }
    return rows.first { $0.mayTake(wordsWith: tests) && phrase.meets($0) }.map { row in
      let words = phrase.words(row.taken)
      let context = row.outcome == .byContext ? phrase.context(of: words) : nil
      let certainty =
        if case .name(let certainty) = row.outcome { certainty } else { context?.certainty ?? .supposed }
      return Judgement(
        words: words, row: row, certainty: certainty, title: row.kind == .person ? phrase.title(of: words) : nil,
        contexts: context.map { [$0.candidate] } ?? [])
    }
  }

  /// A word alone of which nothing is known, though it has a capital.
  private func openWord(_ phrase: ChunkPhrase) -> Judgement? {
    let words = phrase.words(.rest)
    guard phrase.place != .behindTitle, !phrase.setting.isHeading, words.count == 1, words[words.startIndex].isUnknown
    else {
      return nil
    }
    return Judgement(words: words, row: nil, certainty: .supposed)
  }
}
