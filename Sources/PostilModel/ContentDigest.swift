/// A number of 128 bits that tells contents apart: MurmurHash3 (Appleby), the form for 64-bit machines.
///
/// Fast, and the same in every run; whoever wants two contents of one digest can make them, so that nothing that must be safe may
/// stand on it.
public struct ContentDigest: Hashable, Sendable {
  /// The first 64 bits.
  public let first: UInt64
  /// The others.
  public let second: UInt64

  /// The digest of `bytes`.
  public init(of bytes: UnsafeRawBufferPointer) {
    var state = (UInt64(0), UInt64(0))
    var offset = 0
    while offset &+ 16 <= bytes.count {
      let words = (
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
      )
      state.0 = ((state.0 ^ Self.firstLane(words.0)).rotated(27) &+ state.1) &* 5 &+ 0x52DC_E729
      state.1 = ((state.1 ^ Self.secondLane(words.1)).rotated(31) &+ state.0) &* 5 &+ 0x3849_5AB5
      offset &+= 16
    }
    var rest = (UInt64(0), UInt64(0))
    for index in offset..<bytes.count {
      let place = index - offset
      if place < 8 { rest.0 |= UInt64(bytes[index]) << UInt64(8 * place) }
      if place >= 8 { rest.1 |= UInt64(bytes[index]) << UInt64(8 * (place - 8)) }
    }
    let count = UInt64(bytes.count)
    state = (state.0 ^ Self.firstLane(rest.0) ^ count, state.1 ^ Self.secondLane(rest.1) ^ count)
    state.0 &+= state.1
    state.1 &+= state.0
    state = (Self.mixed(state.0), Self.mixed(state.1))
    first = state.0 &+ state.1
    second = state.1 &+ first
  }

  /// The digest of all that lies in `values`.
  public init<Value: BitwiseCopyable>(of values: [Value]) {
    self = values.withUnsafeBytes { ContentDigest(of: $0) }
  }

  /// The digest of a text.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { ContentDigest(of: UnsafeRawBufferPointer($0)) }
  }

  private static func firstLane(_ word: UInt64) -> UInt64 {
    (word &* 0x87C3_7B91_1142_53D5).rotated(31) &* 0x4CF5_AD43_2745_937F
  }

  private static func secondLane(_ word: UInt64) -> UInt64 {
    (word &* 0x4CF5_AD43_2745_937F).rotated(33) &* 0x87C3_7B91_1142_53D5
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word ^= word >> 33
    word &*= 0xFF51_AFD7_ED55_8CCD
    word ^= word >> 33
    word &*= 0xC4CE_B9FE_1A85_EC53
    return word ^ word >> 33
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
