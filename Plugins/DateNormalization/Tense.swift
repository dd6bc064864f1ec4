import PostilModuleKit

/// The cues of tense in a document: which verbs govern an expression.
struct Tense {
  private let cues: [(span: Span, isFuture: Bool)]
  private let document: DocumentView

  init(_ document: DocumentView) {
    self.document = document
    cues = document.candidates(ofType: "tense").map { index in
      let candidate = document.candidates[index]
      return (candidate.span, candidate.features["tense"]?.string == "future")
    }
  }

  /// How far a cue governs, in bytes.
  static let reach = 90
  /// How near a verb of the past must stand to outweigh the nearness of a date.
  static let closeness = 10

  /// Whether the nearest cue before the expression in its sentence is of the future; at the beginning of a sentence the
  /// nearest behind it.
  func isFuture(at span: Span) -> Bool {
    guard !cues.isEmpty, let sentence = document.sentence(at: span.start) else { return false }
    let next = cues.partitioningIndex { $0.span.start >= span.start }
    if next > 0, cues[next - 1].span.start >= sentence.start {
      return cues[next - 1].isFuture && span.start - cues[next - 1].span.end <= Self.reach
    }
    guard span.start - sentence.start <= Self.closeness, next < cues.count, cues[next].span.start < sentence.end else {
      return false
    }
    return cues[next].isFuture && cues[next].span.start - span.end <= Self.reach
  }

  /// Whether a verb of the past stands right before the expression, as in `ended March 31`.
  func isPast(at span: Span, within reach: Int = closeness) -> Bool {
    guard !cues.isEmpty, let sentence = document.sentence(at: span.start) else { return false }
    let next = cues.partitioningIndex { $0.span.start >= span.start }
    return next > 0 && cues[next - 1].span.start >= sentence.start && !cues[next - 1].isFuture
      && span.start - cues[next - 1].span.start <= reach
  }
}
