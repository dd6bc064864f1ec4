import PostilModuleKit
import PostilNames

/// What stands beside names and tells their kind.
struct ContextIndex {
  private var before: [Int: [Int]] = [:]
  private var after: [Int: [Int]] = [:]
  private let document: DocumentView
  private let leaders: LeaderTable

  init(_ document: DocumentView, _ leaders: LeaderTable = LeaderTable()) {
    self.document = document
    self.leaders = leaders
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

  /// Whether words that stand before places end at `offset`.
  func isBeforePlace(_ offset: Int) -> Bool {
    (before[offset] ?? []).contains { document.candidates[$0].features["kind"]?.string == NameKind.location.rawValue }
  }

  /// Whether a possessive stands behind `span`.
  func isPossessive(_ span: Span) -> Bool {
    [2, 4].contains { length in
      let end = min(span.end + length, document.utf8.count)
      return end > span.end
        && NameText.trimmed(Span(start: span.start, end: end), in: document.utf8).end == span.end
    }
  }

  /// Whether `span` is short for the leader of the country or body that stands in possessive right before it.
  func isLeader(_ span: Span) -> Bool {
    guard let owner = Self.possessor(before: span.start, in: document) else { return false }
    let called = leaders.called(PersonName(document.text(span)))
      .filter { $0.tenure.state(on: document.date?.value) == .during }
    if called.isEmpty { return false }
    let owners = document.candidates(ofType: "name", winnersOnly: false).filter {
      document.candidates[$0].span.end == owner
    }
    return owners.contains { index in
      let features = document.candidates[index].features
      let name = features["canonical"]?.string ?? document.text(document.candidates[index].span)
      return called.contains { $0.country == name || $0.organization == name }
    }
  }

  /// Where the words end that stand in possessive right before `offset`; nil when none do.
  static func possessor(before offset: Int, in document: DocumentView) -> Int? {
    guard offset > 3, document.utf8[offset - 1] == .space else { return nil }
    let end = NameText.trimmed(Span(start: max(0, offset - 8), end: offset - 1), in: document.utf8).end
    return end < offset - 1 ? end : nil
  }
}
