import PostilGrammar
import PostilModuleKit

/// The persons and organizations that earlier modules have found, by place.
struct KnownNames {
  private let words: Words
  /// By place.
  private let names: [AnnotationView]
  /// The number of each among the document's annotations.
  private let numbers: [Int]
  private let places: SpanIndex
  private let titles: TitleWords
  /// The organizations, by place, by the noun that is the core of each name: `ministry`.
  private let organizations: [UInt64: [Int]]
  /// The pronouns that may stand for each entity, where anything tells.
  private let genders: [String: WordClass]
  private let kinds: [String: SourcePhrase.Kind]

  init(words: Words) {
    self.words = words
    let all = words.document.annotations
    numbers = all.indices.filter { Words.speakerTypes.contains(all[$0].type) }.sorted { all[$0].span < all[$1].span }
    names = numbers.map { all[$0] }
    places = SpanIndex(names.map(\.span))
    titles = TitleWords(of: names, in: words)
    organizations = Self.organizations(of: names, words)
    genders = Self.genders(of: names, words)
    kinds = Dictionary(
      names.compactMap { name in
        name.features["entity"]?.string.map { ($0, name.type == "person" ? .person : .organization) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whom the name number `index` means.
  private func speaker(_ index: Int) -> Speaker? {
    names[index].features["entity"]?.string.map { Speaker(entity: $0, names: [numbers[index]]) }
  }

  /// The annotations of the names in `span`.
  func annotations(in span: Span) -> [Int] { places.inside(span).map { numbers[$0] } }

  /// Whose name a phrase holds or stands for.
  ///
  /// A person counts in the head of the phrase or in apposition to it alone, and never where the head is for several or, without
  /// an apposition, for somebody unnamed; an organization that stands before the head or behind a preposition counts where the
  /// head speaks for it, as no critic does.
  ///
  /// - Parameter local: Names of its own, before which an organization that the phrase does not end in gives way.
  func named(_ phrase: SourcePhrase, besides local: LocalNames) -> Speaker? {
    guard let core = phrase.core else { return nil }
    if !phrase.isSeveral {
      for noun in phrase.selves {
        if let person = name(ofType: "person", inHeadOf: noun) { return speaker(person) }
      }
    }
    if core.kind == .thing { return nil }
    let isOffice = !phrase.isSeveral && !phrase.isIndefinite
    if isOffice, core.kind == .person, let holder = holder(of: phrase) { return speaker(holder) }
    for noun in phrase.selves {
      if let body = name(ofType: "organization", inHeadOf: noun) { return speaker(body) }
    }
    if let organization = organization(like: core) { return organization }
    if isOffice, core.kind == .unknown, let holder = holder(of: phrase) { return speaker(holder) }
    guard phrase.speaksForBody else { return nil }
    if let modifier = last(ofType: "organization", in: core) { return speaker(modifier) }
    if phrase.selves.contains(where: { $0.kind == .name && local.hasName(in: $0.tokens) }) { return nil }
    guard !phrase.isOutsider else { return nil }
    return phrase.complements.lazy.compactMap { last(ofType: "organization", in: $0.noun) }.first.flatMap(speaker)
  }

  /// The person whose title has the words of a phrase up to its first comma: `the minister of health`.
  private func holder(of phrase: SourcePhrase) -> Int? {
    guard let core = phrase.core, !words.has(core.tokens.lowerBound, .owner) else { return nil }
    let end = phrase.complements.last { complement in
      !phrase.appositions.contains { $0.tokens.lowerBound < complement.noun.tokens.lowerBound }
    }?.noun.tokens.upperBound
    let range = core.tokens.lowerBound..<(end ?? core.tokens.upperBound)
    return titles.holder(
      of: range, isClose: core.kind == .unknown, besides: places.inside(words.span(range)).map { names[$0].span })
  }

  /// The longest name of a type that stands over the head of a noun group, and owns nothing.
  private func name(ofType type: String, inHeadOf noun: NounGroup) -> Int? {
    places.around(words.tokens[noun.head].span).first { names[$0].type == type && !isPossessor(names[$0]) }
  }

  /// The last name of a type in a noun group that owns nothing.
  private func last(ofType type: String, in noun: NounGroup) -> Int? {
    places.inside(words.span(noun.tokens)).last { names[$0].type == type && !isPossessor(names[$0]) }
  }

  /// The persons in a sentence who own nothing there and stand in no quotation and no boilerplate, each once.
  func persons(in range: Span) -> [(entity: String, annotation: Int)] {
    var found: [(entity: String, annotation: Int)] = []
    for index in places.inside(range) where names[index].type == "person" && !isPossessor(names[index]) {
      guard !words.has(words.containing(names[index].span.start), .quoted),
        !words.document.structure.isBoilerplate(names[index].span),
        let entity = names[index].features["entity"]?.string, !found.contains(where: { $0.entity == entity })
      else { continue }
      found.append((entity, numbers[index]))
    }
    return found
  }

  /// Whether an entity is a person or an organization; nil when no name of it was found.
  func kind(of entity: String) -> SourcePhrase.Kind? { kinds[entity] }

  /// Whether a pronoun of class `kind` may stand for `entity`: `it` for no name that may be somebody's.
  func fits(_ entity: String, _ kind: WordClass) -> Bool {
    guard let gender = genders[entity] else { return !kind.contains(.it) }
    return kind.isEmpty || !gender.isDisjoint(with: kind)
  }

  /// `the ministry`: the one organization before it whose name has the same noun for its core.
  private func organization(like noun: NounGroup) -> Speaker? {
    guard words.has(noun.tokens.lowerBound, .definite), !words.has(noun.tokens.lowerBound, .owner),
      !noun.tokens.dropFirst().contains(where: { words.has($0, .capital) }),
      let list = organizations[words.key(noun.head)]
    else { return nil }
    let start = words.tokens[noun.tokens.lowerBound].span.start
    var only: Speaker?
    for index in list.prefix(while: { names[$0].span.start < start }) {
      guard let speaker = speaker(index), only == nil || only?.entity == speaker.entity else { return nil }
      only = speaker
    }
    return only
  }

  /// The last word before a preposition, or of all.
  private static func noun(of phrase: Range<Int>, _ words: Words) -> Int {
    let end = phrase.dropFirst().first { words.has($0, .preposition) } ?? phrase.upperBound
    return max(phrase.lowerBound, end - 1)
  }

  private static func organizations(of names: [AnnotationView], _ words: Words) -> [UInt64: [Int]] {
    var organizations: [UInt64: [Int]] = [:]
    for index in names.indices where names[index].type == "organization" {
      let range = words.indices(names[index].span)
      if range.count > 1 { organizations[words.key(noun(of: range, words)), default: []].append(index) }
    }
    return organizations
  }

  /// Whether a possessive mark follows the name, so that another word is the one meant.
  private func isPossessor(_ name: AnnotationView) -> Bool {
    let next = words.containing(max(name.span.start, name.span.end - 1))
    return words.has(next, .possessive) && words.tokens[next].span.end > name.span.end
  }

  private static func genders(of names: [AnnotationView], _ words: Words) -> [String: WordClass] {
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

  /// What a noun in apposition tells: `the widow, Tordis Wray`, `Tordis Wray, a widow`, `Tordis Wray, 41, a widow`.
  private static func apposed(to name: Range<Int>, _ words: Words) -> WordClass {
    let both: WordClass = [.male, .female]
    if words.has(name.lowerBound - 1, .comma), words.has(name.lowerBound - 2, both),
      !words.has(name.lowerBound - 2, [.pronoun, .object, .owner, .capital])
    {
      return words.classes[name.lowerBound - 2].intersection(both)
    }
    var next = name.upperBound
    if words.has(next, .comma), words.has(next + 1, .number), words.has(next + 2, .comma) { next += 2 }
    guard words.has(next, .comma), words.has(next + 1, .determiner), !words.has(next + 1, .owner) else { return [] }
    let noun = (next + 2..<next + 5).first { words.has($0, both) || !words.isWord($0) }
    return noun.map { words.classes.indices.contains($0) ? words.classes[$0].intersection(both) : [] } ?? []
  }

  /// What the title before a name, or the first of several words of it, tells; empty when neither tells anything.
  private static func gender(of name: Range<Int>, _ words: Words) -> WordClass {
    guard let first = name.first else { return [] }
    let before = words.has(first - 1, .mark) ? first - 2 : first - 1
    let both: WordClass = [.male, .female]
    if words.has(before, both), !words.has(before, [.owner, .pronoun, .object]) {
      return words.classes[before].intersection(both)
    }
    if words.has(before, .person), words.has(before, .capital), words.has(before - 1, .owner) {
      return words.classes[before - 1].intersection(both)
    }
    let apposed = apposed(to: name, words)
    if !apposed.isEmpty { return apposed }
    return name.count > 1 ? words.classes[first].intersection(both) : []
  }
}
