/// Reads from a pattern's own text what its matches must contain.
///
/// Where it is not sure (`\K`, `\Q`, recursion, conditionals, verbs, extended syntax) it gives nothing, and the pattern
/// runs on every document.
struct PatternReader {
  /// What the reader does not follow.
  struct Unsure: Error {}

  private let pattern: [UInt8]
  private var offset = 0
  private var isCaseless = false
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

  private var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  private mutating func take() throws -> UInt8 {
    guard let byte = next else { throw Unsure() }
    offset += 1
    return byte
  }

  /// Takes `text` if it comes next.
  private mutating func takes(_ text: String) -> Bool {
    guard pattern[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func take(through end: UInt8) throws {
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
        let atom = try self.atom()
        let count = try quantifier()
        sequence.append(count.map { atom.repeated(least: $0.least, most: $0.most) } ?? atom)
      }
      branches.append(sequence.finish())
    } while takes("|")
    return PatternFragment.alternation(branches)
  }

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

  private static let notNewline = ByteSet(0x0A...0x0A).union(ByteSet(0x0D...0x0D)).complement

  /// The bytes of the character that begins with `byte`.
  private mutating func character(from byte: UInt8) -> [UInt8] {
    var bytes = [byte]
    while let more = next, more & 0xC0 == 0x80 {
      bytes.append(more)
      offset += 1
    }
    return bytes
  }

  private mutating func literal(_ bytes: [UInt8]) -> PatternFragment {
    guard isCaseless else { return .oneOf([bytes]) }
    guard bytes.count == 1 else { return .character(.all) }
    let folded = bytes[0].asciiFolded
    var fragment = PatternFragment.oneOf([[folded]])
    fragment.bytes = fragment.bytes.caseFolded
    // Texts with U+017F or U+212A, which fold to these letters, are not searched by literals.
    if folded == UInt8(ascii: "k") || folded == UInt8(ascii: "s") { fragment.longest = 3 }
    return fragment
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

  private mutating func escape() throws -> PatternFragment {
    let byte = try take()
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"):
      return .nothing
    // Where the search begins: a search round literals begins elsewhere.
    case UInt8(ascii: "G"): throw Unsure()
    case UInt8(ascii: "R"), UInt8(ascii: "X"): return .anything
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      while let digit = next, ByteSet.digits.contains(digit) { offset += 1 }
      return .anything
    case UInt8(ascii: "k"):
      let isQuoted = takes("'")
      guard isQuoted || takes("<") || takes("{") else { throw Unsure() }
      while let byte = next, ByteSet.word.contains(byte) { offset += 1 }
      offset += 1
      return .anything
    default: break
    }
    if let set = try characterType(byte) { return .character(set) }
    return literal(try escapedCharacter(byte))
  }

  /// The set of `\d`, `\w`, `\p{…}` and the like; nil for other escapes.
  private mutating func characterType(_ byte: UInt8) throws -> ByteSet? {
    switch byte {
    case UInt8(ascii: "d"): return ByteSet.digits.withOthers
    case UInt8(ascii: "w"): return ByteSet.word.withOthers
    case UInt8(ascii: "s"): return ByteSet.space.withOthers
    case UInt8(ascii: "D"): return ByteSet.digits.complement
    case UInt8(ascii: "W"): return ByteSet.word.complement
    case UInt8(ascii: "S"): return ByteSet.space.complement
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "V"): return .all
    case UInt8(ascii: "N"):
      guard next != UInt8(ascii: "{") else { throw Unsure() }
      return Self.notNewline
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      let property = try self.property()
      return byte == UInt8(ascii: "P") ? property.map(\.complement) ?? .all : property?.withOthers ?? .all
    default: return nil
    }
  }

  /// The ASCII characters of a Unicode property; nil for those that the reader does not know.
  private mutating func property() throws -> ByteSet? {
    var name = [try take()]
    if name == [UInt8(ascii: "{")] {
      let start = offset
      try take(through: UInt8(ascii: "}"))
      name = Array(pattern[start..<(offset - 1)])
    }
    switch String(decoding: name, as: UTF8.self) {
    case "L": return .letters
    case "Lu" where !isCaseless: return .upper
    case "Ll" where !isCaseless: return ByteSet(0x61...0x7A)
    case "N", "Nd": return .digits
    default: return nil
    }
  }

  private mutating func escapedCharacter(_ byte: UInt8) throws -> [UInt8] {
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "x"): return try hexadecimal()
    default:
      guard !ByteSet.word.contains(byte) else { throw Unsure() }
      return character(from: byte)
    }
  }

  /// `\x{2019}`.
  private mutating func hexadecimal() throws -> [UInt8] {
    guard takes("{") else { throw Unsure() }
    let start = offset
    try take(through: UInt8(ascii: "}"))
    let digits = String(decoding: pattern[start..<(offset - 1)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { throw Unsure() }
    return Array(String(scalar).utf8)
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

extension PatternReader {
  /// The most characters of a class that is taken as a list of literals.
  private static let mostListed = 4

  private mutating func characterClass() throws -> PatternFragment {
    let isNegated = takes("^")
    var set = ByteSet()
    var listed: [[UInt8]]? = isNegated ? nil : []
    var isFirst = true
    while isFirst || next != UInt8(ascii: "]") {
      isFirst = false
      let item = try classItem()
      set = set.union(item.bytes)
      listed = item.character.flatMap { character in listed.map { $0 + [character] } }
    }
    offset += 1
    // A set that is not known to the last character is `all`, and so is what it leaves.
    if isNegated { return .character(isCaseless || set == .all ? .all : set.complement) }
    if !isCaseless, let listed, listed.count <= Self.mostListed { return .oneOf(listed) }
    return .character(isCaseless ? set.caseFolded : set)
  }

  /// One character, a range, or a character type; `character` is nil but for the first.
  private mutating func classItem() throws -> (bytes: ByteSet, character: [UInt8]?) {
    let byte = try take()
    if byte == UInt8(ascii: "["), next == UInt8(ascii: ":") || next == UInt8(ascii: ".") || next == UInt8(ascii: "=") {
      throw Unsure()
    }
    var first = [byte]
    if byte == UInt8(ascii: "\\") {
      let escaped = try take()
      if let set = try characterType(escaped) { return (set, nil) }
      first = try escapedCharacter(escaped)
    } else {
      first = character(from: byte)
    }
    guard next == UInt8(ascii: "-"), offset + 1 < pattern.count, pattern[offset + 1] != UInt8(ascii: "]") else {
      return (PatternFragment.oneOf([first]).bytes, first)
    }
    offset += 1
    return (try range(from: first), nil)
  }

  private mutating func range(from first: [UInt8]) throws -> ByteSet {
    let byte = try take()
    guard byte != UInt8(ascii: "[") else { throw Unsure() }
    let last = byte == UInt8(ascii: "\\") ? try escapedCharacter(take()) : character(from: byte)
    guard first[0] < 0x80 else { return PatternFragment.oneOf([first]).bytes }
    guard last[0] < 0x80 else { return ByteSet(first[0]...0x7F).withOthers }
    guard first[0] <= last[0] else { throw Unsure() }
    return ByteSet(first[0]...last[0])
  }
}

extension UInt8 {
  /// The same letter in lower case; other bytes as they are.
  var asciiFolded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
