/// What a part of a pattern can match, as far as its text tells.
struct PatternFragment {
  /// Literals of which every match of the pattern contains one, and how far behind the match's start they begin.
  struct Anchor {
    var literals: [[UInt8]]
    /// The least distance in bytes.
    var nearest: Int
    /// The greatest distance; nil without a bound.
    var farthest: Int?
    /// The bytes that can stand between the match's start and the literal.
    var between: ByteSet

    /// Fewer searches of the matcher, and shorter ones, are better.
    fileprivate var merit: Double {
      let distance = farthest.map { $0 == 0 ? 0.5 : $0 > 64 ? -1 : 0 } ?? (between.hasOthers ? -2 : -1)
      return LiteralRarity.bits(literals) + distance
    }
  }

  /// Everything that it matches, when that is a short list; an empty literal where it may match nothing.
  var literals: [[UInt8]]?
  /// The least and the greatest length in bytes; nil without a bound.
  var shortest = 0
  var longest: Int? = 0
  /// The bytes that can stand in it.
  var bytes = ByteSet()
  /// The best anchor inside it, by its own start.
  var anchor: Anchor?

  /// What matches no text: an assertion, a comment, the start.
  static let nothing = PatternFragment(literals: [[]])

  /// Any text: a backreference, a line break, a grapheme.
  static let anything = PatternFragment(longest: nil, bytes: .all)

  /// One character of a set.
  static func character(_ bytes: ByteSet) -> PatternFragment {
    PatternFragment(shortest: 1, longest: bytes.hasOthers ? 4 : 1, bytes: bytes)
  }

  /// One of several literals.
  static func oneOf(_ literals: [[UInt8]]) -> PatternFragment {
    var bytes = ByteSet()
    for byte in literals.joined() { bytes.insert(byte) }
    return PatternFragment(
      literals: literals, shortest: literals.map(\.count).min() ?? 0, longest: literals.map(\.count).max() ?? 0,
      bytes: bytes)
  }

  /// The better of two anchors.
  static func better(_ first: Anchor?, _ second: Anchor?) -> Anchor? {
    guard let first else { return second }
    guard let second else { return first }
    return second.merit > first.merit ? second : first
  }

  /// The best anchor, its own list of literals counted.
  var bestAnchor: Anchor? { Self.better(anchor, Self.anchor(literals, nearest: 0, farthest: 0, between: ByteSet())) }

  /// An anchor of literals that are rare enough; nil where one is empty or common.
  static func anchor(_ literals: [[UInt8]]?, nearest: Int, farthest: Int?, between: ByteSet) -> Anchor? {
    guard let literals, !literals.isEmpty, literals.allSatisfy({ LiteralRarity.bits($0) >= LiteralRarity.least }) else {
      return nil
    }
    return Anchor(literals: literals, nearest: nearest, farthest: farthest, between: between)
  }
}

extension PatternFragment {
  /// The most literals of one list: as many as a lexicon inside a pattern may have terms, and some.
  private static let mostLiterals = 2500
  /// The most literals that a product of short lists may make.
  private static let mostProducts = 64

  /// One of several branches.
  static func alternation(_ branches: [PatternFragment]) -> PatternFragment {
    guard branches.count > 1 else { return branches.first ?? .nothing }
    var whole = PatternFragment(
      shortest: branches.map(\.shortest).min() ?? 0, longest: greatest(branches.map(\.longest)),
      bytes: branches.reduce(ByteSet()) { $0.union($1.bytes) })
    let lists = branches.compactMap(\.literals)
    if lists.count == branches.count, lists.reduce(0, { $0 + $1.count }) <= mostLiterals {
      whole.literals = Array(lists.joined())
      return whole
    }
    let anchors = branches.compactMap(\.bestAnchor)
    guard anchors.count == branches.count else { return whole }
    whole.anchor = Anchor(
      literals: anchors.flatMap(\.literals), nearest: anchors.map(\.nearest).min() ?? 0,
      farthest: greatest(anchors.map(\.farthest)), between: anchors.reduce(ByteSet()) { $0.union($1.between) })
    return whole
  }

  private static func greatest(_ lengths: [Int?]) -> Int? {
    lengths.contains { $0 == nil } ? nil : lengths.compactMap { $0 }.max()
  }

  /// The same, repeated.
  func repeated(least: Int, most: Int?) -> PatternFragment {
    if least == 1, most == 1 { return self }
    let length = longest == 0 ? 0 : most.flatMap { most in longest.map { $0 * most } }
    var whole = PatternFragment(shortest: least * shortest, longest: length, bytes: bytes)
    if least == 0 {
      if most == 1 { whole.literals = literals.map { $0 + [[]] } }
    } else if least == most, least <= 4, let only = literals, only.count == 1 {
      whole.literals = [Array(repeatElement(only[0], count: least).joined())]
    } else {
      whole.anchor = bestAnchor
    }
    return whole
  }

  /// One part after another.
  struct Sequence {
    private var whole = PatternFragment.nothing
    /// The literals of the last parts, multiplied out, and where they begin.
    private var run: [[UInt8]] = [[]]
    private var before = PatternFragment.nothing
    private var isWhole = true

    mutating func append(_ part: PatternFragment) {
      defer { extend(by: part) }
      guard let literals = part.literals else {
        flush()
        if let anchor = part.anchor { keep(anchor) }
        return begin(after: part, with: [[]])
      }
      let isShort = run.count * literals.count <= (run.count == 1 || literals.count == 1 ? mostLiterals : mostProducts)
      if isShort {
        // A part that may be absent can make the run commoner: what stands so far is kept.
        if literals.contains([]) { flush() }
        run = run.flatMap { head in literals.map { head + $0 } }
      } else {
        flush()
        begin(at: whole, with: literals)
      }
    }

    /// The whole sequence.
    mutating func finish() -> PatternFragment {
      if isWhole {
        whole.literals = run
      } else {
        flush()
        whole.literals = nil
      }
      return whole
    }

    private mutating func flush() {
      whole.anchor = better(
        whole.anchor,
        PatternFragment.anchor(run, nearest: before.shortest, farthest: before.longest, between: before.bytes))
    }

    /// An anchor inside the next part.
    private mutating func keep(_ anchor: Anchor) {
      var moved = anchor
      moved.nearest += whole.shortest
      moved.farthest = anchor.farthest.flatMap { inside in whole.longest.map { $0 + inside } }
      moved.between = whole.bytes.union(anchor.between)
      whole.anchor = better(whole.anchor, moved)
    }

    private mutating func begin(after part: PatternFragment, with literals: [[UInt8]]) {
      var start = whole
      Self.extend(&start, by: part)
      begin(at: start, with: literals)
    }

    private mutating func begin(at start: PatternFragment, with literals: [[UInt8]]) {
      isWhole = false
      before = start
      run = literals
    }

    private mutating func extend(by part: PatternFragment) { Self.extend(&whole, by: part) }

    private static func extend(_ whole: inout PatternFragment, by part: PatternFragment) {
      whole.shortest += part.shortest
      whole.longest = whole.longest.flatMap { length in part.longest.map { $0 + length } }
      whole.bytes = whole.bytes.union(part.bytes)
    }
  }
}
