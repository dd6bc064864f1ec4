/// Reads from a pattern's own text a set of literals of which every match contains one.
///
/// Where it is not sure (`\K`, `\Q`, recursion, conditionals, verbs, option settings, hexadecimal escapes) it gives none,
/// and the pattern runs on every document.
struct RequiredLiterals {
  private static let shortest = 3
  private static let most = 2500

  /// What the parser does not follow.
  private struct Unsure: Error {}

  private let pattern: [UInt8]
  private var offset = 0

  /// The literals, in UTF-8; nil when there are none.
  static func of(_ pattern: String) -> [[UInt8]]? {
    var parser = RequiredLiterals(pattern: Array(pattern.utf8))
    guard let literals = try? parser.alternation(), parser.offset == parser.pattern.count else { return nil }
    return literals
  }

  private init(pattern: [UInt8]) { self.pattern = pattern }

  private var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  /// Branches up to the group's end: all of them must give literals.
  private mutating func alternation() throws -> [[UInt8]]? {
    var all: [[UInt8]]? = []
    while true {
      let branch = try self.branch()
      if let found = branch, let before = all, found.count + before.count <= Self.most {
        all = before + found
      } else {
        all = nil
      }
      guard next == UInt8(ascii: "|") else { return all }
      offset += 1
    }
  }

  /// The best literals of a sequence: the longest, of several groups the one whose shortest literal is longest.
  private mutating func branch() throws -> [[UInt8]]? {
    var best: [[UInt8]]?
    var run: [UInt8] = []
    func isBetter(_ literals: [[UInt8]]) -> Bool {
      func length(_ set: [[UInt8]]) -> Int { set.map(\.count).min() ?? 0 }
      guard length(literals) >= Self.shortest else { return false }
      return best.map { length(literals) > length($0) } ?? true
    }
    func flush() {
      if isBetter([run]) { best = [run] }
      run = []
    }
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let isGroup = byte == UInt8(ascii: "(")
      let element = try self.element()
      let isOptional = try quantifier()
      switch element {
      case .zeroWidth: break
      case .literal(let bytes):
        guard isOptional != true else {
          flush()
          continue
        }
        run += bytes
        if isOptional == false { flush() }
      case .other(let literals):
        flush()
        if isGroup, isOptional != true, let literals, isBetter(literals) { best = literals }
      }
    }
    flush()
    return best
  }

  private enum Element {
    case zeroWidth
    case literal([UInt8])
    case other([[UInt8]]?)
  }

  private mutating func element() throws -> Element {
    let byte = pattern[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .zeroWidth
    case UInt8(ascii: "."): return .other(nil)
    case UInt8(ascii: "["):
      try skipClass()
      return .other(nil)
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw Unsure()
    default:
      var bytes = [byte]
      while let more = next, more & 0xC0 == 0x80 {
        bytes.append(more)
        offset += 1
      }
      return .literal(bytes)
    }
  }

  private mutating func escape() throws -> Element {
    guard let byte = next else { throw Unsure() }
    offset += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"):
      return .zeroWidth
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"),
      UInt8(ascii: "S"),
      UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "R"):
      return .other(nil)
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      guard next == UInt8(ascii: "{") else {
        offset += 1
        return .other(nil)
      }
      while next != nil, next != UInt8(ascii: "}") { offset += 1 }
      offset += 1
      return .other(nil)
    default:
      let isPlain = !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20) && byte < 0x80
      guard isPlain else { throw Unsure() }
      return .literal([byte])
    }
  }

  private mutating func skipClass() throws {
    if next == UInt8(ascii: "^") { offset += 1 }
    if next == UInt8(ascii: "]") { offset += 1 }
    while let byte = next, byte != UInt8(ascii: "]") {
      if byte == UInt8(ascii: "["), offset + 1 < pattern.count, pattern[offset + 1] == UInt8(ascii: ":") {
        throw Unsure()
      }
      if byte == UInt8(ascii: "\\") {
        if offset + 1 < pattern.count, [UInt8(ascii: "Q"), UInt8(ascii: "E")].contains(pattern[offset + 1]) {
          throw Unsure()
        }
        offset += 1
      }
      offset += 1
    }
    guard next != nil else { throw Unsure() }
    offset += 1
  }

  private mutating func group() throws -> Element {
    var isZeroWidth = false
    var isCaseless = false
    if next == UInt8(ascii: "*") { throw Unsure() }
    if next == UInt8(ascii: "?") {
      let rest = String(decoding: pattern[offset...].prefix(4), as: UTF8.self)
      if rest.hasPrefix("?:") || rest.hasPrefix("?>") {
        offset += 2
      } else if rest.hasPrefix("?=") || rest.hasPrefix("?!") {
        isZeroWidth = true
        offset += 2
      } else if rest.hasPrefix("?<=") || rest.hasPrefix("?<!") {
        isZeroWidth = true
        offset += 3
      } else if rest.hasPrefix("?<"), !rest.hasPrefix("?<*") {
        while next != nil, next != UInt8(ascii: ">") { offset += 1 }
        offset += 1
      } else if rest.hasPrefix("?i:") {
        isCaseless = true
        offset += 3
      } else {
        throw Unsure()
      }
    }
    let inner = try alternation()
    guard next == UInt8(ascii: ")") else { throw Unsure() }
    offset += 1
    return isZeroWidth ? .zeroWidth : .other(isCaseless ? nil : inner)
  }

  /// Nil without a quantifier, true when the element may be absent.
  private mutating func quantifier() throws -> Bool? {
    guard let byte = next else { return nil }
    var mayBeAbsent: Bool
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"):
      mayBeAbsent = true
      offset += 1
    case UInt8(ascii: "+"):
      mayBeAbsent = false
      offset += 1
    case UInt8(ascii: "{"):
      let body = pattern[offset...].prefix { $0 != UInt8(ascii: "}") }.dropFirst()
      let isCount = !body.isEmpty && body.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }
      guard isCount, body.first != UInt8(ascii: ",") else { throw Unsure() }
      mayBeAbsent = body.prefix { $0 != UInt8(ascii: ",") }.allSatisfy { $0 == UInt8(ascii: "0") }
      offset += body.count + 2
    default: return nil
    }
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { offset += 1 }
    if let more = next, more == UInt8(ascii: "*") || more == UInt8(ascii: "{") { throw Unsure() }
    return mayBeAbsent
  }
}
