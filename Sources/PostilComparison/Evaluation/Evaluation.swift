import PostilRecords

/// A report measured against gold (`Documentation/Statistics.md`).
public struct Evaluation: Sendable {
  /// Precision, recall and F1 with the counts behind them.
  public struct Score: Hashable, Sendable {
    /// Found and right.
    public internal(set) var right = 0
    /// Annotations of the report.
    public internal(set) var system = 0
    /// Annotations of the gold.
    public internal(set) var gold = 0

    /// The share of the report that is right; 0 without any.
    public var precision: Double { system > 0 ? Double(right) / Double(system) : 0 }
    /// The share of the gold that was found; 0 without any.
    public var recall: Double { gold > 0 ? Double(right) / Double(gold) : 0 }
    /// The harmonic mean of both.
    public var f1: Double { system + gold > 0 ? 2 * Double(right) / Double(system + gold) : 0 }

    static func + (left: Score, right: Score) -> Score {
      Score(right: left.right + right.right, system: left.system + right.system, gold: left.gold + right.gold)
    }
  }

  /// The scores of one type, or of all.
  public struct TypeScores: Sendable {
    /// The type; `all` for the sum.
    public let type: String
    /// Same type and span.
    public internal(set) var strict = Score()
    /// Same type, the spans share a code point, paired one to one.
    public internal(set) var lenient = Score()
    /// By feature, over the lenient pairs with the same value.
    public internal(set) var features: [String: Score] = [:]

    /// The mean of the strict and the lenient F1, as GATE's average.
    public var averageF1: Double { (strict.f1 + lenient.f1) / 2 }
  }

  /// What is wrong in one place.
  public struct Fault: Sendable {
    /// A feature with another value than the gold's; references are told by what they point to.
    public struct Feature: Sendable {
      /// Its name.
      public let name: String
      /// The gold's value.
      public let wanted: String
      /// The report's value; empty where it has none.
      public let found: String
    }

    /// What is wrong.
    public enum Kind: String, CaseIterable, Sendable {
      case missing, spurious, boundary, type, feature
    }

    /// What is wrong.
    public let kind: Kind
    /// The document.
    public let document: String
    /// The annotation that was wanted; nil for ``Kind/spurious``.
    public let gold: ReportRecord.Item?
    /// The annotation that was found; nil for ``Kind/missing``.
    public let system: ReportRecord.Item?
    /// The feature, for ``Kind/feature``.
    public let feature: Feature?
    let context: TextContext
  }

  /// How often one value stands where another is right.
  public struct Confusion: Sendable {
    /// `type`, or `type.feature`.
    public let title: String
    /// Counts by the gold's value, then the report's; absent ones are `–`.
    public let counts: [String: [String: Int]]

    /// All values, ordered.
    public var values: [String] { Set(counts.keys).union(counts.values.flatMap(\.keys)).sorted() }
  }

  /// The documents of the gold.
  public let documents: Int
  /// Of those, the ones that the report does not have; they count as empty.
  public let absent: [String]
  /// How the gold was read, and what the reader of the figures should know; one sentence each.
  public let notes: [String]
  /// By type, then `all`.
  public let types: [TypeScores]
  /// Of types, and of features with few values.
  public let confusions: [Confusion]
  /// In the order of the gold.
  public let faults: [Fault]
}
