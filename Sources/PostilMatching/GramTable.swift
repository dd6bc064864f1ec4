/// A hash table from grams, two or four bytes with ASCII letters folded, to the literals known by them.
struct GramTable: Sendable {
  /// A gram with the literal that it belongs to.
  struct Entry: Sendable {
    let gram: UInt32
    let literal: Int32
  }

  private let shift: UInt32
  private let bitmap: [UInt64]
  /// The entries of hash `hash` stand at `starts[hash]..<starts[hash + 1]`.
  private let starts: [Int32]
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    let bits = min(max(Int.bitWidth - entries.count.leadingZeroBitCount + 4, 6), 18)
    let shift = UInt32(32 - bits)
    var bitmap = [UInt64](repeating: 0, count: 1 << (bits - 6))
    var counts = [Int32](repeating: 0, count: (1 << bits) + 1)
    for entry in entries {
      let hash = Self.hash(entry.gram, shift)
      bitmap[hash >> 6] |= 1 << UInt64(hash & 63)
      counts[hash + 1] += 1
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    self.shift = shift
    self.bitmap = bitmap
    starts = counts
    self.entries = entries.sorted {
      (Self.hash($0.gram, shift), $0.literal) < (Self.hash($1.gram, shift), $1.literal)
    }
  }

  /// The table's memory, held for one pass over a text.
  struct View {
    private let bitmap: UnsafePointer<UInt64>
    private let starts: UnsafePointer<Int32>
    private let entries: UnsafePointer<Entry>?
    private let shift: UInt32

    fileprivate init(
      bitmap: UnsafePointer<UInt64>, starts: UnsafePointer<Int32>, entries: UnsafePointer<Entry>?, shift: UInt32
    ) {
      self.bitmap = bitmap
      self.starts = starts
      self.entries = entries
      self.shift = shift
    }

    /// Calls `each` with every literal known by `gram`.
    @inline(__always)
    func literals(_ gram: UInt32, _ each: (Int) -> Void) {
      let hash = GramTable.hash(gram, shift)
      guard bitmap[hash >> 6] >> UInt64(hash & 63) & 1 != 0, let entries else { return }
      var place = Int(starts[hash])
      let end = Int(starts[hash + 1])
      while place < end {
        if entries[place].gram == gram { each(Int(entries[place].literal)) }
        place &+= 1
      }
    }
  }

  /// SAFETY: the arrays live as long as the call, and `body` does not keep the view.
  @inline(__always)
  func withView(_ body: (View) -> Void) {
    bitmap.withUnsafeBufferPointer { bitmap in
      starts.withUnsafeBufferPointer { starts in
        entries.withUnsafeBufferPointer { entries in
          guard let bits = bitmap.baseAddress, let places = starts.baseAddress else { return }
          body(View(bitmap: bits, starts: places, entries: entries.baseAddress, shift: shift))
        }
      }
    }
  }

  /// Folds ASCII letters, and some marks with them.
  @inline(__always)
  static func fold(_ bytes: UInt32) -> UInt32 { bytes | 0x2020_2020 }

  /// The gram of the four bytes at `start`.
  static func gram(at start: Int, of bytes: [UInt8]) -> UInt32 {
    fold(
      UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
        | UInt32(bytes[start + 3]) << 24)
  }

  /// The gram of two or four bytes, the first lowest.
  static func gram(_ bytes: some Collection<UInt8>) -> UInt32 {
    let all = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return bytes.count == 2 ? fold(all) & 0xFFFF : fold(all)
  }

  @inline(__always)
  private static func hash(_ gram: UInt32, _ shift: UInt32) -> Int { Int((gram &* 0x9E37_79B1) >> shift) }
}
