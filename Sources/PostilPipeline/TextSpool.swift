import Foundation

/// Texts that wait in a file to be read again.
final class TextSpool {
  /// A text with what was known of it.
  struct Entry {
    let document: UInt64
    let group: Int
    let text: String
  }

  /// The bytes that wait in memory.
  private static let most = 1 << 20

  private let file: FileHandle
  private var buffer: [UInt8] = []

  /// - Parameter folder: Where the file is made, which has no name there and ends with the spool or the process.
  init(folder: String) throws {
    let path = "\(folder)/postil-texts-\(UUID().uuidString)"
    try Data().write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
  }

  func add(_ entry: Entry) throws {
    let text = Array(entry.text.utf8)
    for number in [entry.document, UInt64(entry.group), UInt64(text.count)] {
      withUnsafeBytes(of: number.littleEndian) { buffer += $0 }
    }
    buffer += text
    if buffer.count > Self.most { try flush() }
  }

  private func flush() throws {
    try file.seekToEnd()
    try file.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with every text, in the order in which they came.
  func each(_ body: (Entry) throws -> Void) throws {
    try flush()
    try file.seek(toOffset: 0)
    while let head = try file.read(upToCount: 24), head.count == 24 {
      func number(_ place: Int) -> UInt64 {
        head.dropFirst(8 * place).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      let text = try file.read(upToCount: Int(number(2))) ?? Data()
      try body(Entry(document: number(0), group: Int(number(1)), text: String(decoding: text, as: UTF8.self)))
    }
  }
}
