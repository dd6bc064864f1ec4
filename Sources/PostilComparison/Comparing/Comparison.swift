import Foundation

/// Two or more sets of documents side by side, with statistics (`Documentation/Statistics.md`).
public struct Comparison: Sendable {
  /// A set of documents.
  public struct Group: Sendable {
    /// Its name.
    public let name: String
    /// Its documents.
    public let documents: Int
    /// Its words.
    public let words: Int
    /// Its statements.
    public let statements: Int

    /// How much of `base` it has.
    func size(_ base: Facet.Base) -> Int {
      switch base {
      case .words: words
      case .statements: statements
      case .documents: documents
      }
    }
  }

  /// What a set has of an item.
  public struct Side: Sendable {
    /// Occurrences.
    public let count: Int
    /// Documents with at least one.
    public let documents: Int
    /// Those of them that repeat an earlier document of the set almost word for word.
    public let copies: Int
    /// Occurrences for the unit of the facet's base; of polls, documents that have it for each document.
    public let rate: Double
    /// Gries' DP; nil for small sets and items that the set does not have.
    public let dispersion: Double?
    /// What its statements sound like; nil for facets without.
    public let tone: Tone?
    /// Wilson's 95 % interval of the share of documents that have it; nil for a set without documents.
    public let share: ClosedRange<Double>?
  }

  /// The sentiment of an item's statements in a set.
  public struct Tone: Sendable {
    /// Statements labelled positive.
    public let positive: Int
    /// Statements labelled neutral.
    public let neutral: Int
    /// Statements labelled negative.
    public let negative: Int
    /// Statements with a score, which the mean is taken over.
    public let scored: Int
    /// The mean score; nil without scores.
    public let mean: Double?
    /// The 95 % bootstrap interval of the mean over documents; nil for small sets and single documents.
    public let interval: ClosedRange<Double>?
  }

  /// A set against another, or against the rest.
  public struct Contrast: Sendable {
    /// The set's number.
    public let target: Int
    /// The other's number; nil for the rest.
    public let reference: Int?
    /// The binary logarithm of the ratio of the rates, target to reference.
    public let logRatio: Double
    /// What only sets of eight and more documents bear.
    public let test: Test?
  }

  /// The figures that need enough documents.
  public struct Test: Sendable {
    /// The 95 % interval of the log ratio; infinite on the side of a set without the item.
    public let interval: ClosedRange<Double>
    /// The conservative log ratio.
    public let conservative: Double
    /// The four-cell log-likelihood ratio, signed.
    public let g2: Double
    /// The Bayesian information criterion of the two-cell log-likelihood ratio.
    public let bic: Double
    /// The p of ``RateTest``.
    public let p: Double
    /// The least p that the counts in these documents allow.
    public let least: Double
    /// The false discovery rate.
    public let q: Double
    /// What the counts are divided by, since occurrences come in bunches.
    public let designEffect: Double
    /// The degrees of freedom of ``designEffect``.
    public let degrees: Double
    /// How far out the divided counts lie, as a deviate of the normal distribution.
    public let deviate: Double
  }

  /// Whether the mean scores of two sets differ.
  public struct ToneTest: Sendable {
    /// The p of a studentised permutation test over documents.
    public let p: Double
    /// The least p that these documents can give.
    public let least: Double
    /// The false discovery rate among all items whose tone was tested.
    public let q: Double
  }

  /// An item in all sets.
  public struct Row: Sendable {
    /// The item.
    public let key: ItemKey
    /// The other names that it stands for, in order.
    public let names: [String]
    /// What rates and tests are based on.
    public let base: Facet.Base
    /// The sets, in order.
    public let sides: [Side]
    /// With two sets the second against the first, else each against the rest.
    public let contrasts: [Contrast]
    /// The test over all of three and more sets.
    public let omnibus: Omnibus?
    /// The difference between the mean scores of two sets; nil where it cannot be tested.
    public let toneTest: ToneTest?
    /// Where its rate changes along the series, in their order.
    public let changes: [Change]

