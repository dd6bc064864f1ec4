import Glibc
import PostilModel

/// An encoding that texts may be in.
public struct TextEncoding: Sendable {
  /// What help and errors name; any that the system's iconv knows is taken.
  public static let names = [
    "utf-8", "utf-16", "utf-16le", "utf-16be", "utf-32", "us-ascii", "iso-8859-1", "iso-8859-2", "iso-8859-5",
    "iso-8859-6",
    "iso-8859-8", "iso-8859-9", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
    "windows-1254", "windows-1255", "windows-1256", "koi8-r", "macintosh", "shift_jis", "euc-jp", "gb18030", "big5",
    "euc-kr",
  ]

  /// Names that iconv spells otherwise.
  private static let spellings = ["latin1": "iso-8859-1", "cp1252": "windows-1252", "mac": "macintosh"]

  let name: String

  /// The encoding called `name`, whatever its case; nil when the system does not know it.
  public init?(_ name: String) {
    let lower = name.lowercased()
    self.name = Self.spellings[lower] ?? lower
    guard self.name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }), let converter = Converter(self.name)
    else { return nil }
    converter.close()
  }

  /// The text of `bytes`: by byte order mark, else by `encoding`, else as UTF-8.
  static func decode(_ bytes: [UInt8], as encoding: TextEncoding?, path: String) throws(ReadError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes.dropFirst(3), path: path, skipped: 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      let name = bytes[0] == 0xFF ? "utf-32le" : "utf-32be"
      return try converted(bytes.dropFirst(4), from: name, called: "utf-32", path: path, skipped: 4)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let name = bytes[0] == 0xFF ? "utf-16le" : "utf-16be"
      return try converted(bytes.dropFirst(2), from: name, called: "utf-16", path: path, skipped: 2)
    }
    guard let encoding, encoding.name != "utf-8" else {
      if bytes.prefix(8192).contains(0) { throw ReadError(path: path, kind: .binary) }
      return try utf8(bytes[...], path: path, skipped: 0)
    }
    let isWide = encoding.name.hasPrefix("utf-16") || encoding.name.hasPrefix("utf-32")
    if !isWide, bytes.prefix(8192).contains(0) { throw ReadError(path: path, kind: .binary) }
    return try converted(bytes[...], from: encoding.name, called: encoding.name, path: path, skipped: 0)
  }

  private static func converted(
    _ bytes: ArraySlice<UInt8>, from name: String, called: String, path: String, skipped: Int
  ) throws(ReadError) -> String {
    guard let converter = Converter(name) else {
      throw ReadError(path: path, kind: .unreadable(reason: "this system cannot decode \(name)"))
    }
    defer { converter.close() }
    switch converter.text(of: Array(bytes)) {
    case .success(let text): return String(decoding: text, as: UTF8.self)
    case .failure(let stop):
      throw ReadError(path: path, kind: .undecodable(offset: stop.offset + skipped, encoding: called))
    }
  }

  /// The text of `bytes` in the encoding called `name`, U+FFFD for each byte that is wrong in it; nil when the system does not know it.
  static func decodeLeniently(_ bytes: [UInt8], from name: String) -> String? {
    guard let converter = Converter(name) else { return nil }
    defer { converter.close() }
    guard case .success(let text) = converter.text(of: bytes, replacesFaults: true) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, path: String, skipped: Int) throws(ReadError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lengths = 1..<(bytes.count + 1)
    let low = lengths.partitioningIndex { !isValidPrefix(bytes.prefix($0)) } - 1
    // A character that was begun and never ended is the fault, not what follows it.
    let valid = bytes.prefix(low)
    let cut =
      String(validating: valid, as: UTF8.self) == nil ? valid.reversed().prefix { $0.isContinuation }.count + 1 : 0
    throw ReadError(path: path, kind: .undecodable(offset: low - cut + skipped, encoding: "utf-8"))
  }

  /// Whether `bytes` are the beginning of a valid text; a character cut at the end is no fault.
  private static func isValidPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    let tail = bytes.suffix(3)
    if let lead = tail.lastIndex(where: { !$0.isContinuation }), (0xC2...0xF4).contains(bytes[lead]) {
      let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
      if bytes.endIndex - lead < length { return String(validating: bytes[..<lead], as: UTF8.self) != nil }
    }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}

/// One conversion to UTF-8 by the system's iconv; to be closed once.
private struct Converter {
  /// Where decoding stopped.
  struct Stop: Error {
    let offset: Int
  }

  private let handle: iconv_t

  init?(_ encoding: String) {
    handle = iconv_open("utf-8", encoding)
    if Int(bitPattern: handle) == -1 { return nil }
  }

  func close() { iconv_close(handle) }

  /// The text in UTF-8, or the byte at which decoding stopped.
  ///
  /// - Parameter replacesFaults: Whether to go on behind a wrong byte, with U+FFFD for it.
  func text(of bytes: [UInt8], replacesFaults: Bool = false) -> Result<[UInt8], Stop> {
    // SAFETY: iconv reads `rest` bytes behind `input` and writes `room` bytes behind `output`, moving both; the arrays
    // live as long as the closures.
    var input = bytes
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    return input.withUnsafeMutableBytes { raw in
      var next = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var rest = raw.count
      while rest > 0 {
        let (result, written, problem) = buffer.withUnsafeMutableBytes { raw in
          var output = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = raw.count
          let result = iconv(handle, &next, &rest, &output, &room)
          return (result, raw.count - room, errno)
        }
        text += buffer[..<written]
        guard result == Int(bitPattern: UInt.max), problem != E2BIG else { continue }
        guard replacesFaults else { return .failure(Stop(offset: raw.count - rest)) }
        text += "\u{FFFD}".utf8
        next = next?.advanced(by: 1)
        rest -= 1
      }
      return .success(text)
    }
  }
}
