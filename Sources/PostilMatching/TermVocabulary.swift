/// The words of many terms, each with a number; looked up by the bytes of a text without making strings.
struct TermVocabulary: Sendable {
  private let foldsCase: Bool
  /// The number of the word in each place, or -1; a power of two of places.
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]

  /// - Parameter foldsCase: Whether words differ by case only in the text.
  init(foldsCase: Bool) {
    self.foldsCase = foldsCase
    slots = [Int32](repeating: -1, count: 64)
  }

  var count: Int { hashes.count }

  /// Makes room for `count` more words.
  mutating func reserve(_ count: Int) {
    hashes.reserveCapacity(self.count + count)
    starts.reserveCapacity(self.count + count + 1)
    var places = slots.count
    while places < 2 * (self.count + count) { places *= 2 }
    guard places > slots.count else { return }
    slots = [Int32](repeating: -1, count: places)
    for number in hashes.indices { place(Int32(number)) }
  }

  /// The number of `word`, which is added if it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let known = number(of: word) { return known }
    let key = Self.folded(word, foldsCase)
    let number = Int32(count)
    hashes.append(Self.hash(key))
    bytes += key
    starts.append(Int32(bytes.count))
    if 2 * count > slots.count {
      slots = [Int32](repeating: -1, count: 2 * slots.count)
      for number in hashes.indices { place(Int32(number)) }
    } else {
      place(number)
    }
    return number
  }

  private mutating func place(_ number: Int32) {
    var slot = Int(hashes[Int(number)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  /// The number of `word`; nil for a word of no term.
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int32? {
    var isASCII = true
    var hash = Self.seed
    for byte in word {
      if byte >= 0x80 { isASCII = false }
      hash = Self.next(hash, foldsCase ? byte.asciiFolded : byte)
    }
    guard foldsCase, !isASCII else {
      return number(hash, count: word.count) { word[$0] }
    }
    let folded = Self.folded(word, true)
    return number(Self.hash(folded), count: folded.count) { folded[$0] }
  }

  @inline(__always)
  private func number(_ hash: UInt32, count: Int, _ byte: (Int) -> UInt8) -> Int32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isWord(number, count, byte) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isWord(_ number: Int, _ count: Int, _ byte: (Int) -> UInt8) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == count else { return false }
    return (0..<count).allSatisfy { bytes[start + $0] == (foldsCase ? byte($0).asciiFolded : byte($0)) }
  }

  private static func folded(_ word: UnsafeBufferPointer<UInt8>, _ foldsCase: Bool) -> [UInt8] {
    guard foldsCase else { return Array(word) }
    guard word.contains(where: { $0 >= 0x80 }) else { return word.map(\.asciiFolded) }
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.simplyFolded)
    return scalars.flatMap { Array(String($0).utf8) }
  }

  // FNV-1a (Fowler, Noll, Vo), 32 bits.
  private static let seed: UInt32 = 0x811C_9DC5

  @inline(__always)
  private static func next(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  private static func hash(_ key: [UInt8]) -> UInt32 { key.reduce(seed, next) }
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
