import PostilIdentities

/// An item: what is compared.
public struct ItemKey: Hashable, Sendable {
  /// Its kind.
  public let facet: Facet
  /// Its name.
  public let name: String
}

/// The documents of all sets with the counts of their items; texts stay in the files.
struct Corpus: Sendable {
  /// One document.
  struct Document: Sendable {
    let key: DocumentKey
    let date: String?
    let words: Int?
    let statements: Int
    let sketch: Sketch?
    let source: Int
    let range: Range<Int>
    let polls: [PollSummary]
    /// Its number in the order of reading, by which ``Corpus/join`` knows it.
    let number: Int
    var group: Int
    /// Whether it is counted; false for a repeated document that is counted once.
    var isCounted = true
  }

  /// What one document has of an item.
  struct Posting: Sendable {
    var document: Int32
    var count: UInt32
    var scoreSum: Float = 0
    var scored: UInt32 = 0
    var tones: SIMD4<UInt16> = .zero
  }

  /// The names of the sets, in order.
  var groups: [String]
  /// What divides the documents into sets; nil for inputs.
  var grouping: Grouping?
  /// For each set what it was grouped by: its values of the fields; empty for inputs.
  var values: [[String]] = []
  /// Those of a set stand together, the sets in order.
  var documents: [Document] = []
  /// For each item its postings, by document.
  var postings: [ItemKey: [Posting]] = [:]
  /// The sources that documents point into.
  var sources: [SummarySource] = []
  /// For each set what stood behind it.
  var provenance: [Provenance]
  /// What of the documents stands in boilerplate.
  var boilerplate = Comparison.Boilerplate()
  /// What names mean in the documents.
  var join = NameJoin()
  /// The other names that items stand for.
  var names: [ItemKey: [String]] = [:]
  /// What the reader should know.
  var warnings: [String] = []

  /// Where each set's documents begin, and the end of the last.
  var bounds: [Int] {
    var bounds = [0]
    for group in groups.indices {
      bounds.append(bounds[group] + documents[bounds[group]...].prefix { $0.group == group }.count)
    }
    return bounds
  }
}
