import PostilModel

/// The annotations of a document in the order of the text, with the ids of the report.
public struct ReportOrder: Sendable {
  /// Indices into the document's annotations.
  public let indices: [Int]
  /// The id of each annotation, by its index.
  public let ids: [String]

  /// Orders `annotations` by span, those of one span as they stand, and numbers those that bring no id of their own.
  public init(_ annotations: [Annotation]) {
    indices = annotations.indices.sorted { (annotations[$0].span, $0) < (annotations[$1].span, $1) }
    let given = Set(annotations.compactMap(\.givenID))
    var ids = annotations.map { $0.givenID ?? "" }
    var used: Set<String> = []
    var number = 0
    for index in indices {
      if !ids[index].isEmpty, used.insert(ids[index]).inserted { continue }
      repeat { number += 1 } while given.contains("a\(number)")
      ids[index] = "a\(number)"
    }
    self.ids = ids
  }
}
