import PostilModuleKit

/// The cues of tense in a document: which verbs govern an expression.
struct Tense {
  private let cues: [(span: Span, isFuture: Bool, candidate: Int)]
  private let document: DocumentView

  init(_ document: DocumentView) {
    self.document = document
    cues = document.candidates(ofType: "tense").map { index in
      let candidate = document.candidates[index]
      return (candidate.span, candidate.features["tense"]?.string == "future", index)
    }
  }

  /// How far a cue governs, in bytes.
  static let reach = 90
  /// How near a verb of the past must stand to outweigh the nearness of a date.
  static let closeness = 10

  /// The nearest cue before the expression in its sentence, if it is of the future, at the beginning of a sentence the
  /// nearest behind it: by candidate.
  func future(at span: Span) -> Int? {
    guard !cues.isEmpty, let sentence = document.sentence(at: span.start) else { return nil }
    let next = cues.partitioningIndex { $0.span.start >= span.start }
    if next > 0, cues[next - 1].span.start >= sentence.start {
      let cue = cues[next - 1]
      return cue.isFuture && span.start - cue.span.end <= Self.reach ? cue.candidate : nil
    }
    guard span.start - sentence.start <= Self.closeness, next < cues.count, cues[next].span.start < sentence.end else {
      return nil
    }
    return cues[next].isFuture && cues[next].span.start - span.end <= Self.reach ? cues[next].candidate : nil
  }

  /// A verb of the past that stands right before the expression, as in `ended March 31`: by candidate.
  func past(at span: Span, within reach: Int = closeness) -> Int? {
    guard !cues.isEmpty, let sentence = document.sentence(at: span.start) else { return nil }
    let next = cues.partitioningIndex { $0.span.start >= span.start }
    guard next > 0, cues[next - 1].span.start >= sentence.start, !cues[next - 1].isFuture,
      span.start - cues[next - 1].span.start <= reach
    else { return nil }
    return cues[next - 1].candidate
  }
}
