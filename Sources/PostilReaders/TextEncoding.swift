import Foundation
import PostilModel

/// An encoding that texts may be in.
public struct TextEncoding: Sendable {
  private static let known: [(name: String, encoding: String.Encoding)] = [
    ("utf-8", .utf8), ("utf-16", .utf16), ("utf-16le", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
    ("iso-8859-1", .isoLatin1), ("latin1", .isoLatin1), ("iso-8859-2", .isoLatin2), ("windows-1250", .windowsCP1250),
    ("windows-1251", .windowsCP1251), ("windows-1252", .windowsCP1252), ("cp1252", .windowsCP1252),
    ("windows-1253", .windowsCP1253), ("windows-1254", .windowsCP1254), ("macintosh", .macOSRoman),
    ("shift_jis", .shiftJIS), ("euc-jp", .japaneseEUC), ("us-ascii", .ascii),
  ]

  /// The names that ``init(_:)`` takes.
  public static var names: [String] { known.map(\.name) }

  let name: String
  private let encoding: String.Encoding

  /// The encoding called `name`, whatever its case.
  public init?(_ name: String) {
    guard let found = Self.known.first(where: { $0.name == name.lowercased() }) else { return nil }
    self.name = found.name
    encoding = found.encoding
  }

  /// The text of `bytes`: by byte order mark, else by `encoding`, else as UTF-8.
  static func decode(_ bytes: [UInt8], as encoding: TextEncoding?, path: String) throws(ReadError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes.dropFirst(3), path: path, skipped: 3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let wide: String.Encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      guard bytes.count % 2 == 0, let text = String(bytes: bytes.dropFirst(2), encoding: wide) else {
        throw ReadError(path: path, kind: .undecodable(offset: bytes.count & ~1, encoding: "utf-16"))
      }
      return text
    }
    guard let encoding, encoding.encoding != .utf8 else {
      if bytes.prefix(8192).contains(0) { throw ReadError(path: path, kind: .binary) }
      return try utf8(bytes[...], path: path, skipped: 0)
    }
    guard let text = String(bytes: bytes, encoding: encoding.encoding) else {
      throw ReadError(path: path, kind: .undecodable(offset: 0, encoding: encoding.name))
    }
    return text
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, path: String, skipped: Int) throws(ReadError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lengths = 1..<(bytes.count + 1)
    let low = lengths.partitioningIndex { !isValidPrefix(bytes.prefix($0)) } - 1
    // A character that was begun and never ended is the fault, not what follows it.
    let valid = bytes.prefix(low)
    let cut =
      String(validating: valid, as: UTF8.self) == nil ? valid.reversed().prefix { $0 & 0xC0 == 0x80 }.count + 1 : 0
    throw ReadError(path: path, kind: .undecodable(offset: low - cut + skipped, encoding: "utf-8"))
  }

  /// Whether `bytes` are the beginning of a valid text; a character cut at the end is no fault.
  private static func isValidPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    let tail = bytes.suffix(3)
    if let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }), (0xC2...0xF4).contains(bytes[lead]) {
      let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
      if bytes.endIndex - lead < length { return String(validating: bytes[..<lead], as: UTF8.self) != nil }
    }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}
