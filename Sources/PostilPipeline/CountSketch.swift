import PostilModel

/// Counts of very many things in a fixed amount of memory: never too low, and too high where things share a place (Cormode and
/// Muthukrishnan 2005, with one row).
struct CountSketch {
  private static let places = 1 << 24

  private var counts = [UInt16](repeating: 0, count: places)

  private static func place(_ key: UInt64) -> Int { Int(SplitMix.mixed(key) & UInt64(places - 1)) }

  mutating func add(_ key: UInt64) {
    let place = Self.place(key)
    if counts[place] < .max { counts[place] += 1 }
  }

  /// Whether `key` may have been added `count` times.
  func mayReach(_ count: Int, _ key: UInt64) -> Bool {
    let found = counts[Self.place(key)]
    return found == .max || Int(found) >= count
  }
}
