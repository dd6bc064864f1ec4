import PostilGrammar
import PostilModuleKit

/// The words before persons' names, by which an office's words find the person who holds it.
final class TitleWords {
  /// How far before a name its titles may begin, in bytes.
  private static let reach = 60

  /// No title goes over one of these.
  private static let borders: WordClass = [.verb, .auxiliary, .semicolon, .opening, .closing, .relative, .that]

  private let words: Words
  /// The persons' places, the words before each, and those of them that no comma parts from the name.
  private let persons: [(name: Int, start: Int, keys: Set<UInt64>, close: Set<UInt64>)]
  /// For each word the persons before whom it stands.
  private let bearers: [UInt64: [Int]]
  /// For the words of each phrase asked for, the persons whose titles hold them all.
  private var holders: [Asked: [Int]] = [:]

  private struct Asked: Hashable {
    let keys: Set<UInt64>
    let isClose: Bool
  }

  /// - Parameter names: By place.
  init(of names: [AnnotationView], in words: Words) {
    self.words = words
    persons = names.indices.filter { names[$0].type == "person" }.map { index in
      let start = names[index].span.start
      let sentence = words.document.sentence(at: start)?.start ?? 0
      let all = words.indices(Span(start: max(sentence, start - Self.reach), end: start))
      let border = all.last { words.has($0, Self.borders) && !words.has($0, .capital) }
      let title = (border.map { $0 + 1 } ?? all.lowerBound)..<all.upperBound
      let comma = title.last { words.has($0, .comma) }
      let close = (comma.map { $0 + 1 } ?? title.lowerBound)..<title.upperBound
      return (index, start, Self.keys(title, in: words), Self.keys(close, in: words))
    }
    var bearers: [UInt64: [Int]] = [:]
    for (index, person) in persons.enumerated() {
      for key in person.keys { bearers[key, default: []].append(index) }
    }
    self.bearers = bearers
  }

  /// The nearest name before `phrase`, else the first behind it, whose titles have all its words; when none has, the
  /// one person whose titles have those words that stand in no name.
  ///
  /// - Parameters:
  ///   - isClose: Whether no comma may part the title from the name, as one parts `the film, Ann Marlow`.
  ///   - names: The names in the phrase.
  func holder(of phrase: Range<Int>, isClose: Bool, besides names: [Span]) -> Int? {
    let start = words.tokens[phrase.lowerBound].span.start
    if let found = nearest(Self.keys(phrase, in: words), isClose, to: start) { return found }
    guard !names.isEmpty else { return nil }
    let rest = phrase.lazy.filter { [words] token in !names.contains { $0.contains(words.tokens[token].span) } }
    return nearest(Self.keys(rest, in: words), isClose, to: start)
  }

  private func nearest(_ keys: Set<UInt64>, _ isClose: Bool, to start: Int) -> Int? {
    let lists = keys.map { bearers[$0] ?? [] }
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return nil }
    let asked = Asked(keys: keys, isClose: isClose)
    let found = holders[asked] ?? shortest.filter { keys.isSubset(of: isClose ? persons[$0].close : persons[$0].keys) }
    holders[asked] = found
    let next = found.partitioningIndex { persons[$0].start >= start }
    return next > 0 ? persons[found[next - 1]].name : found.first.map { persons[$0].name }
  }

  /// The words that say something: without articles, possessives and prepositions.
  private static func keys(_ tokens: some Sequence<Int>, in words: Words) -> Set<UInt64> {
    Set(
      tokens.lazy.filter { words.isWord($0) && !words.has($0, [.determiner, .possessive, .preposition]) }
        .map(words.key))
  }
}
