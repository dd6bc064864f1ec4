import PostilModel

/// Reads from a pattern's own text what its matches must contain.
///
/// Where it is not sure (`\K`, `\Q`, recursion, conditionals, verbs, extended syntax) it gives nothing, and the pattern
/// runs on every document.
struct PatternReader {
  /// What the reader does not follow.
  struct Unsure: Error {}

  let pattern: [UInt8]
  var offset = 0
  var isCaseless = false
  private var dotMatchesAll = false
  /// Whether any part ignores case: then the literals are folded.
  private var hasCaseless = false

  /// What every match of a pattern contains.
  struct Finding {
    let anchor: PatternFragment.Anchor
    /// Whether the literals are in lower case and match either case of ASCII.
    let isCaseless: Bool
  }

  /// What every match of `pattern` contains; nil when that is not sure.
  static func finding(in pattern: String) -> Finding? {
    var reader = PatternReader(pattern: Array(pattern.utf8))
    guard let whole = try? reader.alternation(), reader.offset == reader.pattern.count, var anchor = whole.bestAnchor
    else { return nil }
    if reader.hasCaseless { anchor.literals = anchor.literals.map { $0.map(\.asciiFolded) } }
    anchor.literals = Array(Set(anchor.literals))
    return Finding(anchor: anchor, isCaseless: reader.hasCaseless)
  }

  private init(pattern: [UInt8]) { self.pattern = pattern }

  var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  mutating func take() throws -> UInt8 {
    guard let byte = next else { throw Unsure() }
    offset += 1
    return byte
  }

  /// Takes `text` if it comes next.
  mutating func takes(_ text: String) -> Bool {
    guard pattern[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  mutating func take(through end: UInt8) throws {
    while try take() != end {}
  }

  /// Branches up to the group's end; options set inside end with it.
  private mutating func alternation() throws -> PatternFragment {
    let outer = (isCaseless, dotMatchesAll)
    defer { (isCaseless, dotMatchesAll) = outer }
    var branches: [PatternFragment] = []
    repeat {
      var sequence = PatternFragment.Sequence()
      while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
        let atom = try plainText() ?? self.atom()
        let count = try quantifier()
        sequence.append(count.map { atom.repeated(least: $0.least, most: $0.most) } ?? atom)
      }
      branches.append(sequence.finish())
    } while takes("|")
    return PatternFragment.alternation(branches)
  }

  /// Two or more plain ASCII characters up to the next one that means more, or has a quantifier.
  private mutating func plainText() -> PatternFragment? {
    var end = offset
    while end < pattern.count, Self.plain.contains(pattern[end]) { end += 1 }
    if end < pattern.count, Self.quantifiers.contains(pattern[end]) { end -= 1 }
    guard end - offset >= 2 else { return nil }
    let bytes = Array(pattern[offset..<end])
    offset = end
    guard isCaseless else { return .oneOf([bytes]) }
    let folded = bytes.map(\.asciiFolded)
    var fragment = PatternFragment.oneOf([folded])
    fragment.bytes = fragment.bytes.caseFolded
    fragment.longest = folded.reduce(0) { $0 + Self.longest(ofCaseless: $1) }
    return fragment
  }

  private static let quantifiers: Set<UInt8> = Set("*+?{".utf8)
  private static let plain = ByteSet(0x20...0x7E).subtracting("\\^$.[|()*+?{")

  private mutating func atom() throws -> PatternFragment {
    let byte = try take()
    switch byte {
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .nothing
    case UInt8(ascii: "."): return .character(dotMatchesAll ? .all : Self.notNewline)
    case UInt8(ascii: "["): return try characterClass()
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw Unsure()
    default: return literal(character(from: byte))
    }
  }

  static let notNewline = ByteSet(0x0A...0x0A).union(ByteSet(0x0D...0x0D)).complement

  /// The bytes of the character that begins with `byte`.
  mutating func character(from byte: UInt8) -> [UInt8] {
    var bytes = [byte]
    while let more = next, more.isContinuation {
      bytes.append(more)
      offset += 1
    }
    return bytes
  }

  mutating func literal(_ bytes: [UInt8]) -> PatternFragment {
    guard isCaseless else { return .oneOf([bytes]) }
    guard bytes.count == 1 else { return .character(.all) }
    let folded = bytes[0].asciiFolded
    var fragment = PatternFragment.oneOf([[folded]])
    fragment.bytes = fragment.bytes.caseFolded
    fragment.longest = Self.longest(ofCaseless: folded)
    return fragment
  }

  /// The most bytes of a folded letter in a text: U+017F and U+212A fold to `s` and `k`.
  private static func longest(ofCaseless folded: UInt8) -> Int {
    folded == UInt8(ascii: "k") || folded == UInt8(ascii: "s") ? 3 : 1
  }

  private mutating func group() throws -> PatternFragment {
    if next == UInt8(ascii: "*") { throw Unsure() }
    guard takes("?") else { return try closed() }
    if takes("=") || takes("!") || takes("<=") || takes("<!") {
      _ = try closed()
      return .nothing
    }
    if takes("#") {
      try take(through: UInt8(ascii: ")"))
      return .nothing
    }
    if takes(":") || takes(">") || takes("|") { return try closed() }
    if takes("P<") || takes("<") {
      guard next != UInt8(ascii: "*") else { throw Unsure() }
      try take(through: UInt8(ascii: ">"))
      return try closed()
    }
    if takes("'") {
      try take(through: UInt8(ascii: "'"))
      return try closed()
    }
    return try options()
  }

  private mutating func closed() throws -> PatternFragment {
    let inner = try alternation()
    guard takes(")") else { throw Unsure() }
    return inner
  }

  /// `(?i)`, `(?i:…)` and the like; with `)` they hold to the end of the group around.
  private mutating func options() throws -> PatternFragment {
    let outer = (isCaseless, dotMatchesAll)
    var isOn = true
    while true {
      switch try take() {
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: "i"): isCaseless = isOn
      case UInt8(ascii: "s"): dotMatchesAll = isOn
      case UInt8(ascii: "m"), UInt8(ascii: "J"): break
      case UInt8(ascii: ")"):
        hasCaseless = hasCaseless || isCaseless
        return .nothing
      case UInt8(ascii: ":"):
        hasCaseless = hasCaseless || isCaseless
        defer { (isCaseless, dotMatchesAll) = outer }
        return try closed()
      default: throw Unsure()
      }
    }
  }

  /// Nil without a quantifier.
  private mutating func quantifier() throws -> (least: Int, most: Int?)? {
    let count: (Int, Int?)
    if takes("*") {
      count = (0, nil)
    } else if takes("+") {
      count = (1, nil)
    } else if takes("?") {
      count = (0, 1)
    } else if takes("{") {
      count = try bounds()
    } else {
      return nil
    }
    if !takes("?") { _ = takes("+") }
    if let more = next, more == UInt8(ascii: "*") || more == UInt8(ascii: "{") { throw Unsure() }
    return count
  }

  /// `{2}`, `{2,}`, `{2,5}`; other braces are not followed, since versions of PCRE2 differ.
  private mutating func bounds() throws -> (Int, Int?) {
    let start = offset
    try take(through: UInt8(ascii: "}"))
    let parts = String(decoding: pattern[start..<(offset - 1)], as: UTF8.self)
      .split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let least = Int(parts[0]), least >= 0 else { throw Unsure() }
    guard parts.count == 2 else { return (least, least) }
    guard !parts[1].isEmpty else { return (least, nil) }
    guard let most = Int(parts[1]), most >= least else { throw Unsure() }
    return (least, most)
  }
}
