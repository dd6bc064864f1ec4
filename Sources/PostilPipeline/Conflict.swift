import PostilModel
import PostilRules

/// A candidate with what its place in the total order depends on.
struct Contender {
  let type: String
  let span: Span
  let captures: [Candidate.Capture]
  let features: Features
  let rule: Rule
  /// The rule's place among all rules of the chain.
  let ruleOrder: Int
  let phase: Int
  /// The span's length in code points.
  let length: Int
}

/// Decides which candidates of one type keep their place (`Documentation/RuleLanguage.md`, "Conflict").
enum ConflictResolution {
  /// For each contender its rank among those of its type, and the index of the one that took its place.
  static func resolve(_ contenders: [Contender]) -> [(rank: Int, lostTo: Int?)] {
    var outcome = [(rank: Int, lostTo: Int?)](repeating: (0, nil), count: contenders.count)
    let byType = Dictionary(grouping: contenders.indices) { contenders[$0].type }
    for indices in byType.values {
      var holders = DisjointSpans()
      for (rank, index) in indices.sorted(by: { precedes(contenders[$0], contenders[$1]) }).enumerated() {
        let contender = contenders[index]
        outcome[index].rank = rank
        guard contender.rule.conflict != .all else { continue }
        outcome[index].lostTo = holders.insert(contender.span, owner: index)
      }
    }
    return outcome
  }

  private static func precedes(_ left: Contender, _ right: Contender) -> Bool {
    if left.phase != right.phase { return left.phase < right.phase }
    switch left.rule.conflict {
    case .first where left.span.start != right.span.start: return left.span.start < right.span.start
    case .priority where left.rule.priority != right.rule.priority: return left.rule.priority > right.rule.priority
    default: break
    }
    return (-left.length, -left.rule.priority, left.ruleOrder, left.span.start)
      < (-right.length, -right.rule.priority, right.ruleOrder, right.span.start)
  }
}
