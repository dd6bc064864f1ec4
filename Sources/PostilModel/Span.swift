/// A half-open range of a document's text, in UTF-8 code units.
///
/// `Span(start: 3, end: 7)` covers four bytes of ``Document/text``; both ends lie on a code point boundary. Reports give
/// the same span in Unicode code points: see ``OffsetMap``. Offsets are below 2^32, as everywhere in the interface of
/// modules, so that a span takes eight bytes.
public struct Span: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let first: UInt32
  @usableFromInline let last: UInt32

  /// The first byte.
  @inlinable public var start: Int { Int(first) }
  /// One past the last byte.
  @inlinable public var end: Int { Int(last) }

  /// Makes a span from its ends.
  ///
  /// - Precondition: `0 <= start <= end < 2^32`.
  @inlinable public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end && end <= Int(UInt32.max), "Span: invalid bounds \(start)..<\(end)")
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
  }

  /// The length in bytes.
  @inlinable public var count: Int { end - start }

  /// Whether the span covers nothing.
  @inlinable public var isEmpty: Bool { first == last }

  /// Whether the two spans share at least one byte.
  @inlinable public func overlaps(_ other: Span) -> Bool { first < other.last && other.first < last }

  /// Whether `other` lies wholly inside this span.
  @inlinable public func contains(_ other: Span) -> Bool { first <= other.first && other.last <= last }

  /// Whether the byte at `offset` is covered.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
}

extension Span: Comparable {
  /// Orders by start, the longer span first where two start together, so that an outer span comes before its inner ones.
  @inlinable public static func < (left: Span, right: Span) -> Bool { left.order < right.order }

  /// A number by which spans sort as they do themselves.
  @inlinable public var order: UInt64 { UInt64(first) << 32 | UInt64(~last) }
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
