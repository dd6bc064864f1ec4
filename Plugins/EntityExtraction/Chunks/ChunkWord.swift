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
  static func words(of span: Span, in document: DocumentView, _ known: KnownWords) -> [ChunkWord] {
    let utf8 = document.utf8
    var words: [ChunkWord] = []
    words.reserveCapacity(4)
    var start = span.start
    for offset in span.start...span.end where offset == span.end || isSpace(utf8[offset]) {
      if offset > start {
        words.append(ChunkWord(at: NameText.trimmed(Span(start: start, end: offset), in: utf8), in: utf8, known))
      }
      start = offset + 1
    }
    return words
  }

  private init(at span: Span, in utf8: [UInt8], _ known: KnownWords) {
    var traits = known.traits(of: span)
    let shape = WordShape(of: span, in: utf8)
    // "Forty-two" is a word since "Forty" is one.
    if shape.contains(.endsSmall), let hyphen = Self.hyphen(span, in: utf8) {
      let first = known.traits(of: Span(start: span.start, end: hyphen))
      if !first.isDisjoint(with: [.word, .function]) { traits.insert(.word) }
    }
    self.init(span: span, traits: traits, shape: shape)
  }

  /// Where the first hyphen of the word stands, invisible characters left out before it.
  private static func hyphen(_ span: Span, in utf8: [UInt8]) -> Int? {
    let text = NameText.clean(String(decoding: utf8[span.start..<span.end], as: UTF8.self)).utf8
    return text.firstIndex(of: Byte.hyphen).map { span.start + text.distance(from: text.startIndex, to: $0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .lineFeed || byte == .carriageReturn
  }
}
