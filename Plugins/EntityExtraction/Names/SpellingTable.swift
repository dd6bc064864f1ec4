import PostilModuleKit

/// Spellings by their bytes.
struct SpellingTable {
  /// The bytes of all spellings, one behind the other.
  private var bytes: [UInt8] = []
  /// Where the bytes of each spelling end.
  private var ends: [Int] = []
  private var spellings: [Spelling] = []
  /// By its hash the upper half of a spelling's hash, and its place and one; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1024)
  /// The numbers of texts beyond ASCII.
  private var numbers: [String: Int] = [:]

  var count: Int { spellings.count }

  /// The spelling with the bytes of `text`.
  mutating func spelling(of text: UnsafeBufferPointer<UInt8>) -> Spelling {
    var hash = FNV1a()
    for byte in text { hash.add(byte) }
    var slot = first(hash.value)
    while slots[slot] > 0 {
      if (slots[slot] ^ hash.value) >> 32 == 0 {
        let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if stands(text, at: place) { return spellings[place] }
      }
      slot = next(slot)
    }
    return add(text, hash.value)
  }

  private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1) }

  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  private func stands(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let start = place > 0 ? ends[place - 1] : 0
    guard ends[place] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<text.count where text[offset] != bytes[start + offset] { return false }
      return true
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Spelling {
    let string = String(decoding: text, as: UTF8.self)
    let isASCII = text.allSatisfy { $0 < 0x80 }
    let spelling = Spelling(string, number: isASCII ? count : number(beyondASCII: string), isASCII: isASCII)
    bytes += text
    ends.append(bytes.count)
    spellings.append(spelling)
    fill((hash & ~0xFFFF_FFFF) | UInt64(count))
    if count * 2 > slots.count {
      let filled = slots.filter { $0 > 0 }
      slots = [UInt64](repeating: 0, count: slots.count * 4)
      for entry in filled { fill(entry) }
    }
    return spelling
  }

  private mutating func fill(_ entry: UInt64) {
    var slot = first(entry)
    while slots[slot] > 0 { slot = next(slot) }
    slots[slot] = entry
  }

  /// The number of a text that is not ASCII, but may be equal to one that is: three characters beyond ASCII have equal
  /// ones in it (Unicode Character Database, canonical decompositions).
  private mutating func number(beyondASCII text: String) -> Int {
    if let known = numbers[text] { return known }
    var plain = String(String.UnicodeScalarView(text.unicodeScalars.map { Self.equal[$0] ?? $0 }))
    let isPlain = plain.utf8.elementsEqual(text.utf8)
    let number = isPlain ? count : plain.withUTF8 { spelling(of: $0).number }
    numbers[text] = number
    return number
  }

  private static let equal: [Unicode.Scalar: Unicode.Scalar] = ["\u{212A}": "K", "\u{37E}": ";", "\u{1FEF}": "`"]
}
