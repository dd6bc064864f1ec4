import PostilModuleKit

/// Which bytes of a text are taken; each question costs the length of its span.
struct SpanSet {
  private var bits: [UInt64]

  /// Nothing of a text of `count` bytes.
  init(count: Int) { bits = [UInt64](repeating: 0, count: count / 64 + 1) }

  /// Whether any byte of `span` is taken.
  func overlaps(_ span: Span) -> Bool { (span.start..<span.end).contains(where: isTaken) }

  /// Whether all bytes of `span` are taken.
  func contains(_ span: Span) -> Bool { (span.start..<span.end).allSatisfy(isTaken) }

  /// Takes the bytes of `span`.
  mutating func insert(_ span: Span) {
    for offset in span.start..<span.end { bits[offset >> 6] |= 1 << UInt64(offset & 63) }
  }

  private func isTaken(_ offset: Int) -> Bool { bits[offset >> 6] & (1 << UInt64(offset & 63)) != 0 }
}
