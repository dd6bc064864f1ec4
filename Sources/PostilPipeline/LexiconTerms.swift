import PostilMatching
import PostilRules

extension Lexicon {
  /// The terms for an index in which this lexicon has the number `lexicon`.
  func terms(lexicon: Int) -> [TermIndex.Term] {
    rows.indices.flatMap { row in
      spellings(ofRow: row).map {
        TermIndex.Term(text: $0, caseInsensitive: caseInsensitive, lexicon: lexicon, row: row)
      }
    }
  }
}
