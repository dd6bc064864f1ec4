import PostilGrammar
import PostilModuleKit

/// Finds who speaks a quotation that no cue introduces: somebody with a verb right beside it, a label before it, a name behind a dash.
///
/// `“No,” snapped Marta Quill`: any verb may do, since only speech stands so beside somebody.
struct QuotationNeighbours {
  /// Who speaks, and the verb that says so; none for a label.
  struct Found {
    let source: Range<Int>
    let verb: Range<Int>?
  }

  private static let longestLabel = 6

  private let words: Words
  private let quotations: Quotations
  let subjects: SubjectFinder
  private let memory: SentenceMemory

  /// - Parameter memory: That of the cues’ sentences, which a quotation beside one shares.
  init(words: Words, quotations: Quotations, subjects: SubjectFinder, memory: SentenceMemory) {
    self.words = words
    self.quotations = quotations
    self.subjects = subjects
    self.memory = memory
  }

  /// - Parameter number: Of a quotation.
  func speaker(of number: Int) -> Found? {
    behind(number) ?? before(number) ?? label(of: number) ?? signature(of: number)
  }

  /// Whether the sentence goes on behind a quotation's comma and so tells who speaks, whether it was understood or not.
  func goesOn(behind number: Int) -> Bool {
    let place = quotations.end(of: number)
    return words.has(place - 2, .comma) && words.has(place - 1, .closing) && words.isWord(place) && !startsLine(place)
  }

  /// The subjects of the clauses that lead to what follows a token and stand for themselves, by place.
  func subjects(before token: Int) -> [Range<Int>] {
    let grammar = memory.grammar(around: token)
    return grammar.clauses(before: token).filter { subjects.isOwn($0, in: grammar) }.compactMap {
      subjects.subject(of: $0, in: grammar)
    }
  }

  /// `“No,” X snapped` and `“No,” snapped X`.
  private func behind(_ number: Int) -> Found? {
    let place = quotations.end(of: number)
    guard quotations.ending(before: place) == number, endsOpen(number, before: place) else { return nil }
    let grammar = memory.grammar(around: place)
    if let noun = grammar.noun(at: place), noun.tokens.lowerBound == place, isSomebody(noun), !isSentenceStart(noun),
      let verb = verb(at: noun.tokens.upperBound, grammar)
    {
      return Found(source: noun.tokens, verb: verb)
    }
    guard let verb = verb(at: place, grammar), verb.lowerBound == place, verb.count == 1,
      let noun = grammar.noun(at: verb.upperBound), noun.tokens.lowerBound == verb.upperBound, isSomebody(noun),
      let source = subjects.inverted(after: verb.upperBound, limit: grammar.tokens.upperBound)
    else { return nil }
    return Found(source: source, verb: verb)
  }

  /// `X shrugged, “No.”`
  private func before(_ number: Int) -> Found? {
    let opening = words.containing(quotations.all[number].span.start)
    guard words.has(opening - 1, .comma), isSentence(number) else { return nil }
    let grammar = memory.grammar(around: opening - 1)
    guard let clause = grammar.clauses.last(where: { grammar.verbs[$0.verb].tokens.upperBound <= opening - 1 }),
      let subject = clause.subject, isSomebody(grammar.nouns[subject])
    else { return nil }
    let verb = grammar.verbs[clause.verb]
    guard verb.voice == .active, verb.tokens.upperBound == opening - 1, !words.has(verb.head, .auxiliary),
      grammar.nouns[subject].tokens.upperBound == verb.tokens.lowerBound,
      !isBehindQuotation(grammar.nouns[subject].tokens.lowerBound)
    else { return nil }
    return Found(source: grammar.nouns[subject].tokens, verb: verb.tokens)
  }

  /// Whether words belong to a quotation before them, as `he said` in `“No,” he said, “never.”`
  private func isBehindQuotation(_ place: Int) -> Bool {
    words.has(place - 1, .closing) || words.has(place - 1, .comma) && words.has(place - 2, .closing)
  }

