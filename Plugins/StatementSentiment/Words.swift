import PostilModuleKit

/// The tokens of a document with their word classes.
struct Words {
  let document: DocumentView
  let tokens: [Token]
  private(set) var classes: [WordClass]

  /// What the rows of the lexicons mean.
  let origins: OriginTables

  init(document: DocumentView, origins: OriginTables) {
    self.document = document
    self.origins = origins
    tokens = document.structure.tokens
    classes = tokens.map { Self.mark($0, document.utf8) }
    markWords()
    for annotation in document.annotations where annotation.type == "timex" {
      for index in indices(annotation.span) { classes[index].insert(.time) }
    }
    markQuotations(ofDepth: 0)
  }

  /// Marks the tokens of the lexicon's words, which come by place.
  private mutating func markWords() {
    var next = 0
    for index in document.candidates(ofType: "word") {
      let candidate = document.candidates[index]
      guard let found = origins.classes.value(of: candidate) else { continue }
      let span = candidate.span
      while next < tokens.count, tokens[next].span.end <= span.start { next += 1 }
      var token = next
      repeat {
        guard token < tokens.count else { break }
        classes[token].formUnion(found)
        token += 1
      } while token < tokens.count && tokens[token].span.start < span.end
    }
  }

  /// The same with the quotations inside others for quotations, and the outer ones for text.
  func inside() -> Words {
    var words = self
    for index in classes.indices { words.classes[index].subtract([.quoted, .opening, .closing]) }
    words.markQuotations(ofDepth: 1)
    return words
  }

  private mutating func markQuotations(ofDepth depth: Int) {
    for quotation in document.structure.quotations where quotation.depth == depth {
      let range = indices(quotation.span)
      for index in range { classes[index].insert(.quoted) }
      if let first = range.first { classes[first].insert(.opening) }
      if quotation.isClosed, let last = range.last { classes[last].insert(.closing) }
    }
  }

  /// Marks the tokens of a cue.
  mutating func markCue(_ range: Range<Int>, isVerb: Bool) {
    for index in range { classes[index].formUnion(isVerb ? [.cue, .verb] : .cue) }
  }

  /// The first token that ends behind `offset`.
  func containing(_ offset: Int) -> Int { tokens.partitioningIndex { $0.span.end > offset } }

  /// The tokens that begin in `span`.
  func indices(_ span: Span) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.span.start >= span.start }
    return first..<max(first, tokens.partitioningIndex { $0.span.start >= span.end })
  }

  /// The text from the first to the last token of a range that is not empty.
  func span(_ range: Range<Int>) -> Span {
    Span(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
  }

  func has(_ index: Int, _ wanted: WordClass) -> Bool {
    classes.indices.contains(index) && !classes[index].isDisjoint(with: wanted)
  }

  /// Whether any token of `range` has one of `wanted`.
  func any(_ range: Range<Int>, _ wanted: WordClass) -> Bool { range.contains { has($0, wanted) } }

  /// A number for a token's letters, of any case.
  func key(_ index: Int) -> UInt64 {
    var hash = FNV1a()
    for byte in document.utf8[tokens[index].span.start..<tokens[index].span.end] { hash.add(byte.asciiFolded) }
    return hash.value
  }

  /// Whether a hyphen joins a token with the one before it.
  func isJoined(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return false }
    let hyphen = tokens[index - 1].span
    return hyphen.count == 1 && document.utf8[hyphen.start] == UInt8(ascii: "-")
      && hyphen.end == tokens[index].span.start
      && (index < 2 || tokens[index - 2].span.end == hyphen.start)
  }

  /// Whether a token is a word or number.
  func isWord(_ index: Int) -> Bool { classes.indices.contains(index) && tokens[index].kind.rawValue <= 1 }

  /// How many words and numbers a range has.
  func count(_ range: Range<Int>) -> Int { range.count { isWord($0) } }

  /// The first byte of the letters of Latin-1, before which no letter beyond ASCII is a capital.
  private static let firstOfLatin1 = "À".utf8.first ?? .max
  private static let dashes = ["‒", "–", "—", "―"].map { Array($0.utf8) }
  private static let firstOfDashes = dashes[0][0]

  private static func mark(_ token: Token, _ utf8: [UInt8]) -> WordClass {
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
      let isSpaced = token.span.start > 0 && utf8[token.span.start - 1] == .space
      return isSpaced ? .dash : .mark
    default: return .mark
    }
  }
}
