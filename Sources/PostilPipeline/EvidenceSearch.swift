import PostilModel
import PostilRules

/// Adds up the items of an `evidence` rule in one region.
struct EvidenceSearch {
  let evidence: Evidence
  let checker: ConditionChecker

  /// What the items take in `region`, if the scores reach the threshold.
  func composition(in region: Span) -> Composition? {
    var total = 0.0
    var parts: [SightedPart] = []
    var counted: [Span] = []
    for item in evidence.items {
      let spans = occurrences(of: item, in: region)
      guard let first = spans.first else { continue }
      total += item.score * Double(spans.count)
      parts.append(SightedPart(name: item.id, span: first))
      if item.score > 0 { counted += spans }
    }
    guard total >= evidence.threshold, let start = counted.map(\.start).min(), let end = counted.map(\.end).max() else {
      return nil
    }
    let reasons = parts.map { FeatureValue.string($0.name) }
    return Composition(
      span: Span(start: start, end: end), parts: parts, evidence: ["score": .number(total), "evidence": .list(reasons)])
  }

  /// How many occurrences of an item count in `region`, and how many there are; nil where there are none.
  func count(of item: Evidence.Item, in region: Span) -> (counted: Int, all: Int)? {
    let all = checker.places(of: item.condition).places.inside(region)
      .count { checker.standing(item.condition, CollectionOfOne($0)) }
    return all == 0 ? nil : (min(all, item.most), all)
  }

  /// The occurrences of an item that count.
  private func occurrences(of item: Evidence.Item, in region: Span) -> [Span] {
    let found = checker.places(of: item.condition)
    let inside = found.places.inside(region).lazy.filter { checker.standing(item.condition, CollectionOfOne($0)) }
    return inside.prefix(item.most).map { found.spans[$0] }
  }
}
