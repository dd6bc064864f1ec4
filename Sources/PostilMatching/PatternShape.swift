/// What a part without assertions can be, character by character, seen from one of its sides; and after how many characters
/// what stands behind it shows.
struct PatternShape: Equatable, Sendable {
  private var sets: InlineArray<8, ByteSet>
  /// The numbers of characters that it can take, as bits; more than are told leave no trace.
  private var lengths: UInt8

  private init(sets: InlineArray<8, ByteSet>, lengths: UInt8) {
    self.sets = sets
    self.lengths = lengths
  }

  /// No text.
  static let nothing = PatternShape(sets: InlineArray(repeating: ByteSet()), lengths: 1)
  /// Any text or none.
  static let anything = PatternShape(sets: InlineArray(repeating: .anything), lengths: 0)

  /// One character after another, the nearest first.
  init(_ characters: [ByteSet]) {
    let count = min(characters.count, Outlook.reach)
    sets = InlineArray { $0 < count ? characters[$0] : ByteSet() }
    lengths = characters.count < Outlook.reach ? 1 << UInt8(characters.count) : 0
  }

  /// Characters of one set.
  init(_ set: ByteSet, least: Int, most: Int?) {
    let most = min(most ?? Outlook.reach, Outlook.reach)
    sets = InlineArray { $0 < most ? set : ByteSet() }
    lengths = (least...max(least, most)).reduce(0) { $1 < Outlook.reach ? $0 | 1 << UInt8($1) : $0 }
  }

  /// Whether what stands behind it can show.
  var isOpen: Bool { lengths != 0 }

  /// Either.
  func union(_ other: PatternShape) -> PatternShape {
    PatternShape(sets: InlineArray { sets[$0].union(other.sets[$0]) }, lengths: lengths | other.lengths)
  }

  /// The same with another behind it.
  func then(_ other: PatternShape) -> PatternShape {
    var both: UInt8 = 0
    eachLength { both |= other.lengths << UInt8($0) }
    return PatternShape(sets: seen(before: other.sets), lengths: both)
  }

  /// What shows where `rest` stands behind it.
  func seen(before rest: Outlook) -> Outlook { Outlook(sets: seen(before: rest.sets)) }

  /// The same, several times.
  func repeated(least: Int, most: Int?) -> PatternShape {
    var seen = PatternShape.nothing
    var more = most.map { $0 - least } ?? .max
    while more > 0, case let longer = PatternShape.nothing.union(then(seen)), longer != seen {
      seen = longer
      more -= 1
    }
    for _ in 0..<min(least, Outlook.reach + 1) { seen = then(seen) }
    return seen
  }

  private func seen(before rest: InlineArray<8, ByteSet>) -> InlineArray<8, ByteSet> {
    var seen = sets
    eachLength { length in
      for index in length..<Outlook.reach { seen[index] = seen[index].union(rest[index - length]) }
    }
    return seen
  }

  private func eachLength(_ body: (Int) -> Void) {
    var left = lengths
    while left != 0 {
      body(left.trailingZeroBitCount)
      left &= left - 1
    }
  }

  static func == (left: PatternShape, right: PatternShape) -> Bool {
    left.lengths == right.lengths && left.sets.indices.allSatisfy { left.sets[$0] == right.sets[$0] }
  }
}

extension PatternPart {
  /// Its shape seen from one side; nil where it asks for what stands beside it there.
  func shape(_ side: Side) -> PatternShape? {
    switch self {
    case .text(let bytes, let isCaseless): PatternShape(Self.sets(of: bytes, isCaseless: isCaseless, side))
    case .character(let set, _, _): PatternShape(set, least: 1, most: 1)
    case .anything: .anything
    case .nothing: .nothing
    case .sequence(let group), .branches(let group): group.shape(side)
    case .repeated(.character(let set, _, _), let least, let most): PatternShape(set, least: least, most: most)
    case .repeated(let part, let least, let most): part.shape(side)?.repeated(least: least, most: most)
    case .look(let direction, _, _), .beside(let direction, _): direction == side ? nil : .nothing
    case .boundary: nil
    }
  }
}
