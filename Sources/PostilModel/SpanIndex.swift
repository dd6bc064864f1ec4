/// Spans found by place: which begin in a range, and which lie round one, without looking at all of them.
public struct SpanIndex: Sendable {
  /// The spans by place; equal ones in the order given.
  private let spans: [Span]
  /// For each of ``spans`` its index in the list given.
  private let indices: [Int]
  /// For each of ``spans`` the farthest end up to it.
  private let reach: [Int]

  /// - Parameter spans: In any order; they may overlap. Results are indices into it.
  public init(_ spans: [Span]) {
    indices = spans.indices.sorted { (spans[$0], $0) < (spans[$1], $1) }
    self.spans = indices.map { spans[$0] }
    var farthest = 0
    reach = self.spans.map {
      farthest = max(farthest, $0.end)
      return farthest
    }
  }

  /// The spans that begin in `range` or at its end, by place.
  private func starting(in range: Span) -> Range<Int> {
    let first = spans.partitioningIndex { $0.start >= range.start }
    let last = spans.partitioningIndex { $0.start > range.end }
    return first..<max(first, last)
  }

  /// The spans that lie wholly inside `range`, by place; evaluated as it is asked for.
  public func inside(_ range: Span) -> some BidirectionalCollection<Int> {
    starting(in: range).lazy.filter { spans[$0].end <= range.end }.map { indices[$0] }
  }

  /// The spans that contain `span`, the one that begins last first; evaluated as it is asked for.
  public func around(_ span: Span) -> some Sequence<Int> {
    let last = spans.partitioningIndex { $0.start > span.start }
    return (0..<last).reversed().lazy.prefix { reach[$0] >= span.end }.filter { spans[$0].end >= span.end }.map {
      indices[$0]
    }
  }

  /// Whether any of the spans contains `span`.
  public func covers(_ span: Span) -> Bool { around(span).contains { _ in true } }

  /// Whether any of the spans lies inside `range`.
  public func isAnyInside(_ range: Span) -> Bool { !inside(range).isEmpty }

  /// The spans that begin at `offset` or later, by place.
  public func starting(from offset: Int) -> some RandomAccessCollection<Int> {
    let first = spans.partitioningIndex { $0.start >= offset }
    return indices[first...]
  }
}
