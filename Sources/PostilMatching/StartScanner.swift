import PostilModel

/// Finds where patterns without a literal can begin, by the characters on both sides, in one pass over a text.
struct StartScanner: Sendable {
  /// Up to 64 patterns: for each byte that is next, and each that stands before, those that allow it.
  private struct Group: Sendable {
    var owners: [Int32] = []
    var surroundings: [Int32] = []
    var next = [UInt64](repeating: 0, count: 256)
    var before = [UInt64](repeating: 0, count: 256)
    var atEdge: UInt64 = 0
  }

  private var groups: [Group] = []

  /// - Parameter starts: What stands round a pattern's start, its number in the table of surroundings, and the pattern's own.
  init(_ starts: [(start: Surroundings, number: Int32, owner: Int)]) {
    for (place, (start, number, owner)) in starts.enumerated() {
      if place % 64 == 0 { groups.append(Group()) }
      let bit = UInt64(1) << UInt64(place % 64)
      let next = start.ahead.first ?? .anything
      let before = start.behind.first ?? .anything
      let last = groups.count - 1
      groups[last].owners.append(Int32(owner))
      groups[last].surroundings.append(number)
      for byte in UInt8.min...UInt8.max {
        if next.contains(byte), !byte.isContinuation { groups[last].next[Int(byte)] |= bit }
        if before.contains(byte) { groups[last].before[Int(byte)] |= bit }
      }
      if before.hasEdge { groups[last].atEdge |= bit }
    }
  }

  /// Calls `found` for every pattern that may begin at a place, with the number of its surroundings.
  @inline(__always)
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ found: (_ owner: Int32, _ surroundings: Int32, _ offset: Int) -> Void
  ) {
    for group in groups {
      group.next.withUnsafeBufferPointer { next in
        group.before.withUnsafeBufferPointer { before in
          var allowed = group.atEdge
          for offset in 0..<text.count {
            let byte = Int(text[offset])
            var bits = allowed & next[byte]
            while bits != 0 {
              let place = bits.trailingZeroBitCount
              found(group.owners[place], group.surroundings[place], offset)
              bits &= bits &- 1
            }
            allowed = before[byte]
          }
        }
      }
    }
  }
}
