import PostilModuleKit
import PostilNames

/// What stands beside names and tells their kind.
struct ContextIndex {
  private var before: [Int: [Int]] = [:]
  private var after: [Int: [Int]] = [:]
  private let document: DocumentView

  init(_ document: DocumentView) {
    self.document = document
    for (index, candidate) in document.candidates.enumerated() where candidate.type == "context" {
      if candidate.features["side"]?.string == "after" {
        after[candidate.span.start, default: []].append(index)
      } else {
        before[candidate.span.end, default: []].append(index)
      }
    }
  }

  /// The kinds that the words before and behind `span` speak for, the more certain first.
  func kinds(of span: Span) -> [(kind: NameKind, certainty: Certainty)] {
    let found = (before[span.start] ?? []) + (after[span.end] ?? [])
    let kinds = found.compactMap { index -> (kind: NameKind, certainty: Certainty)? in
      let features = document.candidates[index].features
      guard let kind = NameKind(rawValue: features["kind"]?.string ?? "") else { return nil }
      return (kind, Certainty(name: features["certainty"]?.string))
    }
    return kinds.sorted { ($1.certainty, $0.kind.rawValue) < ($0.certainty, $1.kind.rawValue) }
  }

  /// Whether an article stands before `span`, as before no person's name.
  func hasArticle(_ span: Span) -> Bool {
    (before[span.start] ?? []).contains { document.candidates[$0].features["kind"]?.string == "thing" }
  }

  /// Whether a possessive stands behind `span`.
  func isPossessive(_ span: Span) -> Bool {
    NameText.trimmed(Span(start: span.start, end: min(span.end + 4, document.utf8.count)), in: document.utf8).end
      == span.end
      || NameText.trimmed(Span(start: span.start, end: min(span.end + 2, document.utf8.count)), in: document.utf8).end
        == span.end
  }
}
