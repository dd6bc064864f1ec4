import Foundation
import PostilModel
import PostilReaders

/// Files written to a folder and read.
enum InputFile {
  /// What is read of one file that stands alone.
  static func inputs(
    _ bytes: [UInt8], name: String, _ options: ReaderOptions = ReaderOptions()
  ) throws -> [InputDocument] {
    try inputs([name: bytes], options)
  }

  static func inputs(_ text: String, name: String, _ options: ReaderOptions = ReaderOptions()) throws -> [InputDocument]
  {
    try inputs(Array(text.utf8), name: name, options)
  }

  /// What is read of a folder with these files.
  static func inputs(_ files: [String: [UInt8]], _ options: ReaderOptions = ReaderOptions()) throws -> [InputDocument] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("input-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let reader = DocumentReader(options: options)
    var found: [InputDocument] = []
    let sources = try reader.inputs(for: [folder.path]).sources
    try reader.read(sources) { input in
      found.append(input)
      return true
    }
    // What counts documents agrees with what reads them.
    guard reader.count(of: sources) == found.count else {
      throw CountError(counted: reader.count(of: sources), read: found.count)
    }
    return found
  }

  struct CountError: Error {
    let counted: Int?
    let read: Int
  }

  /// The documents of one file.
  static func documents(_ text: String, name: String, _ options: ReaderOptions = ReaderOptions()) throws -> [Document] {
    try inputs(text, name: name, options).map { try $0.result.get() }
  }

  static func documents(
    _ bytes: [UInt8], name: String, _ options: ReaderOptions = ReaderOptions()
  ) throws -> [Document] {
    try inputs(bytes, name: name, options).map { try $0.result.get() }
  }

  /// What is told of a file that cannot be read; nil when it can.
  static func error(_ bytes: [UInt8], name: String, _ options: ReaderOptions = ReaderOptions()) throws -> String? {
    guard case .failure(let error) = try inputs(bytes, name: name, options).first?.result else { return nil }
    return error.description
  }
}

extension Document {
  /// A text of its metadata.
  func said(_ name: String) -> String? { metadata[name]?.string }
}
