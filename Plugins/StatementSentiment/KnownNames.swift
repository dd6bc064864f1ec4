import PostilModuleKit

/// The persons and organizations that earlier modules have found, by place.
struct KnownNames {
  private static let kinds: Set<String> = ["person", "organization"]

  private let words: Words
  /// By place.
  private let names: [Annotation]
  private let places: SpanIndex
  private let titles: TitleWords
  /// For each word the organizations that it is the head of, by place.
  private let heads: [UInt64: [Int]]
  /// The pronouns that may stand for each entity, where anything tells.
  private let genders: [String: WordClass]

  init(words: Words) {
    self.words = words
    names = words.document.annotations.filter { Self.kinds.contains($0.type) }.sorted { $0.span < $1.span }
    places = SpanIndex(names.map(\.span))
    titles = TitleWords(of: names, in: words)
    heads = Self.heads(of: names, words)
    genders = Self.genders(of: names, words)
  }

  /// The canonical name that a phrase holds or stands for.
  ///
  /// - Parameter local: Names of its own, before which an organization that is not the head gives way.
  func named(_ range: Range<Int>, besides local: LocalNames) -> String? {
    let inside = places.inside(words.span(range)).map { names[$0] }
    let head = head(of: range)
    let end = words.tokens[head.upperBound - 1].span.end
    let free = inside.filter { !isPossessor($0) }
    if let person = free.first(where: { $0.type == "person" }) { return person.features["entity"]?.string }
    if let name = free.last(where: { $0.type == "organization" && $0.span.end >= end }) {
      return name.features["entity"]?.string
    }
    if let organization = organization(like: head) { return organization }
    if let holder = titles.holder(of: head, besides: inside.map(\.span)) {
      return names[holder].features["entity"]?.string
    }
    if words.has(range.lowerBound, .determiner), !words.has(range.lowerBound, .definite) { return nil }
    if local.hasName(in: range) { return nil }
    return free.last { $0.type == "organization" }?.features["entity"]?.string
  }

  /// The persons in a sentence who own nothing there and stand in no quotation, each once.
  func persons(in range: Span) -> [String] {
    var found: [String] = []
    for index in places.inside(range) where names[index].type == "person" && !isPossessor(names[index]) {
      guard !words.has(words.containing(names[index].span.start), .quoted),
        let entity = names[index].features["entity"]?.string, !found.contains(entity)
      else { continue }
      found.append(entity)
    }
    return found
  }

  /// Whether a pronoun of class `kind` may stand for `entity`.
  func fits(_ entity: String, _ kind: WordClass) -> Bool {
    guard let gender = genders[entity] else { return true }
    return kind.isEmpty || !gender.isDisjoint(with: kind)
  }

  /// The source up to its first comma or clause of `who`.
  private func head(of range: Range<Int>) -> Range<Int> {
    let end = range.dropFirst().first { words.has($0, [.comma, .relative]) } ?? range.upperBound
    return range.lowerBound..<max(range.lowerBound + 1, end)
  }

  /// `the ministry`: the one organization before it that its noun is the head of.
  private func organization(like phrase: Range<Int>) -> String? {
    guard words.has(phrase.lowerBound, .definite), !phrase.dropFirst().contains(where: { words.has($0, .capital) }),
      let list = heads[words.key(Self.head(of: phrase, words))]
    else { return nil }
    let start = words.tokens[phrase.lowerBound].span.start
    var only: String?
    for index in list.prefix(while: { names[$0].span.start < start }) {
      guard let entity = names[index].features["entity"]?.string, only == nil || only == entity else { return nil }
      only = entity
    }
    return only
  }

  /// The last word before a preposition, or of all.
  private static func head(of phrase: Range<Int>, _ words: Words) -> Int {
    let end = phrase.dropFirst().first { words.has($0, .preposition) } ?? phrase.upperBound
    return max(phrase.lowerBound, end - 1)
  }

  private static func heads(of names: [Annotation], _ words: Words) -> [UInt64: [Int]] {
    var heads: [UInt64: [Int]] = [:]
    for index in names.indices where names[index].type == "organization" {
      let range = words.indices(names[index].span)
      if range.count > 1 { heads[words.key(head(of: range, words)), default: []].append(index) }
    }
    return heads
  }

  /// Whether a possessive mark follows the name, so that another word is the head.
  private func isPossessor(_ name: Annotation) -> Bool {
    let next = words.containing(max(name.span.start, name.span.end - 1))
    return words.has(next, .possessive) && words.tokens[next].span.end > name.span.end
  }

  private static func genders(of names: [Annotation], _ words: Words) -> [String: WordClass] {
    var genders: [String: WordClass] = [:]
    for name in names {
      guard let entity = name.features["entity"]?.string else { continue }
      guard name.type == "person" else {
        genders[entity] = [.it, .they]
        continue
      }
      let gender = gender(of: words.indices(name.span), words)
      guard !gender.isEmpty else {
        genders[entity] = genders[entity] ?? [.male, .female]
        continue
      }
      let known = genders[entity] ?? [.male, .female]
      genders[entity] = known.isDisjoint(with: gender) ? [.male, .female] : known.intersection(gender)
    }
    return genders
  }

  /// What the title before a name, or the first of several words of it, tells; empty when neither tells anything.
  private static func gender(of name: Range<Int>, _ words: Words) -> WordClass {
    guard let first = name.first else { return [] }
    let before = words.has(first - 1, .mark) ? first - 2 : first - 1
    let both: WordClass = [.male, .female]
    if words.has(before, both), !words.has(before, [.owner, .pronoun, .object]) {
      return words.classes[before].intersection(both)
    }
    return name.count > 1 ? words.classes[first].intersection(both) : []
  }
}
