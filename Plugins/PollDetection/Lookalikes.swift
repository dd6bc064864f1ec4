import PostilModuleKit

/// Collects what is no poll, with the reason and the words that speak against it.
struct Lookalikes {
  private let document: DocumentView
  private let areReported: Bool
  /// The rejections, and on request an annotation for each.
  private(set) var analysis = Analysis()

  init(document: DocumentView) {
    self.document = document
    areReported = document.settings.string("lookalikes") == "reported"
  }

  /// A candidate that lacks what a poll has.
  mutating func add(_ candidate: Int, _ reason: String, _ decision: PollDecision) {
    analysis.reject(candidate, reason)
    note([candidate], reason, decision, [])
  }

  /// Words of a paragraph that show that its `reports` speak of no poll.
  mutating func add(_ words: [Int], against reports: [Int]) {
    for report in reports { analysis.reject(report, "a lookalike") }
    note(
      words + reports, "a lookalike", .lookalikeWords,
      words.map { .string(document.text(document.candidates[$0].span)) })
  }

  private mutating func note(
    _ candidates: [Int], _ reason: String, _ decision: PollDecision, _ evidence: [FeatureValue]
  ) {
    let spans = candidates.map { document.candidates[$0].span }
    guard areReported, let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return }
    let features: Features = ["reason": .string(reason), "evidence": .list(evidence)]
    let span = Span(start: start, end: end)
    // The words that speak against a poll of readers speak against a report too.
    if analysis.annotations.contains(where: { $0.features == features && $0.span.overlaps(span) }) { return }
    analysis.annotations.append(
      NewAnnotation(
        type: "rejected-poll", span: span, features: features, candidates: candidates, decision: decision.rawValue))
  }
}
