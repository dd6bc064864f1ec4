import Foundation

/// The files of a tar archive (POSIX ustar and pax, GNU's long names).
struct TarArchive: FileArchive {
  private static let blockSize = 512
  /// More members than this are not looked at.
  private static let mostMembers = 100_000

  private let bytes: Data
  private var places: [String: Range<Int>] = [:]
  private(set) var names: [String] = []
  private(set) var fault: String?

  /// Whether a file that begins with `head` is one.
  static func isOne(_ head: FileHead) -> Bool { head.begins("ustar", at: 257) }

  /// - Parameter bytes: The archive; what was cut off is missing.
  init(_ bytes: Data) {
    self.bytes = bytes
    var at = 0
    var longName: String?
    while at + Self.blockSize <= bytes.count, let header = Header(bytes[at..<(at + Self.blockSize)]) {
      let start = at + Self.blockSize
      let end = min(start + header.size, bytes.count)
      if end < start + header.size { fault = "it was cut off in '\(longName ?? header.name)'" }
      switch header.kind {
      case UInt8(ascii: "L"): longName = Self.text(bytes[start..<end])
      case UInt8(ascii: "x"): longName = Self.path(in: Self.text(bytes[start..<end])) ?? longName
      default:
        let name = longName ?? header.name
        if header.isFile, places.updateValue(start..<end, forKey: name) == nil { names.append(name) }
        longName = nil
      }
      guard names.count < Self.mostMembers else {
        fault = "it has more than \(Self.mostMembers) files; divide it"
        return
      }
      at = start + (header.size + Self.blockSize - 1) / Self.blockSize * Self.blockSize
    }
  }

  func contents(of name: String, most: Int) throws(Inflation.Fault) -> [UInt8]? {
    guard let place = places[name] else { return nil }
    guard place.count <= most else { throw .tooLarge }
    return Array(bytes[place])
  }

  func beginning(of name: String, count: Int) -> [UInt8] { places[name].map { Array(bytes[$0].prefix(count)) } ?? [] }

  private static func text(_ bytes: Data) -> String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }

  /// The name in a header of pax, which has a record `LENGTH path=NAME` a line.
  private static func path(in records: String) -> String? {
    records.split(separator: "\n").lazy.compactMap { record -> String? in
      record.firstRange(of: " path=").map { String(record[$0.upperBound...]) }
    }.first
  }

  /// The block before a file.
  private struct Header {
    let name: String
    let size: Int
    let kind: UInt8

    var isFile: Bool { kind == UInt8(ascii: "0") || kind == 0 }

    /// Nil where there is none, as behind the last file.
    init?(_ block: Data) {
      func text(_ place: Int, _ count: Int) -> String {
        TarArchive.text(block.dropFirst(place).prefix(count))
      }
      guard text(257, 5) == "ustar", let size = Int(text(124, 12).trimmed, radix: 8), size >= 0, size < 1 << 40 else {
        return nil
      }
      // GNU's own form has times where others have the beginning of the name.
      let folder = text(257, 8) == "ustar" ? text(345, 155) : ""
      name = folder.isEmpty ? text(0, 100) : folder + "/" + text(0, 100)
      self.size = size
      kind = block.dropFirst(156).first ?? 0
    }
  }
}
