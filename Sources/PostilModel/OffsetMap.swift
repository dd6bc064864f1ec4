/// Translates between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// ASCII texts cost nothing; for others a checkpoint every 64 bytes is kept, so that a look-up reads at most 64 bytes.
public struct OffsetMap: Sendable {
  private static let stride = 64

  private let bytes: [UInt8]
  /// The code points before byte `64 * index`; empty when the text is ASCII.
  private let checkpoints: [Int]
  /// The number of code points of the whole text.
  public let codePointCount: Int

  /// Reads `text` once.
  public init(_ text: String) {
    let all = Array(text.utf8)
    let count = all.reduce(0) { $1.isContinuation ? $0 : $0 + 1 }
    codePointCount = count
    guard count != all.count else {
      bytes = []
      checkpoints = []
      return
    }
    bytes = all
    var marks: [Int] = []
    marks.reserveCapacity(all.count / Self.stride + 1)
    var seen = 0
    for (offset, byte) in all.enumerated() {
      if offset % Self.stride == 0 { marks.append(seen) }
      if !byte.isContinuation { seen += 1 }
    }
    checkpoints = marks
  }

  /// The number of code points before the byte at `utf8Offset`.
  ///
  /// - Precondition: The offset lies within the text, its end included, on a code point boundary.
  public func codePointOffset(ofUTF8 utf8Offset: Int) -> Int {
    guard !checkpoints.isEmpty else { return utf8Offset }
    guard utf8Offset < bytes.count else { return codePointCount }
    let checkpoint = utf8Offset / Self.stride
    var count = checkpoints[checkpoint]
    for offset in (checkpoint * Self.stride)..<utf8Offset where !bytes[offset].isContinuation { count += 1 }
    return count
  }

  /// The byte at which code point number `codePointOffset` begins, or nil past the end of the text.
  public func utf8Offset(ofCodePoint codePointOffset: Int) -> Int? {
    guard codePointOffset >= 0, codePointOffset <= codePointCount else { return nil }
    guard !checkpoints.isEmpty else { return codePointOffset }
    guard codePointOffset < codePointCount else { return bytes.count }
    let low = checkpoints.partitioningIndex { $0 > codePointOffset } - 1
    var offset = low * Self.stride
    var count = checkpoints[low]
    while true {
      if !bytes[offset].isContinuation {
        if count == codePointOffset { return offset }
        count += 1
      }
      offset += 1
    }
  }
}
