import Foundation

/// What a file begins with, and the ending of its name, by which it is told what it is.
struct FileHead {
  /// How much of a file is looked at, in bytes.
  static let reach = 64 << 10
  /// How much of that is looked at as text with small letters, in bytes.
  private static let textReach = 4096

  /// The first bytes.
  let bytes: [UInt8]
  /// The file's name, with folders or without.
  let name: String
  /// Of the file's name, in small letters, without its full stop.
  let ending: String
  /// The beginning as text, in small letters, white space and comments of markup in front left out.
  let start: String
  /// Whether it is a zip archive, perhaps cut.
  let isArchive: Bool
  /// The names of what a zip archive holds; none for other files.
  let members: Set<String>
  /// All of the file; nil when it cannot be read.
  let whole: () -> Data?

  /// - Parameter name: The file's, with folders or without.
  init(bytes: [UInt8], name: String, whole: @escaping () -> Data?) {
    (self.bytes, self.name, self.whole) = (bytes, name, whole)
    ending = Self.ending(of: name)
    start = Self.start(of: bytes.prefix(Self.textReach))
    isArchive = bytes.starts(with: "PK\u{3}\u{4}".utf8)
    members = isArchive ? Set(whole().flatMap { ZipArchive($0) }?.listed ?? []) : []
  }

  /// What stands behind the last full stop of a name, in small letters.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  private static func start(of bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
    var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return String(rest)
  }

  /// Whether the bytes at `place` are those of `text`.
  func begins(_ text: String, at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: text.utf8) }

  /// Whether `text` stands anywhere in it.
  func holds(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = text.first else { return false }
      var at = 0
      // SAFETY: memchr and memcmp read between `at` and the end, where as many bytes are left as `text` has.
      while at + text.count <= bytes.count,
        let found = memchr(base + at, Int32(first), bytes.count - text.count - at + 1)
      {
        if memcmp(found, text, text.count) == 0 { return true }
        at = UnsafeRawPointer(found) - base + 1
      }
      return false
    }
  }

  /// The name of the first element, in small letters and with its prefix, behind declarations and comments; nil where none stands at
  /// the beginning.
  var rootElement: Substring? {
    guard !start.hasPrefix("<?php") else { return nil }
    var rest = start[...]
    while rest.first == "<" {
      let next = rest.dropFirst()
      let end: String
      if next.hasPrefix("!--") {
        end = "-->"
      } else if next.first == "?" || next.first == "!" {
        end = next.prefix { $0 != ">" }.contains("[") ? "]>" : ">"
      } else {
        let name = next.prefix { $0.isLetter || $0.isNumber || ":_-.".contains($0) }
        return name.first?.isLetter == true ? name : nil
      }
      guard let place = rest.firstRange(of: end) else { return nil }
      rest = rest[place.upperBound...].drop(while: \.isWhitespace)
    }
    return nil
  }
}
