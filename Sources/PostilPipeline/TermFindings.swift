import PostilMatching
import PostilModel

/// The terms of many lexicons in a document, by lexicon, then from left to right without overlap.
struct TermFindings {
  /// A term found.
  struct Term {
    let span: Span
    let row: Int32
  }

  private let terms: [Term]
  /// For each lexicon, the place of its first term; one more for the end.
  private let first: [Int]

  init(_ index: TermIndex, in words: TermText, lexiconCount: Int) {
    var found: [TermIndex.Match] = []
    var first = [Int](repeating: 0, count: lexiconCount + 1)
    index.matches(in: words) {
      found.append($0)
      first[$0.lexicon + 1] += 1
    }
    for lexicon in 0..<lexiconCount { first[lexicon + 1] += first[lexicon] }
    var next = first
    terms = [Term](unsafeUninitializedCapacity: found.count) { buffer, count in
      for match in found {
        buffer.initializeElement(at: next[match.lexicon], to: Term(span: match.span, row: Int32(match.row)))
        next[match.lexicon] += 1
      }
      count = found.count
    }
    self.first = first
  }

  /// The terms of lexicon number `lexicon`.
  func terms(of lexicon: Int) -> ArraySlice<Term> { terms[first[lexicon]..<first[lexicon + 1]] }
}
