import Foundation
import PostilModel

/// Reads a file line by line, holding one line and one block.
struct LineReader {
  private static let blockSize = 1 << 20

  private let handle: FileHandle
  private var buffer = Data()
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  /// The next line without its end, or nil at the end of the file.
  mutating func next() -> Data? {
    var searched = buffer.startIndex
    while true {
      if let end = buffer[searched...].firstIndex(of: .lineFeed) {
        let line = buffer[buffer.startIndex..<end]
        buffer = buffer[buffer.index(after: end)...]
        return Data(line.last == .carriageReturn ? line.dropLast() : line)
      }
      guard !isAtEnd else {
        defer { buffer = Data() }
        return buffer.isEmpty ? nil : Data(buffer)
      }
      let count = buffer.count
      buffer = Data(buffer)
      searched = count
      let block = nextBlock()
      buffer.append(contentsOf: block)
      isAtEnd = block.isEmpty
    }
  }

  /// What there is, at most a block; of a pipe what has come so far, so that its lines are not held back until a block is full.
  private func nextBlock() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.blockSize) { block, count in
      var got = -1
      repeat { got = read(handle.fileDescriptor, block.baseAddress, block.count) } while got < 0 && errno == EINTR
      count = max(0, got)
    }
  }
}
