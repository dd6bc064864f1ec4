import PostilMatching
import PostilRules

extension TermIndex {
  /// The terms of `lexicons`, whose matches name them by their places.
  init(_ lexicons: [Lexicon]) {
    self.init()
    for insensitive in [false, true] {
      reserve(
        lexicons.lazy.filter { $0.caseInsensitive == insensitive }.map(\.count).reduce(0, +),
        caseInsensitive: insensitive)
    }
    for (number, lexicon) in lexicons.enumerated() {
      lexicon.spellings { row, term in
        insert(term, caseInsensitive: lexicon.caseInsensitive, lexicon: number, row: row)
      }
    }
  }
}
