import PostilModel

/// A text cut at the ends of its annotations and of boilerplate: pieces with the annotations that cover each, outer ones first.
struct Pieces {
  /// A part of the text that no annotation begins or ends inside of.
  struct Piece {
    let span: Span
    /// Indices into the document's annotations.
    let covering: [Int]
    /// Whether it is boilerplate.
    let isBoilerplate: Bool
  }

  /// The pieces of the document's text of `length` bytes, in order, without gaps.
  static func of(_ document: AnnotatedDocument, length: Int) -> [Piece] {
    let (annotations, boilerplate) = (document.annotations, document.boilerplate)
    let ends = (annotations.map(\.span) + boilerplate).flatMap { [$0.start, $0.end] }
    let cuts = Set([0, length] + ends).sorted()
    let order = annotations.indices.sorted { (annotations[$0].span, $0) < (annotations[$1].span, $1) }
    var active: [Int] = []
    var next = 0
    return zip(cuts, cuts.dropFirst()).map { start, end in
      active.removeAll { annotations[$0].span.end <= start }
      while next < order.count, annotations[order[next]].span.start <= start {
        active.append(order[next])
        next += 1
      }
      let place = boilerplate.partitioningIndex { $0.end > start }
      return Piece(
        span: Span(start: start, end: end), covering: active,
        isBoilerplate: place < boilerplate.count && boilerplate[place].start <= start)
    }
  }
}
