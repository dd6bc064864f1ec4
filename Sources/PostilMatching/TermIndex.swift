import PostilModel

/// Finds the longest term of each lexicon at each place of a text.
///
/// A term touches no letter, digit or underscore on either side; any run of white space in the text matches a space of
/// the term.
public struct TermIndex: Sendable {
  /// A term found.
  public struct Match: Sendable {
    /// Where.
    public let span: Span
    private let lexiconNumber: Int32
    private let rowNumber: Int32

    init(span: Span, lexicon: Int, row: Int) {
      self.span = span
      lexiconNumber = Int32(lexicon)
      rowNumber = Int32(row)
    }

    /// The lexicon's number.
    public var lexicon: Int { Int(lexiconNumber) }
    /// The term's row.
    public var row: Int { Int(rowNumber) }
  }

  var exact = TermTrie(foldsCase: false)
  var folded = TermTrie(foldsCase: true)
  var lexiconCount = 0

  /// No terms yet.
  public init() {}

  /// Makes room for `count` more terms.
  ///
  /// - Parameter caseInsensitive: Those that fold case on both sides.
  public mutating func reserve(_ count: Int, caseInsensitive: Bool) {
    if caseInsensitive { folded.reserve(count) } else { exact.reserve(count) }
  }

  /// Adds a term; of equal terms of one lexicon the first one counts.
  ///
  /// - Parameters:
  ///   - term: Valid UTF-8.
  ///   - caseInsensitive: Folds case on both sides.
  ///   - lexicon: The number by which matches name the lexicon.
  ///   - row: The number by which they name the term.
  public mutating func insert(
    _ term: UnsafeBufferPointer<UInt8>, caseInsensitive: Bool, lexicon: Int, row: Int
  ) {
    let end = TermTrie.End(lexicon: Int32(lexicon), row: Int32(row))
    if caseInsensitive { folded.insert(term, end) } else { exact.insert(term, end) }
    lexiconCount = max(lexiconCount, lexicon + 1)
  }

  /// Calls `each` for every term found: for each lexicon from left to right without overlap, the longest at each place.
  public func matches(in text: TermText, each: (Match) -> Void) {
    guard lexiconCount > 0 else { return }
    text.withBytes { search(text, $0, each) }
  }

  private func search(_ text: TermText, _ bytes: UnsafeBufferPointer<UInt8>, _ each: (Match) -> Void) {
    let words = text.words
    let exactNumbers = exact.numbers(of: text, bytes)
    let foldedNumbers = folded.numbers(of: text, bytes)
    /// For each lexicon, where its last match ends.
    var taken = [Int](repeating: 0, count: lexiconCount)
    var longest: [(lexicon: Int, row: Int, end: Int)] = []
    func note(_ end: TermTrie.End, _ last: Int) {
      guard last + 1 == words.count || !words[last].touches(words[last + 1]) else { return }
      let found = (lexicon: Int(end.lexicon), row: Int(end.row), end: words[last].span.end)
      if let known = longest.firstIndex(where: { $0.lexicon == found.lexicon }) {
        if longest[known].end < found.end { longest[known] = found }
      } else {
        longest.append(found)
      }
    }
    for first in words.indices
    where (Self.isTermWord(exactNumbers, first) || Self.isTermWord(foldedNumbers, first))
      && (first == 0 || !words[first].touches(words[first - 1]))
    {
      exact.walk(words, exactNumbers, from: first, note)
      folded.walk(words, foldedNumbers, from: first, note)
      guard !longest.isEmpty else { continue }
      if longest.count > 1 { longest.sort { $0.lexicon < $1.lexicon } }
      let start = words[first].span.start
      for match in longest where taken[match.lexicon] <= start {
        taken[match.lexicon] = match.end
        let span = text.origin(of: Span(start: start, end: match.end))
        each(Match(span: span, lexicon: match.lexicon, row: match.row))
      }
      longest.removeAll(keepingCapacity: true)
    }
  }

  /// Whether the word at `place` stands in any term; `numbers` is empty for a trie without terms.
  private static func isTermWord(_ numbers: [Int32], _ place: Int) -> Bool {
    place < numbers.count && numbers[place] >= 0
  }
}
