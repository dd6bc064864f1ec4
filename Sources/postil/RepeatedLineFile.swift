import Foundation
import PostilFiles
import PostilPipeline

/// A file of repeated lines on disk.
struct RepeatedLineFile {
  let path: String

  init(_ path: String) { self.path = path }

  func read() throws -> RepeatedLineTable {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw Failure("the file of lines '\(path)' cannot be read, or is not UTF-8")
    }
    do throws(RepeatedLineError) {
      return try RepeatedLineTable(text: text)
    } catch {
      throw Failure("\(path): \(error)")
    }
  }

  func write(_ table: RepeatedLineTable) throws { try WholeFile.write(table.text.utf8, to: path) }
}
