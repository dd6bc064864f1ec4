import PostilModuleKit

/// Which bytes of a text are taken.
struct SpanSet {
  private var words: [UInt64]

  /// Nothing of a text of `count` bytes.
  init(count: Int) { words = [UInt64](repeating: 0, count: count / 64 + 1) }

  /// Whether any byte of `span` is taken.
  func overlaps(_ span: Span) -> Bool {
    guard !span.isEmpty else { return false }
    for index in Self.indices(of: span) where words[index] & Self.mask(of: span, at: index) != 0 { return true }
    return false
  }

  /// Whether all bytes of `span` are taken.
  func contains(_ span: Span) -> Bool {
    guard !span.isEmpty else { return true }
    for index in Self.indices(of: span) where ~words[index] & Self.mask(of: span, at: index) != 0 { return false }
    return true
  }

  /// Takes the bytes of `span`.
  mutating func insert(_ span: Span) {
    guard !span.isEmpty else { return }
    for index in Self.indices(of: span) { words[index] |= Self.mask(of: span, at: index) }
  }

  /// Takes nothing.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  private static func indices(of span: Span) -> ClosedRange<Int> { (span.start >> 6)...((span.end - 1) >> 6) }

  /// The bits of `span` in the word at `index`.
  private static func mask(of span: Span, at index: Int) -> UInt64 {
    let first = max(span.start - index << 6, 0)
    let last = min(span.end - index << 6, 64)
    return (~0 << UInt64(first)) & (~0 >> UInt64(64 - last))
  }
}
