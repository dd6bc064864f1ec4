import PostilModel

/// The words of many terms, each with a number; looked up by the bytes of a text without making strings.
struct TermVocabulary: Sendable {
  let foldsCase: Bool
  /// The hash of the word in each place and, in the lower half, its number plus 1; 0 for none. A power of two of places.
  private var slots: [UInt64]
  /// A bit for each hash, by its highest bits: small, so that most words of no term are told without a look at ``slots``.
  private var filter: [UInt64]
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// The number of the apostrophe, however it is written; nil when no term has one.
  private(set) var apostrophe: Int32?

  /// - Parameter foldsCase: Whether words differ by case only in the text.
  init(foldsCase: Bool) {
    self.foldsCase = foldsCase
    slots = [UInt64](repeating: 0, count: 64)
    filter = [UInt64](repeating: 0, count: 4)
  }

  var count: Int { starts.count - 1 }

  /// Makes room for `count` more words.
  mutating func reserve(_ count: Int) {
    starts.reserveCapacity(self.count + count + 1)
    bytes.reserveCapacity(bytes.count + 8 * count)
    grow(for: self.count + count)
  }

  /// Makes at least twice as many places as there are words.
  private mutating func grow(for count: Int) {
    var places = slots.count
    while places < 2 * count { places *= 2 }
    guard places > slots.count else { return }
    let old = slots
    slots = [UInt64](repeating: 0, count: places)
    filter = [UInt64](repeating: 0, count: places / 16)
    for entry in old where entry != 0 { place(entry) }
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
    let bit = filterBit(UInt32(entry >> 32))
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// The place of a hash in ``filter``, of which there are four to a slot.
  @inline(__always)
  private func filterBit(_ hash: UInt32) -> Int {
    // The lowest bits choose the slot, so that the highest tell more.
    Int(hash >> UInt32(32 - (filter.count * 64).trailingZeroBitCount))
  }

  /// The number of `word`, which is added if it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard foldsCase, let folded = Self.foldedBeyondASCII(word) else { return insertPlain(word) }
    return folded.withUnsafeBufferPointer { insertPlain($0) }
  }

  /// The number of the apostrophe, which is added if it is new.
  mutating func insertApostrophe() -> Int32 {
    if let apostrophe { return apostrophe }
    let number = [UInt8(ascii: "'")].withUnsafeBufferPointer { insertPlain($0) }
    apostrophe = number
    return number
  }

  /// Whether `word` is an apostrophe, straight or curved: a term has either for both.
  static func isApostrophe(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 1 && word[0] == UInt8(ascii: "'") || word.count == 3 && word.elementsEqual([0xE2, 0x80, 0x99])
  }

  /// Adds a word in which at most ASCII letters are still to be folded.
  private mutating func insertPlain(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(word)
    if let known = number(of: word, hash: hash) { return known }
    let number = count
    if foldsCase { bytes.append(contentsOf: word.lazy.map(\.asciiFolded)) } else { bytes.append(contentsOf: word) }
    starts.append(Int32(bytes.count))
    grow(for: count)
    place(UInt64(hash) << 32 | UInt64(number + 1))
    return Int32(number)
  }

  /// The number of `word`, in which at most ASCII letters are still to be folded; nil for a word of no term.
  ///
  /// - Parameter hash: As ``hash(_:)`` gives it.
  func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32? {
    let bit = filterBit(hash)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return nil }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      let number = Int(entry & 0xFFFF_FFFF) - 1
      if UInt32(entry >> 32) == hash, isWord(number, word) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    return word.indices.allSatisfy { bytes[start + $0] == (foldsCase ? word[$0].asciiFolded : word[$0]) }
  }

  /// The folded word, nil when it is ASCII.
  static func foldedBeyondASCII(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard word.contains(where: { $0 >= 0x80 }) else { return nil }
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.simplyFolded)
    return scalars.flatMap { Array(String($0).utf8) }
  }

  /// The hash of a word, letters of ASCII folded.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = FNV1a()
    for byte in word { hash.add(byte.asciiFolded) }
    return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }
}

extension TermVocabulary {
  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    foldsCase = try reader.value(UInt8.self) != 0
    let apostrophe = try reader.value(Int32.self)
    self.apostrophe = apostrophe < 0 ? nil : apostrophe
    slots = try reader.values(UInt64.self)
    filter = try reader.values(UInt64.self)
    bytes = try reader.values(UInt8.self)
    starts = try reader.values(Int32.self)
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(foldsCase ? 1 : 0)
    bytes.append(value: apostrophe ?? -1)
    bytes.append(values: slots)
    bytes.append(values: filter)
    bytes.append(values: self.bytes)
    bytes.append(values: starts)
  }
}

extension Unicode.Scalar {
  /// Itself with case folded, by one code point: `ſ` is `s`, final sigma a sigma, the Kelvin sign `k`.
  ///
  /// As the simple folding of Unicode's CaseFolding.txt for letters that have single upper and lower forms; the dotless
  /// `ı` stays as it is.
  fileprivate var simplyFolded: Unicode.Scalar {
    guard value != 0x131 else { return self }
    let upper = properties.uppercaseMapping.unicodeScalars
    let raised = upper.count == 1 ? upper.first ?? self : self
    let lower = raised.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? raised : raised
  }
}
