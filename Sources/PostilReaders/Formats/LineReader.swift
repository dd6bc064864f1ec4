import Foundation
import PostilModel

/// Reads a file line by line, holding one line and one block.
struct LineReader {
  private static let blockSize = 1 << 20

  private let handle: FileHandle
  /// What was read, the lines given out among it until the next block is needed.
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  /// The lines of `bytes`.
  init(_ bytes: [UInt8]) {
    handle = .nullDevice
    buffer = bytes
    isAtEnd = true
  }

  /// The next line without its end, or nil at the end of the file.
  mutating func next() -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        defer { pass(end + 1) }
        return buffer[start..<(end > start && buffer[end - 1] == .carriageReturn ? end - 1 : end)]
      }
      guard !isAtEnd else {
        defer { pass(buffer.count) }
        return start < buffer.count ? buffer[start...] : nil
      }
      buffer.removeSubrange(..<start)
      (start, searched) = (0, buffer.count)
      readBlock()
    }
  }

  /// Goes on at `next`; a long line is let go of here, so that who took it can free it.
  private mutating func pass(_ next: Int) {
    if next - start <= Self.blockSize {
      start = next
    } else {
      (buffer, start) = (Array(buffer[next...]), 0)
    }
  }

  private func lineFeed(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard offset < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + offset, Int32(UInt8.lineFeed), bytes.count - offset).map { UnsafeRawPointer($0) - base }
    }
  }

  /// Adds what there is, at most a block; of a pipe what has come so far, so that its lines are not held back until a block is full.
  private mutating func readBlock() {
    let block = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { block, count in
      var got = -1
      repeat { got = read(handle.fileDescriptor, block.baseAddress, block.count) } while got < 0 && errno == EINTR
      count = max(0, got)
    }
    isAtEnd = block.isEmpty
    if buffer.isEmpty { buffer = block } else { buffer += block }
  }
}
