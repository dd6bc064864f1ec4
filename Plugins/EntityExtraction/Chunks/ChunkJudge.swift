import PostilModuleKit

/// What a part of a chunk is taken for.
struct Judgement {
  var words: ArraySlice<ChunkWord>
  /// Nil when only the rest of the document can tell.
  var kind: NameKind?
  var certainty: Certainty
  /// What it is when the rest of the document does not tell either.
  var otherwise: NameKind?
  /// By what it is taken for that.
  var decision: NameDecision
  var title: Int?
  /// The candidates of the words beside it that tell the kind.
  var contexts: [Int] = []
  /// Only what stands beside it tells the kind, so that other places of the same words count too.
  var isByContext = false

  var span: Span { Span(start: words[words.startIndex].span.start, end: words[words.endIndex - 1].span.end) }
}

/// Tells by its words what a capitalized phrase names.
struct ChunkJudge {
  let known: KnownWords
  let contexts: ContextIndex

  /// - Parameters:
  ///   - isStart: The part begins a sentence.
  ///   - isDisplay: Most words of the sentence have capitals.
  func judge(_ part: ArraySlice<ChunkWord>, isStart: Bool, isDisplay: Bool) -> [Judgement] {
    if let headed = headed(part, isStart: isStart), !isDisplay || headed.kind != .misc && part.count < 5 {
      return [headed]
    }
    if let titled = titled(part) { return titled }
    var words = part
    while words.count > 1, let first = words.first, first.traits.contains(.demonym) { words = words.dropFirst() }
    if words.count > 2, words.contains(where: { $0.shape.contains(.ampersand) }) {
      return [Judgement(words: words, kind: .organization, certainty: .likely, decision: .ampersand)]
    }
    if let person = person(words, isStart: isStart, isDisplay: isDisplay) { return [person] }
    if let beside = beside(words, isStart: isStart),
      !isDisplay || beside.kind == .person && beside.certainty > .supposed
    {
      return [beside]
    }
    if isDisplay { return [] }
    return supposed(part, words, isStart: isStart).map { [$0] } ?? []
  }

