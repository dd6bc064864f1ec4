/// Documents that repeat others almost word for word: sketches that agree in four bins of one band, then in 80 % of all.
struct NearDuplicates {
  /// The similarity from which on documents count as the same.
  static let threshold = 0.8
  private static let rows = 4
  /// The most documents that one document is compared with in a band.
  private static let most = 200

  /// Groups of two and more documents by their numbers, ascending.
  let groups: [[Int]]

  init(_ documents: [Corpus.Document]) {
    var parent = Array(documents.indices)
    func root(_ index: Int) -> Int {
      var at = index
      while parent[at] != at {
        parent[at] = parent[parent[at]]
        at = parent[at]
      }
      return at
    }
    for band in 0..<Sketch.bins / Self.rows {
      var buckets: [[UInt32]: [Int]] = [:]
      for (index, document) in documents.enumerated() {
        guard let sketch = document.sketch else { continue }
        let key = Array(sketch.values[band * Self.rows..<(band + 1) * Self.rows])
        for other in (buckets[key] ?? []).suffix(Self.most) {
          let (a, b) = (root(index), root(other))
          guard a != b, let theirs = documents[other].sketch, sketch.similarity(to: theirs) >= Self.threshold else {
            continue
          }
          parent[max(a, b)] = min(a, b)
        }
        buckets[key, default: []].append(index)
      }
    }
    groups = Dictionary(grouping: documents.indices, by: root).values.filter { $0.count > 1 }
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
