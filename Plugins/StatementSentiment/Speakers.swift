import PostilGrammar
import PostilModuleKit

/// Who a source is.
struct Speaker {
  /// The canonical name; nil when unsure.
  var entity: String?
  /// Those between whom it is unsure.
  var candidates: [String] = []
  /// The annotations of the names that tell it.
  var names: [Int] = []
  /// The annotation of the earlier statement, or the one around, whose speaker it is.
  var statement: Int?
}

/// The source of an earlier statement.
struct EarlierSource {
  let span: Span
  let speaker: Speaker
  /// The annotation of the statement.
  let statement: Int

  /// The same speaker, as the words of the statement tell it to another.
  func passedOn() -> Speaker { Speaker(entity: speaker.entity, names: speaker.names, statement: statement) }
}

/// Finds whose canonical name a source stands for.
struct Speakers {
  private let words: Words
  private let names: KnownNames
  private let antecedents: Antecedents
  private var local: LocalNames
  /// How often each has spoken, and the annotations that told it first.
  private var turns: [String: (count: Int, names: [Int])] = [:]

  init(words: Words) {
    self.words = words
    names = KnownNames(words: words)
    antecedents = Antecedents(words: words, names: names, subjects: SubjectFinder(words.text))
    local = LocalNames(words: words)
  }

  /// - Parameters:
  ///   - previous: The source of the statement before, and who it is.
  ///   - outer: Who says the statement around.
  mutating func speaker(of source: Span, previous: EarlierSource?, outer: EarlierSource?) -> Speaker {
    let found = resolved(source, previous, outer)
    if let entity = found.entity { turns[entity, default: (0, found.names)].count += 1 }
    return found
  }

  private mutating func resolved(_ source: Span, _ previous: EarlierSource?, _ outer: EarlierSource?) -> Speaker {
    let range = words.indices(source)
    guard let first = range.first else { return Speaker() }
    if range.count == 1, words.has(first, .first) { return outer?.passedOn() ?? Speaker() }
    if range.count == 1, words.tokens[first].span.count == 1, words.has(first, .capital) {
      return mainSpeaker ?? Speaker()
    }
    if range.count == 1, words.has(first, .pronoun) {
      return antecedents.speaker(of: range, previous, &local)
    }
    if isStyle(range) { return antecedents.speaker(of: first..<(first + 1), previous, &local) }
    let phrase = SourcePhrase(range, in: words)
    return names.named(phrase, besides: local) ?? local.speaker(of: phrase) ?? Speaker()
  }

  /// `His Excellency`: a style stands for somebody as its pronoun does.
  private func isStyle(_ range: Range<Int>) -> Bool {
    range.count == 2 && words.has(range.lowerBound, .owner) && words.has(range.lowerBound + 1, .person)
      && words.has(range.lowerBound + 1, .capital)
  }

  /// Who has spoken most, whose answers a letter labels.
  private var mainSpeaker: Speaker? {
    turns.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      .map { Speaker(entity: $0.key, names: $0.value.names) }
  }

  /// What a source is: by the one that it stands for, else by its words.
  func kind(of source: Span, _ speaker: Speaker) -> SourcePhrase.Kind? {
    let range = words.indices(source)
    guard !range.isEmpty else { return nil }
    let phrase = SourcePhrase(range, in: words)
    let named = speaker.entity.flatMap(names.kind)
    return phrase.isSeveral || phrase.core?.kind == .person && named == .organization
      ? phrase.kind : named ?? phrase.kind
  }

  /// Whom a stance is towards: the noun phrase that its content begins with, with what `of` joins to it and other noun groups that
  /// `and` or a comma does; the whole where it begins with none. One alone that is a name or somebody may have an entity.
  func target(in content: Span) -> (span: Span, entity: String?) {
    let range = words.indices(content)
    let nouns = SentenceGrammar(range, of: words.text).nouns
    guard let core = nouns.first, core.tokens.lowerBound <= range.lowerBound + 1 else { return (content, nil) }
    var end = core.tokens.upperBound
    // A gerund behind a determiner is a noun: `the killing of two sailors`.
    let isBare = core.tokens.count == 1 && words.has(core.tokens.lowerBound, .determiner)
    if isBare, end < range.upperBound, words.has(end, .gerund) { end += 1 }
    for noun in nouns.dropFirst() where noun.tokens.lowerBound == end + 1 {
      guard words.has(end, [.coordinator, .comma]) || words.key(end) == Self.of else { break }
      end = noun.tokens.upperBound
    }
    let target = words.span(core.tokens.lowerBound..<end)
    guard end == core.tokens.upperBound, [.name, .person, .body].contains(core.kind) else { return (target, nil) }
    return (target, names.named(SourcePhrase(core.tokens, in: words), besides: local)?.entity)
  }

  private static let of = Words.key(of: "of".utf8)

  /// The annotations of the names in `span`.
  func annotations(in span: Span) -> [Int] { names.annotations(in: span) }

  /// Whether an earlier module has found the name that a phrase holds or stands for.
  func isKnown(_ source: Span) -> Bool {
    let range = words.indices(source)
    return !range.isEmpty && names.named(SourcePhrase(range, in: words), besides: local) != nil
  }
}
