import PostilModel

/// The classes that a token's own characters tell.
enum MarkClass {
  /// The first byte of the letters of Latin-1, before which no letter beyond ASCII is a capital.
  private static let firstOfLatin1 = "À".utf8.first ?? .max
  private static let dashes = ["‒", "–", "—", "―"].map { Array($0.utf8) }
  private static let firstOfDashes = dashes[0][0]

  static func of(_ token: Token, _ utf8: [UInt8]) -> WordClass {
    let first = utf8[token.span.start]
    switch token.kind {
    case .number: return .number
    case .word:
      if first.isASCIICapital { return .capital }
      guard first >= firstOfLatin1 else { return [] }
      let scalar = String(decoding: utf8[token.span.start..<token.span.end], as: UTF8.self).unicodeScalars.first
      return scalar?.properties.isUppercase == true ? .capital : []
    case .punctuation, .symbol: return mark(first, token, utf8)
    }
  }

  private static func mark(_ first: UInt8, _ token: Token, _ utf8: [UInt8]) -> WordClass {
    switch first {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "("), UInt8(ascii: "["): return .openingBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closingBracket
    case UInt8(ascii: "."): return .mark
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
    case firstOfDashes:
      return dashes.contains { utf8[token.span.start..<token.span.end].elementsEqual($0) } ? .dash : .mark
    case UInt8(ascii: "-"):
      let start = token.span.start
      let isSecond = start > 1 && utf8[start - 1] == first && utf8[start - 2] == .space
      return isSecond || start > 0 && utf8[start - 1] == .space ? .dash : .mark
    // As old wires write a dash: `TARN (AP) _ Police said`.
    case UInt8(ascii: "_"): return token.span.count == 1 ? .dash : .mark
    default: return .mark
    }
  }
}
