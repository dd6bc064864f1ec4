import PostilModuleKit

/// Where in a document the lexicons know a word, by place.
struct KnownWords {
  /// A word or phrase that a lexicon knows.
  struct Mark {
    let span: Span
    let traits: WordTraits
    let candidate: Int
  }

  private let marks: [Mark]
  /// The longest mark, in bytes.
  private let reach: Int
  private var titlesByEnd: [Int: Int] = [:]

  init(_ document: DocumentView, _ memo: OriginMemo<WordTraits?>) {
    var marks: [Mark] = []
    for (index, candidate) in document.candidates.enumerated() {
      guard let traits = memo.value(of: candidate.origin) else { continue }
      marks.append(Mark(span: candidate.span, traits: traits, candidate: index))
      if traits == .title { titlesByEnd[candidate.span.end] = index }
    }
    marks.sort { $0.span.start < $1.span.start }
    self.marks = marks
    reach = marks.lazy.map(\.span.count).max() ?? 0
  }

  /// What is known of the word at `span`.
  func traits(of span: Span) -> WordTraits {
    var traits: WordTraits = []
    var next = marks.partitioningIndex { $0.span.start > span.start - reach }
    while next < marks.count, marks[next].span.start < span.end {
      if marks[next].span.contains(span) { traits.formUnion(marks[next].traits) }
      next += 1
    }
    return traits
  }

  /// The candidates that tell something of a word in `span`: those that give it one of the traits `deciding`, and the
  /// others.
  func candidates(in span: Span, deciding traits: WordTraits) -> (deciding: [Int], others: [Int]) {
    var found: (deciding: [Int], others: [Int]) = ([], [])
    var next = marks.partitioningIndex { $0.span.start > span.start - reach }
    while next < marks.count, marks[next].span.start < span.end {
      let mark = marks[next]
      next += 1
      guard mark.span.end > span.start else { continue }
      if mark.traits.isDisjoint(with: traits) {
        found.others.append(mark.candidate)
      } else {
        found.deciding.append(mark.candidate)
      }
    }
    return found
  }

  /// The candidates of the titles that begin in `span`, by place.
  func titles(in span: Span) -> [Int] {
    marks[marks.partitioningIndex { $0.span.start >= span.start }...].lazy.prefix { $0.span.start < span.end }
      .filter { $0.traits == .title }.map(\.candidate)
  }

  /// The candidate of the title that ends one character before `offset`.
  func title(before offset: Int) -> Int? { offset > 0 ? titlesByEnd[offset - 1] : nil }
}
