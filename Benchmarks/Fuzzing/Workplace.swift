import Foundation

/// The checkout that inputs are made from, and a folder for the input at work.
struct Workplace {
  /// The checkout.
  let checkout: String
  /// The folder for what is at work.
  let folder: String

  init() throws {
    checkout = FileManager.default.currentDirectoryPath
    let name = "postil-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Takes the folder away.
  func leave() { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file of the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The files of the checkout at or under `path` whose names end in `suffix`, by name.
  func files(_ path: String, _ suffix: String) -> [String] {
    let root = "\(checkout)/\(path)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(root)/\($0)" }
  }

  /// The bytes of a file.
  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
}
