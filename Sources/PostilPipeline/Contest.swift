import CPostilModule
import PostilModel
import PostilModuleBridge

/// A candidate as its rule found it, before its place in the total order is known.
struct Contender {
  /// The rule's place among those of the step.
  let rule: Int
  /// Its number in the table of candidates.
  let origin: UInt32
  let span: Span
  /// Its captures in the table of candidates.
  let captures: Range<Int>
  /// The annotations and candidates that it was made from, as ``VisibleItem/reference``.
  let references: [Int]
}

/// Decides, phase by phase, which candidates of one type keep their place.
struct Contest {
  private let order: ContestOrder
  /// The candidates in the order in which they were made: each names the one that took its place, and its sources among
  /// ``references``, by that order, too.
  var table: CandidateTable
  /// For each candidate its rule's place among those of the step.
  private var rules: [UInt32] = []
  /// What candidates were made from, as ``VisibleItem/reference``.
  private var references: [UInt32] = []
  /// For each type the places that are held, and how many were ranked.
  private var held: [(spans: DisjointSpans, count: UInt32)]

  init(_ order: ContestOrder, run: RunTables) {
    self.order = order
    table = CandidateTable(run: run)
    held = order.types.map { _ in (DisjointSpans(), 0) }
  }

  /// The candidates so far.
  var count: Int { table.rows.count }

  /// Makes room for so many more candidates.
  mutating func reserve(_ added: Int) {
    table.rows.reserveCapacity(count + added)
    rules.reserveCapacity(count + added)
  }

  /// Adds a candidate of the phase at hand.
  mutating func add(_ contender: Contender) {
    rules.append(UInt32(contender.rule))
    table.rows.append(
      postil_candidate(
        span: postil_span(contender.span), origin: contender.origin, rank: 0, lost_to: POSTIL_NONE,
        first_capture: UInt32(contender.captures.lowerBound), capture_count: UInt32(contender.captures.count),
        first_source: contender.references.isEmpty ? 0 : UInt32(references.count),
        source_count: UInt32(contender.references.count)))
    for reference in contender.references { references.append(UInt32(reference)) }
  }

  /// Takes away all but the first `count` candidates.
  mutating func shorten(to count: Int) {
    table.rows.removeSubrange(count...)
    rules.removeSubrange(count...)
  }

  /// Ends a phase: ranks its candidates, all from number `first` on; those of earlier ones hold their places.
  ///
  /// - Parameter length: The length of a span in code points.
  mutating func rank(from first: Int, length: (Span) -> Int) {
    var keys: [ContestOrder.Key] = []
    keys.reserveCapacity(count - first)
    for index in first..<count {
      let span = span(of: index)
      keys.append(order.key(ofRule: Int(rules[index]), span: span, length: length(span), place: index))
    }
    keys.sort()
    for key in keys { rank(key.place) }
  }

  private mutating func rank(_ index: Int) {
    let place = order.places[Int(rules[index])]
    table.rows[index].rank = held[place.type].count
    held[place.type].count += 1
    guard !place.keepsAll, let other = held[place.type].spans.insert(span(of: index), owner: index) else { return }
    table.rows[index].lost_to = UInt32(other)
  }

  private func span(of index: Int) -> Span { table.rows[index].span.value }

  /// Whether a candidate kept its place.
  func isWinner(_ index: Int) -> Bool { table.rows[index].lost_to == POSTIL_NONE }

  /// The type of a candidate.
  func type(of index: Int) -> Int { order.places[Int(rules[index])].type }

  /// What the conditions of later phases see of a winner.
  func item(of index: Int, reference: Int) -> VisibleItem {
    let origin = table.origin(table.rows[index].origin)
    return VisibleItem(type: origin.type, span: span(of: index), features: origin.features, reference: reference)
  }

  /// Ends the contest, and gives all candidates by span and then rank.
  ///
  /// - Parameter annotationCount: The annotations before this step. References behind them, to winners of this step,
  ///   become the places that these take among the annotations when nobody judges them; others are left out.
  mutating func finish(behind annotationCount: Int) -> CandidateTable {
    let (places, winnersPlaces) = places(behind: annotationCount)
    var made = CandidateTable(run: table.run)
    swap(&made, &table)
    made.move(to: places)
    if !references.isEmpty {
      made.moveSources(of: references) { $0 < annotationCount ? $0 : winnersPlaces[$0 - annotationCount] }
    }
    return made
  }

  /// For each candidate its place by span and then rank, and, where candidates refer to others, the one that it takes among the
  /// annotations; nil for one that lost its own.
  private func places(behind annotationCount: Int) -> (all: [UInt32], amongAnnotations: [Int?]) {
    let sorted = table.rows.indices.map { key(of: $0) }.sorted()
    var places = [UInt32](repeating: 0, count: count)
    for (place, key) in sorted.enumerated() { places[key.place] = UInt32(place) }
    guard !references.isEmpty else { return (places, []) }
    var winnersPlaces = [Int?](repeating: nil, count: count)
    for (number, key) in sorted.lazy.filter({ isWinner($0.place) }).enumerated() {
      winnersPlaces[key.place] = annotationCount + number
    }
    return (places, winnersPlaces)
  }

  private func key(of index: Int) -> ContestOrder.Key {
    ContestOrder.Key(
      span(of: index).order, UInt64(table.rows[index].rank) << 32 | UInt64(rules[index]), 0, place: index)
  }
}

extension CandidateTable {
  /// Moves each row, and what names it, to the place that `places` tells for it.
  fileprivate mutating func move(to places: [UInt32]) {
    for place in rows.indices where rows[place].lost_to != POSTIL_NONE {
      rows[place].lost_to = places[Int(rows[place].lost_to)]
    }
    var places = places
    for place in rows.indices {
      while case let target = Int(places[place]), target != place {
        rows.swapAt(place, target)
        places.swapAt(place, target)
      }
    }
  }

  /// Takes over what rows were made from, out of `references`, which rows name; the references and those in features are moved.
  fileprivate mutating func moveSources(of references: [UInt32], _ moved: (Int) -> Int?) {
    for place in rows.indices where rows[place].source_count > 0 {
      let own = references[Int(rows[place].first_source)...].prefix(Int(rows[place].source_count))
      rows[place].first_source = UInt32(sources.count)
      for source in own.compactMap({ moved(Int($0)) }) { add(source: source) }
      rows[place].source_count = UInt32(sources.count) - rows[place].first_source
      let origin = origin(rows[place].origin)
      let features = origin.features.moved(moved)
      if features != origin.features {
        rows[place].origin = add(CandidateOrigin(type: origin.type, rule: origin.rule, features: features))
      }
    }
  }
}
