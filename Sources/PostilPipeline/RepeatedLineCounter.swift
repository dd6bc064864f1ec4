import Foundation
import PostilModel
import PostilText

/// Counts in how many documents of a group each line, and each run of words inside other lines, stands.
///
/// Texts wait in a file: a sketch of all counts tells what is worth counting when they are read again, so that memory follows what
/// repeats. Documents whose longest lines are the same count once: versions of one article repeat all of it. Neither order nor
/// division of the documents makes a difference.
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

    /// That of words inside a line: news has its formulas too, but none in a tenth of all articles.
    var ofRuns: Threshold { Threshold(documents: max(documents, 5), share: max(share, 0.1)) }

    /// The fewest documents of a group of `total`.
    func least(of total: Int) -> Int { max(documents, Int((share * Double(total)).rounded(.up))) }
  }

  private struct Key: Hashable {
    let hash: UInt64
    let group: Int
  }

  private struct Found {
    var documents: Set<UInt64> = []
    var text: String
  }

  /// How many of a document's longest lines tell it from others.
  private static let telling = 3

  private let texts: TextSpool
  private var sketch = CountSketch()
  private var groups: [String: Int] = [:]
  /// For each group the documents that differ.
  private var documents: [Set<UInt64>] = []

  /// - Parameter folder: Where texts wait, in a file that is made and removed.
  public init(folder: String) throws { texts = try TextSpool(folder: folder) }

  /// Adds a document of `group`.
  public mutating func add(_ text: String, group: String) throws {
    let lines = RepeatedLines.lines(of: text)
    guard !lines.isEmpty else { return }
    let number = groups[group] ?? groups.count
    if groups.updateValue(number, forKey: group) == nil { documents.append([]) }
    let document = Self.identity(lines)
    documents[number].insert(document)
    for hash in lines.keys { sketch.add(hash ^ SplitMix.mixed(UInt64(number))) }
    for hash in RepeatedLines.none.runs(of: text).keys { sketch.add(hash ^ SplitMix.mixed(UInt64(number))) }
    try texts.add(TextSpool.Entry(document: document, group: number, text: text))
  }

  /// What tells a document from others but for versions of itself.
  private static func identity(_ lines: [UInt64: String]) -> UInt64 {
    let longest = lines.sorted { ($1.value.utf8.count, $1.key) < ($0.value.utf8.count, $0.key) }.prefix(telling)
    return longest.reduce(into: FNV1a()) { $0.add($1.key) }.value
  }

  /// The lines that meet `threshold` in one group at least, and the runs of words inside others.
  public func table(_ threshold: Threshold) throws -> RepeatedLineTable {
    let lines = try rows(.line, threshold) { RepeatedLines.lines(of: $0) }
    let known = RepeatedLineTable(rows: lines).lines
    let runs = try rows(.words, threshold.ofRuns) { text in known.runs(of: text).mapValues { String(text[$0]) } }
    return RepeatedLineTable(rows: lines + runs)
  }

  private func rows(
    _ kind: RepeatedLineTable.Kind, _ threshold: Threshold, _ parts: (String) -> [UInt64: String]
  ) throws -> [RepeatedLineTable.Row] {
    let least = documents.map { threshold.least(of: $0.count) }
    var found: [Key: Found] = [:]
    try texts.each { entry in
      let salt = SplitMix.mixed(UInt64(entry.group))
      for (hash, words) in parts(entry.text) where sketch.mayReach(least[entry.group], hash ^ salt) {
        let key = Key(hash: hash, group: entry.group)
        found[key, default: Found(text: words)].documents.insert(entry.document)
        if words < found[key]!.text { found[key]!.text = words }
      }
    }
    let names = groups.sorted { $0.value < $1.value }.map(\.key)
    let met = found.filter { $0.value.documents.count >= least[$0.key.group] }.map { key, found in
      RepeatedLineTable.Row(
        hash: key.hash, kind: kind, documents: found.documents.count, total: documents[key.group].count,
        group: names[key.group], text: found.text)
    }
    return Dictionary(grouping: met, by: \.hash).compactMap { $0.value.max { $0.isBelow($1) } }
  }
}
