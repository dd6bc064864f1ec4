import PostilModuleKit

/// Finds whose canonical name a source stands for.
struct Speakers {
  private static let kinds: Set<String> = ["person", "organization"]

  private let words: Words
  private let document: DocumentView
  /// By place.
  private let names: [Annotation]
  private let namePlaces: SpanIndex
  private let titles: TitleWords
  private let subjects: SubjectFinder
  private var local: LocalNames

  init(words: Words) {
    self.words = words
    document = words.document
    names = document.annotations.filter { Self.kinds.contains($0.type) }.sorted { $0.span < $1.span }
    namePlaces = SpanIndex(names.map(\.span))
    titles = TitleWords(of: names, in: document)
    subjects = SubjectFinder(words: words)
    local = LocalNames(words: words)
  }

  /// The canonical name; nil when unsure.
  mutating func entity(of source: Span, previous: (span: Span, entity: String?)?) -> String? {
    let range = words.indices(source)
    guard let first = range.first else { return nil }
    if range.count == 1, words.has(first, .pronoun) || words.tokens[first].span.count == 1 {
      return antecedent(of: source, previous)
    }
    return named(range) ?? local.name(in: range)
  }

  /// Whether an earlier module has found the name that a phrase holds or stands for.
  func isKnown(_ source: Span) -> Bool {
    let range = words.indices(source)
    return !range.isEmpty && named(range) != nil
  }

  /// The name that a phrase holds or stands for.
  private func named(_ range: Range<Int>) -> String? {
    let inside = namePlaces.inside(words.span(range)).map { names[$0] }
    let head = head(of: range)
    let free = inside.filter { !isPossessor($0) }
    if let person = free.first(where: { $0.type == "person" }) { return person.features["entity"]?.string }
    if let name = free.last(where: { $0.type == "organization" && $0.span.end >= head.end }) {
      return name.features["entity"]?.string
    }
    if let holder = titles.holder(of: head, besides: inside.map(\.span)).map({ names[$0] }) {
      return holder.features["entity"]?.string
    }
    if words.has(range.lowerBound, .determiner), !words.has(range.lowerBound, .definite) { return nil }
    if local.hasName(in: range) { return nil }
    return free.last { $0.type == "organization" }?.features["entity"]?.string
  }

  /// The source up to its first comma or clause of `who`.
  private func head(of range: Range<Int>) -> Span {
    let end = range.dropFirst().first { words.has($0, [.comma, .relative]) } ?? range.upperBound
    return words.span(range.lowerBound..<max(range.lowerBound + 1, end))
  }

  /// Whether a possessive mark follows the name, so that another word is the head.
  private func isPossessor(_ name: Annotation) -> Bool {
    let next = words.containing(max(name.span.start, name.span.end - 1))
    return words.has(next, .possessive) && words.tokens[next].span.end > name.span.end
  }

  /// For a pronoun, who was last the subject of a sentence, or spoke last.
  private mutating func antecedent(of pronoun: Span, _ previous: (span: Span, entity: String?)?) -> String? {
    let sentences = document.structure.sentences
    let last = sentences.partitioningIndex { $0.start >= pronoun.start }
    for sentence in sentences[..<last].suffix(6).reversed() {
      let range = Span(start: sentence.start, end: max(sentence.start, min(sentence.end, pronoun.start)))
      if let previous, range.contains(previous.span), let entity = previous.entity { return entity }
      let subject = subject(of: range)
      if let subject, let entity = named(subject) ?? local.name(in: subject) { return entity }
      if let subject, words.has(subject.lowerBound, .determiner), !words.has(subject.lowerBound, .definite),
        sentence == sentences[..<last].last
      {
        return nil
      }
      if let person = firstPerson(in: range) { return person }
    }
    return nil
  }

  private func firstPerson(in range: Span) -> String? {
    namePlaces.inside(range).lazy.map { names[$0] }.first {
      $0.type == "person" && !isPossessor($0) && !words.has(words.containing($0.span.start), .quoted)
    }?.features["entity"]?.string
  }

  /// The subject of a sentence's first verb.
  private func subject(of sentence: Span) -> Range<Int>? {
    let range = words.indices(sentence)
    let verb = range.prefix(40).first { words.has($0, [.verb, .auxiliary]) && !words.has($0, [.capital, .quoted]) }
    return verb.flatMap { subjects.adjacent(before: $0, floor: range.lowerBound) }
  }
}