  /// `Geoff Marrow: “It will gain.”`, on one line or two: a short line of capitals and of names, or that ends in a noun for somebody, before
  /// a colon or the border of a table's cell. With a name in it, it may stand behind another label, or behind a sentence:
  /// `Update 22:15: Governor Adil al-Korr: “…”`.
  private func label(of number: Int) -> Found? {
    let opening = words.containing(quotations.all[number].span.start)
    guard words.has(opening - 1, .colon) || isCellBorder(opening - 1), opening >= 2 else { return nil }
    var first = opening - 2
    while first > 0, opening - first <= Self.longestLabel, !startsLine(first),
      !words.has(first - 1, [.colon, .stop, .dash])
    {
      first -= 1
    }
    let label = first..<(opening - 1)
    let isNamed = label.allSatisfy {
      words.has($0, [.capital, .mark, .preposition, .number]) || words.speakers.covers(words.tokens[$0].span)
    }
    let begins = startsLine(first) || words.speakers.isAnyInside(words.span(label))
    let isLabel = begins && (isNamed || words.has(opening - 2, [.person, .body]))
    return isLabel && words.has(first, .capital) && words.count(label) <= Self.longestLabel
      ? Found(source: label, verb: nil) : nil
  }

  /// `“…” - X`: the rest of the line behind a dash.
  private func signature(of number: Int) -> Found? {
    let place = quotations.end(of: number)
    guard words.has(place, .dash), words.has(place + 1, .capital) else { return nil }
    var end = place + 1
    while end < words.tokens.count, end - place <= 8, !startsLine(end) { end += 1 }
    let name = (place + 1)..<end
    let isName = name.allSatisfy { words.has($0, [.capital, .mark, .comma, .person, .preposition, .determiner]) }
    let noun = SentenceGrammar(name, of: words.text).nouns.first
    return isName && (end >= words.tokens.count || startsLine(end))
      ? noun.map { Found(source: $0.tokens, verb: nil) } : nil
  }

  /// Whether a capital tells that a pronoun, an article or a common noun begins a sentence behind the quotation.
  private func isSentenceStart(_ noun: NounGroup) -> Bool {
    words.has(noun.tokens.lowerBound, .capital)
      && (noun.kind != .name || words.has(noun.tokens.lowerBound, .determiner))
  }

  private func isCellBorder(_ token: Int) -> Bool {
    words.has(token, .mark) && words.document.utf8[words.tokens[token].span.start] == UInt8(ascii: "|")
  }

  private func startsLine(_ token: Int) -> Bool {
    guard words.tokens.indices.contains(token) else { return false }
    let start = words.tokens[token].span.start
    guard token > 0 else { return true }
    return words.document.utf8[words.tokens[token - 1].span.end..<start].contains(.lineFeed)
  }

  /// Whether a comma or a mark other than a full stop ends the quotation, so that the sentence goes on.
  private func endsOpen(_ number: Int, before place: Int) -> Bool {
    words.has(place - 1, .comma) || words.has(place - 2, [.comma, .stop, .dash])
  }

  /// Whether the quotation ends as a sentence does.
  private func isSentence(_ number: Int) -> Bool {
    let behind = quotations.end(of: number)
    return words.has(behind - 2, [.mark, .stop])
  }

  /// The active verb that begins at a token, with its auxiliaries.
  private func verb(at place: Int, _ grammar: SentenceGrammar) -> Range<Int>? {
    let index = grammar.verbs.partitioningIndex { $0.tokens.upperBound > place }
    guard index < grammar.verbs.count else { return nil }
    let group = grammar.verbs[index]
    let isSaid = group.isFinite && group.voice == .active && !words.has(group.head, .auxiliary)
    return group.tokens.lowerBound == place && isSaid ? group.tokens : nil
  }

  private func isSomebody(_ noun: NounGroup) -> Bool {
    switch noun.kind {
    case .name, .person: true
    case .pronoun: !words.has(noun.head, [.dummy, .it])
    case .body, .thing, .time, .unknown: false
    }
  }
}
