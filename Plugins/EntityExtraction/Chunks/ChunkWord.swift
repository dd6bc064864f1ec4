import PostilModuleKit
import PostilNames

/// A word of a chunk.
struct ChunkWord {
  let span: Span
  let traits: WordTraits
  let shape: WordShape
  /// What rows may ask of it.
  var tests: WordTests

  init(span: Span, traits: WordTraits, shape: WordShape) {
    self.span = span
    self.traits = traits
    self.shape = shape
    tests = WordTests(traits, shape)
  }

  /// Whether it begins with a small letter: a particle or joint.
  var isSmall: Bool { shape.contains(.small) }
  /// Two to six capitals, perhaps with full stops, & or digits.
  var isAcronym: Bool { shape.contains(.acronym) }
  /// Nothing is known of it.
  var isUnknown: Bool { tests.contains(.unknown) }
}

extension ChunkWord {
  /// The words of `span`, cut at spaces.
  ///
  /// - Parameter dates: A word in one of them is a weekday or month, and no part of a name.
  static func words(of span: Span, in document: DocumentView, _ known: KnownWords, dates: SpanSet? = nil) -> [ChunkWord]
  {
    let utf8 = document.utf8
    var words: [ChunkWord] = []
    words.reserveCapacity(4)
    var start = span.start
    for offset in span.start...span.end where offset == span.end || isSpace(utf8[offset]) {
      if offset > start {
        let word = NameText.trimmed(Span(start: start, end: offset), in: utf8)
        words.append(
          dates?.contains(word) ?? false
            ? ChunkWord(span: word, traits: .function, shape: WordShape(of: word, in: utf8))
            : ChunkWord(at: word, in: utf8, known))
      }
      start = offset + 1
    }
    return words
  }

  private init(at span: Span, in utf8: [UInt8], _ known: KnownWords) {
    var traits = known.traits(of: span)
    let shape = WordShape(of: span, in: utf8)
    if shape.contains(.hasHyphen), Self.isCompound(span, in: utf8, known) { traits.insert(.word) }
    self.init(span: span, traits: traits, shape: shape)
  }

  /// Whether all parts between hyphens are words that are also written small: "Forty-two", "Co-founder", "All-State".
  private static func isCompound(_ span: Span, in utf8: [UInt8], _ known: KnownWords) -> Bool {
    var start = span.start
    for offset in span.start...span.end where offset == span.end || utf8[offset] == Byte.hyphen {
      let part = Span(start: start, end: offset)
      let isSmall = start > span.start && offset > start && utf8[start].isASCIISmall
      start = offset + 1
      if isSmall { continue }
      let traits = known.traits(of: part)
      if part.isEmpty || traits.isDisjoint(with: [.word, .function]) || traits.contains(.given) { return false }
    }
    return true
  }

  /// A comma stands in a chunk only before the form of a company: "Torvex Mining, Inc."
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == Byte.comma
  }
}
