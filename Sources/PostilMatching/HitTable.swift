/// Where the evidence of each of many patterns stands in a text.
///
/// There may be more places than the text has bytes, so each takes four bytes, and those of a pattern go when it was searched for.
struct HitTable {
  /// For a list of up to so many places, its room is kept for the next text.
  private static let mostKept = 256

  /// By pattern, as they are found.
  private var places: [[UInt32]] = []

  /// Forgets everything, for a text in which so many patterns are looked for.
  mutating func begin(patterns: Int) {
    for pattern in places.indices where !places[pattern].isEmpty { forget(pattern) }
    while places.count < patterns { places.append([]) }
  }

  /// Adds a place of a pattern's evidence.
  mutating func add(_ place: Int, of pattern: Int) { places[pattern].append(UInt32(truncatingIfNeeded: place)) }

  /// Whether nothing of a pattern's evidence stands in the text.
  func isEmpty(of pattern: Int) -> Bool { places[pattern].isEmpty }

  /// Calls `body` with the places of a pattern's evidence, ascending, and forgets them; does nothing where there are none.
  mutating func take(of pattern: Int, _ body: (ArraySlice<UInt32>) -> Void) {
    guard !places[pattern].isEmpty else { return }
    if !isAscending(pattern) { places[pattern].sort() }
    body(places[pattern][...])
    forget(pattern)
  }

  /// Most patterns have literals of one length, which are found from left to right.
  private func isAscending(_ pattern: Int) -> Bool {
    let own = places[pattern]
    for next in 1..<own.count where own[next - 1] > own[next] { return false }
    return true
  }

  private mutating func forget(_ pattern: Int) {
    places[pattern].removeAll(keepingCapacity: places[pattern].capacity <= Self.mostKept)
  }
}
