import PostilModel
import PostilRules

/// A candidate with what its place in the total order depends on.
struct Contender {
  let type: String
  let span: Span
  let captures: [Candidate.Capture]
  let features: Features
  /// The annotations and candidates that it was made from, as ``VisibleItem/reference``.
  let references: [Int]
  let rule: Rule
  /// The rule's place among all rules of the chain.
  let ruleOrder: Int
  let phase: Int
  /// The span's length in code points.
  let length: Int
}

/// Decides, phase by phase, which candidates of one type keep their place (`Documentation/RuleLanguage.md`, "Conflict").
struct Contest {
  private var contenders: [Contender] = []
  private var outcomes: [(rank: Int, lostTo: Int?)] = []
  /// For each type the places that are held, and how many were ranked.
  private var held: [String: (spans: DisjointSpans, count: Int)] = [:]

  /// Takes the candidates of the next phase; those of earlier ones hold their places.
  ///
  /// - Returns: The winners among them, as indices into all.
  mutating func add(_ added: [Contender]) -> [Int] {
    let first = contenders.count
    contenders += added
    outcomes += added.map { _ in (0, nil) }
    for (type, indices) in Dictionary(grouping: first..<contenders.count, by: { contenders[$0].type }) {
      var (spans, count) = held[type] ?? (DisjointSpans(), 0)
      for index in indices.sorted(by: { precedes(contenders[$0], contenders[$1]) }) {
        outcomes[index].rank = count
        count += 1
        guard contenders[index].rule.conflict != .all else { continue }
        outcomes[index].lostTo = spans.insert(contenders[index].span, owner: index)
      }
      held[type] = (spans, count)
    }
    return (first..<contenders.count).filter { outcomes[$0].lostTo == nil }
  }

  private func precedes(_ left: Contender, _ right: Contender) -> Bool {
    switch left.rule.conflict {
    case .first where left.span.start != right.span.start: return left.span.start < right.span.start
    case .priority where left.rule.priority != right.rule.priority: return left.rule.priority > right.rule.priority
    default: break
    }
    return (-left.length, -left.rule.priority, left.ruleOrder, left.span.start)
      < (-right.length, -right.rule.priority, right.ruleOrder, right.span.start)
  }

  /// What the conditions of later phases see of a winner.
  func item(of index: Int, reference: Int) -> VisibleItem {
    let contender = contenders[index]
    return VisibleItem(type: contender.type, span: contender.span, features: contender.features, reference: reference)
  }

  /// All candidates by span and then rank.
  ///
  /// - Parameter annotationCount: The annotations before this step. References behind them, to winners of this step,
  ///   become the places that these take among the annotations when nobody judges them; others are left out.
  func candidates(behind annotationCount: Int) -> [Candidate] {
    let order = contenders.indices.sorted {
      (contenders[$0].span, outcomes[$0].rank, contenders[$0].ruleOrder, $0)
        < (contenders[$1].span, outcomes[$1].rank, contenders[$1].ruleOrder, $1)
    }
    var places = [Int](repeating: 0, count: contenders.count)
    var references: [Int: Int] = [:]
    for (place, index) in order.enumerated() {
      places[index] = place
      if outcomes[index].lostTo == nil { references[annotationCount + index] = annotationCount + references.count }
    }
    func moved(_ reference: Int) -> Int? { reference < annotationCount ? reference : references[reference] }
    return order.map { index in
      let contender = contenders[index]
      return Candidate(
        type: contender.type, span: contender.span, captures: contender.captures,
        features: contender.references.isEmpty ? contender.features : contender.features.moved(moved),
        rule: contender.rule.name, annotations: contender.references.compactMap(moved), rank: outcomes[index].rank,
        lostTo: outcomes[index].lostTo.map { places[$0] })
    }
  }
}
