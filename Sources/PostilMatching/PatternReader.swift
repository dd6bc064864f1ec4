import PostilModel

/// Reads the parts of a pattern from its own text.
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
  /// Whether any part ignores case.
  private var hasCaseless = false
  /// The groups that were read before, in this pattern and others.
  private let known: KnownGroups

  /// The parts of `pattern`, and whether any ignores case; nil when they are not sure.
  ///
  /// - Parameter known: Groups that were read before, to which those of this pattern are added.
  static func parts(of pattern: String, _ known: KnownGroups) -> (whole: PatternPart, isCaseless: Bool)? {
    var reader = PatternReader(pattern: Array(pattern.utf8), known: known)
    guard let whole = try? reader.alternation(), reader.offset == reader.pattern.count else { return nil }
    return (whole, reader.hasCaseless)
  }

  private init(pattern: [UInt8], known: KnownGroups) {
    self.pattern = pattern
    self.known = known
  }

  var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  mutating func take() throws -> UInt8 {
    guard let byte = next else { throw Unsure() }
    offset += 1
    return byte
  }

  /// Takes `text` if it comes next.
  mutating func takes(_ text: StaticString) -> Bool {
    guard offset + text.utf8CodeUnitCount <= pattern.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where pattern[offset + index] != text.utf8Start[index] { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  mutating func take(through end: UInt8) throws {
    while try take() != end {}
  }

  /// Branches up to the group's end; options set inside end with it.
  private mutating func alternation() throws -> PatternPart {
    let outer = (isCaseless, dotMatchesAll)
    defer { (isCaseless, dotMatchesAll) = outer }
    var branches: [PatternPart] = []
    repeat {
      var parts: [PatternPart] = []
      while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
        let atom = try plainText() ?? self.atom()
        let count = try quantifier()
        parts.append(count.map { .repeated(atom, least: $0.least, most: $0.most) } ?? atom)
      }
      branches.append(parts.count == 1 ? parts[0] : .sequence(PatternGroup(sequence: parts)))
    } while takes("|")
    return branches.count == 1 ? branches[0] : .branches(PatternGroup(branches: branches))
  }

  /// Two or more plain ASCII characters up to the next one that means more, or has a quantifier.
  private mutating func plainText() -> PatternPart? {
    var end = offset
    while end < pattern.count, Self.plain.contains(pattern[end]) { end += 1 }
    if end < pattern.count, Self.quantifiers.contains(pattern[end]) { end -= 1 }
    guard end - offset >= 2 else { return nil }
    let bytes = Array(pattern[offset..<end])
    offset = end
    return .text(isCaseless ? bytes.map(\.asciiFolded) : bytes, isCaseless: isCaseless)
  }

  private static let quantifiers = ByteSet(UInt8(ascii: "*")...UInt8(ascii: "+")).union(
    ByteSet(UInt8(ascii: "?")...UInt8(ascii: "?"))
  ).union(ByteSet(UInt8(ascii: "{")...UInt8(ascii: "{")))
  private static let plain = ByteSet(0x20...0x7E).subtracting("\\^$.[|()*+?{")

  private mutating func atom() throws -> PatternPart {
    let byte = try take()
    switch byte {
    case UInt8(ascii: "^"): return .beside(.behind, ByteSet.lineBreaks.union(.edge))
    case UInt8(ascii: "$"): return .beside(.ahead, ByteSet.lineBreaks.union(.edge))
    case UInt8(ascii: "."): return dotMatchesAll ? .anyCharacter : .character(Self.notNewline)
    case UInt8(ascii: "["): return try characterClass()
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw Unsure()
    default: return literal(character(from: byte))
    }
  }

  static let notNewline = ByteSet.lineBreaks.complement

  /// The bytes of the character that begins with `byte`.
  mutating func character(from byte: UInt8) -> [UInt8] {
    var bytes = [byte]
    while let more = next, more.isContinuation {
      bytes.append(more)
      offset += 1
    }
    return bytes
  }

  func literal(_ bytes: [UInt8]) -> PatternPart {
    guard isCaseless, Self.hasCase(bytes) else { return .text(bytes, isCaseless: false) }
    return bytes.count == 1 ? .text([bytes[0].asciiFolded], isCaseless: true) : .anyCharacter
  }

  /// Whether a character differs by case, or another folds to it, as Unicode's properties tell.
  static func hasCase(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return bytes[0].isASCIILetter }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isCased || $0.properties.changesWhenCaseFolded || $0.properties.changesWhenCaseMapped
    }
  }

  private mutating func group() throws -> PatternPart {
    if next == UInt8(ascii: "*") { throw Unsure() }
    guard takes("?") else { return try closed() }
    if takes("=") { return .look(.ahead, try closed(), isNegated: false) }
    if takes("!") { return .look(.ahead, try closed(), isNegated: true) }
    if takes("<=") { return .look(.behind, try closed(), isNegated: false) }
    if takes("<!") { return .look(.behind, try closed(), isNegated: true) }
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

  /// What stands up to the group's end, and the end.
  private mutating func closed() throws -> PatternPart {
    let start = offset
    let isOn = KnownGroups.Options(isCaseless: isCaseless, dotMatchesAll: dotMatchesAll)
    if let group = known.group(at: start, of: pattern, isOn) {
      offset += group.count
      hasCaseless = hasCaseless || group.hasCaseless
      return group.part
    }
    let outer = hasCaseless
    hasCaseless = false
    let inner = try alternation()
    guard takes(")") else { throw Unsure() }
    known.add(pattern[start..<offset], isOn, inner, hasCaseless: hasCaseless)
    hasCaseless = hasCaseless || outer
    return inner
  }

  /// `(?i)`, `(?i:…)` and the like; with `)` they hold to the end of the group around.
  private mutating func options() throws -> PatternPart {
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
    guard let byte = next, Self.quantifiers.contains(byte) else { return nil }
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
