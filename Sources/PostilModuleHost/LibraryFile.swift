import Foundation

/// Checks a shared library before the system's loader sees it: a cut-off file would end the program.
enum LibraryFile {
  /// - Throws: ``ModuleError`` with kind `file`.
  static func check(_ path: String) throws(ModuleError) {
    func refusal(_ reason: String) -> ModuleError { ModuleError(module: path, kind: .file(reason: reason)) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw refusal("it does not exist or cannot be read") }
    defer { try? handle.close() }
    let contents: (header: Data, size: UInt64)
    do {
      contents = (try handle.read(upToCount: 64) ?? Data(), try handle.seekToEnd())
    } catch {
      throw refusal("it cannot be read")
    }
    guard !contents.header.isEmpty else { throw refusal("it is empty") }
    #if os(Linux)
      guard contents.header.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { throw refusal("it is no shared library") }
      guard contents.header.count == 64 else { throw refusal("it is cut off") }
      let header = ELFBytes([UInt8](contents.header))
      // Files of another word size or byte order are left to the loader, which refuses them by their header alone.
      guard header.isNative else { return }
      let sections = ELFTable(offset: header.integer(40, 8), entry: header.integer(58, 2), count: header.integer(60, 2))
      let segments = ELFTable(offset: header.integer(32, 8), entry: header.integer(54, 2), count: header.integer(56, 2))
      guard sections.fits(contents.size), segments.fits(contents.size) else { throw refusal("it is cut off") }
      guard segments.entry >= 56 else { return }
      try? handle.seek(toOffset: segments.offset)
      guard let data = try? handle.read(upToCount: Int(segments.entry * segments.count)) else { return }
      let table = ELFBytes([UInt8](data))
      for start in stride(from: 0, to: data.count - 55, by: Int(segments.entry)) {
        // A library without section headers is whole when its segments are.
        let segment = ELFTable(offset: table.integer(start + 8, 8), entry: table.integer(start + 32, 8), count: 1)
        guard segment.fits(contents.size) else { throw refusal("it is cut off") }
      }
    #endif
  }
}

/// Integers in the header of a 64-bit little-endian file.
private struct ELFBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isNative: Bool { bytes[4] == 2 && bytes[5] == 1 }

  func integer(_ offset: Int, _ count: Int) -> UInt64 {
    bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A part of a file that its header names.
private struct ELFTable {
  let offset: UInt64
  let entry: UInt64
  let count: UInt64

  func fits(_ size: UInt64) -> Bool {
    let (length, tooLong) = entry.multipliedReportingOverflow(by: count)
    let (end, tooFar) = offset.addingReportingOverflow(length)
    return !tooLong && !tooFar && end <= size
  }
}
