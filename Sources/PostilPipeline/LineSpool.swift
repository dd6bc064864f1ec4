import Foundation
import PostilFiles

/// Lines that wait in files, divided by their hashes.
final class LineSpool {
  /// A line of a document.
  struct Entry {
    let hash: UInt64
    let document: UInt64
    let group: UInt32
    /// Its words, cut where they are many.
    let text: String

    init(hash: UInt64, document: UInt64, group: UInt32, text: String) {
      self.hash = hash
      self.document = document
      self.group = group
      self.text = text.count > Self.longest ? text.prefix(Self.longest - 1) + "…" : text
    }

    private static let longest = 160
  }

  private static let parts = 64
  /// The bytes of one part that wait in memory.
  private static let most = 1 << 16

  private let folder: String
  private var buffers = [[UInt8]](repeating: [], count: parts)

  /// Makes a folder in `folder`, which is removed with the spool.
  init(folder: String) throws {
    self.folder = "\(folder)/postil-lines-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func path(_ part: Int) -> String { "\(folder)/\(part)" }

  func add(_ entry: Entry) throws {
    let part = Int(entry.hash % UInt64(Self.parts))
    let text = Array(entry.text.utf8)
    for number in [entry.hash, entry.document, UInt64(entry.group) << 32 | UInt64(text.count)] {
      withUnsafeBytes(of: number.littleEndian) { buffers[part] += $0 }
    }
    buffers[part] += text
    if buffers[part].count > Self.most { try flush(part) }
  }

  private func flush(_ part: Int) throws {
    guard !buffers[part].isEmpty else { return }
    try ByteOutput.appending(path(part)).write(buffers[part])
    buffers[part].removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the lines of one part after the other.
  func eachPart(_ body: ([Entry]) throws -> Void) throws {
    for part in 0..<Self.parts {
      try flush(part)
      guard let data = FileManager.default.contents(atPath: path(part)) else { continue }
      try body(Self.entries(Array(data)))
    }
  }

  private static func entries(_ bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    var place = 0
    func number() -> UInt64 {
      defer { place += 8 }
      return bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    while place < bytes.count {
      let (hash, document, last) = (number(), number(), number())
      let end = place + Int(last & 0xFFFF_FFFF)
      let text = String(decoding: bytes[place..<end], as: UTF8.self)
      entries.append(Entry(hash: hash, document: document, group: UInt32(last >> 32), text: text))
      place = end
    }
    return entries
  }
}
