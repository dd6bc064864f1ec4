import PostilModel

/// A candidate before its place in the total order is known.
struct Contender {
  /// The rule's place among those of the step.
  let rule: Int
  let origin: CandidateOrigin
  let span: Span
  let groups: [Candidate.Capture]
  /// The annotations and candidates that it was made from, as ``VisibleItem/reference``.
  let references: [Int]
  /// The span's length in code points.
  let length: Int
}

/// Decides, phase by phase, which candidates of one type keep their place.
struct Contest {
  private let order: ContestOrder
  private var contenders: [Contender] = []
  private var outcomes: [(rank: Int, lostTo: Int?)] = []
  /// For each type the places that are held, and how many were ranked.
  private var held: [(spans: DisjointSpans, count: Int)]

  init(_ order: ContestOrder) {
    self.order = order
    held = order.types.map { _ in (DisjointSpans(), 0) }
  }

  /// Takes the candidates of the next phase; those of earlier ones hold their places.
  ///
  /// - Returns: The winners among them, as indices into all.
  mutating func add(_ added: [Contender]) -> [Int] {
    let first = contenders.count
    contenders += added
    outcomes += added.map { _ in (0, nil) }
    let keys = added.map { order.key(ofRule: $0.rule, span: $0.span, length: $0.length) }
    for index in keys.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) { rank(first + index) }
    return (first..<contenders.count).filter { outcomes[$0].lostTo == nil }
  }

  private mutating func rank(_ index: Int) {
    let place = order.places[contenders[index].rule]
    outcomes[index].rank = held[place.type].count
    held[place.type].count += 1
    guard !place.keepsAll else { return }
    outcomes[index].lostTo = held[place.type].spans.insert(contenders[index].span, owner: index)
  }

  /// The type of a candidate.
  func type(of index: Int) -> String { order.types[order.places[contenders[index].rule].type] }

  /// What the conditions of later phases see of a winner.
  func item(of index: Int, reference: Int) -> VisibleItem {
    let contender = contenders[index]
    return VisibleItem(
      type: contender.origin.type, span: contender.span, features: contender.origin.features, reference: reference)
  }

  /// All candidates by span and then rank.
  ///
  /// - Parameter annotationCount: The annotations before this step. References behind them, to winners of this step,
  ///   become the places that these take among the annotations when nobody judges them; others are left out.
  func candidates(behind annotationCount: Int) -> [Candidate] {
    let sorted = contenders.indices.sorted { precedes($0, $1) }
    var places = [Int](repeating: 0, count: contenders.count)
    var references = [Int?](repeating: nil, count: contenders.count)
    var winners = 0
    for (place, index) in sorted.enumerated() {
      places[index] = place
      guard outcomes[index].lostTo == nil else { continue }
      references[index] = annotationCount + winners
      winners += 1
    }
    func moved(_ reference: Int) -> Int? {
      reference < annotationCount ? reference : references[reference - annotationCount]
    }
    return sorted.map { index in
      let contender = contenders[index]
      return Candidate(
        origin: contender.references.isEmpty ? contender.origin : contender.origin.moved(moved), span: contender.span,
        groups: contender.groups, annotations: contender.references.compactMap(moved), rank: outcomes[index].rank,
        lostTo: outcomes[index].lostTo.map { places[$0] })
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (contenders[left].span, contenders[right].span)
    guard one == other else { return one < other }
    return (outcomes[left].rank, contenders[left].rule, left) < (outcomes[right].rank, contenders[right].rule, right)
  }
}

extension CandidateOrigin {
  /// The same with every reference in its features moved.
  fileprivate func moved(_ place: (Int) -> Int?) -> CandidateOrigin {
    CandidateOrigin(type: type, rule: rule, features: features.moved(place))
  }
}
