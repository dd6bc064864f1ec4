/// Whole numbers by whole numbers, none of them negative.
struct NumberTable {
  /// -1 where a slot is free.
  private var keys: [Int]
  private var values: [Int]
  private var count = 0

  init() {
    keys = [Int](repeating: -1, count: 64)
    values = [Int](repeating: 0, count: 64)
  }

  /// The number of `key`, if there is one.
  subscript(key: Int) -> Int? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Gives `key` its number, in place of an older one.
  mutating func set(_ key: Int, to value: Int) {
    let slot = slot(of: key)
    values[slot] = value
    guard keys[slot] < 0 else { return }
    keys[slot] = key
    count += 1
    if count * 2 > keys.count { grow() }
  }

  /// Gives `key` its number unless it has one.
  ///
  /// - Returns: Whether it had none.
  @discardableResult mutating func add(_ key: Int, _ value: Int = 0) -> Bool {
    if keys[slot(of: key)] == key { return false }
    set(key, to: value)
    return true
  }

  /// Where `key` is, or may be put.
  private func slot(of key: Int) -> Int {
    // Fibonacci hashing: the upper half of the product depends on all bits (Knuth, The Art of Computer Programming, 6.4).
    var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    slot &= keys.count - 1
    while keys[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, values)
    keys = [Int](repeating: -1, count: keys.count * 2)
    values = [Int](repeating: 0, count: keys.count)
    for (key, value) in old where key >= 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
