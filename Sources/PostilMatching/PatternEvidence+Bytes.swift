import PostilModel

extension RuleCache {
  /// What the text of a pattern tells; nil where it is not sure.
  func evidence(of pattern: String) -> PatternEvidence? {
    finding(.evidence, of: ContentDigest(of: pattern)) { reader throws(ByteReader.Damaged) in
      try reader.value(UInt8.self) == 0 ? nil : try PatternEvidence(from: &reader)
    } write: { evidence, bytes in
      bytes.append(evidence == nil ? 0 : 1)
      evidence?.write(to: &bytes)
    } make: {
      PatternEvidence(of: pattern, known)
    }
  }
}

/// Evidence as bytes, which the same build of the program reads again.
extension PatternEvidence {
  /// - Throws: ``ByteReader/Damaged``.
  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    isCaseless = try reader.value(UInt8.self) != 0
    reach = try reader.value(StepReach.self)
    let nearest = try reader.value(Int.self)
    let farthest = try reader.value(Int.self)
    distance = LiteralDistance(
      nearest: nearest, farthest: farthest < 0 ? nil : farthest, between: try reader.value(ByteSet.self))
    let longest = try reader.value(Int.self)
    self.longest = longest < 0 ? nil : longest
    start = try Surroundings(from: &reader)
    var around: [Surroundings] = []
    for _ in 0..<(try reader.value(UInt32.self)) { around.append(try Surroundings(from: &reader)) }
    let count = Int(try reader.value(UInt32.self))
    var literals: [Literal: Surroundings] = [:]
    literals.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count {
      let isCaseless = try reader.value(UInt8.self) != 0
      let number = Int(try reader.value(UInt32.self))
      let length = Int(try reader.value(UInt32.self))
      guard around.indices.contains(number) else { throw ByteReader.Damaged() }
      literals[Literal(bytes: try reader.bytes(length), isCaseless: isCaseless)] = around[number]
    }
    self.literals = literals
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(isCaseless ? 1 : 0)
    bytes.append(value: reach)
    bytes.append(value: distance.nearest)
    bytes.append(value: distance.farthest ?? -1)
    bytes.append(value: distance.between)
    bytes.append(value: longest ?? -1)
    start.write(to: &bytes)
    var numbers: [Surroundings: UInt32] = [:]
    var around: [UInt8] = []
    var rows: [UInt8] = []
    for (literal, surroundings) in literals {
      let known = numbers[surroundings]
      let number = known ?? UInt32(numbers.count)
      numbers[surroundings] = number
      if known == nil { surroundings.write(to: &around) }
      rows.append(literal.isCaseless ? 1 : 0)
      rows.append(value: number)
      rows.append(value: UInt32(literal.bytes.count))
      rows += literal.bytes
    }
    bytes.append(value: UInt32(numbers.count))
    bytes += around
    bytes.append(value: UInt32(literals.count))
    bytes += rows
  }
}

extension Surroundings {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let counts = (try reader.value(UInt8.self), try reader.value(UInt8.self))
    var sets: [ByteSet] = []
    for _ in 0..<(Int(counts.0) + Int(counts.1)) { sets.append(try reader.value(ByteSet.self)) }
    self.init(ahead: Array(sets.prefix(Int(counts.0))), behind: Array(sets.dropFirst(Int(counts.0))))
  }

  fileprivate func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ahead.count))
    bytes.append(UInt8(behind.count))
    for set in ahead + behind { bytes.append(value: set) }
  }
}
