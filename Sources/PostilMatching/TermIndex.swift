import PostilModel

/// A trie over tokens that finds the longest term of each lexicon at each place.
///
/// A term touches no letter, digit or underscore on either side; any run of white space in the text matches a space of
/// the term.
public struct TermIndex: Sendable {
  /// A term with the row of the lexicon that it stands in.
  public struct Term: Sendable {
    let text: String
    let caseInsensitive: Bool
    let lexicon: Int
    let row: Int

    /// - Parameters:
    ///   - caseInsensitive: Folds letters to lower case on both sides.
    ///   - lexicon: The number by which matches name the lexicon.
    public init(text: String, caseInsensitive: Bool, lexicon: Int, row: Int) {
      self.text = text
      self.caseInsensitive = caseInsensitive
      self.lexicon = lexicon
      self.row = row
    }
  }

  /// A term found.
  public struct Match: Sendable {
    /// Where.
    public let span: Span
    /// The lexicon's number.
    public let lexicon: Int
    /// The term's row.
    public let row: Int
  }

  private struct Node: Sendable {
    var children: [String: Int] = [:]
    var ends: [(lexicon: Int, row: Int)] = []
  }

  private var exact: [Node] = [Node()]
  private var folded: [Node] = [Node()]

  /// Builds the trie; of equal terms of one lexicon the first row wins.
  public init(_ terms: [Term]) {
    for term in terms {
      var text = term.caseInsensitive ? term.text.lowercased() : term.text
      let keys = text.withUTF8 { bytes in Self.keys(of: WordScanner.words(in: bytes), in: bytes) }
      guard !keys.isEmpty else { continue }
      if term.caseInsensitive { Self.insert(keys, term, &folded) } else { Self.insert(keys, term, &exact) }
    }
  }

  private static func insert(_ keys: [String], _ term: Term, _ nodes: inout [Node]) {
    var node = 0
    for (index, key) in keys.enumerated() {
      let key = index == 0 ? String(key.drop { $0 == " " }) : key
      if let child = nodes[node].children[key] {
        node = child
      } else {
        nodes.append(Node())
        nodes[node].children[key] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if !nodes[node].ends.contains(where: { $0.lexicon == term.lexicon }) {
      nodes[node].ends.append((term.lexicon, term.row))
    }
  }

  /// Calls `each` for every term found: for each lexicon from left to right without overlap, the longest at each place.
  public func matches(in text: UnsafeBufferPointer<UInt8>, each: (Match) -> Void) {
    guard exact.count > 1 || folded.count > 1 else { return }
    let words = WordScanner.words(in: text)
    let keys = Self.keys(of: words, in: text)
    if exact.count > 1 { Self.walk(exact, words, keys, each) }
    if folded.count > 1 { Self.walk(folded, words, keys.map { $0.lowercased() }, each) }
  }

  private static func walk(_ nodes: [Node], _ words: [Span], _ keys: [String], _ each: (Match) -> Void) {
    var ends: [Int: Int] = [:]
    for first in words.indices {
      var key = keys[first]
      if key.utf8.first == 0x20 { key.removeFirst() }
      guard var node = nodes[0].children[key] else { continue }
      var last = first
      var best: [Int: Match] = [:]
      while true {
        for end in nodes[node].ends {
          best[end.lexicon] = Match(
            span: Span(start: words[first].start, end: words[last].end), lexicon: end.lexicon, row: end.row)
        }
        last += 1
        guard last < words.count, let child = nodes[node].children[keys[last]] else { break }
        node = child
      }
      for match in best.values.sorted(by: { $0.lexicon < $1.lexicon })
      where ends[match.lexicon, default: 0] <= words[first].start {
        ends[match.lexicon] = match.span.end
        each(match)
      }
    }
  }

  /// The text of each word, with a space before it where white space stands before it.
  private static func keys(of words: [Span], in text: UnsafeBufferPointer<UInt8>) -> [String] {
    var end = 0
    return words.map { word in
      defer { end = word.end }
      let key = String(decoding: text[word.start..<word.end], as: UTF8.self)
      return word.start > end ? " " + key : key
    }
  }
}
