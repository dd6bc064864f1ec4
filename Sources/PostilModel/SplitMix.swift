/// A small generator of random numbers with a fixed seed: SplitMix64 (Steele, Lea and Flood 2014).
public struct SplitMix: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  /// - Parameter seed: The same seed gives the same numbers.
  @inlinable public init(seed: UInt64) { state = seed }

  /// A generator for part number `part` of a task.
  @inlinable public init(seed: UInt64, part: Int) { state = Self.mixed(seed ^ Self.mixed(UInt64(part) &+ 1)) }

  /// The next number.
  @inlinable public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A whole number from 0 up to `bound`, without bias worth speaking of (Lemire 2019, without rejection).
  @inlinable public mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// `value` with its bits mixed.
  @inlinable public static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
