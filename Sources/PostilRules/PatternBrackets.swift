import PostilModel

/// The brackets of a pattern that has some without their other half.
struct PatternBrackets {
  /// Where the innermost `(` stands that nothing closes.
  private(set) var openGroup: Int?
  /// Where the `[` stands that nothing closes.
  private(set) var openClass: Int?
  /// Where the first `)` stands that closes nothing.
  private(set) var strayEnd: Int?

  init(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    var open: [Int] = []
    var offset = 0
    func find(_ end: String, from start: Int) -> Int? {
      bytes[min(start, bytes.count)...].firstRange(of: Array(end.utf8))?.upperBound
    }
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"):
        let isQuote = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "Q")
        offset = isQuote ? find("\\E", from: offset) ?? bytes.count : offset + 2
        continue
      case UInt8(ascii: "["):
        guard let end = Self.classEnd(bytes, from: offset) else {
          openClass = offset
          return
        }
        offset = end
        continue
      case UInt8(ascii: "(") where bytes[offset...].starts(with: Array("(?#".utf8)):
        offset = find(")", from: offset) ?? bytes.count
        continue
      case UInt8(ascii: "("): open.append(offset)
      case UInt8(ascii: ")"): if open.popLast() == nil, strayEnd == nil { strayEnd = offset }
      default: break
      }
      offset += 1
    }
    openGroup = open.last
  }

  /// Behind the class that begins at `start`; nil where it does not end.
  private static func classEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "^") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { offset += 1 }
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "]"): return offset + 1
      case UInt8(ascii: "[") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: ":"):
        let end = bytes[(offset + 2)...].firstRange(of: Array(":]".utf8))
        offset = end?.upperBound ?? offset + 1
      default: offset += 1
      }
    }
    return nil
  }
}