    /// The contrast that says most.
    public var main: Contrast? { contrasts.max { $0.weight < $1.weight } }
    /// The facet.
    public var facet: Facet { key.facet }
    /// The name.
    public var name: String { key.name }

    /// The names of a pair, or the one name of another item.
    var parts: [String] { facet == .pair ? name.components(separatedBy: ParagraphPairs.joint) : [name] }
  }

  /// A test over all of three and more sets.
  public struct Omnibus: Sendable {
    /// The log-likelihood ratio with one degree of freedom fewer than sets.
    public let g2: Double
    /// The least p of the contrasts times their number.
    public let p: Double
    /// The least p that the counts in these documents allow.
    public let least: Double
    /// The false discovery rate.
    public let q: Double
  }

  /// What stands in boilerplate.
  public struct Boilerplate: Sendable {
    /// Names.
    public private(set) var names = 0
    /// Statements.
    public private(set) var statements = 0
    /// Words.
    public private(set) var words = 0

    mutating func add(_ other: Boilerplate) {
      names += other.names
      statements += other.statements
      words += other.words
    }

    mutating func add(_ document: BoilerplateSummary) {
      names += document.names
      statements += document.statements
      words += document.words
    }
  }

  /// An item that is the own name of a group, or begins with it.
  public struct OwnRow: Sendable {
    /// The item with its figures.
    public let row: Row
    /// The number of the group.
    public let group: Int
  }

  /// How the tests were made.
  public struct Method: Sendable {
    /// The number of items tested, all facets together: the m of LRC and of the false discovery rates.
    public let tested: Int
    /// The most permutations of a difference of mean scores.
    public let permutations: Int
    /// The resamplings of the intervals of mean scores.
    public let replicates: Int
    /// The seed of both.
    public let seed: UInt64
    /// The sets with fewer than eight documents, because of which nothing was tested.
    public let small: [String]
    /// The fewest documents of an item.
    public let minDocuments: Int
    /// The items with fewer, left out.
    public let rare: Int

    /// Whether tests were made.
    public var isTested: Bool { small.isEmpty }
  }

  /// The sets.
  public let groups: [Group]
  /// By facet; in it by LRC, or for small sets by the difference in document counts, then by the log ratio.
  public let rows: [Row]
  /// How many rows the reader did not want to see.
  public let hidden: Int
  /// The items that are own names of groups and for that are not among ``rows``, in their order.
  public let ownNames: [OwnRow]
  /// What the documents hold of boilerplate.
  public let boilerplate: Boilerplate
  /// What became of it.
  public let boilerplateTreatment: ComparisonOptions.Treatment
  /// How many names stand for another one.
  public let joinedNames: Int
  /// How the tests were made.
  public let method: Method
  /// Documents that repeat each other.
  public let duplicates: [[DocumentPlace]]
  /// The polls of all sets, in their order.
  public let polls: [PollPlace]
  /// What the reader should know.
  public let warnings: [String]
  /// The facets compared, in order.
  public let facets: [Facet]
  /// The series that the sets make, where they are divided by time.
  public let series: [Series]
  let corpus: Corpus

  /// A document and its set.
  public struct DocumentPlace: Hashable, Sendable {
    /// The number of the set.
    public let group: Int
    /// The document.
    public let key: DocumentKey
    /// Its date, if it is known.
    public let date: String?
  }

  /// A poll and where it stands.
  public struct PollPlace: Sendable {
    /// The document.
    public let place: DocumentPlace
    /// The poll.
    public let poll: PollSummary
  }
}

extension Comparison.Contrast {
  /// What rows are ordered by: LRC, then the log ratio.
  var weight: Double { test.map { abs($0.conservative) * 1e6 + abs(logRatio) } ?? abs(logRatio) }
}
