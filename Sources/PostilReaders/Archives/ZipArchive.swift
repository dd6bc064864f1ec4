import PostilModel

/// The members of a zip archive (PKWARE's APPNOTE 6.3), by its directory at the end.
struct ZipArchive {
  /// What stands in the directory for one member.
  private struct Entry {
    let method: Int
    let size: Int
    let header: Int
  }

  /// More members than this are not looked at.
  private static let mostMembers = 100_000

  private let bytes: [UInt8]
  private let entries: [String: Entry]
  /// The names of the members, in order.
  let names: [String]

  /// Nil where there is no directory: no archive, or one that was cut.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.directoryEnd(in: bytes) else { return nil }
    var entries: [String: Entry] = [:]
    var names: [String] = []
    var at = Self.number(in: bytes, at: end + 16, 4)
    while names.count < Self.mostMembers, at + 46 <= bytes.count, Self.number(in: bytes, at: at, 4) == 0x0201_4B50 {
      let lengths = [28, 30, 32].map { Self.number(in: bytes, at: at + $0, 2) }
      guard at + 46 + lengths[0] <= bytes.count else { break }
      let name = MailCharset.text(of: Array(bytes[(at + 46)..<(at + 46 + lengths[0])]), charset: nil)
      names.append(name)
      entries[name] = Entry(
        method: Self.number(in: bytes, at: at + 10, 2), size: Self.number(in: bytes, at: at + 20, 4),
        header: Self.number(in: bytes, at: at + 42, 4))
      at += 46 + lengths.reduce(0, +)
    }
    guard !names.isEmpty else { return nil }
    (self.entries, self.names) = (entries, names)
  }

  /// Where the record at the end of the archive begins, behind which a comment may stand.
  private static func directoryEnd(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return (first...(bytes.count - 22)).last { bytes[$0] == 0x50 && number(in: bytes, at: $0, 4) == 0x0605_4B50 }
  }

  private static func number(in bytes: [UInt8], at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  /// What the member called `name` holds; nil where there is none.
  func contents(of name: String) throws(Inflation.Fault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let skipped = [26, 28].map { Self.number(in: bytes, at: entry.header + $0, 2) }.reduce(30, +)
    let start = entry.header + skipped
    guard Self.number(in: bytes, at: entry.header, 4) == 0x0403_4B50, start + entry.size <= bytes.count else {
      throw .corrupt
    }
    let packed = bytes[start..<(start + entry.size)]
    switch entry.method {
    case 0: return Array(packed)
    case 8: return try Inflation.inflated(packed, .raw)
    default: throw .corrupt
    }
  }

  /// The member called `name` as XML.
  func tree(of name: String) throws(Inflation.Fault) -> XMLTree? {
    try contents(of: name).map { XMLTree(HTMLEncoding(of: $0, fallback: nil).utf8) }
  }
}

extension DocumentSource {
  /// The zip archive that it is.
  func archive() throws(ReadError) -> ZipArchive {
    guard let archive = ZipArchive(try bytes()) else {
      throw ReadError(path: displayName, kind: .malformed("it is a zip archive that was cut, or none"))
    }
    return archive
  }

  /// What `read` gives, faults of compression told of this file.
  func unpacked<T>(_ read: () throws(Inflation.Fault) -> T) throws(ReadError) -> T {
    do throws(Inflation.Fault) { return try read() } catch {
      throw ReadError(path: displayName, kind: .malformed(error.description))
    }
  }
}

extension Inflation.Fault: CustomStringConvertible {
  var description: String {
    switch self {
    case .tooLarge: "unpacked it has more than \(Inflation.mostBytes >> 20) MB; unpack it, and divide it"
    case .corrupt: "what is compressed in it is damaged, or encrypted"
    }
  }
}
