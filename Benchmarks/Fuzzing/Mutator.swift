import PostilModel

/// Changes bytes as a slip of the hand or a broken file would.
struct Mutator {
  /// What is put in: marks and words that the grammar at hand gives a meaning.
  let tokens: [String]

  /// `bytes` with one to eight changes.
  func mutated(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &generator) { change(&bytes, &generator) }
    return bytes
  }

  private func change(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    let range = part(of: bytes, &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0 where !range.isEmpty: bytes[range.lowerBound] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 3:
      let other = part(of: bytes, &generator)
      bytes.replaceSubrange(range, with: Array(bytes[other]))
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: range.lowerBound)
    default: bytes.insert(contentsOf: Array(generator.pick(tokens).utf8), at: range.lowerBound)
    }
  }

  /// A few bytes, or a line.
  private func part(of bytes: [UInt8], _ generator: inout SplitMix) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    guard Bool.random(using: &generator) else {
      return start..<min(bytes.count, start + Int.random(in: 0...12, using: &generator))
    }
    let first = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return first..<(bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count)
  }
}
