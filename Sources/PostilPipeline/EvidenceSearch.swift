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
    var reasons: [FeatureValue] = []
    var counted: [Span] = []
    for item in evidence.items {
      let spans = occurrences(of: item, in: region)
      guard let first = spans.first else { continue }
      total += item.score * Double(spans.count)
      reasons.append(.string(item.id))
      parts.append(part(of: item, at: first))
      if item.score > 0 { counted += spans }
    }
    guard total >= evidence.threshold, let start = counted.map(\.start).min(), let end = counted.map(\.end).max() else {
      return nil
    }
    parts += evidence.items.flatMap { item in
      parts.first { $0.name == item.id }.map { groups(of: item, at: $0.span) } ?? []
    }
    parts.append(SightedPart(name: Evidence.region, span: region))
    return Composition(
      span: Span(start: start, end: end), parts: parts, evidence: ["score": .number(total), "evidence": .list(reasons)])
  }

  /// The first occurrence of an item, with the annotation or the term that stands there.
  private func part(of item: Evidence.Item, at span: Span) -> SightedPart {
    let found = checker.places(of: item.condition)
    let place = found.places.inside(span).first {
      found.spans[$0] == span && checker.standing(item.condition, CollectionOfOne($0))
    }
    return SightedPart(
      name: item.id, span: span, term: place.flatMap { found.terms.isEmpty ? nil : found.terms[$0] },
      items: place.flatMap { found.items.isEmpty ? nil : [found.items[$0]] } ?? [])
  }

  /// What the groups of an item's pattern took at its first occurrence.
  private func groups(of item: Evidence.Item, at span: Span) -> [SightedPart] {
    guard case .pattern(let pattern) = item.condition, !pattern.anchored.captureNames.isEmpty,
      let match = checker.firstMatch(of: pattern.anchored, from: span.start, end: checker.subject.bytes.count)
    else { return [] }
    return zip(pattern.anchored.captureNames, match.captures).compactMap { name, span in
      span.map { SightedPart(name: name, span: $0) }
    }
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
