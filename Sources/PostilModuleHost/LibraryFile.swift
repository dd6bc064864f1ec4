import Foundation

/// Checks a shared library before the system's loader sees it: a cut-off file would end the program.
enum LibraryFile {
  /// - Throws: ``ModuleError`` with kind `file`.
  static func check(_ path: String) throws(ModuleError) {
    func refusal(_ reason: String) -> ModuleError { ModuleError(module: path, kind: .file(reason: reason)) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw refusal("it does not exist or cannot be read") }
    defer { try? handle.close() }
    guard let header = try? handle.read(upToCount: 64), let size = try? handle.seekToEnd() else {
      throw refusal("it cannot be read")
    }
    guard !header.isEmpty else { throw refusal("it is empty") }
    #if os(Linux)
      guard header.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { throw refusal("it is no shared library") }
      guard header.count == 64 else { throw refusal("it is cut off") }
      let bytes = [UInt8](header)
      let tableOffset = bytes[40..<48].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let entrySize = UInt64(bytes[58]) | UInt64(bytes[59]) << 8
      let entries = UInt64(bytes[60]) | UInt64(bytes[61]) << 8
      let (end, overflow) = tableOffset.addingReportingOverflow(entrySize * entries)
      guard !overflow, end <= size else { throw refusal("it is cut off") }
    #endif
  }
}