  /// Names that a word for organizations, places or events heads.
  private func headed(_ part: ArraySlice<ChunkWord>, isStart: Bool) -> Judgement? {
    guard part.count > 1, let last = part.last, let first = part.first else { return nil }
    let joint = part.firstIndex { $0.traits.contains(.joint) }
    let head = joint.map { part[part.index(before: $0)] } ?? last
    if last.traits.contains(.company) {
      return Judgement(words: part, kind: .organization, certainty: .sure, decision: .companyForm)
    }
    if joint != nil, head.traits.contains(.organizationHead), !first.traits.contains(.placeStart) {
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationBeforeJoint)
    }
    if first.traits.contains(.organizationStart), first.traits.isDisjoint(with: [.placeStart]),
      !isStart || !first.traits.contains(.word)
    {
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationStart)
    }
    if first.traits.contains(.placeStart), part.count < 4 || joint != nil,
      last.traits.isDisjoint(with: [.organizationHead, .title]),
      joint == nil || !last.traits.contains(.word)
    {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .placeStart)
    }
    if first.traits.contains(.direction), part.dropFirst().allSatisfy({ $0.traits.contains(.place) }) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .directionAndPlace)
    }
    if part.count == 2, last.traits.contains(.direction), first.isUnknown || first.traits.contains(.place) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .directionBehindName)
    }
    if last.traits.contains(.placeHead), !isPerson(part) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .placeHead)
    }
    if head.traits.contains(.organizationHead) || last.traits.contains(.organizationHead) {
      guard joint != nil || part.dropLast().contains(where: { !$0.traits.contains(.title) }) else { return nil }
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationHead)
    }
    if last.traits.contains(.otherHead) || head.traits.contains(.otherHead) {
      return Judgement(words: part, kind: .misc, certainty: .likely, decision: .otherHead)
    }
    return nil
  }

  /// A given name or initial and a surname, though the surname may also head a place: "Mira Woods".
  private func isPerson(_ part: ArraySlice<ChunkWord>) -> Bool {
    guard part.count == 2, let first = part.first, let last = part.last, last.traits.contains(.surname) else {
      return false
    }
    return first.isInitial || first.traits.contains(.given) && first.traits.isDisjoint(with: [.place, .surname, .word])
  }

  /// A title within the part, the person behind it and what stands before it.
  private func titled(_ part: ArraySlice<ChunkWord>) -> [Judgement]? {
    guard let title = part.lastIndex(where: { $0.traits.contains(.title) && $0.traits.isDisjoint(with: [.given]) })
    else { return nil }
    let name = ChunkCutter.trimmed(part[(title + 1)...])
    let before = ChunkCutter.trimmed(
      part[..<(part.firstIndex { $0.traits.contains(.title) } ?? title)])
    var found = self.before(before)
    guard let first = name.first, !first.traits.contains(.word) || !first.traits.isDisjoint(with: [.given, .surname])
    else { return found }
    if name.allSatisfy({ $0.isPersonal || $0.isSmall }) {
      found.append(
        Judgement(
          words: name, kind: .person, certainty: name.count > 1 ? .sure : .likely,
          decision: name.count > 1 ? .nameBehindTitle : .wordBehindTitle,
          title: known.title(before: first.span.start)))
    }
    return found
  }

  /// What stands before a title: the organization of an office-holder, or a name that the title follows.
  private func before(_ words: ArraySlice<ChunkWord>) -> [Judgement] {
    guard let first = words.first else { return [] }
    if words.count == 1 {
      return first.isUnknown
        ? [Judgement(words: words, kind: .organization, certainty: .supposed, decision: .wordBeforeTitle)] : []
    }
    // "Public Security Minister"
    if words.allSatisfy({ $0.traits.contains(.word) || $0.isSmall }), !words.contains(where: \.isHead) { return [] }
    return judge(words, isStart: false, isDisplay: false)
  }

  /// A given name, initial or particle and what follows.
  private func person(_ words: ArraySlice<ChunkWord>, isStart: Bool, isDisplay: Bool) -> Judgement? {
    var words = words
    // "Hairdresser Mira Kostrel"
    if let given = words.firstIndex(where: { $0.traits.contains(.given) }), given > words.startIndex,
      words[..<given].allSatisfy({
        !$0.traits.isDisjoint(with: [.word, .demonym, .function]) && $0.traits.isDisjoint(with: [.given, .surname])
      })
    {
      words = words[given...]
    }
    guard words.count > 1, words.count < 7, let first = words.first, let last = words.last else { return nil }
    let rest = words.dropFirst()
    let isName = rest.allSatisfy { $0.isPersonal || $0.isSmall }
    let title = known.title(before: first.span.start)
    let makes = { (decision: NameDecision) in
      Judgement(words: words, kind: .person, certainty: .likely, decision: decision, title: title)
    }
    if title != nil, first.isPersonal, isName {
      return Judgement(words: words, kind: .person, certainty: .sure, decision: .titleBefore, title: title)
    }
    let isListed = !first.traits.isDisjoint(with: [.place, .listed])
    if first.traits.contains(.given) {
      if isName { return makes(.givenName) }
      if last.traits.contains(.surname) || last.traits.contains(.given) { return makes(.givenNameAndSurname) }
      return nil
    }
    if isDisplay || !isName { return nil }
    let hasParticle = words.contains { $0.isSmall && $0.traits.contains(.particle) }
    if first.isInitial { return makes(.initialFirst) }
    if first.traits.contains(.particle), !isListed || hasParticle { return makes(.particleFirst) }
    if hasParticle, first.isUnknown { return makes(.particleInside) }
    if words.contains(where: { $0.isInitial }), first.isUnknown { return makes(.initialInside) }
    let names: WordTraits = [.given, .surname]
    if first.isUnknown, words.count < 4, !last.traits.isDisjoint(with: names) { return makes(.surnameLast) }
    return nil
  }

  /// A name whose kind the words beside it tell.
  private func beside(_ words: ArraySlice<ChunkWord>, isStart: Bool) -> Judgement? {
    guard let first = words.first, words.count < 4 else { return nil }
    let judgement = Judgement(words: words, kind: nil, certainty: .likely, decision: .context)
    if known.title(before: first.span.start) != nil, first.isPersonal, !first.isAcronym {
      return Judgement(
        words: words, kind: .person, certainty: .likely, decision: .titleBeforeOther,
        title: known.title(before: first.span.start))
    }
    guard let found = contexts.kind(of: judgement.span) else { return nil }
    guard words.contains(where: { $0.isUnknown || $0.traits.contains(.surname) && !$0.traits.contains(.demonym) })
    else { return nil }
    let isPersonal =
      (words.count > 1 || !first.traits.isDisjoint(with: [.given, .surname]))
      && !contexts.hasArticle(judgement.span)
    if found.kind == .location, found.certainty == .supposed && isPersonal || contexts.isPossessive(judgement.span) {
      return nil
    }
    if first.isAcronym, words.count == 1, found.kind != .organization { return nil }
    return Judgement(
      words: words, kind: found.kind, certainty: found.certainty, decision: .context, contexts: [found.candidate],
      isByContext: true)
  }

  /// The likeliest kind by form alone.
  private func supposed(
    _ part: ArraySlice<ChunkWord>, _ words: ArraySlice<ChunkWord>, isStart: Bool
  ) -> Judgement? {
    var words = words
    while isStart, words.count > 1, let first = words.first, first.traits.contains(.word),
      !first.traits.contains(.given)
    {
      words = words.dropFirst()
    }
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1 {
      guard first.isUnknown else { return nil }
      if first.isAcronym {
        return Judgement(words: words, kind: .organization, certainty: .supposed, decision: .acronymForm)
      }
      let isPersonal =
        !contexts.hasArticle(first.span) && !first.traits.isDisjoint(with: [.given, .surname, .particle])
        || first.shape.contains(.hasHyphen) && first.isPersonal
      return Judgement(
        words: words, kind: nil, certainty: .supposed, otherwise: isPersonal ? .person : nil, decision: .singleWord)
    }
    if withPlace(words) {
      return Judgement(words: words, kind: .organization, certainty: .likely, decision: .placeBesideWord)
    }
    if words.contains(where: { $0.isAcronym }) {
      return Judgement(words: words, kind: .organization, certainty: .supposed, decision: .acronymInside)
    }
    if words.count < 4, words.allSatisfy({ $0.isPersonal }), !contexts.hasArticle(first.span) {
      return Judgement(words: words, kind: .person, certainty: .supposed, decision: .personalWords)
    }
    let all = last.traits.contains(.word) || words.count > 2 ? part : words
    return Judgement(
      words: all, kind: nil, certainty: .supposed, otherwise: .organization, decision: .severalWords)
  }

  /// A place and one or two words that say nothing of a place: "Velmora Dynamo", "Telecom Korr".
  private func withPlace(_ words: ArraySlice<ChunkWord>) -> Bool {
    guard words.count < 4, let first = words.first, let last = words.last else { return false }
    guard words.allSatisfy({ $0.traits.isDisjoint(with: [.direction, .demonym, .title, .function]) && !$0.isSmall })
    else {
      return false
    }
    return first.traits.contains(.place) != last.traits.contains(.place)
  }
}
