import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// Where `byte` first stands at `start` or behind it, before `end`.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
