import PostilMatching
import PostilNames
import PostilRecords

/// Places of texts one below the other, each with the words to its left and right: keyword in context.
public struct Concordance: Sendable {
  /// What is looked for.
  public enum Subject: Sendable {
    /// The places of an item, such as a name or an annotation type, in the first of these facets that has it.
    case item(String, facets: [Facet])
    /// All that a pattern matches in the texts.
    case pattern(Pattern)
  }

  /// One place.
  public struct Line: Sendable {
    /// The set of the document.
    public let set: String
    /// The document.
    public let document: DocumentKey
    /// Its date, if it is known.
    public let date: String?
    /// Who published it, if it is known.
    public let outlet: String?
    /// The first code point, and one past the last.
    public let span: Range<Int>
    /// What stands at its left, at the place, and at its right, on one line.
    public let (left, keyword, right): (String, String, String)
  }

  /// What lines are ordered by; those that are equal stay in the order of the documents.
  public enum Order: String, CaseIterable, Sendable {
    /// The words to the left, the nearest first.
    case left
    /// The words to the right.
    case right
    /// Set and document.
    case document
    /// The date of the document; those without one last.
    case date
  }

  /// What was looked for, as the reader is told.
  public let title: String
  /// The places, in order.
  public let lines: [Line]
  /// The documents looked through.
  public let documents: Int
  /// What the reader should know.
  public let warnings: [String]

  /// The places of `subject` in the texts of `inputs`.
  ///
  /// - Parameters:
  ///   - context: The most code points on either side.
  ///   - boilerplate: Whether an item's places in boilerplate are shown; a pattern is looked for everywhere.
  /// - Throws: ``ReportError`` when an input cannot be read, nothing is called so, or the texts are not there.
  public init(
    of subject: Subject, in inputs: [ComparisonInput], order: Order = .document, context: Int = 60,
    boilerplate: ComparisonOptions.Treatment = .leaveOut, identities: ComparisonOptions.Identities = .join(.usual),
    isStrict: Bool = false
  ) throws {
    let isItem = if case .item = subject { true } else { false }
    let options = ComparisonOptions(
      facets: isItem ? Facet.allCases : [], duplicates: .ignore, boilerplate: boilerplate,
      identities: isItem ? identities : .none, isStrict: isStrict)
    let corpus = try CorpusReader.corpus(of: ComparisonInput.distinct(inputs), options: options)
    var finder = ConcordanceFinder(corpus: corpus, boilerplate: boilerplate, context: context)
    switch subject {
    case .item(let name, let facets): title = try finder.find(name, facets)
    case .pattern(let pattern): title = finder.find(pattern)
    }
    lines = ConcordanceOrder(order).sorted(finder.lines)
    documents = corpus.documents.count
    warnings = corpus.warnings + (try finder.missing())
  }
}
