public import CPostilModule
public import PostilModel

/// The parts of a text on their way through the interface: the one place, beside the header, that a new part adds to here.
extension Arena {
  /// Writes `structure` into the view of a document, but for the tokens, which are shown where they lie.
  public func write(_ structure: TextStructure, to view: inout postil_document) {
    view.paragraphs = spans(structure.paragraphs)
    view.headings = spans(structure.headings)
    view.sentences = spans(structure.sentences)
    view.lines = spans(structure.lines)
    view.label_lines = spans(structure.labelLines)
    view.boilerplate = spans(structure.boilerplate)
    view.quotations = array(
      structure.quotations.map { quotation in
        postil_quotation(
          span: postil_span(quotation.span), depth: UInt32(quotation.depth), is_closed: quotation.isClosed ? 1 : 0,
          parts: spans(quotation.parts))
      })
    if let dateline = structure.dateline {
      view.dateline = postil_span(dateline.span)
      view.dateline_place = postil_span(dateline.place)
      view.dateline_date = dateline.date.map(postil_span.init) ?? postil_span()
    }
    view.byline = structure.byline.map(postil_span.init) ?? postil_span()
  }
}

extension TextStructure {
  /// Calls `body` with `view`, whose tokens are these for as long.
  public func withTokens<Made>(in view: inout postil_document, _ body: (inout postil_document) -> Made) -> Made {
    tokens.withUnsafeBufferPointer { tokens in
      view.tokens = postil_array(tokens)
      return body(&view)
    }
  }
}

extension postil_document {
  /// The parts of the text.
  public func structure() throws(BridgeError) -> TextStructure {
    TextStructure(
      paragraphs: try paragraphs.spans(), headings: try headings.spans(), sentences: try sentences.spans(),
      lines: try lines.spans(), tokens: try tokenValues(), quotations: try quotationValues(),
      dateline: try datelineValue(), byline: try byline.filled(), labelLines: try label_lines.spans(),
      boilerplate: try boilerplateSpans())
  }

  /// None where the host is older than the field.
  private func boilerplateSpans() throws(BridgeError) -> [Span] {
    guard let place = MemoryLayout<postil_document>.offset(of: \.boilerplate), Int(size) > place else { return [] }
    return try boilerplate.spans()
  }

  private func tokenValues() throws(BridgeError) -> [Token] {
    var values: [Token] = []
    values.reserveCapacity(Int(tokens.count))
    for token in RowTable(tokens, zero: postil_token()) {
      values.append(Token(span: try token.span.span(), kind: Token.Kind(rawValue: token.kind) ?? .symbol))
    }
    return values
  }

  private func quotationValues() throws(BridgeError) -> [Quotation] {
    var values: [Quotation] = []
    for quotation in RowTable(quotations, zero: postil_quotation()) {
      values.append(
        Quotation(
          span: try quotation.span.span(), parts: try quotation.parts.spans(), depth: Int(quotation.depth),
          isClosed: quotation.is_closed != 0))
    }
    return values
  }

  private func datelineValue() throws(BridgeError) -> Dateline? {
    guard let span = try dateline.filled() else { return nil }
    return Dateline(span: span, place: try dateline_place.span(), date: try dateline_date.filled())
  }
}

extension postil_span {
  /// The span; nil when it is empty.
  fileprivate func filled() throws(BridgeError) -> Span? { start < end ? try span() : nil }
}
