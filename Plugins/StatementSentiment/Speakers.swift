import PostilModuleKit

/// Who a source is.
struct Speaker {
  /// The canonical name; nil when unsure.
  var entity: String?
  /// Those between whom it is unsure.
  var candidates: [String] = []
}

/// Finds whose canonical name a source stands for.
struct Speakers {
  private let words: Words
  private let names: KnownNames
  private let antecedents: Antecedents
  private var local: LocalNames
  /// How often each has spoken.
  private var turns: [String: Int] = [:]

  init(words: Words) {
    self.words = words
    names = KnownNames(words: words)
    antecedents = Antecedents(words: words, names: names, subjects: SubjectFinder(words: words))
    local = LocalNames(words: words)
  }

  /// - Parameters:
  ///   - previous: The source of the statement before, and who it is.
  ///   - outer: Who says the statement around.
  mutating func speaker(of source: Span, previous: (span: Span, entity: String?)?, outer: String?) -> Speaker {
    let found = resolved(source, previous, outer)
    if let entity = found.entity { turns[entity, default: 0] += 1 }
    return found
  }

  private mutating func resolved(
    _ source: Span, _ previous: (span: Span, entity: String?)?, _ outer: String?
  ) -> Speaker {
    let range = words.indices(source)
    guard let first = range.first else { return Speaker() }
    if range.count == 1, words.has(first, .first) { return Speaker(entity: outer) }
    if range.count == 1, words.tokens[first].span.count == 1 { return Speaker(entity: mainSpeaker) }
    if range.count == 1, words.has(first, .pronoun) {
      return antecedents.speaker(of: range, previous, &local)
    }
    if let entity = names.named(range, besides: local) { return Speaker(entity: entity) }
    return Speaker(entity: local.name(in: range))
  }

  /// Who has spoken most, whose answers a letter labels.
  private var mainSpeaker: String? {
    turns.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether an earlier module has found the name that a phrase holds or stands for.
  func isKnown(_ source: Span) -> Bool {
    let range = words.indices(source)
    return !range.isEmpty && names.named(range, besides: local) != nil
  }
}
