import PostilModel

/// Walks over UTF-8 from code point to code point and knows the line and column.
///
/// Lines end with LF, as ``SourceFile`` and editors count them; libyaml ends them also at U+0085, U+2028 and U+2029.
struct TextCursor {
  private let bytes: [UInt8]
  private let first: Int
  private var index = 0
  private var offset: Int
  private(set) var line = 1
  private(set) var column = 1

  /// At the start of `bytes`, behind a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    offset = first
  }

  /// Goes to code point number `target`, from 0.
  mutating func move(to target: Int) {
    if target < index { (index, offset, line, column) = (0, first, 1, 1) }
    while index < target, offset < bytes.count {
      column += 1
      if bytes[offset] == .lineFeed { (line, column) = (line + 1, 1) }
      index += 1
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
    }
  }
}
