import Foundation
import PostilModel
import PostilReaders

/// A page written to a file and read.
enum PageFile {
  static func document(
    _ page: String, name: String = "page.html", _ options: ReaderOptions = ReaderOptions()
  ) throws -> Document {
    try document(Array(page.utf8), name: name, options)
  }

  static func document(
    _ bytes: [UInt8], name: String = "page.html", _ options: ReaderOptions = ReaderOptions()
  ) throws -> Document {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("page-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    let reader = DocumentReader(options: options)
    var found: [Result<Document, ReadError>] = []
    try reader.read(try reader.inputs(for: [file.path]).sources) { input in
      found.append(input.result)
      return true
    }
    return try found[0].get()
  }
}
