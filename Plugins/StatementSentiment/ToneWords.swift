import PostilModuleKit

/// The words of a document that carry tone or change it, by place.
struct ToneWords {
  enum Role: String { case word, negation, intensifier, diminisher, contrast, conditional, topic, neutral }

  /// Which column of the lexicon counts.
  enum Column {
    /// What a speaker thinks.
    case weight
    /// What a sentence means for somebody in it.
    case target
    /// How a text without a speaker reads.
    case text
  }

  struct Word {
    let candidate: Int
    let tokens: Range<Int>
    let span: Span
    let role: Role
    let weight: Double
    let target: Double
    let text: Double

    subscript(column: Column) -> Double {
      switch column {
      case .weight: weight
      case .target: target
      case .text: text
      }
    }
  }

  let all: [Word]
  private let places: SpanIndex

  init(words: Words) {
    let document = words.document
    all = document.candidates(ofType: "tone").compactMap { index in
      let candidate = document.candidates[index]
      let tokens = words.indices(candidate.span)
      guard let role = candidate.features["role"]?.string.flatMap(Role.init), role != .neutral, !tokens.isEmpty else {
        return nil
      }
      let weight = candidate.features["weight"]?.number ?? 0
      return Word(
        candidate: index, tokens: tokens, span: candidate.span, role: role, weight: weight,
        target: candidate.features["target"]?.number ?? weight, text: candidate.features["text"]?.number ?? weight)
    }
    places = SpanIndex(all.map(\.span))
  }

  /// The words in `span`, by place.
  func inside(_ span: Span) -> [Word] { places.inside(span).map { all[$0] } }
}
