import PostilModuleKit

/// Spellings by their bytes.
struct SpellingTable {
  /// The bytes of all spellings, one behind the other.
  private var bytes: [UInt8] = []
  /// Of each spelling its hash, and where its bytes end.
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var spellings: [Spelling] = []
  /// The place of a spelling and one by its hash; 0 for none.
  private var slots = [Int32](repeating: 0, count: 1024)
  /// The numbers of texts beyond ASCII.
  private var numbers: [String: Int] = [:]

  var count: Int { spellings.count }

  /// The spelling with the bytes of `text`.
  mutating func spelling(of text: UnsafeBufferPointer<UInt8>) -> Spelling {
    var hash = FNV1a()
    for byte in text { hash.add(byte) }
    var slot = first(hash.value)
    while slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash.value, stands(text, at: place) { return spellings[place] }
      slot = next(slot)
    }
    return add(text, hash.value)
  }

  private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1) }

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
    hashes.append(hash)
    ends.append(bytes.count)
    spellings.append(spelling)
    if count * 2 > slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      for place in spellings.indices { fill(place) }
    } else {
      fill(count - 1)
    }
    return spelling
  }

  private mutating func fill(_ place: Int) {
    var slot = first(hashes[place])
    while slots[slot] > 0 { slot = next(slot) }
    slots[slot] = Int32(place + 1)
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
