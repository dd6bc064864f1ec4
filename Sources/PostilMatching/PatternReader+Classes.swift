/// Character classes in square brackets.
extension PatternReader {
  /// The most characters of a class that is taken as a list of literals.
  private static let mostListed = 4

  mutating func characterClass() throws -> PatternPart {
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
    if isNegated { return isCaseless || set.isAnyOfASCII ? .anyCharacter : .character(set.complement) }
    if set.isAnyOfASCII { return .anyCharacter }
    if isCaseless, listed?.contains(where: Self.hasCase) ?? true {
      return .character(set.caseFolded, surely: set.inASCII.caseFolded.inASCII, listed: nil)
    }
    return .character(set, surely: set.inASCII, listed: listed.flatMap { $0.count <= Self.mostListed ? $0 : nil })
  }

  /// One character, a range, or a character type; `character` is nil but for the first.
  mutating func classItem() throws -> (bytes: ByteSet, character: [UInt8]?) {
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
      return (PatternPart.sets(of: first, isCaseless: false, .ahead)[0], first)
    }
    offset += 1
    return (try range(from: first), nil)
  }

  mutating func range(from first: [UInt8]) throws -> ByteSet {
    let byte = try take()
    guard byte != UInt8(ascii: "[") else { throw Unsure() }
    let last = byte == UInt8(ascii: "\\") ? try escapedCharacter(take()) : character(from: byte)
    guard first[0] < 0x80 else { return PatternPart.sets(of: first, isCaseless: false, .ahead)[0] }
    guard last[0] < 0x80 else { return ByteSet(first[0]...0x7F).withOthers }
    guard first[0] <= last[0] else { throw Unsure() }
    return ByteSet(first[0]...last[0])
  }
}
