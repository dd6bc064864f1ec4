/// Spans of which no two overlap, each with a number; adding and asking take time by the length of the span alone.
public struct DisjointSpans: Sendable {
  private static let bytesPerCell = 32

  /// For each cell of the text that a span touches, the spans.
  private var cells: [Int: [Int32]] = [:]
  private var spans: [Span] = []
  private var owners: [Int] = []

  /// Holds nothing.
  public init() {}

  private static func cells(of span: Span) -> ClosedRange<Int> {
    (span.start / bytesPerCell)...(max(span.start, span.end - 1) / bytesPerCell)
  }

  /// The number of the span that overlaps `span`, of several the one that begins first.
  public func owner(overlapping span: Span) -> Int? {
    for cell in Self.cells(of: span) {
      let touching = (cells[cell] ?? []).filter { spans[Int($0)].overlaps(span) }
      if let first = touching.min(by: { spans[Int($0)].start < spans[Int($1)].start }) { return owners[Int(first)] }
    }
    return nil
  }

  /// Adds `span` unless another overlaps it.
  ///
  /// - Returns: Nil when it was added, else the number of the span in its way.
  @discardableResult public mutating func insert(_ span: Span, owner: Int) -> Int? {
    if let other = self.owner(overlapping: span) { return other }
    for cell in Self.cells(of: span) { cells[cell, default: []].append(Int32(spans.count)) }
    spans.append(span)
    owners.append(owner)
    return nil
  }
}
