import PostilModel

/// A trie over the words of terms, all of which fold case or none.
struct TermTrie: Sendable {
  /// A term's lexicon and its row there.
  struct End: Sendable {
    let lexicon: Int32
    let row: Int32
  }

  /// A term's end with the place of the next one of its node; -1 for none.
  private struct Ending {
    let end: End
    var next: Int32
  }

  private struct Node {
    /// The place of its first end in ``ends``; -1 for none.
    var firstEnd: Int32 = -1
    /// Whether any node stands behind it, not 0 then: most terms are one word, and need no look into ``children``.
    var isParent: UInt32 = 0
  }

  private var vocabulary: TermVocabulary
  /// For each word the node behind the root, -1 for none: most terms are one word.
  private var rootChildren: [Int32] = []
  private var children = TermEdges()
  private var nodes: [Node] = [Node()]
  /// The terms that end at nodes.
  private var ends: [Ending] = []

  init(foldsCase: Bool) { vocabulary = TermVocabulary(foldsCase: foldsCase) }

  var isEmpty: Bool { nodes.count == 1 }

  /// Adds a term; of equal terms of one lexicon the first row wins.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ end: End) {
    guard !text.isEmpty else { return }
    // Most terms are one word of ASCII letters, which need no division.
    let wordBytes = ByteSet.word
    if text.allSatisfy({ $0 < 0x80 && wordBytes.contains($0) }) {
      return add(end, to: Int(rootChild(vocabulary.insert(text))))
    }
    let words = WordScanner.words(in: text)
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for (index, word) in words.enumerated() {
      let bytes = UnsafeBufferPointer(rebasing: text[word.span.start..<word.span.end])
      let number = TermVocabulary.isApostrophe(bytes) ? vocabulary.insertApostrophe() : vocabulary.insert(bytes)
      node = index == 0 ? rootChild(number) : child(of: node, number, afterSpace: word.isAfterSpace)
    }
    add(end, to: Int(node))
  }

  private mutating func rootChild(_ word: Int32) -> Int32 {
    while rootChildren.count <= Int(word) { rootChildren.append(-1) }
    if rootChildren[Int(word)] < 0 { rootChildren[Int(word)] = newNode() }
    return rootChildren[Int(word)]
  }

  private mutating func child(of node: Int32, _ word: Int32, afterSpace: Bool) -> Int32 {
    if let known = children.node(behind: node, word, afterSpace: afterSpace) { return known }
    let made = newNode()
    children.add(made, behind: node, word, afterSpace: afterSpace)
    nodes[Int(node)].isParent = 1
    return made
  }

  private mutating func newNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  /// Makes room for `count` more terms.
  mutating func reserve(_ count: Int) {
    vocabulary.reserve(count)
    rootChildren.reserveCapacity(rootChildren.count + count)
    nodes.reserveCapacity(nodes.count + count)
    ends.reserveCapacity(ends.count + count)
  }

  private mutating func add(_ end: End, to node: Int) {
    var last: Int32 = -1
    var place = nodes[node].firstEnd
    while place >= 0 {
      if ends[Int(place)].end.lexicon == end.lexicon { return }
      last = place
      place = ends[Int(place)].next
    }
    ends.append(Ending(end: end, next: -1))
    if last >= 0 { ends[Int(last)].next = Int32(ends.count - 1) } else { nodes[node].firstEnd = Int32(ends.count - 1) }
  }

  /// The numbers of the words of a text, whose bytes are `bytes`; -1 for those of no term.
  func numbers(of text: TermText, _ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    guard !isEmpty else { return [] }
    return text.words.indices.map { place in
      let span = text.words[place].span
      let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
      if TermVocabulary.isApostrophe(word) { return vocabulary.apostrophe ?? -1 }
      if vocabulary.foldsCase, let folded = text.folded[place] {
        return folded.word.withUnsafeBufferPointer { vocabulary.number(of: $0, hash: folded.hash) } ?? -1
      }
      return vocabulary.number(of: word, hash: text.hashes[place]) ?? -1
    }
  }

  /// Calls `each` with every term that begins at word `first`, the shorter before the longer, and its last word.
  func walk(
    _ words: [WordScanner.Word], _ numbers: [Int32], from first: Int, _ each: (_ end: End, _ last: Int) -> Void
  ) {
    guard !numbers.isEmpty, numbers[first] >= 0, Int(numbers[first]) < rootChildren.count,
      case var node = rootChildren[Int(numbers[first])], node >= 0
    else { return }
    var last = first
    while true {
      let current = nodes[Int(node)]
      var place = current.firstEnd
      while place >= 0 {
        each(ends[Int(place)].end, last)
        place = ends[Int(place)].next
      }
      last += 1
      guard current.isParent != 0, last < words.count, numbers[last] >= 0,
        let child = children.node(behind: node, numbers[last], afterSpace: words[last].isAfterSpace)
      else { return }
      node = child
    }
  }
}

extension TermTrie {
  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    vocabulary = try TermVocabulary(from: &reader)
    rootChildren = try reader.values(Int32.self)
    children = try TermEdges(from: &reader)
    nodes = try reader.values(Node.self)
    ends = try reader.values(Ending.self)
  }

  func write(to bytes: inout [UInt8]) {
    vocabulary.write(to: &bytes)
    bytes.append(values: rootChildren)
    children.write(to: &bytes)
    bytes.append(values: nodes)
    bytes.append(values: ends)
  }
}
