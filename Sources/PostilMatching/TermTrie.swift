import PostilModel

/// A trie over the words of terms, all of which fold case or none.
struct TermTrie: Sendable {
  /// A term's lexicon and its row there.
  struct End: Sendable {
    let lexicon: Int
    let row: Int
  }

  private var vocabulary: TermVocabulary
  /// The node behind a node by a word, by ``edge(_:_:afterSpace:)``.
  private var children: [UInt64: Int32] = [:]
  private var ends: [[End]] = [[]]

  init(foldsCase: Bool) { vocabulary = TermVocabulary(foldsCase: foldsCase) }

  var isEmpty: Bool { ends.count == 1 }

  /// Adds a term; of equal terms of one lexicon the first row wins.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ end: End) {
    let words = WordScanner.words(in: text)
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for (index, word) in words.enumerated() {
      let number = vocabulary.insert(UnsafeBufferPointer(rebasing: text[word.span.start..<word.span.end]))
      let edge = Self.edge(node, number, afterSpace: index > 0 && word.isAfterSpace)
      if let child = children[edge] {
        node = child
      } else {
        node = Int32(ends.count)
        children[edge] = node
        ends.append([])
      }
    }
    if !ends[Int(node)].contains(where: { $0.lexicon == end.lexicon }) { ends[Int(node)].append(end) }
  }

  private static func edge(_ node: Int32, _ word: Int32, afterSpace: Bool) -> UInt64 {
    UInt64(node) << 33 | UInt64(word) << 1 | (afterSpace ? 1 : 0)
  }

  /// The numbers of the words of a text; -1 for those of no term.
  func numbers(of words: [WordScanner.Word], in text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    guard !isEmpty else { return [] }
    return words.map {
      vocabulary.number(of: UnsafeBufferPointer(rebasing: text[$0.span.start..<$0.span.end])) ?? -1
    }
  }

  /// Calls `each` with every term that begins at word `first`, the shorter before the longer, and its last word.
  func walk(
    _ words: [WordScanner.Word], _ numbers: [Int32], from first: Int, _ each: (_ end: End, _ last: Int) -> Void
  ) {
    guard !numbers.isEmpty, numbers[first] >= 0,
      var node = children[Self.edge(0, numbers[first], afterSpace: false)]
    else { return }
    var last = first
    while true {
      for end in ends[Int(node)] { each(end, last) }
      last += 1
      guard last < words.count, numbers[last] >= 0,
        let child = children[Self.edge(node, numbers[last], afterSpace: words[last].isAfterSpace)]
      else { return }
      node = child
    }
  }
}
