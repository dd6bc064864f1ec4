/// Which node of a trie stands behind another one by a word: a flat table, which is kept as it lies.
struct TermEdges: Sendable {
  /// An edge, and at the same place of ``nodes`` where it leads; 0 for none. A power of two of places, at least half of them free.
  private var keys: [UInt64]
  private var nodes: [Int32]
  private var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 64)
    nodes = [Int32](repeating: 0, count: 64)
  }

  /// The node behind `node` by `word`.
  func node(behind node: Int32, _ word: Int32, afterSpace: Bool) -> Int32? {
    let key = Self.key(node, word, afterSpace)
    var place = place(of: key)
    while keys[place] != 0 {
      if keys[place] == key { return nodes[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Adds an edge that is not there.
  mutating func add(_ made: Int32, behind node: Int32, _ word: Int32, afterSpace: Bool) {
    count += 1
    if 2 * count > keys.count { grow() }
    place(made, Self.key(node, word, afterSpace))
  }

  private mutating func grow() {
    let old = (keys, nodes)
    keys = [UInt64](repeating: 0, count: 2 * keys.count)
    nodes = [Int32](repeating: 0, count: keys.count)
    for place in old.0.indices where old.0[place] != 0 { self.place(old.1[place], old.0[place]) }
  }

  private mutating func place(_ node: Int32, _ key: UInt64) {
    var place = place(of: key)
    while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    nodes[place] = node
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  /// Never 0, since no edge begins at the root.
  private static func key(_ node: Int32, _ word: Int32, _ afterSpace: Bool) -> UInt64 {
    UInt64(node) << 33 | UInt64(word) << 1 | (afterSpace ? 1 : 0)
  }
}

extension TermEdges {
  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    count = try reader.value(Int.self)
    keys = try reader.values(UInt64.self)
    nodes = try reader.values(Int32.self)
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(value: count)
    bytes.append(values: keys)
    bytes.append(values: nodes)
  }
}
