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
  private let names: [Annotation]
  private let phrases: [Candidate]

  init(document: DocumentView) {
    self.document = document
    names = document.annotations.filter { Self.kinds.contains($0.type) }.sorted { $0.span < $1.span }
    phrases = document.candidates(ofType: "source").map { document.candidates[$0] }
  }

  /// The nearest source in `clause` that ends before `offset`.
  func source(in clause: Span, before offset: Int) -> Source? {
    let range = Span(start: clause.start, end: max(clause.start, offset))
    let name = names.last { range.contains($0.span) && isSubject($0, offset) }
    let phrase = phrases.last { range.contains($0.span) }
    if let phrase, phrase.span.end >= (name?.span.end ?? -1) { return resolve(phrase) }
    return name.map { Source(span: nounPhrase($0.span, in: clause), entity: $0.features["entity"]?.string) }
  }

  /// The first source in `clause` that begins at or after `offset`.
  func source(in clause: Span, after offset: Int) -> Source? {
    guard offset <= clause.end else { return nil }
    let range = Span(start: offset, end: clause.end)
    let name = names.first { range.contains($0.span) }
    let phrase = phrases.first { range.contains($0.span) }
    if let phrase, phrase.span.start <= (name?.span.start ?? Int.max) { return resolve(phrase) }
    return name.map { Source(span: nounPhrase($0.span, in: range), entity: $0.features["entity"]?.string) }
  }

  /// A source at exactly this place, such as that of a heading.
  func source(at span: Span) -> Source {
    let inside = names.filter { span.contains($0.span) }
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
    let before = names.filter { $0.span.end <= phrase.span.start }
    if isPronoun {
      return Source(span: phrase.span, entity: lastSubject(before: phrase.span.start))
    }
    let inside = names.last { phrase.span.contains($0.span) }
    if let inside, inside.type == "person" {
      return Source(span: phrase.span, entity: inside.features["entity"]?.string)
    }
    return Source(
      span: phrase.span, entity: holder(of: phrase.span, among: before) ?? inside?.features["entity"]?.string)
  }

  /// The person whose name an office's words stood before, the nearest one first.
  private func holder(of phrase: Span, among names: [Annotation]) -> String? {
    let words = Set(Self.words(document.text(phrase)))
    guard !words.isEmpty else { return nil }
    return names.last { name in
      guard name.type == "person" else { return false }
      let start = max(0, name.span.start - 60)
      let title = String(decoding: document.utf8[start..<name.span.start], as: UTF8.self)
      return words.isSubset(of: Set(Self.words(title)))
    }?.features["entity"]?.string
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }.filter {
      !["the", "a", "an", "of", "s", "his", "her"].contains($0)
    }
  }

  /// The person who was last the subject of a sentence, or was last named.
  private func lastSubject(before offset: Int) -> String? {
    let sentences = document.structure.sentences.filter { $0.start < offset }
    for sentence in sentences.suffix(6).reversed() {
      let range = Span(start: sentence.start, end: min(sentence.end, offset))
      if let phrase = phrases.first(where: { range.contains($0.span) && $0.features["pronoun"]?.boolean != true }),
        let entity = resolve(phrase).entity
      {
        return entity
      }
      if let name = names.first(where: { $0.type == "person" && range.contains($0.span) }) {
        return name.features["entity"]?.string
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
