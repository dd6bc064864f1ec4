/// What a part of a pattern can match: what of that tells where the pattern must be tried.
struct PatternFragment {
  typealias Literal = LiteralScanner.Literal

  /// Literals that stand for one part of the pattern.
  struct Run {
    var literals: [Literal]
    let place: PatternPlace

    /// What stands on one side of each of the literals.
    func outlook(_ side: PatternPart.Side) -> Outlook {
      let near = literals.reduce(ByteSet()) { near, literal in
        near.union(PatternPart.sets(of: literal.bytes, isCaseless: literal.isCaseless, side.opposite)[0])
      }
      return place.outlook(side, from: near)
    }
  }

  /// Literals of which every match of the pattern contains one, and how far behind the match's start they begin.
  struct Anchor {
    let runs: [Run]
    /// The rarity of its literals.
    private let rarity: Double
    /// The least distance in bytes.
    var nearest: Int
    /// The greatest distance; nil without a bound.
    var farthest: Int?
    /// The bytes that can stand between the match's start and the literal.
    var between: ByteSet

    /// Nil without literals, or where one is too common.
    ///
    /// - Parameter least: How rare each must be.
    init?(
      _ runs: [Run], nearest: Int, farthest: Int?, between: ByteSet, least: Double = -.infinity
    ) {
      var count = 0
      var commonest = Double.infinity
      for run in runs {
        for literal in run.literals {
          let rarity = LiteralRarity.bits(literal.bytes)
          if rarity < least { return nil }
          commonest = min(commonest, rarity)
        }
        count += run.literals.count
      }
      self.runs = runs
      rarity = LiteralRarity.bits(ofAnyOf: count, commonest: count == 0 ? 0 : commonest)
      self.nearest = nearest
      self.farthest = farthest
      self.between = between
    }

    /// Fewer searches of the matcher, and shorter ones, are better.
    var merit: Double {
      let distance = farthest.map { $0 == 0 ? Self.meritOfStart : $0 > 64 ? -1 : 0 } ?? (between.hasOthers ? -2 : -1)
      return rarity + distance
    }

    /// What it is worth to know where a match begins.
    static let meritOfStart = 0.5
  }

  /// Everything that it matches, when that is a short list; an empty literal where it may match nothing.
  var runs: [Run]?
  /// The least and the greatest length in bytes; nil without a bound.
  var shortest = 0
  var longest: Int? = 0
  /// The bytes that can stand in it.
  var bytes = ByteSet()
  /// The best anchor inside it, by its own start.
  var anchor: Anchor?

  /// What matches no text, at a place of no interest.
  static let nothing = PatternFragment(runs: [Run(literals: [.empty], place: .whole)])

  /// - Parameter place: Where the part stands.
  init(_ part: PatternPart, at place: PatternPlace) {
    switch part {
    case .text(let bytes, let isCaseless):
      self.init(oneOf: [Literal(bytes: bytes, isCaseless: isCaseless)], at: place)
    case .character(_, _, .some(let listed)):
      self.init(oneOf: listed.map { Literal(bytes: $0, isCaseless: false) }, at: place)
    case .character(let set, _, nil):
      self.init(shortest: 1, longest: set.hasOthers ? 4 : 1, bytes: set)
    case .anything: self.init(longest: nil, bytes: .all)
    case .sequence(let group):
      var sequence = Sequence(group.parts, at: place)
      for index in group.parts.indices { sequence.append(index) }
      self = sequence.finish()
    case .branches(let group):
      if let texts = group.texts, texts.count <= Self.mostLiterals {
        self.init(oneOf: texts, at: place)
      } else {
        self = .alternation(group.parts.map { PatternFragment($0, at: place) })
      }
    case .repeated(let part, let least, let most):
      let isOnce = least == 1 && most == 1
      let fragment = PatternFragment(part, at: isOnce ? place : place.ofRepetition(of: part))
      self = isOnce ? fragment : fragment.repeated(least: least, most: most, at: place)
    case .look(.ahead, let part, isNegated: false):
      self = .nothing
      anchor = PatternFragment(part, at: place.ofLookahead).bestAnchor
    case .look, .boundary, .beside, .nothing: self = .nothing
    }
  }

  private init(
    runs: [Run]? = nil, shortest: Int = 0, longest: Int? = 0, bytes: ByteSet = ByteSet()
  ) {
    self.runs = runs
    self.shortest = shortest
    self.longest = longest
    self.bytes = bytes
  }

