import PostilModel

/// Divides a sentence into clauses, each with its verb and subject.
///
/// One pass over the groups from left to right. A noun group in front of a clause of `who`, `which` or `that` waits for its verb,
/// so that the verb behind such a clause finds its subject again.
struct ClauseFinder {
  private static let introducers: WordClass = [.relative, .that, .what, .subordinator]
  private static let breaks: WordClass = [.semicolon, .colon, .opening, .closing, .dash, .stop]

  let text: TaggedText
  let nouns: [NounGroup]
  let verbs: [VerbGroup]

  private var clauses: [Clause] = []
  /// Noun groups before a relative clause, the innermost last.
  private var waiting: [Int] = []

  init(text: TaggedText, nouns: [NounGroup], verbs: [VerbGroup]) {
    self.text = text
    self.nouns = nouns
    self.verbs = verbs
  }

  /// The clauses of a sentence, by their verbs.
  static func clauses(
    in sentence: Range<Int>, _ text: TaggedText, _ nouns: [NounGroup], _ verbs: [VerbGroup]
  ) -> [Clause] {
    var finder = ClauseFinder(text: text, nouns: nouns, verbs: verbs)
    finder.find(in: sentence)
    return finder.ended(sentence)
  }

  private mutating func find(in sentence: Range<Int>) {
    var floor = sentence.lowerBound
    for (number, verb) in verbs.enumerated() where verb.isFinite {
      let start = verb.tokens.lowerBound
      let opening = (floor..<start).last { text.has($0, Self.introducers) || text.has($0, Self.breaks) }
      let subject = subject(before: start, floor: opening.map { $0 + 1 } ?? floor)
      if let opening, text.has(opening, Self.introducers), !isPreposition(opening, before: subject) {
        let owner = ended(before: opening) - 1
        if text.has(opening, [.relative, .that]), owner >= 0, nouns[owner].tokens.lowerBound >= floor {
          waiting.append(headOfPhrase(owner, floor: floor))
        }
        append(opening, introduced(by: opening), number, subject)
      } else if let reduced = reducedRelative(before: number, floor: floor) {
        let clause = clauses.removeLast()
        append(clause.tokens.lowerBound, clause.kind, number, reduced)
      } else if subject.map({ isObject($0, of: clauses.last) }) ?? false, let owner = waiting.popLast() {
        append(start, .main, number, owner, isResumed: true)
      } else if let subject {
        if isContact(subject, floor: floor) { waiting.append(headOfPhrase(subject - 1, floor: floor)) }
        append(clauseStart(of: subject, floor: floor), clauses.isEmpty ? .main : .coordinate, number, subject)
      } else if let last = clauses.last, verbs[last.verb].tokens.upperBound == start, isOpen(last), takesExtracted(last)
      {
        append(start, .extracted, number, nil)
      } else if let owner = waiting.popLast(), !text.has(start - 1, .coordinator) {
        append(start, .main, number, owner, isResumed: true)
      } else {
        append(start, clauses.isEmpty ? .main : .coordinate, number, nil)
      }
      floor = verb.tokens.upperBound
    }
  }

  /// `After the debate, he left`: whether a word that may introduce a clause stands before a noun alone, with a comma behind it.
  private func isPreposition(_ opening: Int, before subject: Int?) -> Bool {
    guard let subject, text.has(opening, .preposition) else { return false }
    let start = nouns[subject].tokens.lowerBound
    return start - 1 > opening && text.has(start - 1, .comma)
  }

  /// `the experts I asked`: whether a pronoun right behind a noun begins a relative clause without its pronoun.
  private func isContact(_ subject: Int, floor: Int) -> Bool {
    guard subject > 0, nouns[subject].kind == .pronoun else { return false }
    let before = nouns[subject - 1]
    return before.tokens.upperBound == nouns[subject].tokens.lowerBound && before.tokens.lowerBound >= floor
      && before.kind != .pronoun && before.kind != .time
  }

  /// `that sacked the workers`: whether a noun group is the object of a clause whose subject is its pronoun. Behind a verb
  /// that clauses follow it begins one of these: `who said the law was bad`.
  private func isObject(_ noun: Int, of clause: Clause?) -> Bool {
    guard let clause, clause.subject == nil, isOpen(clause), !text.has(verbs[clause.verb].head, .cue) else {
      return false
    }
    return nouns[noun].tokens.lowerBound == verbs[clause.verb].tokens.upperBound
  }

