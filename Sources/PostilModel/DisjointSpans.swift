/// Spans of which no two overlap, each with a number; adding and asking take time by the length of the span alone.
public struct DisjointSpans: Sendable {
  private static let bytesPerCell = 32

  /// A span, as one cell of the text that it touches knows it.
  private struct Link {
    let span: Span
    let owner: Int32
    /// The next link of the same cell, -1 for none.
    let next: Int32
  }

  /// For each cell of the text as far as it was needed, the first of its links, -1 for none.
  private var cells: [Int32] = []
  private var links: [Link] = []

  /// Holds nothing.
  public init() {}

  private static func cells(of span: Span) -> Range<Int> {
    (span.start / bytesPerCell)..<(max(span.start, span.end - 1) / bytesPerCell + 1)
  }

  /// The number of the span that overlaps `span`, of several the one that begins first.
  public func owner(overlapping span: Span) -> Int? {
    for cell in Self.cells(of: span).clamped(to: cells.indices) {
      var first: Link?
      var place = cells[cell]
      while place >= 0 {
        let link = links[Int(place)]
        if link.span.overlaps(span), first.map({ link.span.start < $0.span.start }) ?? true { first = link }
        place = link.next
      }
      if let first { return Int(first.owner) }
    }
    return nil
  }

  /// Adds `span` unless another overlaps it.
  ///
  /// - Returns: Nil when it was added, else the number of the span in its way.
  @discardableResult public mutating func insert(_ span: Span, owner: Int) -> Int? {
    if let other = self.owner(overlapping: span) { return other }
    let touched = Self.cells(of: span)
    while cells.count < touched.upperBound { cells.append(-1) }
    for cell in touched {
      links.append(Link(span: span, owner: Int32(owner), next: cells[cell]))
      cells[cell] = Int32(links.count - 1)
    }
    return nil
  }
}
