import PostilModel

/// A text cut at the ends of its annotations: pieces with the annotations that cover each, outer ones first.
struct Pieces {
  /// A part of the text that no annotation begins or ends inside of.
  struct Piece {
    let span: Span
    /// Indices into the document's annotations.
    let covering: [Int]
  }

  /// The pieces of the text of `length` bytes, in order, without gaps.
  static func of(_ annotations: [Annotation], length: Int) -> [Piece] {
    let cuts = Set([0, length] + annotations.flatMap { [$0.span.start, $0.span.end] }).sorted()
    let order = annotations.indices.sorted { (annotations[$0].span, $0) < (annotations[$1].span, $1) }
    var active: [Int] = []
    var next = 0
    return zip(cuts, cuts.dropFirst()).map { start, end in
      active.removeAll { annotations[$0].span.end <= start }
      while next < order.count, annotations[order[next]].span.start <= start {
        active.append(order[next])
        next += 1
      }
      return Piece(span: Span(start: start, end: end), covering: active)
    }
  }
}
