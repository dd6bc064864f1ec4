import PostilModuleKit

/// The words before persons' names, by which an office's words find the person who holds it.
final class TitleWords {
  /// How far before a name its titles may begin, in bytes.
  private static let reach = 60

  private let document: DocumentView
  /// The persons' places, and the words before each.
  private let persons: [(name: Int, start: Int, words: Set<String>)]
  /// For the words of each phrase asked for, the persons whose titles hold them all.
  private var holders: [Set<String>: [Int]] = [:]

  /// - Parameter names: By place.
  init(of names: [Annotation], in document: DocumentView) {
    self.document = document
    persons = names.indices.filter { names[$0].type == "person" }.map { index in
      let start = names[index].span.start
      let sentence = document.sentence(at: start)?.start ?? 0
      let title = String(decoding: document.utf8[max(sentence, start - Self.reach)..<start], as: UTF8.self)
      return (index, start, Set(Self.words(title)))
    }
  }

  /// The nearest name before `phrase`, else the first behind it, whose titles have all its words; when none has, the
  /// one person whose titles have those words that stand in no name.
  ///
  /// - Parameter names: The names in the phrase.
  func holder(of phrase: Span, besides names: [Span]) -> Int? {
    if let found = nearest(Set(Self.words(document.text(phrase))), to: phrase) { return found }
    var bytes = Array(document.utf8[phrase.start..<phrase.end])
    for name in names where name.start >= phrase.start && name.start < phrase.end {
      for index in name.start..<min(name.end, phrase.end) { bytes[index - phrase.start] = 0x20 }
    }
    let rest = Set(Self.words(String(decoding: bytes, as: UTF8.self)))
    return names.isEmpty ? nil : nearest(rest, to: phrase)
  }

  private func nearest(_ words: Set<String>, to phrase: Span) -> Int? {
    guard !words.isEmpty else { return nil }
    let candidates = holders[words] ?? persons.indices.filter { words.isSubset(of: persons[$0].words) }
    holders[words] = candidates
    let next = candidates.partitioningIndex { persons[$0].start >= phrase.start }
    return next > 0 ? persons[candidates[next - 1]].name : candidates.first.map { persons[$0].name }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }.filter {
      !["the", "a", "an", "of", "s", "his", "her"].contains($0)
    }
  }
}
