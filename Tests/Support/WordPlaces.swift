import PostilModel

extension String {
  /// The places of `words`, in order.
  public func spans(of words: String) -> [Span] { ranges(of: words).map(span) }

  /// The places where `words` do not begin or end inside a longer word.
  public func spans(ofWhole words: String) -> [Span] {
    ranges(of: words).filter { range in
      let isLetter = { (character: Character?) in character?.isLetter ?? false }
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let behind = range.upperBound == endIndex ? nil : self[range.upperBound]
      return (!isLetter(before) || !isLetter(words.first)) && (!isLetter(behind) || !isLetter(words.last))
    }.map(span)
  }

  private func span(_ range: Range<String.Index>) -> Span {
    Span(
      start: utf8.distance(from: startIndex, to: range.lowerBound),
      end: utf8.distance(from: startIndex, to: range.upperBound))
  }
}
