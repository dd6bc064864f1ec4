extension PatternFragment {
  /// One part after another.
  struct Sequence {
    private let parts: [PatternPart]
    private let place: PatternPlace
    private var whole = PatternFragment.nothing
    /// The literals of the last parts, multiplied out.
    private var run: [Literal] = [.empty]
    /// The parts of the run that take text.
    private var range: Range<Int>?
    /// Where one part takes all text of the run: its own runs.
    private var single: [Run]?
    /// What stands before the run.
    private var before = PatternFragment.nothing
    private var isWhole = true

    init(_ parts: [PatternPart], at place: PatternPlace) {
      self.parts = parts
      self.place = place
    }

    mutating func append(_ index: Int) {
      let part = PatternFragment(parts[index], at: place.of(index..<(index + 1), among: parts))
      guard !parts[index].isEmpty else {
        // What a lookahead looks for stands in the text, too.
        if let anchor = part.anchor { keep(anchor) }
        return
      }
      defer { Self.extend(&whole, by: part) }
      guard let literals = part.literals else {
        flush()
        if let anchor = part.anchor { keep(anchor) }
        var start = whole
        Self.extend(&start, by: part)
        return begin(at: start)
      }
      let isShort = run.count * literals.count <= (run.count == 1 || literals.count == 1 ? mostLiterals : mostProducts)
      // A part that may be absent can make the run commoner: what stands so far is kept.
      if !isShort || literals.contains(where: \.bytes.isEmpty) { flush() }
      if !isShort { begin(at: whole) }
      single = range == nil ? part.runs : nil
      range = (range?.lowerBound ?? index)..<(index + 1)
      run = Self.product(run, literals)
    }

    /// Each of the one behind each of the other.
    private static func product(_ heads: [Literal], _ tails: [Literal]) -> [Literal] {
      if heads.count == 1, heads[0].bytes.isEmpty { return tails }
      if tails.count == 1, tails[0].bytes.isEmpty { return heads }
      return heads.flatMap { head in tails.map { head + $0 } }
    }

    /// The whole sequence.
    mutating func finish() -> PatternFragment {
      if isWhole {
        whole.runs = runs
      } else {
        flush()
        whole.runs = nil
      }
      return whole
    }

    private var runs: [Run] {
      single ?? [Run(literals: run, place: range.map { place.of($0, among: parts) } ?? place)]
    }

    private mutating func flush() {
      whole.anchor = better(
        whole.anchor,
        PatternFragment.anchor(runs, nearest: before.shortest, farthest: before.longest, between: before.bytes))
    }

    /// An anchor inside the next part.
    private mutating func keep(_ anchor: Anchor) {
      var moved = anchor
      moved.nearest += whole.shortest
      moved.farthest = anchor.farthest.flatMap { inside in whole.longest.map { $0 + inside } }
      moved.between = whole.bytes.union(anchor.between)
      whole.anchor = better(whole.anchor, moved)
    }

    private mutating func begin(at start: PatternFragment) {
      isWhole = false
      before = start
      run = [.empty]
      range = nil
      single = nil
    }

    private static func extend(_ whole: inout PatternFragment, by part: PatternFragment) {
      whole.shortest += part.shortest
      whole.longest = whole.longest.flatMap { length in part.longest.map { $0 + length } }
      whole.bytes = whole.bytes.union(part.bytes)
    }
  }
}
