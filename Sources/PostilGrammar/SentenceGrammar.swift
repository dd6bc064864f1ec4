import PostilModel

/// The groups and clauses of one sentence: shallow parsing by a grammar written by hand, in time linear in its length.
public struct SentenceGrammar: Sendable {
  /// The sentence's tokens.
  public let tokens: Range<Int>
  /// By place.
  public let nouns: [NounGroup]
  /// By place.
  public let verbs: [VerbGroup]
  /// By their verbs.
  public let clauses: [Clause]

  /// - Parameters:
  ///   - tokens: Those of the sentence.
  ///   - text: With its classes decided: see ``Tagger``.
  public init(_ tokens: Range<Int>, of text: TaggedText) {
    self.tokens = tokens
    (nouns, verbs) = Chunker(text: text).groups(in: tokens)
    clauses = ClauseFinder.clauses(in: tokens, text, nouns, verbs)
  }

  /// The first clause whose verb ends behind a token: that of the verb at the token, where one stands there.
  public func clause(at token: Int) -> Clause? {
    let index = clauses.partitioningIndex { verbs[$0.verb].tokens.upperBound > token }
    return index < clauses.count ? clauses[index] : nil
  }

  /// The last clauses whose verbs end before a token, by place: so many at most that long sentences take linear time.
  public func clauses(before token: Int) -> ArraySlice<Clause> {
    clauses[..<clauses.partitioningIndex { verbs[$0.verb].tokens.upperBound > token }].suffix(Self.farthest)
  }

  /// So many clauses back one is asked for.
  private static let farthest = 12

  /// The first verb that ends behind a token.
  public func verb(behind token: Int) -> VerbGroup? {
    let index = verbs.partitioningIndex { $0.tokens.upperBound > token }
    return index < verbs.count ? verbs[index] : nil
  }

  /// The noun group that a token belongs to.
  public func noun(at token: Int) -> NounGroup? {
    let index = nouns.partitioningIndex { $0.tokens.upperBound > token }
    return index < nouns.count && nouns[index].tokens.contains(token) ? nouns[index] : nil
  }
}
