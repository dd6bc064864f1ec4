import PostilMatching
import PostilModel
import PostilRules

extension TermIndex {
  /// The terms of `lexicons`, whose matches name them by their places.
  ///
  /// - Parameter cache: What is known of rules already.
  init(_ lexicons: [Lexicon], cache: RuleCache = RuleCache()) {
    let terms = ContentDigest(of: lexicons.flatMap { [$0.digestOfTerms.first, $0.digestOfTerms.second] })
    self.init(of: terms, cache: cache) { TermIndex(adding: lexicons) }
  }

  private init(adding lexicons: [Lexicon]) {
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
