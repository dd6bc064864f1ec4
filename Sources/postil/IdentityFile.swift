import Foundation
import PostilFiles
import PostilIdentities

/// A file of identities on disk.
struct IdentityFile {
  let path: String

  init(_ path: String) { self.path = path }

  func read() throws -> IdentityTable {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw Failure("the file of identities '\(path)' cannot be read, or is not UTF-8")
    }
    do throws(IdentityError) {
      return try IdentityTable(text: text)
    } catch {
      throw Failure("\(path): \(error)")
    }
  }

  func write(_ table: IdentityTable) throws {
    try WholeFile.write(table.text.utf8, to: path)
  }

  func change(_ change: (inout IdentityTable) throws(IdentityError) -> Void) throws {
    var table = try read()
    do throws(IdentityError) {
      try change(&table)
    } catch {
      throw Failure("\(path): \(error)")
    }
    try write(table)
  }

  /// The folder of a ruleset made from the file, for a chain; the caller removes it.
  func ruleset() throws -> String {
    let files = IdentityRuleset.files(for: try read())
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postil-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(files.rules.utf8).write(to: folder.appendingPathComponent(IdentityRuleset.names.rules))
      try Data(files.table.utf8).write(to: folder.appendingPathComponent(IdentityRuleset.names.table))
    } catch {
      throw Failure("cannot write to '\(folder.path)': \(error.localizedDescription)")
    }
    return folder.path
  }
}
