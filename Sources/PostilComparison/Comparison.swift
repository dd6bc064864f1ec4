import Foundation
import PostilReports

/// The counts of two reports side by side (`Documentation/Statistics.md`).
public struct Comparison: Sendable {
  /// What one report has of an item.
  public struct Side: Sendable {
    /// Annotations.
    public internal(set) var count = 0
    /// Documents with at least one.
    public internal(set) var documents = 0
    /// Annotations for each document of the report.
    public internal(set) var rate = 0.0
    /// For statement sources, the mean `score`; nil without scores.
    public internal(set) var meanScore: Double?
  }

  /// One item in both reports.
  public struct Row: Sendable {
    /// What kind of item.
    public let facet: Facet
    /// The item.
    public let item: String
    /// The first report.
    public let left: Side
    /// The second report.
    public let right: Side
    /// The binary logarithm of the ratio of the rates, right to left, 0.5 added to both counts (Hardie's Log Ratio).
    public let logRatio: Double
  }

  /// The number of documents of each report.
  public let documents: (left: Int, right: Int)
  /// By facet, then by the difference in document counts, then by the log ratio, the largest first.
  public let rows: [Row]

  /// Counts both reports.
  public init(left: [ReportRecord], right: [ReportRecord]) {
    documents = (left.count, right.count)
    var rows: [Row] = []
    for facet in Facet.allCases {
      let before = Self.sides(of: left, facet)
      let after = Self.sides(of: right, facet)
      for item in Set(before.keys).union(after.keys) {
        let (a, b) = (before[item] ?? Side(), after[item] ?? Side())
        rows.append(
          Row(facet: facet, item: item, left: a, right: b, logRatio: Self.logRatio(a, left.count, b, right.count)))
      }
    }
    let order = Facet.allCases
    self.rows = rows.sorted { first, second in
      func key(_ row: Row) -> (Int, Int, Double, String) {
        (
          order.firstIndex(of: row.facet) ?? 0, -abs(row.right.documents - row.left.documents), -abs(row.logRatio),
          row.item
        )
      }
      return key(first) < key(second)
    }
  }

  private static func sides(of records: [ReportRecord], _ facet: Facet) -> [String: Side] {
    var sides: [String: Side] = [:]
    var scores: [String: [Double]] = [:]
    for record in records {
      var seen: Set<String> = []
      for annotation in record.items {
        guard let item = facet.item(of: annotation) else { continue }
        sides[item, default: Side()].count += 1
        if seen.insert(item).inserted { sides[item, default: Side()].documents += 1 }
        if facet == .source, let score = annotation.score { scores[item, default: []].append(score) }
      }
    }
    for (item, side) in sides {
      sides[item]?.rate = Double(side.count) / Double(max(1, records.count))
      sides[item]?.meanScore = scores[item].map { $0.reduce(0, +) / Double($0.count) }
    }
    return sides
  }

  private static func logRatio(_ left: Side, _ leftDocuments: Int, _ right: Side, _ rightDocuments: Int) -> Double {
    let before = (Double(left.count) + 0.5) / Double(max(1, leftDocuments))
    let after = (Double(right.count) + 0.5) / Double(max(1, rightDocuments))
    return log2(after / before)
  }
}
