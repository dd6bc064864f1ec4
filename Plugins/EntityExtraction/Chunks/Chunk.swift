import PostilModuleKit
import PostilNames

/// A word of a chunk.
struct ChunkWord {
  let span: Span
  let text: String
  let traits: WordTraits

  /// Whether it begins with a small letter: a particle or joint.
  var isSmall: Bool { text.unicodeScalars.first?.properties.isLowercase ?? false }
  /// One letter and a full stop.
  var isInitial: Bool { text.hasSuffix(".") && text.count <= 4 && text.first?.isUppercase ?? false && !isAbbreviation }
  /// Two to six capitals, perhaps with full stops, & or digits.
  var isAcronym: Bool {
    let capitals = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isUppercase ? 1 : 0) }
    return capitals > 1 && text.count < 8 && !text.contains(where: \.isLowercase)
  }
  /// It heads the name of an organization, a place or an event.
  var isHead: Bool { !traits.isDisjoint(with: [.organizationHead, .placeHead, .otherHead]) }
  /// Nothing is known of it.
  var isUnknown: Bool {
    traits.isDisjoint(with: [.word, .function, .demonym, .place, .listed, .title]) && !text.contains(where: \.isNumber)
  }
  /// It may be a part of a person's name.
  var isPersonal: Bool {
    !traits.isDisjoint(with: [.given, .surname, .particle]) || isUnknown || isInitial
  }

  private var isAbbreviation: Bool { text.count > 2 && !text.dropLast().contains(".") }
}

extension ChunkWord {
  /// The words of `span`, cut at spaces.
  static func words(of span: Span, in document: DocumentView, _ known: KnownWords) -> [ChunkWord] {
    var words: [ChunkWord] = []
    var start = span.start
    for offset in span.start...span.end where offset == span.end || isSpace(offset, document.utf8) {
      if offset > start {
        let place = NameText.trimmed(Span(start: start, end: offset), in: document.utf8)
        words.append(word(at: place, in: document, known))
      }
      start = offset + 1
    }
    return words
  }

  private static func word(at span: Span, in document: DocumentView, _ known: KnownWords) -> ChunkWord {
    let text = NameText.clean(document.text(span))
    var traits = known.traits(of: span)
    // "Forty-two" is a word since "Forty" is one.
    if let hyphen = text.utf8.firstIndex(of: Byte.hyphen), let last = text.utf8.lastIndex(of: Byte.hyphen),
      text[last...].unicodeScalars.dropFirst().first?.properties.isLowercase ?? false
    {
      let count = text.utf8.distance(from: text.startIndex, to: hyphen)
      let first = known.traits(of: Span(start: span.start, end: span.start + count))
      if !first.isDisjoint(with: [.word, .function]) { traits.insert(.word) }
    }
    return ChunkWord(span: span, text: text, traits: traits)
  }

  private static func isSpace(_ offset: Int, _ utf8: [UInt8]) -> Bool {
    utf8[offset] == .space || utf8[offset] == .lineFeed || utf8[offset] == .carriageReturn
  }
}
