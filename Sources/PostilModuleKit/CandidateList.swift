import PostilModel

/// The candidates of a step, by span.
public struct CandidateList: RandomAccessCollection {
  private let tables: ShownTables
  private let index: TypeIndex

  init(_ tables: ShownTables) {
    self.tables = tables
    index = TypeIndex(tables)
  }

  /// The first place, 0.
  public var startIndex: Int { 0 }
  /// One past the last place.
  public var endIndex: Int { tables.rows.candidates.count }
  /// The candidate at a place.
  public subscript(place: Int) -> CandidateView { CandidateView(tables: tables, index: place) }

  /// The candidates of `type`, by place.
  func places(ofType type: String, winnersOnly: Bool) -> [Int] {
    guard !isEmpty, let number = tables.run.number(of: type) else { return [] }
    let places = index.places(ofType: number).lazy.map(Int.init)
    return winnersOnly ? places.filter { self[$0].lostTo == nil } : Array(places)
  }
}

/// The candidates of a document by their types.
private struct TypeIndex {
  /// By type, then by place.
  private var places: [UInt32]
  /// For each type, by its number, where its candidates begin in ``places``; one more for the end.
  private var starts: [Int]

  init(_ tables: ShownTables) {
    let types = tables.types
    starts = [Int](repeating: 0, count: (types.max().map(Int.init) ?? -1) + 2)
    for type in types { starts[Int(type) + 1] += 1 }
    for type in starts.indices.dropFirst() { starts[type] += starts[type - 1] }
    var next = starts
    places = [UInt32](repeating: 0, count: types.count)
    for (place, type) in types.enumerated() {
      places[next[Int(type)]] = UInt32(place)
      next[Int(type)] += 1
    }
  }

  func places(ofType type: UInt32) -> ArraySlice<UInt32> {
    Int(type) + 1 < starts.count ? places[starts[Int(type)]..<starts[Int(type) + 1]] : []
  }
}
