import PostilModuleKit

/// Finds who speaks: the noun phrase before a cue, and whose name it stands for.
struct SourceFinder {
  /// A source in the text.
  struct Source {
    let span: Span
    let entity: String?
  }

  private static let kinds: Set<String> = ["person", "organization"]

  let document: DocumentView
  /// By place.
  private let names: [Annotation]
  private let namePlaces: SpanIndex
  /// By place.
  private let phrases: [Candidate]
  private let phrasePlaces: SpanIndex
  private let titles: TitleWords

  init(document: DocumentView) {
    self.document = document
    names = document.annotations.filter { Self.kinds.contains($0.type) }.sorted { $0.span < $1.span }
    namePlaces = SpanIndex(names.map(\.span))
    phrases = document.candidates(ofType: "source").map { document.candidates[$0] }
    phrasePlaces = SpanIndex(phrases.map(\.span))
    titles = TitleWords(of: names, in: document)
  }

  /// The nearest source in `clause` that ends before `offset`.
  func source(in clause: Span, before offset: Int) -> Source? {
    let range = Span(start: clause.start, end: max(clause.start, offset))
    let name = namePlaces.inside(range).last { isSubject(names[$0], offset) }.map { names[$0] }
    let phrase = phrasePlaces.inside(range).last.map { phrases[$0] }
    if let phrase, phrase.span.end >= (name?.span.end ?? -1) { return resolve(phrase) }
    return name.map { Source(span: nounPhrase($0.span, in: clause), entity: $0.features["entity"]?.string) }
  }

  /// The first source in `clause` that begins at or after `offset`.
  func source(in clause: Span, after offset: Int) -> Source? {
    guard offset <= clause.end else { return nil }
    let range = Span(start: offset, end: clause.end)
    let name = namePlaces.inside(range).first.map { names[$0] }
    let phrase = phrasePlaces.inside(range).first.map { phrases[$0] }
    if let phrase, phrase.span.start <= (name?.span.start ?? Int.max) { return resolve(phrase) }
    return name.map { Source(span: nounPhrase($0.span, in: range), entity: $0.features["entity"]?.string) }
  }

  /// A source at exactly this place, such as that of a heading.
  func source(at span: Span) -> Source {
    let inside = namePlaces.inside(span).map { names[$0] }
    let entity = inside.first { $0.type == "organization" } ?? inside.last
    return Source(span: span, entity: entity?.features["entity"]?.string)
  }

  /// A name behind a possessive, or before one, does not speak.
  private func isSubject(_ name: Annotation, _ offset: Int) -> Bool {
    guard name.span.end < document.utf8.count else { return true }
    let after = document.text(Span(start: name.span.end, end: min(offset, name.span.end + 4)))
    return !after.hasPrefix("’s") && !after.hasPrefix("'s")
  }

  private func resolve(_ phrase: Candidate) -> Source {
    let isPronoun = phrase.features["pronoun"]?.boolean == true
    if isPronoun {
      return Source(span: phrase.span, entity: lastSubject(before: phrase.span.start))
    }
    let inside = namePlaces.inside(phrase.span).last.map { names[$0] }
    if let inside, inside.type == "person" {
      return Source(span: phrase.span, entity: inside.features["entity"]?.string)
    }
    let holder = titles.holder(of: phrase.span).map { names[$0] }
    return Source(span: phrase.span, entity: (holder ?? inside)?.features["entity"]?.string)
  }

  /// The person who was last the subject of a sentence, or was last named.
  private func lastSubject(before offset: Int) -> String? {
    let sentences = document.structure.sentences
    for sentence in sentences[..<sentences.partitioningIndex { $0.start >= offset }].suffix(6).reversed() {
      let range = Span(start: sentence.start, end: min(sentence.end, offset))
      let phrase = phrasePlaces.inside(range).first { phrases[$0].features["pronoun"]?.boolean != true }
      if let phrase, let entity = resolve(phrases[phrase]).entity { return entity }
      if let name = namePlaces.inside(range).first(where: { names[$0].type == "person" }) {
        return names[name].features["entity"]?.string
      }
    }
    return nil
  }

  /// The name with the capitalised words, demonyms and article before it.
  private func nounPhrase(_ span: Span, in clause: Span) -> Span {
    var start = span.start
    let tokens = document.tokens(in: Span(start: clause.start, end: span.start))
    for token in tokens.reversed() {
      guard document.text(Span(start: token.span.end, end: start)).allSatisfy({ $0 == " " || $0 == "-" || $0 == "." })
      else { break }
      let word = document.text(token.span)
      if word.first?.isUppercase == true, token.kind == .word {
        start = token.span.start
      } else if word == "the" || word == "." || word == "-" {
        if word == "the" {
          start = token.span.start
          break
        }
      } else {
        break
      }
    }
    return Span(start: start, end: span.end)
  }
}
