/// How far behind a match's start its literal stands.
struct LiteralDistance: Sendable {
  /// The least, in bytes.
  let nearest: Int
  /// The greatest, where it is bounded.
  let farthest: Int?
  /// The bytes that can stand between.
  let between: ByteSet

  /// The earliest place where a match with its literal at `hit` can begin.
  func firstStart(of hit: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let bound = max(floor, farthest.map { hit - $0 } ?? floor)
    var start = hit - nearest
    while start > bound, between.contains(text[start - 1]) { start -= 1 }
    while start < hit, text[start].isContinuation { start += 1 }
    return start
  }
}
