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
  let natures: NatureIndex
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
    while words.count > 1, let first = words.first, first.nature.contains(.demonym) { words = words.dropFirst() }
    if words.count > 2, words.contains(where: { $0.text == "&" }) {
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
    let joint = part.firstIndex { $0.nature.contains(.joint) }
    let head = joint.map { part[part.index(before: $0)] } ?? last
    if last.nature.contains(.company) {
      return Judgement(words: part, kind: .organization, certainty: .sure, decision: .companyForm)
    }
    if joint != nil, head.nature.contains(.organizationHead), !first.nature.contains(.placeStart) {
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationBeforeJoint)
    }
    if first.nature.contains(.organizationStart), first.nature.isDisjoint(with: [.placeStart]),
      !isStart || !first.nature.contains(.word)
    {
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationStart)
    }
    if first.nature.contains(.placeStart), part.count < 4 || joint != nil,
      last.nature.isDisjoint(with: [.organizationHead, .title]),
      joint == nil || !last.nature.contains(.word)
    {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .placeStart)
    }
    if first.nature.contains(.direction), part.dropFirst().allSatisfy({ $0.nature.contains(.place) }) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .directionAndPlace)
    }
    if part.count == 2, last.nature.contains(.direction), first.isUnknown || first.nature.contains(.place) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .directionBehindName)
    }
    if last.nature.contains(.placeHead), !isPerson(part) {
      return Judgement(words: part, kind: .location, certainty: .likely, decision: .placeHead)
    }
    if head.nature.contains(.organizationHead) || last.nature.contains(.organizationHead) {
      guard joint != nil || part.dropLast().contains(where: { !$0.nature.contains(.title) }) else { return nil }
      return Judgement(words: part, kind: .organization, certainty: .likely, decision: .organizationHead)
    }
    if last.nature.contains(.otherHead) || head.nature.contains(.otherHead) {
      return Judgement(words: part, kind: .misc, certainty: .likely, decision: .otherHead)
    }
    return nil
  }

  /// A given name or initial and a surname, though the surname may also head a place: "Mira Woods".
  private func isPerson(_ part: ArraySlice<ChunkWord>) -> Bool {
    guard part.count == 2, let first = part.first, let last = part.last, last.nature.contains(.surname) else {
      return false
    }
    return first.isInitial || first.nature.contains(.given) && first.nature.isDisjoint(with: [.place, .surname, .word])
  }

  /// A title within the part, the person behind it and what stands before it.
  private func titled(_ part: ArraySlice<ChunkWord>) -> [Judgement]? {
    guard let title = part.lastIndex(where: { $0.nature.contains(.title) && $0.nature.isDisjoint(with: [.given]) })
    else { return nil }
    let name = ChunkCutter.trimmed(part[(title + 1)...])
    let before = ChunkCutter.trimmed(
      part[..<(part.firstIndex { $0.nature.contains(.title) } ?? title)])
    var found = self.before(before)
    guard let first = name.first, !first.nature.contains(.word) || !first.nature.isDisjoint(with: [.given, .surname])
    else { return found }
    if name.allSatisfy({ $0.isPersonal || $0.isSmall }) {
      found.append(
        Judgement(
          words: name, kind: .person, certainty: name.count > 1 ? .sure : .likely,
          decision: name.count > 1 ? .nameBehindTitle : .wordBehindTitle,
          title: natures.title(before: first.span.start)))
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
    if words.allSatisfy({ $0.nature.contains(.word) || $0.isSmall }), !words.contains(where: \.isHead) { return [] }
    return judge(words, isStart: false, isDisplay: false)
  }

  /// A given name, initial or particle and what follows.
  private func person(_ words: ArraySlice<ChunkWord>, isStart: Bool, isDisplay: Bool) -> Judgement? {
    var words = words
    // "Hairdresser Mira Kostrel"
    if let given = words.firstIndex(where: { $0.nature.contains(.given) }), given > words.startIndex,
      words[..<given].allSatisfy({
        !$0.nature.isDisjoint(with: [.word, .demonym, .function]) && $0.nature.isDisjoint(with: [.given, .surname])
      })
    {
      words = words[given...]
    }
    guard words.count > 1, words.count < 7, let first = words.first, let last = words.last else { return nil }
    let rest = words.dropFirst()
    let isName = rest.allSatisfy { $0.isPersonal || $0.isSmall }
    let title = natures.title(before: first.span.start)
    let makes = { (decision: NameDecision) in
      Judgement(words: words, kind: .person, certainty: .likely, decision: decision, title: title)
    }
    if title != nil, first.isPersonal, isName {
      return Judgement(words: words, kind: .person, certainty: .sure, decision: .titleBefore, title: title)
    }
    let isListed = !first.nature.isDisjoint(with: [.place, .listed])
    if first.nature.contains(.given) {
      if isName { return makes(.givenName) }
      if last.nature.contains(.surname) || last.nature.contains(.given) { return makes(.givenNameAndSurname) }
      return nil
    }
    if isDisplay || !isName { return nil }
    let hasParticle = words.contains { $0.isSmall && $0.nature.contains(.particle) }
    if first.isInitial { return makes(.initialFirst) }
    if first.nature.contains(.particle), !isListed || hasParticle { return makes(.particleFirst) }
    if hasParticle, first.isUnknown { return makes(.particleInside) }
    if words.contains(where: { $0.isInitial }), first.isUnknown { return makes(.initialInside) }
    let names: WordNature = [.given, .surname]
    if first.isUnknown, words.count < 4, !last.nature.isDisjoint(with: names) { return makes(.surnameLast) }
    return nil
  }

  /// A name whose kind the words beside it tell.
  private func beside(_ words: ArraySlice<ChunkWord>, isStart: Bool) -> Judgement? {
    guard let first = words.first, words.count < 4 else { return nil }
    let judgement = Judgement(words: words, kind: nil, certainty: .likely, decision: .context)
    if natures.title(before: first.span.start) != nil, first.isPersonal, !first.isAcronym {
      return Judgement(
        words: words, kind: .person, certainty: .likely, decision: .titleBeforeOther,
        title: natures.title(before: first.span.start))
    }
    guard let found = contexts.kinds(of: judgement.span).first else { return nil }
    guard words.contains(where: { $0.isUnknown || $0.nature.contains(.surname) && !$0.nature.contains(.demonym) })
    else { return nil }
    let isPersonal =
      (words.count > 1 || !first.nature.isDisjoint(with: [.given, .surname]))
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
    while isStart, words.count > 1, let first = words.first, first.nature.contains(.word),
      !first.nature.contains(.given)
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
        !contexts.hasArticle(first.span) && !first.nature.isDisjoint(with: [.given, .surname, .particle])
        || first.text.contains("-") && first.isPersonal
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
    let all = last.nature.contains(.word) || words.count > 2 ? part : words
    return Judgement(
      words: all, kind: nil, certainty: .supposed, otherwise: .organization, decision: .severalWords)
  }

  /// A place and one or two words that say nothing of a place: "Velmora Dynamo", "Telecom Korr".
  private func withPlace(_ words: ArraySlice<ChunkWord>) -> Bool {
    guard words.count < 4, let first = words.first, let last = words.last else { return false }
    guard words.allSatisfy({ $0.nature.isDisjoint(with: [.direction, .demonym, .title, .function]) && !$0.isSmall })
    else {
      return false
    }
    return first.nature.contains(.place) != last.nature.contains(.place)
  }
}
