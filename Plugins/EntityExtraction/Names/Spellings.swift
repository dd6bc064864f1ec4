import PostilModuleKit
import PostilNames

/// The spellings that documents bring, each made once, and the names made of them.
///
/// Names come again, in one document and in the next. What was learned is forgotten between two documents when it is
/// much, so that memory stays bounded.
final class Spellings {
  /// So many spellings are kept from document to document.
  static let most = 8192

  /// The bytes of all spellings, one behind the other.
  private var bytes: [UInt8] = []
  /// Of each spelling its hash, and where its bytes end.
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var spellings: [Spelling] = []
  /// The place of a spelling and one by its hash; 0 for none.
  private var slots: [Int32] = []
  /// The numbers of texts beyond ASCII.
  private var numbers: [String: Int] = [:]
  private var names: [NameKey: Name] = [:]

  private struct NameKey: Hashable {
    let spelling: ObjectIdentifier
    let kind: Int
    let isCompany: Bool
  }

  init() { forget() }

  /// Makes room before a document's first name.
  func forgetMany() {
    if count > Self.most { forget() }
  }

  private func forget() {
    bytes = []
    hashes = []
    ends = []
    spellings = []
    numbers = [:]
    names = [:]
    slots = [Int32](repeating: 0, count: 1024)
  }

  /// How many spellings are known.
  var count: Int { spellings.count }

  /// The text at `span`, as it stands there.
  func spelling(at span: Span, in utf8: [UInt8]) -> Spelling {
    utf8.withUnsafeBufferPointer { spelling(of: UnsafeBufferPointer(rebasing: $0[span.start..<span.end])) }
  }

  /// The text.
  func spelling(of text: String) -> Spelling {
    var text = text
    return text.withUTF8(spelling(of:))
  }

  /// The number of `text`, equal for equal texts.
  func number(of text: String) -> Int { spelling(of: text).number }

  /// The text without invisible characters.
  func clean(_ spelling: Spelling) -> Spelling {
    spelling.isClean ? spelling : self.spelling(of: NameText.clean(spelling.text))
  }

  /// The number of the key by which spellings of `kind` are compared.
  func key(_ spelling: Spelling, _ kind: NameKind) -> Int {
    number(of: kind == .organization ? spelling.bodyKey : spelling.folded)
  }

  /// The name of a thing of `kind` that is written like `spelling`.
  ///
  /// - Parameter isCompany: Its last word is the form of a company, which may be left out.
  func name(_ spelling: Spelling, _ kind: NameKind, isCompany: Bool) -> Name {
    let key = NameKey(spelling: ObjectIdentifier(spelling), kind: kind.number, isCompany: isCompany)
    if let known = names[key] { return known }
    let made = Name(spelling, kind, isCompany: isCompany, self)
    names[key] = made
    return made
  }

  private func spelling(of text: UnsafeBufferPointer<UInt8>) -> Spelling {
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
    for offset in 0..<text.count where text[offset] != bytes[start + offset] { return false }
    return true
  }

  private func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Spelling {
    let string = String(decoding: text, as: UTF8.self)
    let number = text.allSatisfy { $0 < 0x80 } ? count : self.number(beyondASCII: string)
    let spelling = Spelling(string, number: number)
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

  private func fill(_ place: Int) {
    var slot = first(hashes[place])
    while slots[slot] > 0 { slot = next(slot) }
    slots[slot] = Int32(place + 1)
  }

  /// The number of a text that is not ASCII, but may be equal to one that is: three characters beyond ASCII have equal
  /// ones in it (Unicode Character Database, canonical decompositions).
  private func number(beyondASCII text: String) -> Int {
    if let known = numbers[text] { return known }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(Self.equal[scalar] ?? scalar) }
    let isPlain = plain.elementsEqual(text.unicodeScalars)
    let number = isPlain ? count : self.number(of: String(plain))
    numbers[text] = number
    return number
  }

  private static let equal: [Unicode.Scalar: Unicode.Scalar] = ["\u{212A}": "K", "\u{37E}": ";", "\u{1FEF}": "`"]
}
