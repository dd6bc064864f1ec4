import PostilModel

/// A text's bytes with what the finders ask of them.
struct TextBytes {
  let bytes: [UInt8]

  var count: Int { bytes.count }
  subscript(offset: Int) -> UInt8 { bytes[offset] }

  func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The scalar at `offset`, which must be a boundary, with its length in bytes.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) { bytes.scalar(at: offset) }

  /// The scalar that ends at `offset`, or nil at the beginning.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    guard offset > 0 else { return nil }
    let start = bytes.boundary(atOrBefore: offset - 1)
    return (scalar(at: start).scalar, start)
  }

  /// Whether a white space character, or a control character, begins at `offset`.
  func isSpace(at offset: Int) -> Bool {
    bytes[offset] < 0x80 ? bytes[offset] <= 0x20 : scalar(at: offset).scalar.isSpace
  }

  /// The beginning of the scalar that holds the byte at `offset`; `offset` itself at a boundary or the end.
  func boundary(_ offset: Int) -> Int { bytes.boundary(atOrBefore: offset) }

  /// `span` without white space at its ends, or nil when nothing is left.
  func trimmed(_ span: Span) -> Span? {
    var start = span.start
    var end = span.end
    while start < end, isSpace(at: start) { start += scalar(at: start).length }
    while end > start, let (last, begin) = scalar(before: end), last.value <= 0x20 || last.isSpace {
      end = begin
    }
    return start < end ? Span(start: start, end: end) : nil
  }
}
