import Foundation

/// A program that is a module, as a chain file names it.
public struct ProgramCommand: Hashable, Sendable {
  /// How many documents are given to a program at once where nothing else is said.
  public static let standardBatch = 16

  /// What chains and rulesets call the module.
  public let name: String
  /// The program, looked for in PATH where it has no `/`, and its arguments.
  public let words: [String]
  /// Where it runs, and where files that the words name lie; nil for the folder of this process.
  public let folder: String?
  /// How many may run at a time; nil for as many as there are workers.
  public let mostProcesses: Int?
  /// How many documents it may be given at once.
  public let batch: Int

  /// - Precondition: `words` is not empty.
  public init(
    name: String, words: [String], folder: String? = nil, mostProcesses: Int? = nil, batch: Int = standardBatch
  ) {
    precondition(!words.isEmpty, "ProgramCommand: no words")
    self.name = name
    self.words = words
    self.folder = folder
    self.mostProcesses = mostProcesses
    self.batch = batch
  }

  /// What the module's code most likely stands in: the first word that names a file of the folder, else the program.
  public var file: String {
    let base = URL(fileURLWithPath: folder ?? FileManager.default.currentDirectoryPath)
    let paths = words.map { URL(fileURLWithPath: $0, relativeTo: base).path }
    var isFolder: ObjCBool = false
    return paths.first { FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue }
      ?? words[0]
  }
}
