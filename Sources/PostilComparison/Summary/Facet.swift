/// What of a report is compared.
public enum Facet: String, CaseIterable, Sendable {
  case entity, pair, source, target, date, year, direction, sentiment, poll, type, rule

  /// What rates and tests of a facet are based on.
  public enum Base: String, CaseIterable, Sendable {
    case words, statements, documents

    /// How many of it a rate is for.
    public var unit: Double { self == .words ? 1000 : 1 }
    /// The rate's unit in words.
    public var title: String {
      switch self {
      case .words: "per 1,000 words"
      case .statements: "per statement"
      case .documents: "per document"
      }
    }
  }

  /// The opportunities for an item of this facet.
  public var base: Base {
    switch self {
    case .source, .target, .sentiment: .statements
    case .poll: .documents
    default: .words
    }
  }

  /// What the facet is, for headings.
  public var title: String {
    switch self {
    case .entity: "Names"
    case .pair: "Names in one paragraph"
    case .source: "Speakers"
    case .target: "Targets of statements"
    case .date: "Months"
    case .year: "Years"
    case .direction: "Past and future"
    case .sentiment: "Sentiment of statements"
    case .poll: "Polls"
    case .type: "Annotation types"
    case .rule: "Rules"
    }
  }

  /// Whether its occurrences are statements with a score.
  public var isScored: Bool { self == .source || self == .target }
}
