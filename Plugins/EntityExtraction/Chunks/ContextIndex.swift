import PostilModuleKit
import PostilNames

/// What stands beside names and tells their kind.
struct ContextIndex {
  private var before: [Int: [Int]] = [:]
  private var after: [Int: [Int]] = [:]
  private let document: DocumentView

  init(_ document: DocumentView) {
    self.document = document
    for index in document.candidates(ofType: "context", winnersOnly: false) {
      let candidate = document.candidates[index]
      if candidate.features["side"]?.string == "after" {
        after[candidate.span.start, default: []].append(index)
      } else {
        before[candidate.span.end, default: []].append(index)
      }
    }
  }

  /// The kind that the words before and behind `span` speak for, the most certain where they speak for several.
  func kind(of span: Span) -> (kind: NameKind, certainty: Certainty, candidate: Int)? {
    let found = (before[span.start] ?? []) + (after[span.end] ?? [])
    if found.isEmpty { return nil }
    let kinds = found.compactMap { index -> (kind: NameKind, certainty: Certainty, length: Int, candidate: Int)? in
      let candidate = document.candidates[index]
      guard let kind = NameKind(rawValue: candidate.features["kind"]?.string ?? "") else { return nil }
      return (kind, Certainty(name: candidate.features["certainty"]?.string), candidate.span.count, index)
    }
    // Of equal ones, what more words tell comes first.
    let best = kinds.min {
      ($1.certainty, $1.length, $0.kind.rawValue) < ($0.certainty, $0.length, $1.kind.rawValue)
    }
    return best.map { ($0.kind, $0.certainty, $0.candidate) }
  }

  /// Whether an article stands before `span`, as before no person's name.
  func hasArticle(_ span: Span) -> Bool {
    (before[span.start] ?? []).contains { document.candidates[$0].features["kind"]?.string == "thing" }
  }

  /// Whether a possessive stands behind `span`.
  func isPossessive(_ span: Span) -> Bool {
    [2, 4].contains { length in
      let end = min(span.end + length, document.utf8.count)
      return end > span.end
        && NameText.trimmed(Span(start: span.start, end: end), in: document.utf8).end == span.end
    }
  }
}
