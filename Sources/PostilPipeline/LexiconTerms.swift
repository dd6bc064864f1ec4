import PostilMatching
import PostilRules

extension Lexicon {
  /// The terms for an index in which this lexicon has the number `lexicon`.
  func terms(lexicon: Int) -> [TermIndex.Term] {
    rows.indices.compactMap { row in
      rows[row][0].map {
        TermIndex.Term(text: $0, caseInsensitive: caseInsensitive, lexicon: lexicon, row: row)
      }
    }
  }
}
