import PostilModel
import PostilRules

/// What lies near the terms of a lexicon, where patterns are matched that say nothing elsewhere.
struct NearScope: Sendable {
  /// How many paragraphs before and behind a term are near it.
  private static let reach = 3
  /// In a text of fewer bytes all is near: to look costs more than to match.
  private static let shortText = 1_000

  /// The lexicon's number in findings.
  let lexicon: Int
  /// The regions of which those near a term are matched.
  let scope: RuleScope

  /// The regions near `terms`, in order.
  ///
  /// - Parameters:
  ///   - regions: As of ``Subject``.
  ///   - count: The bytes of the text.
  func regions(of terms: TermFindings, _ regions: [[Span]], count: Int) -> [Span] {
    let own = regions[scope.rawValue]
    if count < Self.shortText { return own }
    let near = spans(near: terms.terms(of: lexicon), among: regions[RuleScope.paragraph.rawValue])
    if scope == .document { return near }
    var next = 0
    return own.filter { region in
      while next < near.count, near[next].end <= region.start { next += 1 }
      return next < near.count && near[next].start <= region.start
    }
  }

  /// The paragraphs near `terms`, those side by side as one.
  private func spans(near terms: ArraySlice<TermFindings.Term>, among paragraphs: [Span]) -> [Span] {
    var near: [Span] = []
    var next = 0
    for term in terms {
      while next < paragraphs.count, paragraphs[next].end <= term.span.start { next += 1 }
      guard next < paragraphs.count else { break }
      let start = paragraphs[max(0, next - Self.reach)].start
      let end = paragraphs[min(paragraphs.count - 1, next + Self.reach)].end
      if let last = near.last, last.end >= start {
        near[near.count - 1] = Span(start: last.start, end: max(last.end, end))
      } else {
        near.append(Span(start: start, end: end))
      }
    }
    return near
  }
}
