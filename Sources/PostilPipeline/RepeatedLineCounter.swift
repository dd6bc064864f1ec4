import Foundation
import PostilFiles
import PostilModel
import PostilText

/// Counts in how many documents of a group each line stands.
///
/// Lines wait in files, divided by their hashes, and are counted file by file, so that memory follows a part of the texts. Documents
/// whose longest lines are the same count once: versions of one article repeat all of it. Neither order nor division of the documents
/// makes a difference.
public struct RepeatedLineCounter {
  /// How often a line must stand in a group.
  public struct Threshold: Sendable {
    let documents: Int
    let share: Double

    /// - Parameters:
    ///   - documents: The fewest documents.
    ///   - share: The smallest part of the group's documents, from 0 to 1.
    public init(documents: Int, share: Double) {
      self.documents = documents
      self.share = share
    }

    func isMet(_ count: Int, of total: Int) -> Bool {
      count >= documents && Double(count) >= share * Double(total)
    }
  }

  /// How many of a document's longest lines tell it from others.
  private static let telling = 3

  private var files: LineSpool
  private var groups: [String: UInt32] = [:]
  /// For each group the documents that differ.
  private var documents: [Set<UInt64>] = []

  /// - Parameter folder: Where lines wait, in a folder that is made and removed.
  public init(folder: String) throws { files = try LineSpool(folder: folder) }

  /// Adds a document of `group`.
  public mutating func add(_ text: String, group: String) throws {
    let lines = RepeatedLines.lines(of: text)
    guard !lines.isEmpty else { return }
    let number = groups[group] ?? UInt32(groups.count)
    if groups.updateValue(number, forKey: group) == nil { documents.append([]) }
    let document = Self.identity(lines)
    documents[Int(number)].insert(document)
    for (hash, line) in lines {
      try files.add(LineSpool.Entry(hash: hash, document: document, group: number, text: line))
    }
  }

  /// What tells a document from others but for versions of itself.
  private static func identity(_ lines: [UInt64: String]) -> UInt64 {
    let longest = lines.sorted { ($1.value.utf8.count, $1.key) < ($0.value.utf8.count, $0.key) }.prefix(telling)
    return longest.reduce(into: FNV1a()) { $0.add($1.key) }.value
  }

  /// The lines that meet `threshold` in one group at least.
  public mutating func table(_ threshold: Threshold) throws -> RepeatedLineTable {
    var rows: [RepeatedLineTable.Row] = []
    let names = groups.sorted { $0.value < $1.value }.map(\.key)
    try files.eachPart { entries in
      for (hash, own) in Dictionary(grouping: entries, by: \.hash) {
        let counts = Dictionary(grouping: own, by: \.group).mapValues { Set($0.map(\.document)).count }
        let best = counts.map { (group: Int($0.key), count: $0.value) }
          .filter { threshold.isMet($0.count, of: documents[$0.group].count) }
          .max { left, right in
            let shares = (left.count * documents[right.group].count, right.count * documents[left.group].count)
            return shares.0 == shares.1 ? names[left.group] > names[right.group] : shares.0 < shares.1
          }
        guard let best else { continue }
        rows.append(
          RepeatedLineTable.Row(
            hash: hash, documents: best.count, total: documents[best.group].count, group: names[best.group],
            text: own.map(\.text).min() ?? ""))
      }
    }
    return RepeatedLineTable(rows: rows)
  }
}
