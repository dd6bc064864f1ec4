import Foundation
import PostilModel

/// The members of a zip archive (PKWARE's APPNOTE 6.3), by its directory at the end.
struct ZipArchive: FileArchive {
  /// What stands in the directory for one member.
  private struct Entry {
    let method: Int
    let size: Int
    let header: Int
  }

  /// More members than this are not looked at.
  private static let mostMembers = 100_000

  private let bytes: Data
  private let entries: [String: Entry]
  /// The names of the members as the directory lists them.
  let listed: [String]
  let fault: String?

  /// Those that are read: none, where the archive is no sound one.
  var names: [String] { fault == nil ? listed : [] }

  /// Nil where there is no directory: no archive, or one that was cut.
  init?(_ bytes: Data) {
    // Places count from the first byte.
    let bytes = bytes.startIndex == 0 ? bytes : Data(bytes)
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
    (self.entries, listed) = (entries, names)
    if names.count == Self.mostMembers {
      fault = "it has more than \(Self.mostMembers) files; divide it"
    } else if entries.values.reduce(0, { $0 + $1.size }) > bytes.count {
      fault = "its files overlap, which makes it a bomb; none of them is read"
    } else {
      fault = nil
    }
  }

  /// Where the record at the end of the archive begins, behind which a comment may stand.
  private static func directoryEnd(in bytes: Data) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return (first...(bytes.count - 22)).last { bytes[$0] == 0x50 && number(in: bytes, at: $0, 4) == 0x0605_4B50 }
  }

  private static func number(in bytes: Data, at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  func contents(of name: String, most: Int) throws(Inflation.Fault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let packed = try stored(entry)
    switch entry.method {
    case 0 where packed.count > most: throw .tooLarge
    case 0: return packed
    case 8: return try Inflation.inflated(packed[...], .raw, most: most)
    default: throw .corrupt
    }
  }

  func beginning(of name: String, count: Int) -> [UInt8] {
    guard let entry = entries[name], let packed = try? stored(entry, most: count) else { return [] }
    return entry.method == 8 ? Inflation.beginning(of: packed, .raw, count: count) : packed
  }

  /// The bytes of a member as they stand in the archive, the first `most` of them.
  private func stored(_ entry: Entry, most: Int = .max) throws(Inflation.Fault) -> [UInt8] {
    let skipped = [26, 28].map { Self.number(in: bytes, at: entry.header + $0, 2) }.reduce(30, +)
    let start = entry.header + skipped
    guard Self.number(in: bytes, at: entry.header, 4) == 0x0403_4B50, start + entry.size <= bytes.count else {
      throw .corrupt
    }
    return Array(bytes[start..<(start + min(most, entry.size))])
  }

  /// The member called `name` as XML.
  func tree(of name: String) throws(Inflation.Fault) -> XMLTree? {
    try contents(of: name).map { XMLTree(HTMLEncoding(of: $0, fallback: nil).utf8) }
  }
}

extension DocumentSource {
  /// The zip archive that it is.
  func archive() throws(ReadError) -> ZipArchive {
    guard let archive = ZipArchive(try data()) else {
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
