/// A hash of short texts that is the same in every run: FNV-1a (Fowler, Noll, Vo), 64 bits.
public struct FNV1a: Sendable {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of nothing yet.
  @inlinable public init() {}

  /// The hash of what was added.
  @inlinable public var value: UInt64 { state }

  /// Adds a byte, or a larger number whole.
  @inlinable public mutating func add(_ number: some FixedWidthInteger) {
    state = (state ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3
  }
}
