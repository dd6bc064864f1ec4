public import CPostilModule
public import PostilModel

/// What cannot be read as a value of ours.
public enum BridgeError: Error, Equatable, Sendable {
  case invalidUTF8
  case unknownKind(UInt32)
  case invalidSpan(start: UInt32, end: UInt32)
  case nestedTooDeeply
  case tooLong(UInt64)
}

extension BridgeError: CustomStringConvertible {
  /// What was given, as the end of a sentence.
  public var description: String {
    switch self {
    case .invalidUTF8: "a text that is not UTF-8"
    case .unknownKind(let kind): "a value of the unknown kind \(kind)"
    case .invalidSpan(let start, let end): "a span \(start)–\(end) that ends before it begins"
    case .nestedTooDeeply: "values nested too deeply"
    case .tooLong(let count): "a text of \(count) bytes"
    }
  }
}

extension postil_bytes {
  /// The text.
  ///
  /// - Throws: ``BridgeError/invalidUTF8`` or ``BridgeError/tooLong(_:)``.
  public func text() throws(BridgeError) -> String {
    let bytes = try buffer()
    // Most texts are ASCII, which is valid as it is.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
    return text
  }

  /// The bytes; their number is not trusted, since offsets have 32 bits.
  public func buffer() throws(BridgeError) -> UnsafeBufferPointer<UInt8> {
    guard count > 0, let start else { return UnsafeBufferPointer(start: nil, count: 0) }
    guard let length = UInt32(exactly: count) else { throw .tooLong(count) }
    return UnsafeBufferPointer(start: start, count: Int(length))
  }
}

extension postil_span {
  /// The same span as a value of ours.
  public func span() throws(BridgeError) -> Span {
    guard start <= end else { throw .invalidSpan(start: start, end: end) }
    return Span(start: Int(start), end: Int(end))
  }
}

extension postil_array {
  /// The elements as spans.
  public func spans() throws(BridgeError) -> [Span] {
    var spans: [Span] = []
    let rows = RowTable(self, zero: postil_span())
    spans.reserveCapacity(rows.count)
    for row in rows { spans.append(try row.span()) }
    return spans
  }

  /// The elements as indices.
  public func indices() -> [Int] { RowTable(self, zero: UInt32(0)).map(Int.init) }
}
