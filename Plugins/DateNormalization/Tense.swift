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

  /// Whether the nearest cue before the expression in its sentence, else the nearest behind it, is of the future.
  func isFuture(at span: Span) -> Bool {
    guard !cues.isEmpty, let sentence = document.sentence(at: span.start) else { return false }
    let next = cues.partitioningIndex { $0.span.start >= span.start }
    if next > 0, cues[next - 1].span.start >= sentence.start { return cues[next - 1].isFuture }
    return next < cues.count && cues[next].span.start < sentence.end && cues[next].isFuture
  }
}
