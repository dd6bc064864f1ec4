/// Finds which of many literals stand in a text, in one pass over its three-byte grams.
struct LiteralScanner: Sendable {
  private static let bits = 16

  private var literals: [(bytes: [UInt8], owner: Int)] = []
  /// Whether some literal begins with a gram of this hash.
  private var isTaken = [Bool](repeating: false, count: 1 << bits)
  private var byGram: [UInt32: [Int]] = [:]

  /// - Parameter literals: Of three bytes or more, each with the number that is reported for it.
  init(_ literals: [(bytes: [UInt8], owner: Int)]) {
    self.literals = literals
    for (index, literal) in literals.enumerated() {
      let gram = Self.gram(literal.bytes[0], literal.bytes[1], literal.bytes[2])
      isTaken[Self.hash(gram)] = true
      byGram[gram, default: []].append(index)
    }
  }

  /// Calls `found` with the owner of every literal in `text`, perhaps several times.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (Int) -> Void) {
    guard text.count >= 3, !literals.isEmpty else { return }
    isTaken.withUnsafeBufferPointer { isTaken in
      for start in 0...(text.count - 3) {
        let gram = Self.gram(text[start], text[start + 1], text[start + 2])
        guard isTaken[Self.hash(gram)], let candidates = byGram[gram] else { continue }
        for index in candidates {
          let literal = literals[index]
          let end = start + literal.bytes.count
          if end <= text.count, text[start..<end].elementsEqual(literal.bytes) { found(literal.owner) }
        }
      }
    }
  }

  private static func gram(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }

  private static func hash(_ gram: UInt32) -> Int { Int((gram &* 0x9E37_79B1) >> (32 - UInt32(bits))) }
}
