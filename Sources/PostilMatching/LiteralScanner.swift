/// Finds where many literals stand in a text, in one pass over its bytes.
///
/// Each literal is known by four rare bytes of it, or its first two when it is shorter, with ASCII letters folded; for
/// almost every place of a text one look into a bitmap tells that none is there.
struct LiteralScanner: Sendable {
  /// A literal to find.
  struct Literal: Hashable, Sendable {
    let bytes: [UInt8]
    /// Whether `bytes` are in lower case and match either case of ASCII letters.
    let isCaseless: Bool
  }

  /// For whom a literal is found, and what must stand round it then.
  struct Owner: Equatable, Sendable {
    /// The number that is reported.
    let number: Int32
    /// The number of the surroundings.
    let surroundings: Int32
  }

  /// Where a literal's bytes and owners stand, and how it is compared.
  private struct Entry: Sendable {
    let bytesStart: Int32
    let count: Int32
    /// The bytes before its gram.
    let lead: Int32
    let isCaseless: Bool
    let ownersStart: Int32
    let ownersEnd: Int32
  }

  private var bytes: [UInt8] = []
  private var owners: [Owner] = []
  private var entries: [Entry] = []
  private let long: GramTable
  private let short: GramTable

  /// - Parameter owned: Literals of one byte or more, each with its owner.
  init(_ owned: [(literal: Literal, owner: Owner)]) {
    let (literals, ownersOf) = Self.grouped(owned)
    var longGrams: [GramTable.Entry] = []
    var shortGrams: [GramTable.Entry] = []
    var uses: [UInt32: Int] = [:]
    for (index, literal) in literals.enumerated() {
      let isLong = literal.bytes.count >= 4
      let lead = isLong ? Self.window(of: literal.bytes, uses) : 0
      if isLong {
        let gram = GramTable.gram(at: lead, of: literal.bytes)
        uses[gram, default: 0] += 1
        longGrams.append(GramTable.Entry(gram: gram, literal: Int32(index)))
      } else {
        shortGrams += Self.pairs(literal.bytes).map { GramTable.Entry(gram: $0, literal: Int32(index)) }
      }
      entries.append(
        Entry(
          bytesStart: Int32(bytes.count), count: Int32(literal.bytes.count), lead: Int32(lead),
          isCaseless: literal.isCaseless, ownersStart: Int32(owners.count),
          ownersEnd: Int32(owners.count + ownersOf[index].count)))
      bytes += literal.bytes
      owners += ownersOf[index]
    }
    long = GramTable(longGrams)
    short = GramTable(shortGrams)
  }

  /// Where the four bytes begin by which a literal is known: rare ones, and not those of many others, which would all be
  /// compared wherever they stand.
  private static func window(of literal: [UInt8], _ uses: [UInt32: Int]) -> Int {
    var best = (start: 0, merit: -Double.infinity)
    for start in 0...(literal.count - 4) {
      // Others can only make it worse.
      guard case let rarity = LiteralRarity.bits(ofWindow: start, in: literal), rarity > best.merit else { continue }
      let known = uses[GramTable.gram(at: start, of: literal), default: 0]
      let merit = rarity - Double(min(known, 32)) / 2
      if merit > best.merit { best = (start, merit) }
    }
    return best.start
  }

  private static func grouped(_ owned: [(literal: Literal, owner: Owner)]) -> ([Literal], [[Owner]]) {
    var indexes: [Literal: Int] = [:]
    var literals: [Literal] = []
    var owners: [[Owner]] = []
    for (literal, owner) in owned {
      let index = indexes[literal] ?? literals.count
      if index == literals.count {
        indexes[literal] = index
        literals.append(literal)
        owners.append([])
      }
      if owners[index].last != owner { owners[index].append(owner) }
    }
    return (literals, owners)
  }

  /// The grams with which a text can go on where a short literal stands.
  private static func pairs(_ literal: [UInt8]) -> [UInt32] {
    guard literal.count == 1 else { return [GramTable.gram(literal.prefix(2))] }
    return Array(Set((UInt8.min...UInt8.max).map { GramTable.gram([literal[0], $0]) }))
  }

  /// Calls `found` for every owner of every literal in `text` with the place where it stands.
  @inline(__always)
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (_ owner: Owner, _ start: Int, _ end: Int) -> Void) {
    guard let base = text.baseAddress, !entries.isEmpty else { return }
    let raw = UnsafeRawPointer(base)
    long.withView { long in
      short.withView { short in
        var offset = 0
        while offset &+ 4 <= text.count {
          let gram = GramTable.fold(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          long.literals(gram) { check($0, at: offset, in: text, found) }
          short.literals(gram & 0xFFFF) { check($0, at: offset, in: text, found) }
          offset &+= 1
        }
        while offset < text.count {
          let gram = GramTable.gram([text[offset], offset + 1 < text.count ? text[offset + 1] : 0])
          short.literals(gram) { check($0, at: offset, in: text, found) }
          offset += 1
        }
      }
    }
  }

  @inline(__always)
  private func check(
    _ index: Int, at offset: Int, in text: UnsafeBufferPointer<UInt8>,
    _ found: (_ owner: Owner, _ start: Int, _ end: Int) -> Void
  ) {
    let entry = entries[index]
    let start = offset - Int(entry.lead)
    guard stands(entry, at: start, in: text) else { return }
    for place in Int(entry.ownersStart)..<Int(entry.ownersEnd) {
      found(owners[place], start, start + Int(entry.count))
    }
  }

  private func stands(_ entry: Entry, at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start >= 0, start + Int(entry.count) <= text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<Int(entry.count) {
        let byte = text[start &+ index]
        guard bytes[Int(entry.bytesStart) &+ index] == (entry.isCaseless ? byte.asciiFolded : byte) else {
          return false
        }
      }
      return true
    }
  }
}
