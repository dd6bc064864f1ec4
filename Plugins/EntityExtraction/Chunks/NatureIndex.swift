import PostilModuleKit

/// Where in a document the lexicons know a word, by place.
struct NatureIndex {
  /// A word or phrase that a lexicon knows.
  struct Mark {
    let span: Span
    let nature: WordNature
    let candidate: Int
  }

  private let marks: [Mark]
  /// The longest mark, in bytes.
  private let reach: Int
  private var titlesByEnd: [Int: Int] = [:]

  init(_ document: DocumentView) {
    var marks: [Mark] = []
    for (index, candidate) in document.candidates.enumerated() {
      guard let nature = Self.nature(of: candidate) else { continue }
      marks.append(Mark(span: candidate.span, nature: nature, candidate: index))
      if nature == .title { titlesByEnd[candidate.span.end] = index }
    }
    marks.sort { $0.span.start < $1.span.start }
    self.marks = marks
    reach = marks.lazy.map(\.span.count).max() ?? 0
  }

  private static func nature(of candidate: Candidate) -> WordNature? {
    switch candidate.type {
    case "part": candidate.features["part"]?.string.flatMap(WordNature.init(name:))
    case "demonym": .demonym
    case "name":
      if candidate.features["certainty"]?.string == Certainty.supposed.name {
        nil
      } else if candidate.captures.first?.name == "term" {
        candidate.features["kind"]?.string == NameKind.location.rawValue ? .place : .listed
      } else {
        nil
      }
    default: nil
    }
  }

  /// What is known of the word at `span`.
  func nature(of span: Span) -> WordNature {
    var nature: WordNature = []
    var next = marks.partitioningIndex { $0.span.start > span.start - reach }
    while next < marks.count, marks[next].span.start < span.end {
      if marks[next].span.contains(span) { nature.formUnion(marks[next].nature) }
      next += 1
    }
    return nature
  }

  /// The candidate of the title that ends one character before `offset`.
  func title(before offset: Int) -> Int? { offset > 0 ? titlesByEnd[offset - 1] : nil }
}
