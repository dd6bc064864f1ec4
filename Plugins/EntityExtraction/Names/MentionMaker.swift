import PostilModuleKit
import PostilNames

/// Makes the mentions of a document.
struct MentionMaker {
  private let document: DocumentView
  let known: KnownWords
  private let learned: Learned
  /// Of spellings that are equal the first counts for the whole document.
  private var names: [Name] = []
  /// The places of names by the numbers of spelling and kind.
  private var places = NumberTable()

  init(_ document: DocumentView, _ known: KnownWords, _ learned: Learned) {
    self.document = document
    self.known = known
    self.learned = learned
  }

  /// The mention at `span`, without a possessive at its end but for what a list has with one: McDonald's.
  mutating func mention(
    _ span: Span, _ kind: NameKind, _ certainty: Certainty, by cause: NameCause?, candidate: Int? = nil
  ) -> Mention {
    let isTerm =
      candidate.map { document.candidates[$0].type == "name" && document.candidates[$0].origin.isTerm } ?? false
    let span = NameText.withArticle(isTerm ? span : NameText.trimmed(span, in: document.utf8), in: document.utf8)
    var mention = Mention(
      span: span, name: name(span, kind), certainty: certainty, candidate: candidate, cause: cause)
    if kind == .organization { mention.short = short(span) }
    if kind == .person, certainty > .supposed { mention.first = first(span) }
    return mention
  }

  private mutating func name(_ span: Span, _ kind: NameKind) -> Name {
    let spelling = learned.spellings.spelling(at: span, in: document.utf8)
    let key = spelling.number * NameKind.count + kind.number
    if let place = places[key] { return names[place] }
    let name = learned.spellings.name(spelling, kind, isCompany: kind == .organization && isCompany(span))
    places.set(key, to: names.count)
    names.append(name)
    return name
  }

  /// Whether the last of several words is the form of a company.
  private func isCompany(_ span: Span) -> Bool {
    guard let space = document.utf8[span.start..<span.end].lastIndex(of: .space), space > span.start else {
      return false
    }
    return known.traits(of: Span(start: space + 1, end: span.end)).contains(.company)
  }

  /// `Torvex` of `Torvex Mining`: a first word of which nothing is known.
  private func short(_ span: Span) -> Spelling? {
    guard let first = firstWord(span), first.count > 3, known.traits(of: first).isEmpty,
      known.traits(of: Span(start: first.end + 1, end: span.end)).isHeadOrWord
    else { return nil }
    let spelling = spelling(first)
    return spelling.beginsWithCapital && !spelling.isAllCapitals ? spelling : nil
  }

  /// `Maria` of `Maria Kostrel`, `Kim` of `Kim Dae-ho`.
  private func first(_ span: Span) -> Spelling? {
    guard let first = firstWord(span) else { return nil }
    let traits = known.traits(of: first)
    guard !traits.isDisjoint(with: [.given, .surname]) || traits.isEmpty,
      traits.isDisjoint(with: [.title, .function, .particle, .demonym])
    else { return nil }
    let spelling = spelling(first)
    return traits.isEmpty && spelling.isAllCapitals ? nil : spelling
  }

  /// The first of the words at `span` where it is no given name but a surname, as in names that begin with the family's: *Gao* Chengvi.
  func familyName(first span: Span) -> String? {
    guard let first = firstWord(span) else { return nil }
    let traits = known.traits(of: first)
    return traits.contains(.surname) && traits.isDisjoint(with: [.given, .givenWord, .title])
      ? document.text(first) : nil
  }

  /// The first of several words.
  private func firstWord(_ span: Span) -> Span? {
    document.utf8[span.start..<span.end].firstIndex(of: .space).map { Span(start: span.start, end: $0) }
  }

  private func spelling(_ span: Span) -> Spelling {
    learned.spellings.clean(learned.spellings.spelling(at: span, in: document.utf8))
  }

  /// The mention that candidate number `index` of the document proposes.
  mutating func mention(of index: Int) -> Mention? {
    let candidate = document.candidates[index]
    let facts = learned.facts(of: candidate.origin)
    guard let kind = facts.kind, !candidate.span.isEmpty else { return nil }
    let decision: NameDecision =
      candidate.type == "identity" ? .identity : candidate.origin.isTerm ? .term : .pattern
    var mention = mention(candidate.span, kind, facts.certainty, by: .decision(decision), candidate: index)
    mention.facts = facts
    mention.canonical = facts.canonical
    mention.country = facts.country
    mention.role = facts.role(on: document.date?.value)
    mention.short = facts.short.map(learned.spellings.spelling(of:)) ?? mention.short
    return mention
  }
}
