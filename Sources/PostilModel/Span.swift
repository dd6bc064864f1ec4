/// A half-open range of a document's text, in UTF-8 code units.
///
/// `Span(start: 3, end: 7)` covers four bytes of ``Document/text``; both ends lie on a code point boundary. Reports give
/// the same span in Unicode code points: see ``OffsetMap``.
public struct Span: Hashable, Sendable {
  /// The first byte.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// Makes a span from its ends.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "Span: invalid bounds \(start)..<\(end)")
    self.start = start
    self.end = end
  }

  /// The length in bytes.
  public var count: Int { end - start }

  /// Whether the span covers nothing.
  public var isEmpty: Bool { start == end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` is covered.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
}

extension Span: Comparable {
  /// Orders by start, the longer span first where two start together, so that an outer span comes before its inner ones.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}

extension String {
  /// The text that `span` covers.
  ///
  /// - Precondition: The span lies within the string, on code point boundaries.
  public subscript(span: Span) -> Substring {
    let view = utf8
    let start = view.index(view.startIndex, offsetBy: span.start)
    return self[start..<view.index(start, offsetBy: span.count)]
  }
}
