import PostilModel

/// A document as a module sees it, valid while it is analyzed.
public struct DocumentView {
  /// The document's id.
  public let id: String
  /// The document's set.
  public let set: String
  /// The text's UTF-8, for access by offset in constant time.
  public let utf8: [UInt8]
  /// The day that the document is from.
  public let date: DocumentDate?
  /// Title, outlet, …
  public let metadata: Features
  /// The settings in force for this document.
  public let settings: Settings
  /// Paragraphs, sentences, tokens, quotations, …
  public let structure: TextStructure
  /// All candidates of this step, by span.
  public let candidates: CandidateList
  /// The annotations so far; references are indices into this list.
  public let annotations: AnnotationList
  private let search: ([String]) -> [(name: Int, span: Span)]
  private let asksToStop: () -> Bool

  init(
    id: String, set: String, utf8: [UInt8], date: DocumentDate?, metadata: Features, settings: Settings,
    structure: TextStructure, tables: ShownTables,
    search: @escaping ([String]) -> [(name: Int, span: Span)], asksToStop: @escaping () -> Bool
  ) {
    self.id = id
    self.set = set
    self.utf8 = utf8
    self.date = date
    self.metadata = metadata
    self.settings = settings
    self.structure = structure
    candidates = CandidateList(tables)
    annotations = AnnotationList(tables)
    self.search = search
    self.asksToStop = asksToStop
  }

  /// The text as a whole, made anew each time.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The text that `span` covers.
  public func text(_ span: Span) -> String { String(decoding: utf8[span.start..<span.end], as: UTF8.self) }

  /// The sentence that covers the byte at `offset`.
  public func sentence(at offset: Int) -> Span? { Self.covering(offset, structure.sentences) }

  /// The paragraph that covers the byte at `offset`.
  public func paragraph(at offset: Int) -> Span? { Self.covering(offset, structure.paragraphs) }

  /// The candidates that kept their place by the conflict policy, by index.
  public var winners: [Int] { candidates.indices.filter { candidates[$0].lostTo == nil } }

  /// The candidates of one type, by index.
  public func candidates(ofType type: String, winnersOnly: Bool = true) -> [Int] {
    candidates.places(ofType: type, winnersOnly: winnersOnly)
  }

  /// The candidates of several types, by index, in the order of the text.
  public func candidates(ofTypes types: [String], winnersOnly: Bool = true) -> [Int] {
    types.flatMap { candidates(ofType: $0, winnersOnly: winnersOnly) }.sorted()
  }

  /// The annotations of one type, by index.
  public func annotations(ofType type: String) -> [Int] { annotations.places(ofType: type) }

  /// The tokens that begin in `span`.
  public func tokens(in span: Span) -> ArraySlice<Token> {
    let first = structure.tokens.partitioningIndex { $0.span.start >= span.start }
    let last = structure.tokens.partitioningIndex { $0.span.start >= span.end }
    return structure.tokens[first..<max(first, last)]
  }

  /// Every place where one of `names` stands as whole words.
  public func find(_ names: [String]) -> [(name: Int, span: Span)] { search(names) }

  /// Whether the analyzer may as well stop, since nothing that it gives counts any more: the document's time is over. One with long
  /// loops asks now and then.
  public var isCancelled: Bool { asksToStop() }

  private static func covering(_ offset: Int, _ spans: [Span]) -> Span? {
    let next = spans.partitioningIndex { $0.end > offset }
    return next < spans.count && spans[next].contains(offset) ? spans[next] : nil
  }
}
