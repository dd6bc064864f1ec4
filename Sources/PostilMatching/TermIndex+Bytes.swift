import PostilModel

extension TermIndex {
  /// The index that `make` makes of terms, or made of the same ones at an earlier start.
  ///
  /// - Parameter terms: What tells these terms, with all that is said of them, from others.
  public init(of terms: ContentDigest, cache: RuleCache, _ make: () -> TermIndex) {
    self = cache.finding(.terms, of: terms) { reader throws(ByteReader.Damaged) in
      try TermIndex(from: &reader)
    } write: { index, bytes in
      index.write(to: &bytes)
    } make: {
      make()
    }
  }

  private init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    lexiconCount = try reader.value(Int.self)
    exact = try TermTrie(from: &reader)
    folded = try TermTrie(from: &reader)
  }

  private func write(to bytes: inout [UInt8]) {
    bytes.append(value: lexiconCount)
    exact.write(to: &bytes)
    folded.write(to: &bytes)
  }
}
