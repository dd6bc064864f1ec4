import PostilModel

/// The tokens of a text with their word classes.
public struct TaggedText: Sendable {
  /// The tokens, by place.
  public let tokens: [Token]
  /// The text's UTF-8.
  public let utf8: [UInt8]
  /// The classes of each token.
  public private(set) var classes: [WordClass]
  /// The tokens of each sentence, by place.
  public let sentences: [Range<Int>]

  /// Gives marks, numbers and words with a capital their classes; those of the lexicon come with ``add(_:to:)``.
  ///
  /// - Parameter sentences: By place.
  public init(tokens: [Token], utf8: [UInt8], sentences: [Range<Int>] = []) {
    self.tokens = tokens
    self.utf8 = utf8
    self.sentences = sentences
    classes = tokens.map { MarkClass.of($0, utf8) }
  }

  /// Adds classes to one token.
  public mutating func add(_ added: WordClass, to index: Int) { classes[index].formUnion(added) }

  /// Takes classes from one token.
  public mutating func remove(_ removed: WordClass, from index: Int) { classes[index].subtract(removed) }

  /// Adds the class of a word, or of the end of one, that rules found. Words come by place.
  ///
  /// - Parameter next: The first token that the word may begin in; moved on.
  public mutating func add(_ found: WordClass, over span: Span, from next: inout Int) {
    while next < tokens.count, tokens[next].span.end <= span.start { next += 1 }
    var token = next
    repeat {
      guard token < tokens.count else { return }
      classes[token].formUnion(found)
      token += 1
    } while token < tokens.count && tokens[token].span.start < span.end
  }

  /// Whether a token has one of the classes `wanted`; a place outside of the text has none.
  @inlinable public func has(_ index: Int, _ wanted: WordClass) -> Bool {
    classes.indices.contains(index) && !classes[index].isDisjoint(with: wanted)
  }

  /// Whether any token of `range` has one of `wanted`.
  @inlinable public func any(_ range: Range<Int>, _ wanted: WordClass) -> Bool { range.contains { has($0, wanted) } }

  /// Whether a token is a word or number.
  @inlinable public func isWord(_ index: Int) -> Bool {
    classes.indices.contains(index) && tokens[index].kind.rawValue <= 1
  }

  /// How many words and numbers a range has.
  public func count(_ range: Range<Int>) -> Int { range.count { isWord($0) } }

  /// The first token that ends behind `offset`.
  public func containing(_ offset: Int) -> Int { tokens.partitioningIndex { $0.span.end > offset } }

  /// The tokens that begin in `span`.
  public func indices(_ span: Span) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.span.start >= span.start }
    return first..<max(first, tokens.partitioningIndex { $0.span.start >= span.end })
  }

  /// The text from the first to the last token of a range that is not empty.
  public func span(_ range: Range<Int>) -> Span {
    Span(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
  }

  /// Whether a token is the last of its sentence.
  public func isSentenceEnd(_ index: Int) -> Bool {
    let sentence = sentences.partitioningIndex { $0.upperBound > index }
    return sentence < sentences.count && sentences[sentence].upperBound == index + 1
  }

  /// The text of a token.
  public func text(_ index: Int) -> String {
    String(decoding: utf8[tokens[index].span.start..<tokens[index].span.end], as: UTF8.self)
  }

  /// Whether a hyphen joins a token with the one before it.
  public func isJoined(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return false }
    let hyphen = tokens[index - 1].span
    return hyphen.count == 1 && utf8[hyphen.start] == UInt8(ascii: "-") && hyphen.end == tokens[index].span.start
      && (index < 2 || tokens[index - 2].span.end == hyphen.start)
  }
}
