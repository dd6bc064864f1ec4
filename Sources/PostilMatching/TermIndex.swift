import PostilModel

/// Finds the longest term of each lexicon at each place of a text.
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
    ///   - caseInsensitive: Folds case on both sides.
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

  private var exact = TermTrie(foldsCase: false)
  private var folded = TermTrie(foldsCase: true)
  private var lexiconCount = 0

  /// Builds the tries; of equal terms of one lexicon the first row wins.
  public init(_ terms: [Term]) {
    let foldedCount = terms.count { $0.caseInsensitive }
    exact.reserve(terms.count - foldedCount)
    folded.reserve(foldedCount)
    for term in terms {
      var text = term.text
      let end = TermTrie.End(lexicon: term.lexicon, row: term.row)
      text.withUTF8 { term.caseInsensitive ? folded.insert($0, end) : exact.insert($0, end) }
      lexiconCount = max(lexiconCount, term.lexicon + 1)
    }
  }

  /// Calls `each` for every term found: for each lexicon from left to right without overlap, the longest at each place.
  ///
  /// Soft hyphens, zero-width marks and separate accents in the text hide no term.
  public func matches(in text: UnsafeBufferPointer<UInt8>, each: (Match) -> Void) {
    guard lexiconCount > 0 else { return }
    guard let plain = PlainText(text) else { return search(text, each) }
    plain.bytes.withUnsafeBufferPointer { bytes in
      search(bytes) { each(Match(span: plain.origin(of: $0.span), lexicon: $0.lexicon, row: $0.row)) }
    }
  }

  private func search(_ text: UnsafeBufferPointer<UInt8>, _ each: (Match) -> Void) {
    let words = WordScanner.words(in: text)
    let exactNumbers = exact.numbers(of: words, in: text)
    let foldedNumbers = folded.numbers(of: words, in: text)
    /// For each lexicon, where its last match ends.
    var taken = [Int](repeating: 0, count: lexiconCount)
    var longest: [Match] = []
    for first in words.indices where first == 0 || !words[first].touches(words[first - 1]) {
      longest.removeAll(keepingCapacity: true)
      let start = words[first].span.start
      func note(_ end: TermTrie.End, _ last: Int) {
        guard last + 1 == words.count || !words[last].touches(words[last + 1]) else { return }
        let match = Match(span: Span(start: start, end: words[last].span.end), lexicon: end.lexicon, row: end.row)
        if let known = longest.firstIndex(where: { $0.lexicon == end.lexicon }) {
          if longest[known].span.end < match.span.end { longest[known] = match }
        } else {
          longest.append(match)
        }
      }
      exact.walk(words, exactNumbers, from: first, note)
      folded.walk(words, foldedNumbers, from: first, note)
      for match in longest.sorted(by: { $0.lexicon < $1.lexicon }) where taken[match.lexicon] <= start {
        taken[match.lexicon] = match.span.end
        each(match)
      }
    }
  }
}