  /// Whether a clause can take one without a subject: `which critics say is unjust`, not `that he was singing drew laughter`.
  private func takesExtracted(_ clause: Clause) -> Bool {
    clause.subject == nil || text.has(verbs[clause.verb].head, .verb)
  }

  private func introduced(by opening: Int) -> Clause.Kind {
    text.has(opening, .relative) ? .relative : text.has(opening, .that) ? .that : .subordinate
  }

  /// Whether a clause of a relative pronoun has room for another verb right behind its own.
  private func isOpen(_ clause: Clause) -> Bool { clause.kind == .relative || clause.kind == .that }

  private mutating func append(
    _ start: Int, _ kind: Clause.Kind, _ verb: Int, _ subject: Int?, isResumed: Bool = false
  ) {
    clauses.append(
      Clause(
        tokens: start..<verbs[verb].tokens.upperBound, kind: kind, verb: verb, subject: subject, isResumed: isResumed))
  }

  /// The noun group that stands last before a verb and behind `floor`; over what is between commas, and from one behind a
  /// preposition to the one before it.
  private func subject(before verb: Int, floor: Int) -> Int? {
    let last = ended(before: verb) - 1
    guard last >= 0, nouns[last].tokens.lowerBound >= floor, !isCoordinated(verb) else { return nil }
    if nouns[last].kind == .time { return last > 0 && nouns[last - 1].tokens.lowerBound >= floor ? last - 1 : nil }
    let found = headOfPhrase(last, floor: floor)
    let start = nouns[found].tokens.lowerBound
    let isBetweenCommas = text.has(start - 1, .comma) && text.has(nouns[last].tokens.upperBound, .comma)
    guard isBetweenCommas, found > 0, nouns[found - 1].tokens.upperBound == start - 1,
      nouns[found - 1].tokens.lowerBound >= floor
    else { return found }
    return headOfPhrase(found - 1, floor: floor)
  }

  /// Whether a joining word stands right before a verb, or before its adverbs and days, so that it shares its subject.
  private func isCoordinated(_ verb: Int) -> Bool {
    var before = verb - 1
    while text.has(before, [.adverb, .negation, .time]) || text.has(before, .preposition) && text.has(before + 1, .time)
    {
      before -= 1
    }
    return text.has(before, .coordinator)
  }

  /// `the head of the union`: the first noun group of those that prepositions join.
  private func headOfPhrase(_ group: Int, floor: Int) -> Int {
    var found = group
    while found > 0, text.has(nouns[found].tokens.lowerBound - 1, .preposition) {
      let before = nouns[found - 1]
      let preposition = nouns[found].tokens.lowerBound - 1
      let gap = min(before.tokens.upperBound, preposition)..<preposition
      guard before.tokens.lowerBound >= floor, before.kind != .time,
        gap.allSatisfy({ text.has($0, [.adjective, .closingBracket]) })
      else { break }
      found -= 1
    }
    return found
  }

  /// `People briefed on the matter said`: the subject of the verb before, when that is a participle behind its noun.
  private func reducedRelative(before verb: Int, floor: Int) -> Int? {
    guard let last = clauses.last, let subject = last.subject else { return nil }
    let participle = verbs[last.verb]
    let between = participle.tokens.upperBound..<verbs[verb].tokens.lowerBound
    guard participle.tokens.count == 1, participle.tense == .past, !text.has(participle.head, .preterite),
      text.has(between.lowerBound, [.preposition, .to, .time]),
      nouns[subject].tokens.upperBound == participle.tokens.lowerBound,
      !text.any(between, Self.introducers.union([.comma, .coordinator, .pronoun]).union(Self.breaks))
    else { return nil }
    return subject
  }

  /// How many noun groups end before a token.
  private func ended(before token: Int) -> Int { nouns.partitioningIndex { $0.tokens.upperBound > token } }

  private func clauseStart(of subject: Int, floor: Int) -> Int {
    var start = nouns[subject].tokens.lowerBound
    while start > floor, text.has(start - 1, [.coordinator, .adverb, .time]) { start -= 1 }
    return start
  }

  /// The clauses, each up to where the next one begins.
  private func ended(_ sentence: Range<Int>) -> [Clause] {
    clauses.indices.map { index in
      let clause = clauses[index]
      let end = index + 1 < clauses.count ? clauses[index + 1].tokens.lowerBound : sentence.upperBound
      return Clause(
        tokens: clause.tokens.lowerBound..<max(clause.tokens.upperBound, end), kind: clause.kind, verb: clause.verb,
        subject: clause.subject, isResumed: clause.isResumed)
    }
  }
}
