/// What of a document stands in boilerplate, which comparisons leave out unless they are asked to count it.
public struct BoilerplateSummary: Hashable, Sendable {
  /// Nothing.
  public static let none = BoilerplateSummary()

  /// Runs of letters, digits and marks in it.
  public let words: Int
  /// The statements in it.
  public let statements: Int
  /// The items found in it, by facet.
  public let items: [Facet: DocumentSummary.Items]

  /// Makes a summary out of its parts.
  public init(words: Int = 0, statements: Int = 0, items: [Facet: DocumentSummary.Items] = [:]) {
    self.words = words
    self.statements = statements
    self.items = items
  }

  /// How many names stand in it.
  public var names: Int { (items[.entity] ?? [:]).values.reduce(0) { $0 + $1.count } }
}

extension DocumentSummary {
  /// The document as a comparison counts it: without its boilerplate, or with it.
  func counted(_ boilerplate: ComparisonOptions.Treatment) -> DocumentSummary {
    var copy = self
    if boilerplate == .keep {
      copy.items = allItems
    } else {
      copy.words = words.map { max(0, $0 - self.boilerplate.words) }
      copy.statements = max(0, statements - self.boilerplate.statements)
    }
    return copy
  }

  /// Those in boilerplate among the others, in the order of the text.
  private var allItems: [Facet: Items] {
    items.merging(boilerplate.items) { own, others in
      own.merging(others) { ($0 + $1).sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
    }
  }
}
