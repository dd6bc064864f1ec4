extension UInt8 {
  /// Whether it stands inside a code point's UTF-8, behind the first byte (RFC 3629, section 3).
  @inlinable public var isContinuation: Bool { self & 0b1100_0000 == 0b1000_0000 }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The code point at `offset`, a boundary of valid UTF-8, with its length in bytes, which never
  /// leads beyond the end.
  @inlinable public func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[offset]
    guard lead >= 0b1000_0000 else { return (Unicode.Scalar(lead), 1) }
    let length = Swift.min(lead >= 0b1111_0000 ? 4 : lead >= 0b1110_0000 ? 3 : 2, endIndex - offset)
    var value = UInt32(lead) & (0b0111_1111 >> UInt32(length))
    for index in 1..<Swift.max(1, length) { value = value << 6 | UInt32(self[offset + index] & 0b0011_1111) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The beginning of the code point that holds the byte at `offset`; `offset` itself at a boundary or the end.
  @inlinable public func boundary(atOrBefore offset: Int) -> Int {
    var start = offset
    while start > startIndex, start < endIndex, self[start].isContinuation { start -= 1 }
    return start
  }
}
