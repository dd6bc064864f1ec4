import ArgumentParser
import Foundation
import PostilPipeline

/// `postil chain`.
struct ChainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain", abstract: "Show the chain that would run.", subcommands: [ChainShow.self])
}

/// `postil chain show`.
struct ChainShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the chain file in use; the built-in one can be saved as postil.yaml and changed.")

  @Option(help: ArgumentHelp("The chain file to show.", valueName: "file.yaml"))
  var chain: String?

  func run() throws {
    do {
      let file = try ChainFile.find(chain, from: FileManager.default.currentDirectoryPath)
      StandardError.write("# \(file.path ?? "built-in")\n")
      try StandardOutput.write(data: file.source.utf8)
    } catch let error as ChainFileError {
      throw Failure(error.description)
    }
  }
}
