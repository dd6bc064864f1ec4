import PostilGrammar
import PostilModuleKit

/// Collects statements, and joins the quotations that one attribution introduces.
struct QuotedSpeech {
  private let words: Words
  private let quotations: Quotations
  private let neighbours: QuotationNeighbours
  private var statements: [Statement] = []
  /// The statement that each quotation belongs to.
  private var owners: [Int: Int] = [:]
  /// Where the cues of the statements begin.
  private var cued: Set<Int> = []
  /// Whether sentences that one attribution introduces are statements of their own.
  private let isDivided: Bool
  /// The number of the first statement among all that are found in the document.
  private let first: Int

  init(words: Words, quotations: Quotations, neighbours: QuotationNeighbours, isDivided: Bool, first: Int = 0) {
    self.isDivided = isDivided
    self.first = first
    self.words = words
    self.quotations = quotations
    self.neighbours = neighbours
  }

  /// Adds a statement; a second attribution of one quotation is left out.
  mutating func add(_ statement: Statement, quotation: Int?) {
    if let quotation {
      guard owners[quotation] == nil else { return }
      owners[quotation] = statements.count
    } else {
      guard statements.last?.parts != statement.parts else { return }
    }
    statements.append(statement)
    if let cue = statement.cueSpan { cued.insert(cue.start) }
  }

  /// Every statement, with the quotations that nobody introduces given to who spoke last.
  mutating func finish(besides blocks: [Span]) -> [Statement] {
    let clauses = SpanIndex(statements.map(\.span) + blocks)
    let count = statements.count
    var previous: Int?
    for number in quotations.all.indices {
      if let owner = owners[number] {
        previous = owner
      } else if let around = clauses.around(quotations.words(of: number)).first(where: { $0 < count }) {
        if let cue = statements[around].cueSpan, cue.start >= statements[around].span.end { previous = around }
      } else if !clauses.covers(quotations.words(of: number)), beginsSpeech(number) {
        if let found = neighbours.speaker(of: number), !saysMore(found) {
          add(number, by: found, &previous)
        } else if isSpeech(number) || goesOn(number, previous) {
          attach(number, to: &previous)
        }
      }
    }
    return statements
  }

  /// Whether the verb beside a quotation has something else for its content: `In her book, “Low Water,” she writes that …`
  private func saysMore(_ found: QuotationNeighbours.Found) -> Bool {
    found.verb?.contains { cued.contains(words.tokens[$0].span.start) } ?? false
  }

  private mutating func add(_ number: Int, by found: QuotationNeighbours.Found, _ previous: inout Int?) {
    previous = statements.count
    owners[number] = statements.count
    statements.append(
      Statement(
        parts: [quotations.words(of: number)], form: .quotation, decision: StatementDecision.quotationBeside.rawValue,
        source: words.span(found.source), cueSpan: found.verb.map(words.span)))
  }

  private mutating func attach(_ number: Int, to previous: inout Int?) {
    let quotation = quotations.words(of: number)
    if let owner = previous, let last = statements[owner].parts.last, last.end <= quotation.start,
      paragraph(of: last) == paragraph(of: quotation)
    {
      owners[number] = owner
      if isDivided {
        var next = statements[owner]
        next.parts = [quotation]
        next.decision = StatementDecision.quotationDivided.rawValue
        next.continued = first + owner
        statements.append(next)
        previous = statements.count - 1
      } else {
        statements[owner].parts += [quotation]
      }
    } else if let source = introduced(number) {
      previous = statements.count
      owners[number] = statements.count
      statements.append(
        Statement(
          parts: [quotation], form: .quotation, decision: StatementDecision.quotationIntroduced.rawValue, source: source
        ))
    } else if beginsParagraph(number), !neighbours.goesOn(behind: number), let owner = previous {
      previous = statements.count
      owners[number] = statements.count
      statements.append(
        Statement(
          parts: [quotation], form: .quotation, decision: StatementDecision.quotationGoesOn.rawValue,
          source: statements[owner].source,
          continued: first + owner))
    } else if previous == nil, quotations.all[number].span.count * 2 > words.document.utf8.count {
      owners[number] = statements.count
      statements.append(
        Statement(parts: [quotation], form: .quotation, decision: StatementDecision.quotationAlone.rawValue))
    }
  }

  /// Whether a quotation is a sentence of its own rather than a word in another's.
  private func isSpeech(_ number: Int) -> Bool {
    let range = words.indices(quotations.words(of: number))
    guard words.count(range) >= 3, let last = range.last else { return false }
    return words.has(last, [.mark, .stop, .comma])
  }

  /// How many tokens an attribution between two pieces of speech has at most.
  private static let longestAttribution = 15

  /// Whether a short quotation is the rest of the one before: `“The wall,” X said, “is old.”`
  private func goesOn(_ number: Int, _ previous: Int?) -> Bool {
    guard let last = previous.flatMap({ statements[$0].parts.last }) else { return false }
    let opening = words.containing(quotations.all[number].span.start)
    return words.has(opening - 1, .comma) && paragraph(of: last) == paragraph(of: quotations.words(of: number))
      && opening - words.containing(last.end - 1) <= Self.longestAttribution
  }

  /// Whether a quotation stands where speech begins: first in its paragraph, or behind a mark; and is no heading.
  private func beginsSpeech(_ number: Int) -> Bool {
    let range = words.indices(quotations.words(of: number))
    guard !range.isEmpty, !isTitle(number, range) else { return false }
    let begin = range.lowerBound - 1
    return begin == 0 || words.has(begin - 1, [.comma, .colon, .mark, .stop, .closing]) || beginsParagraph(number)
  }

  /// Whether it is a heading in marks: a short paragraph of capitals.
  private func isTitle(_ number: Int, _ range: Range<Int>) -> Bool {
    let count = words.count(range)
    guard count <= 8, words.document.paragraph(at: quotations.all[number].span.start) == quotations.all[number].span
    else { return false }
    return range.count { words.has($0, .capital) } * 4 >= count * 3
  }

  private func beginsParagraph(_ number: Int) -> Bool {
    words.document.paragraph(at: quotations.all[number].span.start)?.start == quotations.all[number].span.start
  }

  /// `The minister hit back: “…”`: the subject of a clause before a colon.
  private func introduced(_ number: Int) -> Span? {
    let opening = words.containing(quotations.all[number].span.start)
    guard words.has(opening - 1, .colon),
      let sentence = words.document.sentence(at: words.tokens[opening - 1].span.start)
    else { return nil }
    let all = words.indices(sentence)
    let range = max(all.lowerBound, opening - 60)..<max(all.upperBound, opening)
    let subjects = neighbours.subjects(before: opening - 1)
    let speaker =
      subjects.first(where: isSomebody) ?? giver(in: range)
      ?? subjects.first.flatMap { words.any($0, [.it, .dummy]) ? nil : $0 }
    return speaker.map(words.span)
  }

  private func isSomebody(_ source: Range<Int>) -> Bool {
    let phrase = SourcePhrase(source, in: words)
    return phrase.core?.kind == .name || phrase.kind != nil && phrase.kind != .thing
  }

  /// `In a statement by X:`: the last name of somebody behind a preposition.
  private func giver(in range: Range<Int>) -> Range<Int>? {
    let preposition = range.dropLast().last {
      words.has($0, .preposition) && words.speakers.covers(words.tokens[$0 + 1].span)
    }
    return preposition.flatMap { neighbours.subjects.phrases.beginning(at: $0 + 1, limit: range.upperBound) }
  }

  private func paragraph(of span: Span) -> Span? { words.document.paragraph(at: span.start) }
}