  private init(oneOf literals: [Literal], at place: PatternPlace) {
    var (bytes, shortest, longest) = (ByteSet(), literals.first?.bytes.count ?? 0, 0)
    for literal in literals {
      var own = ByteSet()
      for byte in literal.bytes { own.insert(byte) }
      bytes = bytes.union(literal.isCaseless ? own.caseFolded : own)
      shortest = min(shortest, literal.bytes.count)
      longest = max(longest, literal.longest)
    }
    self.init(runs: [Run(literals: literals, place: place)], shortest: shortest, longest: longest, bytes: bytes)
  }

  /// The literals of its runs.
  var literals: [Literal]? { runs.map { $0.count == 1 ? $0[0].literals : $0.flatMap(\.literals) } }

  /// The better of two anchors.
  static func better(_ first: Anchor?, _ second: Anchor?) -> Anchor? {
    guard let first else { return second }
    guard let second else { return first }
    return second.merit > first.merit ? second : first
  }

  /// The best anchor, its own list of literals counted.
  var bestAnchor: Anchor? { Self.better(anchor, Self.anchor(runs, nearest: 0, farthest: 0, between: ByteSet())) }

  /// An anchor of literals that are rare enough; nil where one is empty or common.
  static func anchor(_ runs: [Run]?, nearest: Int, farthest: Int?, between: ByteSet) -> Anchor? {
    guard let runs, !runs.isEmpty else { return nil }
    return Anchor(runs, nearest: nearest, farthest: farthest, between: between, least: LiteralRarity.least)
  }
}

extension PatternFragment {
  /// The most literals of one list: as many as a lexicon inside a pattern may have terms, and some.
  static let mostLiterals = 2500
  /// The most literals that a product of short lists may make.
  static let mostProducts = 64

  /// One of several branches.
  fileprivate static func alternation(_ branches: [PatternFragment]) -> PatternFragment {
    guard branches.count > 1 else { return branches.first ?? .nothing }
    var whole = PatternFragment(
      shortest: branches.map(\.shortest).min() ?? 0, longest: greatest(branches.map(\.longest)),
      bytes: branches.reduce(ByteSet()) { $0.union($1.bytes) })
    let lists = branches.compactMap(\.runs)
    if lists.count == branches.count, lists.joined().reduce(0, { $0 + $1.literals.count }) <= mostLiterals {
      whole.runs = merged(lists.joined())
      return whole
    }
    let anchors = branches.compactMap(\.bestAnchor)
    guard anchors.count == branches.count else { return whole }
    whole.anchor = Anchor(
      merged(anchors.map(\.runs).joined()), nearest: anchors.map(\.nearest).min() ?? 0,
      farthest: greatest(anchors.map(\.farthest)), between: anchors.reduce(ByteSet()) { $0.union($1.between) })
    return whole
  }

  private static func merged(_ runs: some Swift.Sequence<Run>) -> [Run] {
    var merged: [Run] = []
    for run in runs {
      if let last = merged.indices.last, merged[last].place === run.place {
        merged[last].literals += run.literals
      } else {
        merged.append(run)
      }
    }
    return merged
  }

  private static func greatest(_ lengths: [Int?]) -> Int? {
    lengths.contains { $0 == nil } ? nil : lengths.compactMap { $0 }.max()
  }

  /// The same, repeated.
  fileprivate func repeated(least: Int, most: Int?, at place: PatternPlace) -> PatternFragment {
    let length = longest == 0 ? 0 : most.flatMap { most in longest.map { $0 * most } }
    var whole = PatternFragment(shortest: least * shortest, longest: length, bytes: bytes)
    if least == 0 {
      if most == 1 { whole.runs = literals.map { [Run(literals: $0 + [.empty], place: place)] } }
    } else if least == most, least <= 4, let only = literals, only.count == 1 {
      let bytes = Array(repeatElement(only[0].bytes, count: least).joined())
      whole.runs = [Run(literals: [Literal(bytes: bytes, isCaseless: only[0].isCaseless)], place: place)]
    } else {
      whole.anchor = bestAnchor
    }
    return whole
  }
}

extension LiteralScanner.Literal {
  static let empty = Self(bytes: [], isCaseless: false)

  /// The most bytes of the text that it matches: U+017F and U+212A fold to `s` and `k`.
  fileprivate var longest: Int {
    guard isCaseless else { return bytes.count }
    return bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "k") || $1 == UInt8(ascii: "s") ? 3 : 1) }
  }

  /// One after the other; case is ignored where it is in either and the other has letters.
  static func + (head: Self, tail: Self) -> Self {
    let isCaseless = head.isCaseless || tail.isCaseless
    let bytes = head.bytes + tail.bytes
    return Self(bytes: isCaseless ? bytes.map(\.asciiFolded) : bytes, isCaseless: isCaseless)
  }
}
