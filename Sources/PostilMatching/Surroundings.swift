/// What must stand round a place, by characters, nearest first, as far as it leaves anything out.
struct Surroundings: Hashable, Sendable {
  let ahead: [ByteSet]
  let behind: [ByteSet]

  init(ahead: [ByteSet], behind: [ByteSet]) {
    self.ahead = ahead
    self.behind = behind
  }

  init(ahead: Outlook, behind: Outlook) { self.init(ahead: ahead.telling, behind: behind.telling) }

  /// Anything.
  static let open = Surroundings(ahead: [], behind: [])
}

/// Many surroundings in one table.
struct SurroundingsTable: Sendable {
  fileprivate struct Entry: Sendable {
    let behindStart: Int32
    let aheadStart: Int32
    let end: Int32
  }

  private var sets: [ByteSet] = []
  private var entries: [Entry] = []
  private var numbers: [Surroundings: Int32] = [:]

  /// The number of `surroundings` in the table.
  mutating func number(of surroundings: Surroundings) -> Int32 {
    if let known = numbers[surroundings] { return known }
    let number = Int32(entries.count)
    let start = sets.count
    sets += surroundings.behind + surroundings.ahead
    entries.append(
      Entry(
        behindStart: Int32(start), aheadStart: Int32(start + surroundings.behind.count), end: Int32(sets.count)))
    numbers[surroundings] = number
    return number
  }

  /// The table's memory, held for one pass over a text.
  struct View {
    fileprivate let sets: UnsafePointer<ByteSet>?
    fileprivate let entries: UnsafePointer<Entry>?

    /// Whether what is asked for by surroundings `number` stands before `start` and behind `end`.
    ///
    /// - Parameters:
    ///   - limit: Where the subject ends.
    ///   - isCut: Whether it may end earlier.
    @inline(__always)
    func hold(
      _ number: Int32, before start: Int, behind end: Int, in text: UnsafeBufferPointer<UInt8>, limit: Int,
      isCut: @autoclosure () -> Bool
    ) -> Bool {
      guard let sets, let entries else { return true }
      let entry = entries[Int(number)]
      var index = Int(entry.behindStart)
      var place = start
      while index < Int(entry.aheadStart) {
        guard place > 0 else {
          if sets[index].hasEdge { break }
          return false
        }
        place &-= 1
        while place > 0, text[place].isContinuation { place &-= 1 }
        guard sets[index].contains(text[place]) else { return false }
        index &+= 1
      }
      index = Int(entry.aheadStart)
      place = end
      while index < Int(entry.end) {
        guard place < limit else { return sets[index].hasEdge }
        let byte = text[place]
        guard sets[index].contains(byte) else { return sets[index].hasEdge && isCut() }
        place &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        index &+= 1
      }
      return true
    }
  }

  /// SAFETY: the arrays live as long as the call, and `body` does not keep the view.
  @inline(__always)
  func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try sets.withUnsafeBufferPointer { sets in
      try entries.withUnsafeBufferPointer { try body(View(sets: sets.baseAddress, entries: $0.baseAddress)) }
    }
  }
}
