import PostilModel

/// A part of a pattern, as ``PatternReader`` reads it.
indirect enum PatternPart: Sendable {
  /// The two sides of a place in a text.
  enum Side: Sendable {
    case ahead, behind

    var opposite: Side { self == .ahead ? .behind : .ahead }
  }

  /// Characters one after another, in lower case where case is ignored.
  case text([UInt8], isCaseless: Bool)
  /// One character of `set`; of those in `surely` it takes each, and of those in `listed` one, where they are few.
  case character(ByteSet, surely: ByteSet, listed: [[UInt8]]?)
  /// Any text or none: a backreference, a line break, a grapheme.
  case anything
  /// One after another.
  case sequence(PatternGroup)
  /// One of several.
  case branches(PatternGroup)
  case repeated(PatternPart, least: Int, most: Int?)
  /// A lookahead or a lookbehind.
  case look(Side, PatternPart, isNegated: Bool)
  /// `\b`, or `\B`.
  case boundary(isNegated: Bool)
  /// A place that has one of these characters, or the text's edge, on one side, such as `^`.
  case beside(Side, ByteSet)
  /// A comment, an option.
  case nothing

  /// One character of a set whose members in ASCII are known.
  static func character(_ set: ByteSet) -> PatternPart {
    set.isAnyOfASCII ? .anyCharacter : .character(set, surely: set.inASCII, listed: nil)
  }

  /// One character that is not known.
  static let anyCharacter = PatternPart.character(.all, surely: ByteSet(), listed: nil)

  /// Whether it takes no text wherever it matches.
  var isEmpty: Bool {
    switch self {
    case .text(let bytes, _): bytes.isEmpty
    case .character, .anything: false
    case .sequence(let group), .branches(let group): group.isEmpty
    case .repeated(let part, _, _): part.isEmpty
    case .look, .boundary, .beside, .nothing: true
    }
  }

  /// The fewest characters that it takes.
  var shortest: Int {
    switch self {
    case .text(let bytes, _): bytes.reduce(0) { $1.isContinuation ? $0 : $0 + 1 }
    case .character: 1
    case .sequence(let group), .branches(let group): group.shortest
    case .repeated(let part, let least, _): min(part.shortest, Outlook.reach) * min(least, Outlook.reach)
    case .anything, .look, .boundary, .beside, .nothing: 0
    }
  }

  /// The ASCII characters of which each makes it match where it stands next, whatever else does.
  var surely: ByteSet {
    switch self {
    case .text(let bytes, let isCaseless):
      guard bytes.count == 1, bytes[0] < 0x80 else { return ByteSet() }
      return isCaseless ? ByteSet(bytes[0]...bytes[0]).caseFolded.inASCII : ByteSet(bytes[0]...bytes[0])
    case .character(_, let surely, _): return surely
    case .branches(let group): return group.parts.reduce(ByteSet()) { $0.union($1.surely) }
    case .sequence(let group): return group.parts.count == 1 ? group.parts[0].surely : ByteSet()
    case .repeated(let part, let least, _): return least == 1 ? part.surely : ByteSet()
    case .anything, .look, .boundary, .beside, .nothing: return ByteSet()
    }
  }
}
