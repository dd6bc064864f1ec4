import CPostilModule
import PostilModel
import PostilModuleBridge

/// A candidate before its place in the total order is known: a row.
struct Contender {
  /// The rule's place among those of the step.
  let rule: UInt32
  /// Its number in the table of candidates.
  let origin: UInt32
  let span: Span
  /// The span's length in code points.
  let length: UInt32
  /// Its captures in the table of candidates.
  let captures: Range<UInt32>
  /// The annotations and candidates that it was made from, as places in ``Contest/references``.
  let references: Range<UInt32>
}

/// Decides, phase by phase, which candidates of one type keep their place.
struct Contest {
  private let order: ContestOrder
  /// Takes the candidates' captures and origins while they are made.
  var table: CandidateTable
  private var contenders: [Contender] = []
  private var outcomes: [(rank: UInt32, lostTo: UInt32)] = []
  /// For each type the places that are held, and how many were ranked.
  private var held: [(spans: DisjointSpans, count: UInt32)]
  /// What contenders were made from, as ``VisibleItem/reference``.
  private(set) var references: [Int] = []

  init(_ order: ContestOrder, run: RunTables) {
    self.order = order
    table = CandidateTable(run: run)
    held = order.types.map { _ in (DisjointSpans(), 0) }
  }

  /// Notes what the contender made next was made from.
  mutating func add(references added: [Int]) -> Range<UInt32> {
    references += added
    return UInt32(references.count - added.count)..<UInt32(references.count)
  }

  /// Takes the candidates of the next phase; those of earlier ones hold their places.
  ///
  /// - Returns: All of them, as places in ``contenders``.
  mutating func add(_ added: [Contender]) -> Range<Int> {
    let first = contenders.count
    contenders += added
    outcomes.reserveCapacity(contenders.count)
    var keys: [ContestOrder.Key] = []
    keys.reserveCapacity(added.count)
    for contender in added {
      keys.append(
        order.key(
          ofRule: Int(contender.rule), span: contender.span, length: Int(contender.length), place: outcomes.count))
      outcomes.append((0, POSTIL_NONE))
    }
    keys.sort()
    for key in keys { rank(key.place) }
    return first..<contenders.count
  }

  private mutating func rank(_ index: Int) {
    let place = order.places[Int(contenders[index].rule)]
    outcomes[index].rank = held[place.type].count
    held[place.type].count += 1
    guard !place.keepsAll, let other = held[place.type].spans.insert(contenders[index].span, owner: index) else {
      return
    }
    outcomes[index].lostTo = UInt32(other)
  }

  /// Whether a contender kept its place.
  func isWinner(_ index: Int) -> Bool { outcomes[index].lostTo == POSTIL_NONE }

  /// The type of a candidate.
  func type(of index: Int) -> Int { order.places[Int(contenders[index].rule)].type }

  /// What the conditions of later phases see of a winner.
  func item(of index: Int, reference: Int) -> VisibleItem {
    let origin = table.origin(contenders[index].origin)
    return VisibleItem(
      type: origin.type, span: contenders[index].span, features: origin.features, reference: reference)
  }

  /// All candidates by span and then rank.
  ///
  /// - Parameter annotationCount: The annotations before this step. References behind them, to winners of this step,
  ///   become the places that these take among the annotations when nobody judges them; others are left out.
  func candidates(behind annotationCount: Int) -> CandidateTable {
    let sorted = contenders.indices.map { key(of: $0) }.sorted().map(\.place)
    var places = [UInt32](repeating: 0, count: contenders.count)
    for (place, index) in sorted.enumerated() { places[index] = UInt32(place) }
    var made = table
    let moved = references.isEmpty ? [] : winnersPlaces(sorted, behind: annotationCount)
    made.rows.reserveCapacity(sorted.count)
    for index in sorted {
      let contender = contenders[index]
      let lostTo = outcomes[index].lostTo
      var row = postil_candidate(
        span: postil_span(contender.span), origin: contender.origin, rank: outcomes[index].rank,
        lost_to: lostTo == POSTIL_NONE ? POSTIL_NONE : places[Int(lostTo)],
        first_capture: contender.captures.lowerBound, capture_count: UInt32(contender.captures.count),
        first_source: UInt32(made.sources.count), source_count: 0)
      if !contender.references.isEmpty { made.addSources(contender, references, annotationCount, moved, to: &row) }
      made.rows.append(row)
    }
    return made
  }

  /// For each contender the place that it takes among the annotations; nil for one that lost its own.
  private func winnersPlaces(_ sorted: [Int], behind annotationCount: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: contenders.count)
    for (number, index) in sorted.filter(isWinner).enumerated() { places[index] = annotationCount + number }
    return places
  }

  private func key(of index: Int) -> ContestOrder.Key {
    let contender = contenders[index]
    return ContestOrder.Key(
      contender.span.order, UInt64(outcomes[index].rank) << 32 | UInt64(contender.rule), 0, place: index)
  }
}

extension CandidateTable {
  /// Adds what a contender was made from, its references and those in its features moved.
  fileprivate mutating func addSources(
    _ contender: Contender, _ references: [Int], _ annotationCount: Int, _ places: [Int?],
    to row: inout postil_candidate
  ) {
    func moved(_ reference: Int) -> Int? {
      reference < annotationCount ? reference : places[reference - annotationCount]
    }
    for place in contender.references {
      guard let source = moved(references[Int(place)]) else { continue }
      add(source: source)
      row.source_count += 1
    }
    let origin = origin(contender.origin)
    let features = origin.features.moved(moved)
    if features != origin.features {
      row.origin = add(CandidateOrigin(type: origin.type, rule: origin.rule, features: features))
    }
  }
}
