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
      let title = String(decoding: document.utf8[max(0, start - Self.reach)..<start], as: UTF8.self)
      return (index, start, Set(Self.words(title)))
    }
  }

  /// The nearest name before `phrase` whose titles have all its words, as an index into the names.
  func holder(of phrase: Span) -> Int? {
    let words = Set(Self.words(document.text(phrase)))
    guard !words.isEmpty else { return nil }
    let candidates = holders[words] ?? persons.indices.filter { words.isSubset(of: persons[$0].words) }
    holders[words] = candidates
    let next = candidates.partitioningIndex { persons[$0].start >= phrase.start }
    return next > 0 ? persons[candidates[next - 1]].name : nil
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }.filter {
      !["the", "a", "an", "of", "s", "his", "her"].contains($0)
    }
  }
}
