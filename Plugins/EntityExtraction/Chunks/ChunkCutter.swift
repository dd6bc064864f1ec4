/// Cuts a chunk into the names that stand side by side in it.
enum ChunkCutter {
  /// The parts of `words`, each of which can be one name.
  static func parts(of words: [ChunkWord]) -> [ArraySlice<ChunkWord>] {
    var parts: [ArraySlice<ChunkWord>] = []
    var start = 0
    for index in 0...words.count where index == words.count || cuts(at: index, from: start, in: words) {
      let part = trimmed(words[start..<index])
      if !part.isEmpty { parts.append(part) }
      start = index + 1
    }
    return parts
  }

  /// Whether the word at `index` parts two names.
  private static func cuts(at index: Int, from start: Int, in words: [ChunkWord]) -> Bool {
    let word = words[index]
    if word.traits.isDisjoint(with: [.joint, .conjunction]) { return false }
    if !word.traits.isDisjoint(with: [.title, .listed, .place]) { return false }
    let left = words[start..<index]
    if word.traits.contains(.joint) {
      guard let last = left.last(where: { !$0.traits.contains(.joint) }) else { return true }
      if last.traits.contains(.placeStart), left.count <= 2 { return false }
      let isNested = left.contains { $0.traits.contains(.joint) }
      let rest = words[(index + 1)...]
      // "Museum of Art", but "Museum of Oslo".
      let isQualified =
        !last.traits.isDisjoint(with: [.institutionHead, .facilityHead])
        && rest.first { !$0.isSmall }?.traits.contains(.word) ?? false
      return !(isNested || isQualified || !last.traits.isDisjoint(with: [.organizationHead, .otherHead, .pluralHead]))
        || isOrganization(rest)
    }
    guard word.traits.contains(.conjunction) else { return false }
    return !joins(left, words[(index + 1)...])
  }

  /// Whether what follows is an organization of its own: "Board of the Velmora Water Authority".
  private static func isOrganization(_ rest: ArraySlice<ChunkWord>) -> Bool {
    let name = rest.drop { $0.isSmall }.prefix { !$0.traits.contains(.joint) && !$0.traits.contains(.conjunction) }
    guard let last = name.last else { return false }
    if name.count == 1 { return last.isAcronym }
    return last.traits.contains(.organizationHead) && !name.dropLast().allSatisfy { $0.traits.contains(.word) }
      && !name.dropFirst().dropLast().contains { $0.traits.contains(.title) }
  }

  /// Whether `and` between the two stands within a name: "Ministry of Health and Environment", "Water and Power Authority".
  private static func joins(_ left: ArraySlice<ChunkWord>, _ right: ArraySlice<ChunkWord>) -> Bool {
    guard let first = left.last, let next = right.first, !first.traits.isDisjoint(with: [.word, .demonym]),
      !next.traits.isDisjoint(with: [.word, .demonym])
    else { return false }
    if left.contains(where: { !$0.traits.isDisjoint(with: WordTraits.heads.union(.pluralHead)) }),
      left.contains(where: { $0.traits.contains(.joint) })
    {
      return true
    }
    let tail = right.prefix { !$0.traits.contains(.conjunction) && !$0.traits.contains(.joint) }
    guard tail.count > 1, let last = tail.last else { return false }
    return !last.traits.isDisjoint(with: .heads) && first.traits.isDisjoint(with: .heads)
  }

  /// Without what no name begins or ends with.
  static func trimmed(_ part: ArraySlice<ChunkWord>) -> ArraySlice<ChunkWord> {
    var part = part
    while let first = part.first, first.isSmall && !first.traits.contains(.particle) || isFunction(first) {
      part = part.dropFirst()
    }
    while let last = part.last, part.count > 1, isNoEnd(last) {
      part = part.dropLast()
    }
    return part.count == 1 && part.allSatisfy { $0.traits.contains(.function) } ? [] : part
  }

  private static func isFunction(_ word: ChunkWord) -> Bool {
    word.traits.contains(.function) && word.traits.isDisjoint(with: [.given, .givenWord, .surname, .place, .listed])
  }

  private static func isNoEnd(_ word: ChunkWord) -> Bool {
    if word.isSmall { return !word.shape.contains(.hasHyphen) }
    return word.traits.contains(.postNominal) || word.traits.contains(.function) && !word.traits.contains(.surname)
  }
}
