/// The parts of a text that rules and modules build on. All lists are in the order of the text.
public struct TextStructure: Hashable, Sendable {
  /// Blocks between blank lines, without surrounding white space.
  public let paragraphs: [Span]
  /// Those paragraphs and lines that are headings.
  public let headings: [Span]
  /// Sentences; none crosses a paragraph's end.
  public let sentences: [Span]
  /// Lines that are not blank, without their line end.
  public let lines: [Span]
  /// Words, numbers and marks.
  public let tokens: [Token]
  /// Quotations, an outer one before those inside it.
  public let quotations: [Quotation]
  /// The dateline of a news report, if there is one.
  public let dateline: Dateline?
  /// The line that names the author, if there is one.
  public let byline: Span?
  /// Short lines that label a page or section, such as `Monitor`.
  public let labelLines: [Span]
  /// What stands around the news: copyright lines, newsletter prompts, credits of pictures, time stamps. Whole lines, or parts of
  /// one; none overlaps another.
  public let boilerplate: [Span]

  /// Makes a structure.
  public init(
    paragraphs: [Span] = [], headings: [Span] = [], sentences: [Span] = [], lines: [Span] = [], tokens: [Token] = [],
    quotations: [Quotation] = [], dateline: Dateline? = nil, byline: Span? = nil, labelLines: [Span] = [],
    boilerplate: [Span] = []
  ) {
    self.paragraphs = paragraphs
    self.headings = headings
    self.sentences = sentences
    self.lines = lines
    self.tokens = tokens
    self.quotations = quotations
    self.dateline = dateline
    self.byline = byline
    self.labelLines = labelLines
    self.boilerplate = boilerplate
  }

  /// Whether `span` lies wholly in one of the places of ``boilerplate``.
  public func isBoilerplate(_ span: Span) -> Bool {
    let place = boilerplate.partitioningIndex { $0.end >= span.end }
    return place < boilerplate.count && boilerplate[place].contains(span)
  }
}

/// A word, number or mark of a text.
///
/// It is laid out as the rows that modules are shown, so that these are the tokens themselves.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  /// What a token is made of.
  public enum Kind: UInt32, Sendable {
    case word = 0
    case number = 1
    case punctuation = 2
    case symbol = 3
  }

  /// Where it stands.
  public let span: Span
  private let number: UInt32
  /// What it is made of.
  public var kind: Kind { Kind(rawValue: number) ?? .symbol }

  /// Makes a token.
  public init(span: Span, kind: Kind) {
    self.span = span
    number = kind.rawValue
  }
}

/// Words between quotation marks, perhaps over several paragraphs.
public struct Quotation: Hashable, Sendable {
  /// From the opening mark to the closing mark, both included.
  public let span: Span
  /// The words without the marks, a span for each paragraph.
  public let parts: [Span]
  /// 0 for an outer quotation, 1 for one inside it.
  public let depth: Int
  /// False when the closing mark was missing and the end of the paragraph was taken.
  public let isClosed: Bool

  /// Makes a quotation.
  public init(span: Span, parts: [Span], depth: Int, isClosed: Bool) {
    self.span = span
    self.parts = parts
    self.depth = depth
    self.isClosed = isClosed
  }
}

/// `BAGHDAD, September 21 —`: where, and perhaps when, a report was filed.
public struct Dateline: Hashable, Sendable {
  /// From the place to the dash, that included.
  public let span: Span
  /// The place.
  public let place: Span
  /// The date, if there is one.
  public let date: Span?

  /// Makes a dateline.
  public init(span: Span, place: Span, date: Span?) {
    self.span = span
    self.place = place
    self.date = date
  }
}
