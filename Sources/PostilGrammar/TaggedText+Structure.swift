import PostilModel

extension TaggedText {
  /// The tokens of a document with the classes that its words have where they stand.
  ///
  /// - Parameters:
  ///   - words: What the rules of word classes found, by place.
  ///   - verbs: What rules for other purposes know to be the form of a verb, by place; its first token counts.
  ///   - times: Dates and times that were found.
  ///   - names: Persons, organizations and places that were found.
  public init(
    _ structure: TextStructure, utf8: [UInt8], words: [(span: Span, found: WordClass)],
    verbs: [(span: Span, found: WordClass)],
    times: [Span], names: [Span]
  ) {
    let all = TaggedText(tokens: structure.tokens, utf8: utf8)
    var text = TaggedText(tokens: structure.tokens, utf8: utf8, sentences: structure.sentences.map(all.indices))
    var next = 0
    for word in words { text.add(word.found, over: word.span, from: &next) }
    next = 0
    for verb in verbs {
      text.add(verb.found, over: Span(start: verb.span.start, end: verb.span.start + 1), from: &next)
    }
    for time in times {
      for index in text.indices(time) { text.add(.time, to: index) }
    }
    for name in names {
      for index in text.indices(name) { text.add(.name, to: index) }
    }
    text.mark(structure.quotations, ofDepth: 0)
    self = Tagger.decided(text)
  }

  /// The same with the quotations inside others for quotations, and the outer ones for text.
  public func inside(_ quotations: [Quotation]) -> TaggedText {
    var text = self
    for index in classes.indices { text.remove([.quoted, .opening, .closing], from: index) }
    text.mark(quotations, ofDepth: 1)
    return text
  }

  private mutating func mark(_ quotations: [Quotation], ofDepth depth: Int) {
    for quotation in quotations where quotation.depth == depth {
      let range = indices(quotation.span)
      for index in range { add(.quoted, to: index) }
      if let first = range.first { add(.opening, to: first) }
      if quotation.isClosed, let last = range.last { add(.closing, to: last) }
    }
  }
}
